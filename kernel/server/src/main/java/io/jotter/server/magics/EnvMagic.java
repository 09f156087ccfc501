package io.jotter.server.magics;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code %env}: the environment variables of what the notebook starts. */
final class EnvMagic implements Magic {
    @Override
    public List<String> names() {
        return List.of("env", "set_env");
    }

    @Override
    public Side side() {
        return Side.FRONT;
    }

    @Override
    public MagicKind kind() {
        return MagicKind.LINE;
    }

    @Override
    public String usage() {
        return "%env [NAME | NAME=value]: lists, shows or sets environment variables";
    }

    @Override
    public String help() {
        return """
                A variable that is set is there for commands (!, %%bash) at once, and for the next worker. The running worker has its
                environment from its start: System.getenv shows the new value after %jvm --restart, which loses the variables of the
                notebook.

                Example:
                %env OMP_NUM_THREADS=1""";
    }

    @Override
    public List<String> completions(String argument, MagicContext context) {
        return all(context).keySet().stream()
                .filter(name -> name.startsWith(argument))
                .toList();
    }

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        if (call.arguments().isEmpty()) {
            return new MagicValue.Text(all(context).entrySet().stream()
                    .map(each -> each.getKey() + "=" + each.getValue())
                    .collect(Collectors.joining("\n")));
        }
        String written = String.join(" ", call.arguments());
        int equals = written.indexOf('=');
        String name = (equals < 0 ? call.arguments().get(0) : written.substring(0, equals)).strip();
        if (equals < 0 && call.arguments().size() == 1) {
            return new MagicValue.Text(Optional.ofNullable(all(context).get(name))
                    .orElseThrow(() -> new MagicException("There is no environment variable " + name + ".")));
        }
        String value =
                written.substring(equals < 0 ? name.length() : equals + 1).strip();
        if (name.isEmpty() || name.contains(" ") || written.indexOf('\0') >= 0) {
            throw new MagicException("\"" + name + "\" is no name for a variable. Usage: " + usage());
        }
        context.setEnvironment(name, value);
        context.print(String.format(
                Locale.ROOT,
                "%s=%s is set for commands (!, %%%%bash) and for the next worker. In this worker System.getenv(\"%s\")"
                        + " stays as it is; %%jvm --restart starts another.%n",
                name,
                value,
                name));
        return new MagicValue.Nothing();
    }

    private static Map<String, String> all(MagicContext context) {
        Map<String, String> all = new TreeMap<>(System.getenv());
        all.putAll(context.environment());
        return all;
    }
}
