/** What the kernel's processes take of the machine, as the system tells it. Knows processes, and nothing of cells. */
@NullMarked
package io.jotter.server.usage;

import org.jspecify.annotations.NullMarked;
