package io.github.spencerpark.jupyter.kernel.magic.registry;

import io.jotter.api.Notebook;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The magics that a notebook registers. They can be called as {@code %name} and {@code %%name} from then on. */
public class Magics {
    private final Map<String, LineMagicFunction<?>> lineMagics = new ConcurrentHashMap<>();
    private final Map<String, CellMagicFunction<?>> cellMagics = new ConcurrentHashMap<>();

    /** Runs one that was registered here, else one of the kernel's. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller names the type, as with a cast
    public <T> @Nullable T applyLineMagic(String name, List<String> arguments) throws Exception {
        LineMagicFunction<?> own = lineMagics.get(name);
        return own == null ? Notebook.lineMagic(name, arguments) : (T) own.execute(arguments);
    }

    /** Runs one that was registered here, else one of the kernel's. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller names the type, as with a cast
    public <T> @Nullable T applyCellMagic(String name, List<String> arguments, String body) throws Exception {
        CellMagicFunction<?> own = cellMagics.get(name);
        return own == null ? Notebook.cellMagic(name, arguments, body) : (T) own.execute(arguments, body);
    }

    public void registerLineMagic(String name, LineMagicFunction<?> magic) {
        lineMagics.put(name, magic);
        tellKernel(name);
    }

    public void registerCellMagic(String name, CellMagicFunction<?> magic) {
        cellMagics.put(name, magic);
        tellKernel(name);
    }

    public <T extends LineMagicFunction<?> & CellMagicFunction<?>> void registerLineCellMagic(String name, T magic) {
        registerLineMagic(name, magic);
        registerCellMagic(name, magic);
    }

    /** Registers the methods of an object that are marked as magics. */
    public void registerMagics(Object magics) {
        registerMagics(magics.getClass(), magics);
    }

    /** Registers the static methods that are marked as magics. */
    public void registerMagics(Class<?> magics) {
        registerMagics(magics, null);
    }

    private void registerMagics(Class<?> type, @Nullable Object instance) {
        for (Method method : type.getDeclaredMethods()) {
            LineMagic line = method.getAnnotation(LineMagic.class);
            CellMagic cell = method.getAnnotation(CellMagic.class);
            if (line != null || cell != null) {
                check(method, instance, cell != null);
                // classes of a notebook are not public to others
                method.setAccessible(true);
            }
            if (line != null) {
                LineMagicFunction<?> function = arguments -> invoke(method, instance, arguments, null);
                registerLineMagic(line.value().isEmpty() ? method.getName() : line.value(), function);
                List.of(line.aliases()).forEach(alias -> registerLineMagic(alias, function));
            }
            if (cell != null) {
                CellMagicFunction<?> function = (arguments, body) -> invoke(method, instance, arguments, body);
                registerCellMagic(cell.value().isEmpty() ? method.getName() : cell.value(), function);
                List.of(cell.aliases()).forEach(alias -> registerCellMagic(alias, function));
            }
        }
    }

    private static void check(Method method, @Nullable Object instance, boolean takesBody) {
        Class<?>[] types = method.getParameterTypes();
        boolean fits = types.length == 0
                || (types[0].isAssignableFrom(List.class)
                        && types.length == (takesBody ? 2 : 1)
                        && (!takesBody || types[1].isAssignableFrom(String.class)));
        if (!fits) {
            throw new IllegalArgumentException("The magic " + method.getName() + " has to take "
                    + (takesBody ? "a List<String> and a String, its body" : "a List<String>") + ", or nothing.");
        }
        if (instance == null && !Modifier.isStatic(method.getModifiers())) {
            throw new IllegalArgumentException("The magic " + method.getName()
                    + " is not static: make it so, or register an object in place of the class.");
        }
    }

    private static @Nullable Object invoke(
            Method method, @Nullable Object instance, List<String> arguments, @Nullable String body) throws Exception {
        try {
            return switch (method.getParameterCount()) {
                case 0 -> method.invoke(instance);
                case 1 -> method.invoke(instance, arguments);
                default -> method.invoke(instance, arguments, body);
            };
        } catch (InvocationTargetException e) {
            if (e.getTargetException() instanceof Exception failed) {
                throw failed;
            }
            throw (Error) e.getTargetException();
        }
    }

    private void tellKernel(String name) {
        Notebook.registerMagic(
                io.jotter.api.Magic.of(name, "%" + name, (arguments, body) -> run(name, arguments, body)));
    }

    private @Nullable Object run(String name, List<String> arguments, @Nullable String body) throws Exception {
        LineMagicFunction<?> line = lineMagics.get(name);
        CellMagicFunction<?> cell = cellMagics.get(name);
        if (body == null ? line == null : cell == null) {
            throw new UndefinedMagicException(name, body == null);
        }
        return body == null || cell == null
                ? java.util.Objects.requireNonNull(line).execute(arguments)
                : cell.execute(arguments, body);
    }
}
