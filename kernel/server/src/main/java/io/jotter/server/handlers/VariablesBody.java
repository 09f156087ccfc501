package io.jotter.server.handlers;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.jotter.server.session.SeenVariable;
import java.util.List;

/**
 * Variables as the debug adapter protocol writes them.
 *
 * @param typeTellsValue for JupyterLab's tree, which shows of all but Python's types the type in the place of the value
 */
record VariablesBody(List<SeenVariable> variables, boolean top, boolean typeTellsValue) implements Content {
    @Override
    public JsonObject toJson() {
        JsonArray array = new JsonArray(variables.size());
        for (SeenVariable each : variables) {
            JsonObject variable = new JsonObject();
            variable.addProperty("name", each.name());
            variable.addProperty("type", typeTellsValue ? typeAndValue(each) : each.type());
            variable.addProperty("value", each.value());
            if (top) {
                variable.addProperty("evaluateName", each.name());
            }
            variable.addProperty("variablesReference", each.reference());
            if (each.reference() != 0) {
                variable.addProperty("indexedVariables", each.size());
            }
            array.add(variable);
        }
        JsonObject body = new JsonObject();
        body.add("variables", array);
        return body;
    }

    private static String typeAndValue(SeenVariable variable) {
        return variable.type().isEmpty() || variable.value().startsWith(variable.type())
                ? variable.value()
                : variable.type() + " = " + variable.value();
    }
}
