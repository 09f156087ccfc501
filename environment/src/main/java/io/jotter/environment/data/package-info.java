/**
 * The data sets of the course, each checked against its publisher's bytes and each with a generator of ours behind it. Knows files,
 * hashes, and DJL's arrays; knows nothing of notebooks, of pictures of results, or of training.
 */
@NullMarked
package io.jotter.environment.data;

import org.jspecify.annotations.NullMarked;
