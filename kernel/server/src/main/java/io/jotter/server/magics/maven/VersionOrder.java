package io.jotter.server.magics.maven;

import java.util.Comparator;
import java.util.List;

/** Tells newer versions from older ones well enough for a list: numbers as numbers, a release before its milestones. */
final class VersionOrder {
    static final Comparator<String> NEWEST_FIRST = (left, right) -> compare(right, left);

    private VersionOrder() {}

    private static int compare(String left, String right) {
        List<String> one = words(left);
        List<String> other = words(right);
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            int order = compareWords(i < one.size() ? one.get(i) : "", i < other.size() ? other.get(i) : "");
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** A number is newer than an end, and an end newer than a word such as {@code beta}. */
    private static int compareWords(String left, String right) {
        boolean numbers = isNumber(left) && isNumber(right);
        if (numbers && left.length() != right.length()) {
            return Integer.compare(left.length(), right.length());
        }
        int kinds = Integer.compare(kind(left), kind(right));
        return kinds != 0 ? kinds : left.compareTo(right);
    }

    private static int kind(String word) {
        return isNumber(word) ? 2 : word.isEmpty() ? 1 : 0;
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }

    private static List<String> words(String version) {
        return List.of(version.split("[.:_-]|(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)", -1));
    }
}
