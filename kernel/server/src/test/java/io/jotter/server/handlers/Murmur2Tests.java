package io.jotter.server.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Murmur2Tests {
    /** By ipykernel's own function. */
    @Test
    void hashesAreThoseOfOtherKernels() {
        assertThat(Murmur2.of("", 17)).isEqualTo(418427652L);
        assertThat(Murmur2.of("1", 17)).isEqualTo(1800440689L);
        assertThat(Murmur2.of("12", 17)).isEqualTo(903329085L);
        assertThat(Murmur2.of("123", 17)).isEqualTo(2646160851L);
        assertThat(Murmur2.of("größer", 17)).isEqualTo(2403075966L);
    }
}
