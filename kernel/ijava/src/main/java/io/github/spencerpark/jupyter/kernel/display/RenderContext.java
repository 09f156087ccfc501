package io.github.spencerpark.jupyter.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One rendering: what is asked for, with which parameters, and where it goes. */
public class RenderContext {
    private final RenderRequestTypes requestedTypes;
    private final Renderer renderer;
    private final Map<String, Object> parameters;
    private final DisplayData out;

    public RenderContext(
            RenderRequestTypes requestedTypes, Renderer renderer, Map<String, Object> parameters, DisplayData out) {
        this.requestedTypes = requestedTypes;
        this.renderer = renderer;
        this.parameters = parameters;
        this.out = out;
    }

    public Renderer getRenderer() {
        return renderer;
    }

    public DisplayData getOutputContainer() {
        return out;
    }

    public Map<String, Object> getParams() {
        return parameters;
    }

    public @Nullable Object getParameter(String key) {
        return parameters.get(key);
    }

    public @Nullable Object getParameter(String key, @Nullable Object otherwise) {
        return parameters.getOrDefault(key, otherwise);
    }

    public @Nullable String getParameterAsString(String key) {
        return getParameterAsString(key, null);
    }

    public @Nullable String getParameterAsString(String key, @Nullable String otherwise) {
        Object value = parameters.get(key);
        return value == null ? otherwise : value.toString();
    }

    public @Nullable Integer getParameterAsInt(String key) {
        return getParameterAsInt(key, null);
    }

    public @Nullable Integer getParameterAsInt(String key, @Nullable Integer otherwise) {
        Object value = parameters.get(key);
        if (value instanceof Number number) {
            return number.intValue();
        }
        return value == null ? otherwise : Integer.valueOf(value.toString());
    }

    public @Nullable Double getParameterAsDouble(String key) {
        return getParameterAsDouble(key, null);
    }

    public @Nullable Double getParameterAsDouble(String key, @Nullable Double otherwise) {
        Object value = parameters.get(key);
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return value == null ? otherwise : Double.valueOf(value.toString());
    }

    public @Nullable Boolean getParameterAsBoolean(String key) {
        return getParameterAsBoolean(key, null);
    }

    public @Nullable Boolean getParameterAsBoolean(String key, @Nullable Boolean otherwise) {
        Object value = parameters.get(key);
        if (value instanceof Boolean truth) {
            return truth;
        }
        return value == null ? otherwise : Boolean.valueOf(value.toString());
    }

    public boolean wantsDataRenderedAs(MIMEType type) {
        return resolveRequestedType(type) != null;
    }

    /** The type under which this one is to be put, or null if nobody asks for it. */
    public @Nullable MIMEType resolveRequestedType(MIMEType supported) {
        return requestedTypes.resolveSupportedType(supported);
    }

    /** Whether it was requested. */
    public boolean renderIfRequested(MIMEType supported, BiConsumer<MIMEType, DisplayData> render) {
        MIMEType resolved = resolveRequestedType(supported);
        if (resolved != null) {
            render.accept(resolved, out);
        }
        return resolved != null;
    }

    /** Whether it was requested. */
    public boolean renderIfRequested(MIMEType supported, Function<MIMEType, Object> render) {
        return renderIfRequested(supported, (type, data) -> data.putData(type, render.apply(type)));
    }

    /** Whether it was requested. */
    public boolean renderIfRequested(MIMEType supported, Supplier<Object> render) {
        return renderIfRequested(supported, (type, data) -> data.putData(type, render.get()));
    }
}
