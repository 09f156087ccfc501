package io.jotter.worker;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What native code prints reaches the front through the process's own standard output. At the end of a cell the C
 * library's buffers are flushed, where the JDK can call it (22 and newer), and a mark is written behind them, so that the
 * front knows when it has seen all.
 */
final class NativeOutput {
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private final FileOutputStream err = new FileOutputStream(FileDescriptor.err);
    private final byte[] mark;
    private final MappedLibraries libraries = new MappedLibraries();
    private volatile @Nullable MethodHandle flush;
    private volatile boolean lookedUp;
    private boolean first = true;

    NativeOutput(String token) {
        this.mark = ("\0" + token + "\0").getBytes(StandardCharsets.UTF_8);
    }

    /** Called by one thread of the worker's own. */
    void flushAndMark() throws IOException {
        if (!lookedUp && libraries.haveGrown()) {
            lookUp();
        }
        MethodHandle fflush = flush;
        if (fflush != null) {
            try {
                int ignored = (int) fflush.invokeExact(0L);
            } catch (Throwable e) {
                throw new IOException("fflush failed", e);
            }
        }
        out.write(mark);
        err.write(mark);
        if (first) {
            first = false;
            // it takes longer than a small cell: behind the first one, which seldom needs it
            new OwnThread("native-output", this::lookUp).start();
        }
    }

    private synchronized void lookUp() {
        if (!lookedUp) {
            flush = findFlush().orElse(null);
            lookedUp = true;
        }
    }

    /** {@code fflush}, looked up by reflection because the byte code is for 17, which has no such API. */
    private static Optional<MethodHandle> findFlush() {
        if (Runtime.version().feature() < 22) {
            return Optional.empty();
        }
        try {
            Class<?> linkerType = Class.forName("java.lang.foreign.Linker");
            Class<?> layoutType = Class.forName("java.lang.foreign.MemoryLayout");
            Class<?> segmentType = Class.forName("java.lang.foreign.MemorySegment");
            Class<?> valueLayouts = Class.forName("java.lang.foreign.ValueLayout");
            Class<?> descriptorType = Class.forName("java.lang.foreign.FunctionDescriptor");
            Class<?> optionType = Class.forName("java.lang.foreign.Linker$Option");
            Object linker = linkerType.getMethod("nativeLinker").invoke(null);
            Object lookup = linkerType.getMethod("defaultLookup").invoke(linker);
            Optional<?> symbol = (Optional<?>) Class.forName("java.lang.foreign.SymbolLookup")
                    .getMethod("find", String.class)
                    .invoke(lookup, "fflush");
            if (symbol.isEmpty()) {
                return Optional.empty();
            }
            Object arguments = java.lang.reflect.Array.newInstance(layoutType, 1);
            java.lang.reflect.Array.set(
                    arguments, 0, valueLayouts.getField("JAVA_LONG").get(null));
            Object descriptor = descriptorType
                    .getMethod("of", layoutType, arguments.getClass())
                    .invoke(null, valueLayouts.getField("JAVA_INT").get(null), arguments);
            Object noOptions = java.lang.reflect.Array.newInstance(optionType, 0);
            Method downcall = linkerType.getMethod("downcallHandle", segmentType, descriptorType, noOptions.getClass());
            return Optional.of((MethodHandle) downcall.invoke(linker, symbol.get(), descriptor, noOptions));
        } catch (ReflectiveOperationException | RuntimeException e) {
            // late native output is the loss, and it is stated
            return Optional.empty();
        }
    }
}
