package io.jotter.server.magics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadMagicTests {
    @TempDir
    Path folder;

    private RecordingMagicContext load(String... arguments) throws MagicException {
        RecordingMagicContext notebook = new RecordingMagicContext(folder);
        new LoadMagic().run(new MagicCall("load", List.of(arguments), null), notebook);
        return notebook;
    }

    @Test
    void theNameAsItStandsComesBeforeOneWithAnExtension() throws Exception {
        Files.writeString(folder.resolve("tools"), "1");
        Files.writeString(folder.resolve("tools.jsh"), "2");
        assertThat(load("tools").ran).containsExactly("tools: 1");
        Files.delete(folder.resolve("tools"));
        Files.createDirectory(folder.resolve("tools"));
        assertThat(load("tools").ran).containsExactly("tools.jsh: 2");
    }

    @Test
    void ofANotebookTheCodeCellsAreRunOneByOne() throws Exception {
        Files.writeString(folder.resolve("a.ipynb"), """
                {"cells": [
                  {"cell_type": "markdown", "source": "no"},
                  {"cell_type": "code", "source": ["int a;\\n", "int b;"]},
                  {"cell_type": "code", "source": "c"}]}""");
        assertThat(load("a").ran).containsExactly("a.ipynb, code cell 1: int a;\nint b;", "a.ipynb, code cell 2: c");
    }

    @Test
    void wildcardsMeanAllThatMatchByName() throws Exception {
        Files.writeString(folder.resolve("b.jsh"), "2");
        Files.writeString(folder.resolve("a.jsh"), "1");
        assertThat(load("*.jsh").ran).containsExactly("a.jsh: 1", "b.jsh: 2");
    }

    @Test
    void whatCannotBeReadIsNamed() throws IOException {
        Files.writeString(folder.resolve("no.ipynb"), "[1, 2]");
        for (String argument : List.of("nowhere", "*.none", "no.ipynb")) {
            assertThatExceptionOfType(MagicException.class)
                    .isThrownBy(() -> load(argument))
                    .withMessageContaining(argument.replace("*.none", ".none"));
        }
    }
}
