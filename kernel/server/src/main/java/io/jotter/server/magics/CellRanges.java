package io.jotter.server.magics;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which cells are meant: {@code 1-3 7}. */
final class CellRanges {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:[-:](\\d{1,9}))?");

    private record Range(int first, int last) {}

    private final List<Range> ranges;

    private CellRanges(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** Those written; all cells if none are. */
    static CellRanges of(List<String> written, String usage) throws MagicException {
        List<Range> ranges = new ArrayList<>();
        for (String each : written) {
            Matcher range = RANGE.matcher(each);
            if (!range.matches()) {
                throw new MagicException(
                        "\"" + each + "\" is neither a cell's number nor a range as 1-3. Usage: " + usage);
            }
            int first = Integer.parseInt(range.group(1));
            ranges.add(new Range(first, range.group(2) == null ? first : Integer.parseInt(range.group(2))));
        }
        return new CellRanges(ranges);
    }

    /** Of these cells, without the last, which runs now. */
    List<RanCell> from(List<RanCell> cells) {
        return cells.subList(0, Math.max(0, cells.size() - 1)).stream()
                .filter(cell -> ranges.isEmpty()
                        || ranges.stream()
                                .anyMatch(range -> range.first() <= cell.number() && cell.number() <= range.last()))
                .toList();
    }
}
