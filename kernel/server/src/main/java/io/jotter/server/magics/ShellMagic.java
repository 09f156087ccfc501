package io.jotter.server.magics;

import io.jotter.server.magics.shell.Command;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** {@code %%bash}, {@code %%sh}, {@code %sh command} and {@code !command}: commands of the operating system. */
final class ShellMagic implements Magic {
    /** What an assigned output may have, in characters: the kernel's own process holds it. */
    private static final int MOST_CAPTURED = 16_000_000;

    private final String shell;
    private final List<String> names;

    private ShellMagic(String shell, List<String> names) {
        this.shell = shell;
        this.names = names;
    }

    static ShellMagic bash() {
        return new ShellMagic("bash", List.of("bash"));
    }

    /** The system's own shell; on Windows that is cmd. */
    static ShellMagic sh() {
        return new ShellMagic(Command.isWindows() ? "cmd" : "sh", List.of("sh", "system", "exec"));
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public Side side() {
        return Side.FRONT;
    }

    @Override
    public MagicKind kind() {
        return MagicKind.BOTH;
    }

    @Override
    public String usage() {
        return shell.equals("bash")
                ? "%%bash [options], then a script, or %bash command: runs it in bash"
                : "%sh command, !command, or %%sh and a script: runs it in the system's shell";
    }

    @Override
    public String help() {
        return """
                Output is shown as it comes. An interrupt ends the command and all that it has started. An exit code other \
                than 0 is the cell's error. The command has no input and works in the notebook's folder, with the variables \
                of %%env. Assigned, the value is the list of the lines that it has printed. What it leaves in the background \
                ends with the kernel.

                Examples:
                !ls -l
                List<String> names = %%sh ls
                %%%%%s
                for i in 1 2 3; do echo $i; done""".formatted(names.get(0));
    }

    @Override
    public List<String> completions(String argument, MagicContext context) {
        return FileNames.completions(argument, context.workingDirectory());
    }

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        String body = call.body();
        String script = body == null ? String.join(" ", call.arguments()) : body;
        if (script.isBlank()) {
            throw new MagicException("There is no command to run. Usage: " + usage());
        }
        if (!Command.hasProgram(shell)) {
            throw new MagicException("There is no " + shell + " on this machine. %sh runs the system's own shell.");
        }
        List<String> options = body == null ? List.of() : call.arguments();
        if (context.isAssigned()) {
            Captured captured = new Captured();
            run(script, options, context, captured);
            return new MagicValue.Texts(captured.lines());
        }
        run(script, options, context, context::print);
        return new MagicValue.Nothing();
    }

    private void run(String script, List<String> options, MagicContext context, Consumer<String> out)
            throws MagicException {
        int code;
        try {
            code = run(script, options, context, out, context::printError);
        } catch (IOException e) {
            throw new MagicException("The command cannot be started: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MagicException("The command was interrupted and has been ended.", e);
        }
        if (code != 0) {
            throw new MagicException("The command ended with exit code " + code
                    + (code > 128 && code < 160 && !Command.isWindows()
                            ? " (128 + " + (code - 128) + ": a signal ended it)"
                            : code == 127 ? " (no such command)" : "")
                    + "." + (code == 127 ? hint(script) : ""));
        }
    }

    private int run(
            String script, List<String> options, MagicContext context, Consumer<String> out, Consumer<String> err)
            throws IOException, InterruptedException {
        Path folder = context.workingDirectory();
        List<String> line = new ArrayList<>(List.of(shell));
        if (!shell.equals("cmd")) {
            line.addAll(options);
            line.addAll(List.of("-c", script));
            return new Command(line, folder, context.environment()).run(out, err);
        }
        // cmd takes one line as an argument, and more from a file only
        Path file = Files.createTempFile("jotter", ".bat");
        try {
            Files.writeString(file, "@echo off\r\nchcp 65001 > nul\r\n" + script, StandardCharsets.UTF_8);
            line.addAll(List.of("/d", "/c", file.toString()));
            return new Command(line, folder, context.environment()).run(out, err);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** A lone {@code !done} may have been meant as Java. */
    private static String hint(String script) {
        return script.strip().matches("[\\p{L}_$][\\p{L}\\p{N}_$.]*")
                ? " If Java's ! is meant, write (!" + script.strip() + ")."
                : "";
    }

    private static final class Captured implements Consumer<String> {
        private final StringBuilder text = new StringBuilder();
        private boolean tooMuch;

        @Override
        public synchronized void accept(String more) {
            tooMuch |= text.length() + more.length() > MOST_CAPTURED;
            if (!tooMuch) {
                text.append(more);
            }
        }

        synchronized List<String> lines() throws MagicException {
            if (tooMuch) {
                throw new MagicException("The command has printed more than " + MOST_CAPTURED / 1_000_000
                        + " million characters, which is more than a value holds: have it write to a file.");
            }
            return text.toString().lines().toList();
        }
    }
}
