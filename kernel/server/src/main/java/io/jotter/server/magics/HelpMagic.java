package io.jotter.server.magics;

import io.jotter.api.MimeBundle;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code %help}: what magics there are. */
final class HelpMagic implements Magic {
    private final Supplier<List<Magic>> all;

    /**
     * @param all those that are there when the help is asked for, by each of their names
     */
    HelpMagic(Supplier<List<Magic>> all) {
        this.all = all;
    }

    @Override
    public List<String> names() {
        return List.of("help", "lsmagic");
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
        return "%help [name]: lists the magics, or says how one is used";
    }

    @Override
    public String help() {
        return "%name? does the same for one magic.\n\nExample:\n%help time";
    }

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        List<Magic> magics = all.get();
        if (call.arguments().isEmpty()) {
            return new MagicValue.Said(MimeBundle.html(table(magics), plain(magics)));
        }
        String name = call.arguments().get(0).replaceFirst("^%%?", "");
        Optional<Magic> found =
                magics.stream().filter(magic -> magic.names().contains(name)).findFirst();
        if (found.isEmpty()) {
            throw new MagicException("There is no magic %" + name + "."
                    + EditDistance.nearest(
                                    name,
                                    magics.stream()
                                            .flatMap(magic -> magic.names().stream())
                                            .toList())
                            .map(near -> " Did you mean %" + near + "?")
                            .orElse("")
                    + " %lsmagic lists them all.");
        }
        return new MagicValue.Said(described(found.get()));
    }

    @Override
    public List<String> completions(String argument, MagicContext context) {
        String begun = argument.replaceFirst("^%%?", "");
        return all.get().stream()
                .flatMap(magic -> magic.names().stream())
                .distinct()
                .filter(name -> name.startsWith(begun))
                .toList();
    }

    /** How a magic is used, with its other names. */
    static MimeBundle described(Magic magic) {
        String aliases = magic.names().size() == 1
                ? ""
                : "\nAlso: "
                        + magic.names().stream()
                                .skip(1)
                                .map(name -> sign(magic) + name)
                                .collect(Collectors.joining(", "));
        String help = magic.help().strip();
        return MimeBundle.text(magic.usage() + aliases + (help.isEmpty() ? "" : "\n\n" + help));
    }

    private static String plain(List<Magic> magics) {
        int widest =
                magics.stream().mapToInt(magic -> shown(magic).length()).max().orElse(0);
        return magics.stream()
                .distinct()
                .map(magic -> shown(magic) + " ".repeat(widest - shown(magic).length() + 2) + magic.usage() + " ["
                        + where(magic) + "]")
                .collect(Collectors.joining("\n"));
    }

    private static String table(List<Magic> magics) {
        return magics.stream()
                .distinct()
                .map(magic -> "<tr><td style=\"text-align:left\"><code>" + escaped(shown(magic))
                        + "</code></td><td style=\"text-align:left\">" + escaped(magic.usage())
                        + "</td><td style=\"text-align:left\">" + where(magic) + "</td></tr>")
                .collect(Collectors.joining(
                        "",
                        "<table><thead><tr><th>Magic</th><th>Usage</th><th>Runs in</th></tr></thead><tbody>",
                        "</tbody></table>"));
    }

    private static String shown(Magic magic) {
        String sign = sign(magic);
        return magic.names().stream().map(name -> sign + name).collect(Collectors.joining(" "));
    }

    private static String sign(Magic magic) {
        return magic.kind() == MagicKind.CELL ? "%%" : "%";
    }

    private static String where(Magic magic) {
        return switch (magic.side()) {
            case FRONT -> "the kernel";
            case WORKER -> "the worker";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
