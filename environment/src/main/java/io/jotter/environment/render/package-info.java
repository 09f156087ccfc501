/** How the values of the preloaded libraries look in a notebook. Knows the API's bundles and no kernel. */
@NullMarked
package io.jotter.environment.render;

import org.jspecify.annotations.NullMarked;
