package io.jotter.environment.course;

import org.jspecify.annotations.Nullable;

/**
 * An exercise and what is expected of its answer.
 *
 * @param id chapter and number, for example {@code 08.1}
 * @param praise what a right answer means, shown with it: one sentence
 */
record Exercise(String id, Expectation expectation, String praise) {
    Verdict judge(@Nullable Object answer) {
        if (answer == null) {
            return new Verdict(id, false, "the answer is null. Is the part to fill in still empty?");
        }
        return expectation
                .fault(answer)
                .map(fault -> new Verdict(id, false, fault))
                .orElseGet(() -> new Verdict(id, true, praise));
    }
}
