@NullMarked
package io.jotter.worker.magics;

import org.jspecify.annotations.NullMarked;
