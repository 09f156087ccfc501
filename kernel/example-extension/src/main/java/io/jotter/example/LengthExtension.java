package io.jotter.example;

import io.jotter.api.Extension;
import io.jotter.api.Magic;
import io.jotter.api.Renderer;
import java.util.List;

/** What a notebook gets with this library on its class path. */
public final class LengthExtension implements Extension {
    /** How often this JVM has started it. */
    private static int starts;

    public static int starts() {
        return starts;
    }

    @Override
    public String name() {
        return "lengths";
    }

    @Override
    public List<Renderer<?>> renderers() {
        return List.of(new LengthRenderer());
    }

    @Override
    public List<Magic> magics() {
        return List.of(Magic.of(
                "feet",
                "%feet number: a length in feet, as a Length\nExample: %feet 10",
                (arguments, body) -> Length.feet(Double.parseDouble(arguments.get(0)))));
    }

    @Override
    public List<String> imports() {
        return List.of("io.jotter.example.*", "static io.jotter.example.Length.*");
    }

    @Override
    public void start() {
        starts++;
    }
}
