package io.jotter.server.magics;

import io.jotter.api.MimeBundle;
import java.util.List;
import java.util.stream.Collectors;

/** {@code %history}: the cells that were run. */
final class HistoryMagic implements Magic {
    @Override
    public List<String> names() {
        return List.of("history", "hist");
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
        return "%history [-n] [cells]: what was run, with -n the numbers of the cells";
    }

    @Override
    public String help() {
        return """
                Cells are numbers and ranges, as in 1-3 7; without them, all. Assigned, the value is one text.

                Example:
                %history -n 1-3""";
    }

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        boolean numbers = call.arguments().contains("-n");
        List<String> ranges =
                call.arguments().stream().filter(each -> !each.equals("-n")).toList();
        String text = CellRanges.of(ranges, usage()).from(context.history()).stream()
                .map(cell -> (numbers ? "// In [" + cell.number() + "]\n" : "")
                        + cell.source().strip())
                .collect(Collectors.joining("\n\n"));
        return new MagicValue.Said(MimeBundle.text(text));
    }
}
