package io.jotter.server.magics;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code %time} and {@code %%time}: how long code takes that runs once. */
final class TimeMagic implements Magic {
    @Override
    public List<String> names() {
        return List.of("time");
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
        return "%time code, or %%time and a cell: runs it as any other and says how long it took";
    }

    @Override
    public String help() {
        return """
                Wall time counts from before the compiler to the end; what the compiler took is said apart. CPU time is that of all
                threads of the worker meanwhile, in the system's steps (10 ms on Linux). What runs once is not warmed up: for a
                figure to compare with others take %%bench. What the code declares stays, and its value is shown.

                Example:
                %time new Random(1).ints(1_000_000).sorted().sum()""";
    }

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        String body = call.body();
        String code = body == null ? String.join(" ", call.arguments()) : body;
        if (code.isBlank()) {
            throw new MagicException("There is nothing to time. Usage: " + usage());
        }
        Optional<Duration> cpuBefore = context.workerCpu();
        Duration ranBefore = context.ran();
        long start = System.nanoTime();
        MagicValue value = context.evaluate(code, body == null ? context.line() : context.line() + 1);
        Duration wall = Duration.ofNanos(System.nanoTime() - start);
        Duration ran = context.ran().minus(ranBefore);
        // a worker that was started meanwhile counts from zero
        Duration compiling = ran.isNegative() || ran.compareTo(wall) > 0 ? Duration.ZERO : wall.minus(ran);
        String cpu = context.workerCpu()
                .flatMap(after -> cpuBefore.map(before -> ", CPU time " + cpuInWords(after.minus(before))))
                .orElse("");
        context.print("Wall time " + inWords(wall) + " (compiling " + inWords(compiling) + ")" + cpu + "\n");
        return value;
    }

    private static String cpuInWords(Duration cpu) {
        return cpu.isZero() ? "less than the clock's step" : inWords(cpu);
    }

    /** As many digits as mean something. */
    static String inWords(Duration time) {
        double seconds = time.toNanos() / 1e9;
        if (seconds < 1e-3) {
            return String.format(Locale.ROOT, "%.0f µs", seconds * 1e6);
        } else if (seconds < 1) {
            return String.format(Locale.ROOT, seconds < 0.1 ? "%.1f ms" : "%.0f ms", seconds * 1e3);
        } else if (seconds < 60) {
            return String.format(Locale.ROOT, "%.2f s", seconds);
        }
        return String.format(Locale.ROOT, "%d min %.0f s", time.toMinutes(), seconds - 60 * time.toMinutes());
    }
}
