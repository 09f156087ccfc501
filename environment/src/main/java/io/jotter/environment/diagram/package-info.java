/**
 * Diagrams and formulas by their source: what the front end draws by itself is handed to it, and beside it stands what can be
 * read without. Knows the languages; must not know the kernel beyond its api.
 */
@NullMarked
package io.jotter.environment.diagram;

import org.jspecify.annotations.NullMarked;
