package io.jotter.server.engine;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compiles a Java file with the annotation processors that are on the class path. They are code of the user's, and may reach
 * into the compiler as Lombok does: so this compiler is a process of its own.
 */
final class ProcessingCompiler {
    private static final String SERVICE = "javax.annotation.processing.Processor";

    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^\\s*public\\s+(?:(?:abstract|final|sealed|non-sealed|strictfp)\\s+)*(?:class|record|interface|enum|@interface)\\s+(\\w+)");

    /** As javac has it: the file, the line, what it is and what is wrong; then the line itself, and a mark below. */
    private static final Pattern PROBLEM = Pattern.compile("^.*\\.java:(\\d+): (?:(error|warning): )?(.*)$");

    /** Up to this one processors are run unasked. */
    private static final int LAST_TO_PROCESS_UNASKED = 20;

    private ProcessingCompiler() {}

    /** Whether any of the entries has processors. */
    static boolean isNeeded(List<Path> classPath) {
        return classPath.stream().anyMatch(entry -> ServiceFiles.offers(entry, SERVICE));
    }

    /**
     * Compiles into a folder.
     *
     * @return what is wrong with it; empty if it compiles
     * @throws IOException if the compiler cannot be run, or the wait for it was interrupted
     */
    static List<SnippetOutcome.Problem> compile(String source, List<Path> classPath, List<String> options, Path folder)
            throws IOException {
        Path sources = Files.createTempDirectory("jotter-source");
        Matcher named = PUBLIC_TYPE.matcher(source);
        Path file = sources.resolve((named.find() ? named.group(1) : "Source") + ".java");
        try {
            Files.writeString(file, source);
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
            command.addAll(options);
            command.addAll(List.of("-J-Duser.language=en", "-J-Dfile.encoding=UTF-8", "-encoding", "UTF-8", "-g"));
            if (Runtime.version().feature() > LAST_TO_PROCESS_UNASKED) {
                command.add("-proc:full");
            }
            command.addAll(List.of("-d", folder.toString(), "-classpath"));
            command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
            command.add(file.toString());
            return run(command, source);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(sources);
        }
    }

    private static List<SnippetOutcome.Problem> run(List<String> command, String source) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() == 0) {
                return List.of();
            }
            List<SnippetOutcome.Problem> problems = problems(said, source);
            if (problems.isEmpty()) {
                throw new IOException("The compiler has failed: " + said.strip());
            }
            return problems;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The compiler was interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** What javac has said, by places in the source. */
    static List<SnippetOutcome.Problem> problems(String said, String source) {
        List<SnippetOutcome.Problem> problems = new ArrayList<>();
        List<String> lines = said.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher problem = PROBLEM.matcher(lines.get(i));
            if (problem.matches()) {
                int at = offset(source, Integer.parseInt(problem.group(1)), column(lines, i));
                problems.add(
                        new SnippetOutcome.Problem(at, at, at, problem.group(3), !"warning".equals(problem.group(2))));
            }
        }
        return problems;
    }

    private static int column(List<String> lines, int problem) {
        for (int i = problem + 1;
                i < lines.size() && !PROBLEM.matcher(lines.get(i)).matches();
                i++) {
            if (lines.get(i).strip().equals("^")) {
                return lines.get(i).indexOf('^');
            }
        }
        return 0;
    }

    private static int offset(String source, int line, int column) {
        int at = 0;
        for (int i = 1; i < line; i++) {
            at = source.indexOf('\n', at) + 1;
        }
        return Math.min(source.length(), at + column);
    }
}
