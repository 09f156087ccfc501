@NullMarked
package io.jotter.server.history;

import org.jspecify.annotations.NullMarked;
