package io.jotter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.wire.Frame;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CellPrintStreamTests {
    /** They write nothing. */
    private static final Set<String> SILENT = Set.of("charset");

    private final Outbox outbox = new Outbox(new Pace(1e12, System::nanoTime));
    private final PrintStream out = new CellPrintStream(outbox, new Cells(), false);

    static Stream<Method> methodsThatWrite() {
        return Stream.of(PrintStream.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !SILENT.contains(method.getName()));
    }

    /** The JDK's own go through locks that a thread stopped inside would leave locked; so must none of a newer JDK. */
    @ParameterizedTest
    @MethodSource("methodsThatWrite")
    void noMethodIsLeftToTheJdksBuffers(Method method) throws NoSuchMethodException {
        assertThat(CellPrintStream.class
                        .getMethod(method.getName(), method.getParameterTypes())
                        .getDeclaringClass())
                .isEqualTo(CellPrintStream.class);
    }

    @Test
    void itWritesWhatThePrintStreamOfTheJdkWrites() throws Exception {
        java.io.ByteArrayOutputStream expected = new java.io.ByteArrayOutputStream();
        writeAll(new PrintStream(expected, true, StandardCharsets.UTF_8));
        writeAll(out);
        outbox.close();
        StringBuilder written = new StringBuilder();
        for (Frame frame : outbox.take()) {
            Frame.Output output = (Frame.Output) frame;
            written.append(new String(output.text(), 0, output.length(), StandardCharsets.UTF_8));
        }
        assertThat(written.toString())
                .isEqualTo(expected.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
    }

    private static void writeAll(PrintStream out) throws java.io.IOException {
        out.print(true);
        out.print('ü');
        out.print(1);
        out.print(2L);
        out.print(1.5f);
        out.print(2.5);
        out.print(new char[] {'a', 'b'});
        out.print((String) null);
        out.print((Object) List.of(1));
        out.println();
        out.println(false);
        out.println('x');
        out.println(3);
        out.println(4L);
        out.println(0.1f);
        out.println(0.2);
        out.println(new char[] {'c'});
        out.println("😀");
        out.println((Object) null);
        out.printf(Locale.ROOT, "%.1f %s%n", 1.0, "f");
        out.append('c').append("seq").append("substring", 3, 6).append(null);
        out.write(65);
        out.write(new byte[] {66, 67, 68}, 1, 1);
        out.write(new byte[] {69});
        out.writeBytes(new byte[] {70});
    }
}
