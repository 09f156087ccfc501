package io.jotter.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompilerOptionsTests {
    @Test
    void whatIsInPreviewNeedsTheVersionNamed() {
        assertThat(CompilerOptions.of(List.of("--enable-preview")))
                .containsExactly(
                        "--enable-preview",
                        "-source",
                        String.valueOf(Runtime.version().feature()));
    }

    @Test
    void whatDecidesWhichTypesAreSeenGoesToTheCompiler() {
        assertThat(CompilerOptions.of(List.of("--add-modules=a,b", "--add-exports=m/p=ALL-UNNAMED")))
                .containsExactly("--add-modules", "a,b", "--add-exports", "m/p=ALL-UNNAMED");
    }

    @Test
    void whatConcernsTheRunAloneDoesNot() {
        assertThat(CompilerOptions.of(List.of("-Xmx1g", "-ea", "--add-opens=m/p=ALL-UNNAMED", "-Da=--add-modules=x")))
                .isEmpty();
    }
}
