@NullMarked
package io.jotter.server.usage;

import org.jspecify.annotations.NullMarked;
