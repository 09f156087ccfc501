/** The kernel as JJava's notebooks reach it. The classes that JJava has in common with IJava are made of those at build time. */
@NullMarked
package org.dflib.jjava;

import org.jspecify.annotations.NullMarked;
