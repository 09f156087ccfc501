package io.jotter.worker.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortenedTests {
    private static final int LONGEST = 100_000;

    @Test
    void aTextThatFitsStaysAsItIs() {
        assertThat(Shortened.of("x".repeat(LONGEST))).isEqualTo("x".repeat(LONGEST));
        assertThat(Shortened.of("")).isEmpty();
    }

    @Test
    void aLongerOneIsCutAndSaysByHowMuch() {
        assertThat(Shortened.of("x".repeat(LONGEST + 7)))
                .isEqualTo("x".repeat(LONGEST) + "\n… 7 more characters not shown");
    }

    @Test
    void noCharacterIsCutInTwo() {
        String text = "x".repeat(LONGEST - 1) + "😀y";
        assertThat(Shortened.of(text)).isEqualTo("x".repeat(LONGEST - 1) + "\n… 3 more characters not shown");
    }
}
