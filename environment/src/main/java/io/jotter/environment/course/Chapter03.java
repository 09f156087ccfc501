package io.jotter.environment.course;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the exercises of "Three diagrams as graphs" expect. */
final class Chapter03 {
    /** The edges of the graph in which exercise 3 has a cycle found. */
    private static final Set<String> LOOPING = Set.of(
            "plan → build",
            "build → test",
            "test → release",
            "release → learn",
            "test → fix",
            "fix → build",
            "plan → budget",
            "budget → release");

    static final List<Exercise> EXERCISES = List.of(
            new Exercise(
                    "03.1",
                    Expectation.number(4, 0)
                            .hint(n -> n == 0, "I got 0. Which of the five has a fixed place?")
                            .hint(n -> n == 120, "I got all orders of five things, allowed or not."),
                    "two orders before the middle, two after it, freely combined."),
            new Exercise(
                    "03.2",
                    Expectation.number(33, 1e-9)
                            .hint(n -> n == 0, "I got 0. Which days change, and what does the plan say then?")
                            .hint(n -> n == 28, "I got 28, as before. Was the change put into the plan?")
                            .hint(
                                    n -> n == 34,
                                    "I got six days more. The labels had some slack: who has to wait for them, and until"
                                            + " when did he wait already?"),
                    "six days later, of which one was slack."),
            new Exercise("03.3", Chapter03::cycle, "each arrow leads on, and the last one back."),
            new Exercise(
                    "03.4",
                    Expectation.numbers(2e-6, 9.0 / 28, 2.0 / 7, 15.0 / 56, 0.125)
                            .hint(n -> n == 0, "the rank of a is 0. Is nothing stored yet?")
                            .hint(
                                    n -> Math.abs(n - 0.332604) < 1e-5,
                                    "the rank of a is that for δ = 0.85. Here δ is 0.5."),
                    "what nothing points to has only the jumps."));

    private Chapter03() {}

    private static Optional<String> cycle(Object answer) {
        if (!(answer instanceof List<?>) && !(answer instanceof Object[])) {
            return Optional.of(
                    "I expected a list of nodes, got a " + answer.getClass().getSimpleName() + ".");
        }
        List<?> nodes = answer instanceof List<?> list ? list : Arrays.asList((Object[]) answer);
        if (nodes.isEmpty()) {
            return Optional.of("the list is empty. From which node does a way lead back to it?");
        }
        if (new HashSet<>(nodes).size() < nodes.size()) {
            return Optional.of(
                    "a node is named twice. Name each once; that the last leads to the first is understood.");
        }
        for (int i = 0; i < nodes.size(); i++) {
            String edge = nodes.get(i) + " → " + nodes.get((i + 1) % nodes.size());
            if (!LOOPING.contains(edge)) {
                return Optional.of("there is no arrow " + edge + ".");
            }
        }
        return Optional.empty();
    }
}
