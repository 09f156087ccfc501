/** Tests of the worker, within this process. */
@NullMarked
package io.jotter.worker;

import org.jspecify.annotations.NullMarked;
