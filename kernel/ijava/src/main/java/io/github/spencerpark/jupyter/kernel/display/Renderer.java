package io.github.spencerpark.jupyter.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import io.jotter.api.MimeBundle;
import io.jotter.api.Notebook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a notebook registers the look of its types. What is registered here, the kernel itself uses from then on. */
public class Renderer {
    private final List<Registered<?>> registered = new ArrayList<>();

    private record Registered<T>(
            Class<? extends T> type, Set<MIMEType> supported, Set<MIMEType> preferred, RenderFunction<T> function) {
        @SuppressWarnings("unchecked") // whoever finds it has compared the types
        void render(Object value, RenderContext context) {
            function.render((T) value, context);
        }
    }

    /** A registration that is being written down; {@link #register} ends it. */
    public class RenderRegistration<T> {
        private final Set<Class<? extends T>> types = new LinkedHashSet<>();
        private final Set<MIMEType> supported = new LinkedHashSet<>();
        private final Set<MIMEType> preferred = new LinkedHashSet<>();

        public RenderRegistration(Class<? extends T> type) {
            types.add(type);
        }

        public RenderRegistration<T> supporting(MIMEType... more) {
            supported.addAll(List.of(more));
            return this;
        }

        public RenderRegistration<T> supporting(String... more) {
            return supporting(parsed(more));
        }

        /** What values are rendered as when nobody asks for a type. */
        public RenderRegistration<T> preferring(MIMEType... more) {
            preferred.addAll(List.of(more));
            return supporting(more);
        }

        public RenderRegistration<T> preferring(String... more) {
            return preferring(parsed(more));
        }

        public RenderRegistration<T> onType(Class<? extends T> type) {
            types.add(type);
            return this;
        }

        public void register(RenderFunction<T> function) {
            Set<MIMEType> all = supported.isEmpty() ? DisplayDataRenderable.ANY : supported;
            Renderer.this.register(all, preferred.isEmpty() ? all : preferred, types, function);
        }
    }

    public <T> RenderRegistration<T> createRegistration(Class<T> type) {
        return new RenderRegistration<>(type);
    }

    public synchronized <T> void register(
            Set<MIMEType> supported,
            Set<MIMEType> preferred,
            Set<Class<? extends T>> types,
            RenderFunction<T> function) {
        for (Class<? extends T> type : types) {
            registered.add(new Registered<>(type, Set.copyOf(supported), new LinkedHashSet<>(preferred), function));
            Notebook.registerRenderer(asKernelKnowsIt(type));
        }
    }

    private <T> io.jotter.api.Renderer<T> asKernelKnowsIt(Class<T> type) {
        return new io.jotter.api.Renderer<>() {
            @Override
            public Class<T> type() {
                return type;
            }

            @Override
            public MimeBundle render(T value) {
                return Renderer.this.render((Object) value).toMimeBundle();
            }
        };
    }

    public DisplayData render(@Nullable Object value) {
        return render(value, new LinkedHashMap<>());
    }

    /** By the most specific registration, else as the kernel shows it. */
    public DisplayData render(@Nullable Object value, Map<String, Object> parameters) {
        DisplayData out = new DisplayData();
        if (value instanceof DisplayData made) {
            return made;
        } else if (value instanceof DisplayDataRenderable own) {
            own.render(context(own.getPreferredRenderTypes(), parameters, out));
            return withText(out, value);
        }
        List<Registered<?>> found = mostSpecific(value, registered());
        if (value == null || found.isEmpty()) {
            return DisplayData.of(Notebook.render(value));
        }
        found.forEach(each -> each.render(value, context(each.preferred(), parameters, out)));
        return withText(out, value);
    }

    public DisplayData renderAs(@Nullable Object value, String... types) {
        return renderAs(value, new LinkedHashMap<>(), types);
    }

    /** With these types, where there is a way to them, and plain text. */
    public DisplayData renderAs(@Nullable Object value, Map<String, Object> parameters, String... types) {
        List<MIMEType> asked = List.of(parsed(types));
        RenderRequestTypes request = new RenderRequestTypes(asked);
        DisplayData out = new DisplayData();
        if (value instanceof DisplayDataRenderable own) {
            own.render(context(asked, parameters, out));
            return withText(out, value);
        }
        List<Registered<?>> able = registered().stream()
                .filter(each -> request.anyBesidesPlainText(each.supported()))
                .toList();
        List<Registered<?>> found = mostSpecific(value, able);
        if (value == null || found.isEmpty()) {
            return DisplayData.of(Notebook.render(value, types));
        }
        found.forEach(each -> each.render(value, context(asked, parameters, out)));
        return withText(out, value);
    }

    private synchronized List<Registered<?>> registered() {
        return List.copyOf(registered);
    }

    /** Those for the type that is nearest to the value's own; several, where several were registered for it. */
    private static List<Registered<?>> mostSpecific(@Nullable Object value, List<Registered<?>> candidates) {
        List<Registered<?>> fitting = candidates.stream()
                .filter(each -> each.type().isInstance(value))
                // a text is nearer to the kernel's own way with texts than to one with all there is
                .filter(each -> each.type() != Object.class || !(value instanceof CharSequence))
                .toList();
        if (fitting.isEmpty()) {
            return fitting;
        }
        Class<?> nearest = fitting.get(0).type();
        for (Registered<?> each : fitting) {
            nearest = nearest.isAssignableFrom(each.type()) ? each.type() : nearest;
        }
        Class<?> chosen = nearest;
        return fitting.stream().filter(each -> each.type().equals(chosen)).toList();
    }

    private RenderContext context(Collection<MIMEType> types, Map<String, Object> parameters, DisplayData out) {
        return new RenderContext(new RenderRequestTypes(types), this, parameters, out);
    }

    private static DisplayData withText(DisplayData out, Object value) {
        if (!out.hasDataForType(MIMEType.TEXT_PLAIN)) {
            out.putText(String.valueOf(value));
        }
        return out;
    }

    private static MIMEType[] parsed(String... types) {
        MIMEType[] parsed = new MIMEType[types.length];
        for (int i = 0; i < types.length; i++) {
            parsed[i] = MIMEType.parse(types[i]);
        }
        return parsed;
    }
}
