package io.jotter.worker.inspect;

import io.jotter.wire.VariableLook;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is seen of the notebook's variables and of what they are made of, with long ones folded into ranges. */
public final class Inspector {
    /** A range unfolds into as many lines at most. */
    private static final int MOST_LINES = 100;

    private static final String NO_VALUE = "(has no value)";

    private final ClassLoader loader;
    private final LibraryTexts texts = new LibraryTexts();
    private volatile References references = new References();

    public Inspector(ClassLoader loader) {
        this.loader = loader;
    }

    /**
     * The variables as they are now; what was known of others is forgotten.
     *
     * @param holders the classes of which they are static fields, in the order of the names
     * @param cellRuns whether a cell may be changing them
     */
    public List<VariableLook> variables(List<String> names, List<String> holders, boolean cellRuns) {
        Look look = new Look(references.next(), cellRuns);
        List<VariableLook> looks = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            looks.add(variable(names.get(i), holders.get(i), look));
        }
        references = look.numbers;
        return looks;
    }

    /**
     * The parts of a value.
     *
     * @param count how many from {@code start} on; 0: all, folded if they are many
     * @return empty if nothing stands under the number any more
     */
    public Optional<List<VariableLook>> parts(int reference, int start, int count, boolean cellRuns) {
        References numbers = references;
        References.Place place = numbers.place(reference);
        Object value = place == null ? null : place.value().get();
        if (place == null || value == null) {
            return Optional.empty();
        }
        Look look = new Look(numbers, cellRuns);
        if (count > 0) {
            return Optional.of(look.lines(value, place.start() + start, count));
        }
        List<VariableLook> looks = look.parts(place);
        numbers.given(reference, looks);
        return Optional.of(looks);
    }

    /**
     * The value of a variable.
     *
     * @throws ReflectiveOperationException if it has none
     */
    public @Nullable Object value(String name, String holder) throws ReflectiveOperationException {
        Field field = Class.forName(holder, false, loader).getDeclaredField(name);
        field.setAccessible(true);
        return field.get(null);
    }

    /** The value of a variable in a line. */
    public String line(String name, String holder, boolean cellRuns) {
        return variable(name, holder, new Look(new References(), cellRuns)).value();
    }

    private VariableLook variable(String name, String holder, Look look) {
        try {
            return look.at(new Parts.Part(name, value(name, holder), null));
        } catch (ReflectiveOperationException | LinkageError gone) {
            return new VariableLook(name, "", NO_VALUE, 0, 0);
        }
    }

    /** One look, at one moment. */
    private final class Look {
        private final References numbers;
        private final boolean cellRuns;
        private final ValueLine line;

        Look(References numbers, boolean cellRuns) {
            this.numbers = numbers;
            this.cellRuns = cellRuns;
            this.line = new ValueLine(texts, cellRuns);
        }

        VariableLook at(Parts.Part part) {
            Object value = part.value();
            int size = size(value);
            int number = value == null || size == 0
                    ? 0
                    : numbers.of(new References.Place(new Identity(value), 0, Integer.MAX_VALUE), this::parts);
            return new VariableLook(part.name(), type(part), line.of(value), number, size);
        }

        private int size(@Nullable Object value) {
            try {
                return Parts.of(value, cellRuns).size();
            } catch (RuntimeException | LinkageError broken) {
                return 0;
            }
        }

        private String type(Parts.Part part) {
            Class<?> declared = part.type();
            Object value = part.value();
            if (declared != null && (declared.isPrimitive() || value == null)) {
                return TypeNames.of(declared);
            }
            return value == null ? "" : TypeNames.of(value.getClass());
        }

        List<VariableLook> parts(References.Place place) {
            Object value = place.value().get();
            if (value == null) {
                return List.of();
            }
            int all = Math.min(place.count(), size(value) - place.start());
            if (all <= MOST_LINES) {
                return lines(value, place.start(), Math.max(0, all));
            }
            int step = MOST_LINES;
            while ((long) step * MOST_LINES < all) {
                step *= MOST_LINES;
            }
            List<VariableLook> ranges = new ArrayList<>();
            for (long from = 0; from < all; from += step) {
                ranges.add(range(value, place.start() + (int) from, (int) Math.min(step, all - from)));
            }
            return ranges;
        }

        private VariableLook range(Object value, int start, int count) {
            int number = numbers.of(new References.Place(new Identity(value), start, count), this::parts);
            StringBuilder some = new StringBuilder();
            for (VariableLook each : lines(value, start, Math.min(count, 3))) {
                some.append(each.value()).append(", ");
            }
            String name = count == 1 ? "[" + start + "]" : "[" + start + " … " + (start + count - 1) + "]";
            return new VariableLook(name, TypeNames.of(value.getClass()), some + "…", number, count);
        }

        List<VariableLook> lines(Object value, int start, int count) {
            try {
                return Parts.of(value, cellRuns).slice(start, count).stream()
                        .map(this::at)
                        .toList();
            } catch (RuntimeException changing) {
                return List.of();
            }
        }
    }
}
