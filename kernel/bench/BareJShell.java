import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;

/**
 * Evaluates each line of its standard input in a JShell of this JVM and answers with the nanoseconds that it took.
 * Arguments: a class path and imports to begin with, or none.
 */
public final class BareJShell {
    public static void main(String[] arguments) throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (JShell shell = JShell.builder().executionEngine("local").build()) {
            if (arguments.length > 0) {
                shell.addToClasspath(arguments[0]);
                evaluate(shell, arguments[1]);
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                long start = System.nanoTime();
                evaluate(shell, line);
                System.out.println(System.nanoTime() - start);
            }
        }
    }

    private static void evaluate(JShell shell, String source) {
        for (var event : shell.eval(source)) {
            // what a redefinition does to others has a cause
            if (event.causeSnippet() == null && event.status() != Status.VALID || event.exception() != null) {
                throw new IllegalStateException("JShell did not run: " + source, event.exception());
            }
        }
    }
}
