import static io.jotter.environment.live.Live.progress;

import io.jotter.environment.live.LiveChart;

/** What a progress bar and a live chart cost an iteration. Each part between `// cell NAME` and `// end` is a cell. */
public final class Progress {
    public static void main(String[] arguments) {
        // cell prepare
        class Counting {
            static final int STEPS = 3_000_000;

            static long empty() {
                long sum = 0;
                for (int i = 0; i < STEPS; i++) {
                    sum += i;
                }
                return sum;
            }

            static long shown() {
                long sum = 0;
                for (int i : progress(STEPS)) {
                    sum += i;
                }
                return sum;
            }

            static long charted() {
                LiveChart chart = io.jotter.environment.live.Live.liveChart("sum");
                long sum = 0;
                for (int i = 0; i < STEPS; i++) {
                    sum += i;
                    chart.add(i, sum);
                }
                return sum;
            }

            static void time(String what, java.util.function.LongSupplier loop) {
                long begin = System.nanoTime();
                long sum = loop.getAsLong();
                double each = (double) (System.nanoTime() - begin) / STEPS;
                System.out.println(what + " " + Math.round(each * 1e9) + " " + sum);
            }
        }
        // end
        // cell empty
        Counting.time("empty", Counting::empty);
        // end
        // cell bar
        Counting.time("bar", Counting::shown);
        // end
        // cell chart
        Counting.time("chart", Counting::charted);
        // end
    }
}
