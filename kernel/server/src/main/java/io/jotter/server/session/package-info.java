/**
 * The notebook's state on this side: cells, magics, history. Speaks of code and outcomes; has never heard of Jupyter's
 * messages, which are the handlers' matter.
 */
@NullMarked
package io.jotter.server.session;

import org.jspecify.annotations.NullMarked;
