package io.jotter.worker.render;

import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;
import io.jotter.api.Renderer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Finds the renderer for a value: its own, the most specific of a library, one that is built in, or plain text. */
public final class Renderers {
    /** What these throw, the value's own methods have thrown. */
    private static final Set<Class<?>> OWN = Set.of(ArrayRenderer.class, TextRenderer.class);

    private final ClassLoader loader;
    private final Set<Renderer<?>> told = ConcurrentHashMap.newKeySet();
    private final Map<Class<?>, Renderer<?>> found = new ConcurrentHashMap<>();
    private final List<Renderer<?>> added = new CopyOnWriteArrayList<>();
    private volatile @Nullable List<Renderer<?>> all;

    public Renderers(ClassLoader loader) {
        this.loader = loader;
    }

    /** To add a renderer for a type of the JDK, write it and name it here. */
    static List<Renderer<?>> builtIn() {
        return List.of(new TextRenderer());
    }

    /** Adds a renderer of the notebook's own. */
    public void add(Renderer<?> renderer) {
        added.add(Objects.requireNonNull(renderer));
        reload();
    }

    /** Looks again for renderers in libraries: the class path has grown. */
    public void reload() {
        all = null;
        found.clear();
    }

    /**
     * How a value looks, cut to what a page can take. Throws what the value's own methods throw; a library's renderer that
     * fails is named once, and the plain text shown.
     */
    public MimeBundle render(Object value) {
        return Shortened.of(whole(value));
    }

    private MimeBundle whole(Object value) {
        if (value instanceof MimeBundle bundle) {
            return bundle;
        }
        if (value instanceof Displayable displayable) {
            return given(displayable.toMimeBundle(), "toMimeBundle of " + nameOf(value));
        }
        return renderWith(found.computeIfAbsent(value.getClass(), this::find), value);
    }

    private MimeBundle renderWith(Renderer<?> renderer, Object value) {
        if (OWN.contains(renderer.getClass())) {
            return rendered(renderer, value);
        }
        try {
            return rendered(renderer, value);
        } catch (RuntimeException | LinkageError | StackOverflowError failed) {
            if (Thread.currentThread().isInterrupted()) {
                throw failed;
            }
            if (told.add(renderer)) {
                System.err.println(
                        "The renderer " + nameOf(renderer) + " has failed, so the plain text is shown: " + failed);
            }
            return plain(value.getClass()).render(value);
        }
    }

    @SuppressWarnings("unchecked") // find() has checked the type
    private static <T> MimeBundle rendered(Renderer<T> renderer, Object value) {
        return given(renderer.render((T) value), "It");
    }

    private static MimeBundle given(@Nullable MimeBundle bundle, String who) {
        if (bundle == null) {
            throw new IllegalStateException(
                    who + " returned null. To show nothing, it has to return MimeBundle.empty().");
        }
        return bundle;
    }

    private static String nameOf(Object value) {
        return value.getClass().getName();
    }

    private Renderer<?> find(Class<?> type) {
        return Specificity.choose(type, all()).orElseGet(() -> plain(type));
    }

    private static Renderer<Object> plain(Class<?> type) {
        // an array has no type of its own that a renderer could name for all of them
        return type.isArray() ? new ArrayRenderer() : new TextRenderer();
    }

    private List<Renderer<?>> all() {
        List<Renderer<?>> known = all;
        if (known == null) {
            known = new ArrayList<>(builtIn());
            var providers = ServiceLoader.load(Renderer.class, loader).iterator();
            while (true) {
                try {
                    if (!providers.hasNext()) {
                        break;
                    }
                    known.add(providers.next());
                } catch (ServiceConfigurationError | LinkageError broken) {
                    System.err.println("A renderer of a library cannot be used: " + broken.getMessage());
                }
            }
            known.addAll(added);
            all = known;
        }
        return known;
    }
}
