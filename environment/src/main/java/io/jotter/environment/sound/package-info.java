/** Sound that can be played on the page. Knows samples and WAV; must not know the kernel beyond its api. */
@NullMarked
package io.jotter.environment.sound;

import org.jspecify.annotations.NullMarked;
