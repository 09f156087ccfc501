/**
 * Libraries as a build tool would fetch them, and the magics that ask for them. Knows the notebook only through
 * MagicContext; Maven's own classes are loaded when a library is first asked for.
 */
@NullMarked
package io.jotter.server.magics.maven;

import org.jspecify.annotations.NullMarked;
