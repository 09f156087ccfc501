/** A small library of lengths, and what makes it at home in a notebook. Knows the API only. */
@NullMarked
package io.jotter.example;

import org.jspecify.annotations.NullMarked;
