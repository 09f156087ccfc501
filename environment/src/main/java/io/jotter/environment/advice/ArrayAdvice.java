package io.jotter.environment.advice;

import io.jotter.api.ErrorAdvice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** On the errors of DJL's NDArrays: shapes that do not fit, arrays and managers that are closed, engines that are missing. */
public final class ArrayAdvice implements ErrorAdvice {
    @FunctionalInterface
    private interface Sentence {
        String on(MatchResult message);
    }

    private record Case(Pattern message, Sentence sentence) {
        static Case of(String message, Sentence sentence) {
            return new Case(Pattern.compile(message), sentence);
        }
    }

    private static final List<Case> CASES = List.of(
            Case.of(
                    "mat1 and mat2 shapes cannot be multiplied \\((\\d+)x(\\d+) and (\\d+)x(\\d+)\\)",
                    found -> "A matrix product needs as many columns on the left (" + found.group(2)
                            + ") as rows on the right (" + found.group(3) + "): getShape() shows what an array has, and"
                            + " transpose() or reshape(…) change it."),
            Case.of(
                    "size of tensor a \\((\\d+)\\) must match the size of tensor b \\((\\d+)\\) at non-singleton dimension (\\d+)",
                    found -> "Along dimension " + found.group(3) + " the arrays have " + found.group(1) + " and "
                            + found.group(2) + " elements: arrays are combined where they have as many, or one has 1."
                            + " getShape() shows what they have."),
            Case.of(
                    "shape '\\[([-\\d, ]+)]' is invalid for input of size (\\d+)",
                    found -> "The array has " + found.group(2) + " elements, and the shape (" + found.group(1)
                            + ") another number of them; -1 stands for the one length that follows from the others."),
            Case.of(
                    "(?i)expected (?:input|tensor|size).*but got|inconsistent tensor size|Given groups=|"
                            + "Sizes of tensors must match|size mismatch",
                    found ->
                            "The shape of what comes in is not the one that is expected: print getShape() before it, and"
                                    + " compare it with what the block or the operation asks for."),
            Case.of(
                    "expected scalar type (\\w+) but found (\\w+)|expected m1 and m2 to have the same dtype|"
                            + "Expected all tensors to be on the same type",
                    found ->
                            "The arrays hold numbers of different types: toType(DataType.FLOAT32, false) makes one of the"
                                    + " other."),
            Case.of(
                    "NDManager has been closed",
                    found ->
                            "The NDManager is closed, as at the end of a try (…) or scope: make the array within, or by a"
                                    + " manager that lives as long as the array."),
            Case.of(
                    "(?i)native resource has been release",
                    found ->
                            "This array is closed: its NDManager or scope has ended. attach(manager) before that end keeps"
                                    + " an array longer."),
            Case.of(
                    "(?i)no deep learning engine found",
                    found -> "DJL finds no engine on the class path: add one with %maven, as in"
                            + " ai.djl.pytorch:pytorch-engine."),
            Case.of(
                    "(?i)(index|target) (\\d+) is out of bounds",
                    found -> "A label or an index is larger than there are classes or rows: they are counted from 0."),
            Case.of(
                    "does not require grad and does not have a grad_fn",
                    found ->
                            "Nothing that was computed asks for a gradient: setRequiresGradient(true) before, and compute"
                                    + " within the GradientCollector."));

    @Override
    public Optional<String> on(Throwable thrown) {
        String message = String.valueOf(thrown.getMessage());
        if (!comesFromDjl(thrown)) {
            return Optional.empty();
        }
        for (Case each : CASES) {
            Matcher found = each.message().matcher(message);
            if (found.find()) {
                return Optional.of(each.sentence().on(found.toMatchResult()));
            }
        }
        return Optional.empty();
    }

    private static boolean comesFromDjl(Throwable thrown) {
        return thrown.getClass().getName().startsWith("ai.djl.")
                || Arrays.stream(thrown.getStackTrace())
                        .limit(5)
                        .anyMatch(frame -> frame.getClassName().startsWith("ai.djl."));
    }
}
