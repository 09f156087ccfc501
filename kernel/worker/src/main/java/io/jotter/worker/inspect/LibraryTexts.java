package io.jotter.worker.inspect;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** How objects of libraries call themselves: asked while no cell runs, and remembered for while one does. */
final class LibraryTexts {
    /** A type that took longer once is not asked again, in nanoseconds. */
    private static final long SLOW = 200_000_000;

    /** More than so many are no variables any more. */
    private static final int MOST = 10_000;

    private final Map<Identity, String> known = new ConcurrentHashMap<>();
    private final Set<Class<?>> slow = ConcurrentHashMap.newKeySet();

    /**
     * The text, as long as the object makes it; empty if it has none that may be asked for.
     *
     * @param cellRuns whether it may be in use, and only what is remembered is told
     */
    String of(Object value, boolean cellRuns) {
        Identity key = new Identity(value);
        if (cellRuns || slow.contains(value.getClass())) {
            return known.getOrDefault(key, "");
        }
        // for the time it takes: one that never returns has been told of
        slow.add(value.getClass());
        long begun = System.nanoTime();
        String text = asked(value);
        if (System.nanoTime() - begun < SLOW) {
            slow.remove(value.getClass());
        }
        if (known.size() >= MOST) {
            known.keySet().removeIf(each -> each.get() == null);
        }
        if (known.size() < MOST) {
            known.put(key, text);
        }
        return text;
    }

    private static String asked(Object value) {
        try {
            if (value.getClass().getMethod("toString").getDeclaringClass() == Object.class) {
                return "";
            }
            String text = value.toString();
            return text == null ? "null" : text.substring(0, Math.min(text.length(), ValueLine.LONGEST * 2));
        } catch (NoSuchMethodException | RuntimeException | LinkageError | StackOverflowError broken) {
            return "(its toString throws " + broken.getClass().getName() + ")";
        }
    }
}
