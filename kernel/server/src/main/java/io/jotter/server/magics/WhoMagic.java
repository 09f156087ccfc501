package io.jotter.server.magics;

import io.jotter.api.MimeBundle;
import java.util.ArrayList;
import java.util.List;

/** {@code %who}: the notebook's variables. */
final class WhoMagic implements Magic {
    @Override
    public List<String> names() {
        return List.of("who", "whos");
    }

    @Override
    public Side side() {
        return Side.WORKER;
    }

    @Override
    public MagicKind kind() {
        return MagicKind.LINE;
    }

    @Override
    public String usage() {
        return "%who [name...]: the variables, with type, size and the beginning of their value";
    }

    @Override
    public String help() {
        return """
                Size counts elements or characters. The value of what has more than 20 elements is left out. Unnamed results ($1) are
                not listed.

                Example:
                %who""";
    }

    @Override
    public List<String> completions(String argument, MagicContext context) {
        return context.variables().stream()
                .map(Variable::name)
                .filter(name -> name.startsWith(argument))
                .sorted()
                .toList();
    }

    @Override
    public MagicValue run(MagicCall call, MagicContext context) throws MagicException {
        List<Variable> variables = context.variables();
        for (String name : call.arguments()) {
            if (variables.stream().noneMatch(variable -> variable.name().equals(name))) {
                throw new MagicException("There is no variable " + name + ". %who lists them all.");
            }
        }
        List<String> asked = new ArrayList<>();
        variables.stream()
                .filter(variable ->
                        call.arguments().isEmpty() || call.arguments().contains(variable.name()))
                .forEach(variable -> asked.addAll(List.of(variable.name(), variable.type(), variable.holder())));
        if (asked.isEmpty()) {
            return new MagicValue.Said(MimeBundle.text("There are no variables."));
        }
        MagicValue table = context.runInWorker(new MagicCall("who", asked, null));
        return table instanceof MagicValue.Shown shown ? new MagicValue.Said(shown.bundle()) : table;
    }
}
