package io.jotter.server.magics;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a misspelt name was likely meant to be. */
public final class EditDistance {
    private EditDistance() {}

    /** The nearest of the names, if it is near enough to be worth naming: a third of its letters, two at least. */
    public static Optional<String> nearest(String name, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> between(name, candidate) <= Math.max(2, candidate.length() / 3))
                .min(Comparator.comparingInt(candidate -> between(name, candidate)));
    }

    /** Levenshtein's distance, in letters; case counts for nothing. */
    static int between(String one, String other) {
        String left = one.toLowerCase(Locale.ROOT);
        String right = other.toLowerCase(Locale.ROOT);
        int[] above = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] current = new int[right.length() + 1];
            current[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int change = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
                current[column] =
                        Math.min(Math.min(above[column], current[column - 1]) + 1, above[column - 1] + change);
            }
            above = current;
        }
        return above[right.length()];
    }
}
