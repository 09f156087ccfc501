package io.jotter.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The environment's imports are evaluated late, and no reader can tell. */
class EnvironmentImportsTests {
    @TempDir
    Path directory;

    private TestNotebook notebook;

    @BeforeEach
    void open() throws IOException {
        // packages of the JDK's that the kernel itself does not import
        Path jar = environment("import java.text.*;\nimport java.util.zip.*;\n");
        notebook = TestNotebook.open(Files.writeString(directory.resolve("environment.classpath"), jar + "\n"));
    }

    private Path environment(String imports) throws IOException {
        Path jar = directory.resolve("jotter-environment-" + imports.hashCode() + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("META-INF/jotter/imports.jsh"));
            out.write(imports.getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    @Test
    void theFirstCellMayNameWhatTheyBring() {
        notebook.run("new CRC32().getValue()").hasText("0");
    }

    @Test
    void aFirstDeclarationMayToo() {
        notebook.run("NumberFormat format() { return NumberFormat.getInstance(Locale.ROOT); }\nformat().format(1.5)")
                .hasText("1.5")
                .printed("");
    }

    @Test
    void aCellAfterManyThatNeedNoneMayToo() {
        notebook.run("1 + 1");
        notebook.run("int n = 3;");
        notebook.run("new DecimalFormat(\"0.0\", new DecimalFormatSymbols(Locale.ROOT)).format(n)")
                .hasText("3.0");
    }

    @Test
    void whatTheReaderDeclaredBeforeWins() {
        notebook.run("record CRC32(int mine) {}");
        notebook.run("new Adler32().getValue()").hasText("1");
        notebook.run("new CRC32(5).mine()").hasText("5");
    }

    @Test
    void completionKnowsThemBeforeAnyCellHasRun() {
        assertThat(notebook.session().complete("new Deflat", 10).matches())
                .extracting(Completions.Match::text)
                .anyMatch(text -> text.startsWith("Deflater"));
    }

    @Test
    void aReadersOwnImportOfOneKeepsTheOthers() {
        notebook.run("import java.text.*;");
        notebook.run("new CRC32().getValue()").hasText("0");
    }

    @Test
    void aNewWorkerHasThemAgain() {
        notebook.run("new CRC32().getValue()");
        notebook.run("System.exit(0);").failedAs(EvalOutcome.WorkerDied.class);
        notebook.run("new CRC32().getValue()").hasText("0");
    }

    @Test
    void aPackageThatIsMissingKeepsNoOtherAway() throws IOException {
        Path jar = environment("import java.text.*;\nimport no.such.place.*;\nimport java.util.zip.*;\n");
        try (TestNotebook other =
                TestNotebook.open(Files.writeString(directory.resolve("other.classpath"), jar + "\n"))) {
            other.run("new CRC32().getValue()").hasText("0");
            other.run("NumberFormat.getInstance(Locale.ROOT).format(1.5)").hasText("1.5");
        }
    }

    @Test
    void theWarmingUpLeavesNothingBehind() {
        notebook.session().warmUp(false);
        notebook.run("6 * 7").hasText("42");
        notebook.run("$1 + 0").hasText("42");
    }
}
