package io.jotter.server.magics;

import java.util.List;
import java.util.Objects;

/** {@code %%compile}: a whole Java file in a cell. */
final class CompileMagic implements Magic {
    @Override
    public List<String> names() {
        return List.of("compile");
    }

    @Override
    public Side side() {
        return Side.FRONT;
    }

    @Override
    public MagicKind kind() {
        return MagicKind.CELL;
    }

    @Override
    public String usage() {
        return "%%compile, then a Java file with a package: compiles it into the class path";
    }

    @Override
    public String help() {
        return """
                Later cells import its classes. Run again with other bodies of methods, it replaces what is loaded; other methods or
                fields need a new worker, which is said. Its code sees the class path, not what cells have declared.

                Example:
                %%compile
                package lesson;
                public class Greeter {
                    public static String greet(String name) { return "Hello, " + name; }
                }""";
    }

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        if (call.arguments().size() > 1) {
            throw new MagicException("%%compile takes the file in the cell's rest. Usage: " + usage());
        }
        List<String> classes = context.compile(Objects.requireNonNull(call.body()));
        if (classes.isEmpty()) {
            throw new MagicException("There is no class in this file. Usage: " + usage());
        }
        List<String> outer =
                classes.stream().filter(name -> !name.contains("$")).toList();
        context.print("Compiled " + String.join(", ", outer) + "\n");
        return new MagicValue.Nothing();
    }
}
