package io.jotter.server.magics;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** {@code %bench} and {@code %%bench}: how long code takes that is run often. */
final class BenchMagic implements Magic {
    @Override
    public List<String> names() {
        return List.of("bench", "timeit");
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
        return "%bench [-w warmups] [-n runs] code, or %%bench and a cell: how long a call takes, warmed up, with an error";
    }

    @Override
    public String help() {
        return """
                The code becomes the body of a function that is called in a loop. A run lasts about 100 ms; the number of calls that
                this takes is found first. After the runs to warm up (-w, 5) those that count (-n, 10) are told by their median and
                their mean, with half the width of its 99.9 % interval by Student's distribution. The value of the last expression is
                kept from being optimised away.

                What it does not do: no other JVM is started, so what ran before may have made the compiler more careful; what is
                constant in the code may be computed beforehand: read it from a variable of the notebook; a primitive value is boxed,
                which costs some nanoseconds. Its variables are the function's own. Where nanoseconds matter, use JMH.

                Example:
                %bench -n 20 Math.log(x)""";
    }

    private static final int WARMUPS = 5;
    private static final int RUNS = 10;
    private static final int MOST = 1_000;

    /** What cannot be an expression by how it begins: a word of the language, a block, a declaration. */
    private static final Pattern STATEMENT = Pattern.compile(
            "\\s*(?:(?:for|while|if|do|try|throw|return|synchronized|var|final|class|record|enum|interface)\\b"
                    + "|\\{|[\\w.]+(?:<[^;(]*>)?(?:\\[])*\\s+\\w+\\s*=(?!=))");

    /** What is to be measured, and how. */
    private record Task(String code, int warmups, int runs) {}

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        Task task = task(call);
        int line = context.line();
        List<String> snippets = new ArrayList<>(context.snippets(task.code()));
        snippets.removeIf(String::isBlank);
        if (snippets.isEmpty()) {
            throw new MagicException("There is nothing to measure. Usage: " + usage());
        }
        String last = snippets.remove(snippets.size() - 1);
        String before = String.join("", snippets);
        if (STATEMENT.matcher(last).lookingAt()) {
            context.evaluate(loop(before + asStatement(last)), line);
        } else {
            evaluate(loop(before + returned(last)), loop(before + asStatement(last)), context);
        }
        return context.runInWorker(
                new MagicCall("bench", List.of(String.valueOf(task.warmups()), String.valueOf(task.runs())), null));
    }

    /** The second form is for what has no value; where neither compiles, the errors of the first are told. */
    private static void evaluate(String withValue, String without, MagicContext context) throws MagicException {
        try {
            context.evaluate(withValue, context.line());
        } catch (NotCompiledException noValue) {
            try {
                context.evaluate(without, context.line());
            } catch (NotCompiledException neither) {
                context.evaluate(withValue, context.line());
            }
        }
    }

    /** For the compiler the end is reached, also where a statement throws. */
    private static String asStatement(String last) {
        return " if (true) {" + last + (last.stripTrailing().matches("(?s).*[;}]") ? "" : ";") + "\n}\nreturn null;";
    }

    private static String returned(String last) {
        String expression = last.strip();
        String alone = expression.endsWith(";") ? expression.substring(0, expression.length() - 1) : expression;
        int blanks = last.length() - last.stripLeading().length();
        return last.substring(0, blanks) + "return (" + alone + "\n);";
    }

    /**
     * A block that leaves a function from a number of calls to nanoseconds: written in the very class of the code, so that
     * the compiler sees one caller. Nothing of it is declared in the notebook.
     */
    private static String loop(String body) {
        return "{ java.util.concurrent.Callable<Object> jotterBody = () -> {\n" + body + "\n};"
                + " java.util.concurrent.atomic.AtomicReference<Object> jotterSink ="
                + " new java.util.concurrent.atomic.AtomicReference<>();"
                + " java.util.function.LongUnaryOperator jotterLoop = jotterCalls -> { try {"
                + " long jotterStart = System.nanoTime();"
                + " for (long jotterCall = 0; jotterCall < jotterCalls; jotterCall++) {"
                + " jotterSink.lazySet(jotterBody.call()); }"
                + " return System.nanoTime() - jotterStart;"
                + " } catch (Exception jotterThrown) {"
                + " throw new java.util.concurrent.CompletionException(jotterThrown); } };"
                + " System.getProperties().put(\"jotter.bench\", jotterLoop); }";
    }

    private Task task(MagicCall call) throws MagicException {
        String body = call.body();
        String rest = String.join(" ", call.arguments()).strip();
        int warmups = WARMUPS;
        int runs = RUNS;
        while (rest.matches("-[wn]\\b.*")) {
            String[] words = rest.split("\\s+", 3);
            int number = words.length > 1 ? number(words[1]) : -1;
            if (number < (rest.startsWith("-n") ? 1 : 0) || number > MOST) {
                throw new MagicException(words[0] + " takes a number up to " + MOST + ". Usage: " + usage());
            }
            if (rest.startsWith("-n")) {
                runs = number;
            } else {
                warmups = number;
            }
            rest = words.length > 2 ? words[2] : "";
        }
        if (body != null && !rest.isEmpty()) {
            throw new MagicException("\"" + rest + "\" is no option. Usage: " + usage());
        }
        return new Task(body == null ? rest : body, warmups, runs);
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }
}
