package io.jotter.environment.course;

import io.jotter.api.Notebook;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one function with which a reader has an exercise looked at: {@code check("08.1", answer)}. */
public final class Checks {
    /** Every chapter with exercises. A new chapter is named here. */
    private static final List<Exercise> EXERCISES = Stream.of(
                    Chapter00.EXERCISES,
                    Chapter01.EXERCISES,
                    Chapter02.EXERCISES,
                    Chapter03.EXERCISES,
                    Chapter05.EXERCISES,
                    Chapter06.EXERCISES,
                    Chapter07.EXERCISES,
                    Chapter08.EXERCISES,
                    Chapter09.EXERCISES)
            .flatMap(List::stream)
            .toList();

    private Checks() {}

    /**
     * Shows whether the answer is right and, if not, what is off; then the notebook goes on.
     *
     * @throws AssertionError if the answer is wrong and {@code JOTTER_CHECK} is {@code strict}, as an environment
     *     variable or a system property: that is how solutions are tested and work is graded
     */
    public static void check(String id, @Nullable Object answer) {
        Verdict verdict = judge(id, answer);
        if (Notebook.isRunning()) {
            Notebook.display(verdict);
        } else {
            System.out.println(verdict.plain());
        }
        if (!verdict.right() && isStrict()) {
            throw new AssertionError(verdict.plain());
        }
    }

    static Verdict judge(String id, @Nullable Object answer) {
        Optional<Exercise> exercise =
                EXERCISES.stream().filter(e -> e.id().equals(id)).findFirst();
        if (exercise.isEmpty()) {
            String known = EXERCISES.stream().map(Exercise::id).collect(Collectors.joining(", "));
            return new Verdict(id, false, "there is no exercise of this number. There are " + known + ".");
        }
        return exercise.get().judge(answer);
    }

    private static boolean isStrict() {
        return "strict".equals(System.getenv("JOTTER_CHECK")) || "strict".equals(System.getProperty("JOTTER_CHECK"));
    }
}
