package io.jotter.server.magics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code %jvm -Xmx4g}: the options of the JVM in which this notebook's cells run. */
final class JvmMagic implements Magic {
    private static final Pattern SIZE = Pattern.compile("-X(mx|ms|mn|ss)\\d+[kKmMgGtT]?");
    private static final Pattern OPTION = Pattern.compile("-X(?!mx|ms|mn|ss)[A-Za-z].*|-XX:.+|-D[^=]+(=.*)?"
            + "|-(ea|da|esa|dsa|enableassertions|disableassertions)(:.+)?|-(javaagent|agentlib|agentpath|verbose):.+|-verbose"
            + "|--enable-preview|--(add-opens|add-exports|add-reads|add-modules|limit-modules|enable-native-access"
            + "|illegal-native-access|sun-misc-unsafe-memory-access|finalization|patch-module)=.+");
    private static final Set<String> WITH_NEXT =
            Set.of("--add-opens", "--add-exports", "--add-reads", "--add-modules", "--limit-modules", "--patch-module");
    private static final List<String> COMMON = List.of(
            "--add-modules=",
            "--add-opens=",
            "--enable-native-access=",
            "--enable-preview",
            "--reset",
            "--restart",
            "-D",
            "-Xmx",
            "-Xss",
            "-XX:",
            "-ea");
    private static final Set<String> CLASS_PATH = Set.of("-cp", "-classpath", "--class-path", "-p", "--module-path");

    @Override
    public List<String> names() {
        return List.of("jvm");
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
        return "%jvm [-Xmx4g ... | --reset | --restart]: restarts the worker with these JVM options; alone, shows them";
    }

    @Override
    public String help() {
        return """
                The options take the place of the notebook's earlier ones. --reset takes them back, --restart keeps them and \
                starts the worker anew. A restart loses the variables; imports, types, methods and the class path are \
                restored. Options that no JVM takes are refused before anything is ended.

                Example:
                %jvm -Xmx4g --enable-preview""";
    }

    @Override
    public List<String> completions(String argument, MagicContext context) {
        return COMMON.stream().filter(option -> option.startsWith(argument)).toList();
    }

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        if (call.arguments().isEmpty()) {
            return new MagicValue.Text(shown(context.jvmOptions()));
        }
        if (call.arguments().equals(List.of("--restart"))) {
            context.restartWorker(context.jvmOptions());
            return new MagicValue.Nothing();
        }
        List<String> options = call.arguments().equals(List.of("--reset")) ? List.of() : options(call.arguments());
        if (options.equals(context.jvmOptions())) {
            context.print("The worker has these options already: " + shown(options) + "\n");
            return new MagicValue.Nothing();
        }
        context.restartWorker(options);
        context.print("Its JVM options: " + shown(options) + "\n");
        return new MagicValue.Nothing();
    }

    private static String shown(List<String> options) {
        return options.isEmpty() ? "none of this notebook's own" : String.join(" ", options);
    }

    private List<String> options(List<String> arguments) throws MagicException {
        List<String> options = new ArrayList<>();
        for (int index = 0; index < arguments.size(); index++) {
            String option = arguments.get(index);
            if (WITH_NEXT.contains(option) && index + 1 < arguments.size()) {
                index++;
                option = option + "=" + arguments.get(index);
            }
            check(option);
            options.add(option);
        }
        return List.copyOf(options);
    }

    // a JVM that refuses an option does not start, and the variables would be gone by then
    private void check(String option) throws MagicException {
        if (CLASS_PATH.contains(option) || option.startsWith("--class-path=")) {
            throw new MagicException("The class path is not set here: add to it with %classpath, %jars or %maven.");
        }
        if (option.matches("-X(mx|ms|mn|ss).*") && !SIZE.matcher(option).matches()) {
            throw new MagicException(option + " is not a size: write a number with k, m or g, as in -Xmx4g.");
        }
        if (!SIZE.matcher(option).matches() && !OPTION.matcher(option).matches()) {
            throw new MagicException(
                    option + " does not look like a JVM option. Nothing was restarted. Usage: " + usage());
        }
    }
}
