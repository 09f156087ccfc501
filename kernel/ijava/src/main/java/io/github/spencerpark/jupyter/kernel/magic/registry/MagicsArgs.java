package io.github.spencerpark.jupyter.kernel.magic.registry;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sorts a magic's arguments: by position, {@code --name value}, {@code --name=value}, and flags {@code -abc}. */
public class MagicsArgs {
    private static final Pattern KEYWORD = Pattern.compile("--([^=]+)(?:=(.+))?");
    private static final Pattern FLAGS = Pattern.compile("-([a-zA-Z]+)");

    private final Builder schema;

    private MagicsArgs(Builder schema) {
        this.schema = schema;
    }

    /** What becomes of an option that is given again. */
    public enum KeywordSpec {
        ONCE,
        COLLECT,
        REPLACE
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Writes down what a magic takes. */
    public static class Builder {
        private final List<String> required = new ArrayList<>();
        private final List<String> optional = new ArrayList<>();
        private final Map<String, Set<KeywordSpec>> keywords = new LinkedHashMap<>();
        private final Map<Character, String> flags = new LinkedHashMap<>();
        private final Map<String, String> flagValues = new LinkedHashMap<>();
        private @Nullable String varargs;
        private boolean anyKeyword = true;
        private boolean anyFlag = true;

        public Builder required(String name) {
            if (!optional.isEmpty() || varargs != null) {
                throw new IllegalStateException("An argument that is required cannot follow one that is not: " + name);
            }
            required.add(name);
            return this;
        }

        public Builder optional(String name) {
            optional.add(name);
            return this;
        }

        /** Takes all further arguments. */
        public Builder varargs(String name) {
            varargs = name;
            return this;
        }

        public Builder keyword(String name, KeywordSpec spec, KeywordSpec... more) {
            keywords.put(name, EnumSet.of(spec, more));
            return this;
        }

        public Builder keyword(String name) {
            return keyword(name, KeywordSpec.COLLECT);
        }

        /** A letter that stands for an option with this value. */
        public Builder flag(String name, char letter, String value) {
            flagValues.put(name, value);
            return flag(name, letter);
        }

        public Builder flag(String name, char letter) {
            keyword(name);
            flags.put(letter, name);
            return this;
        }

        public Builder anyKeyword() {
            anyKeyword = true;
            return this;
        }

        public Builder onlyKnownKeywords() {
            anyKeyword = false;
            return this;
        }

        public Builder anyFlag() {
            anyFlag = true;
            return this;
        }

        public Builder onlyKnownFlags() {
            anyFlag = false;
            return this;
        }

        public MagicsArgs build() {
            return new MagicsArgs(this);
        }
    }

    /**
     * From the name of each argument to what was given for it; an empty list for what was not given.
     *
     * @throws MagicArgsParseException if they do not fit
     */
    public Map<String, List<String>> parse(List<String> arguments) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(schema.required);
        names.addAll(schema.optional);
        names.forEach(name -> given.put(name, new ArrayList<>()));
        schema.keywords.keySet().forEach(name -> given.put(name, new ArrayList<>()));
        if (schema.varargs != null) {
            given.put(schema.varargs, new ArrayList<>());
        }
        int positions = 0;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            Matcher keyword = KEYWORD.matcher(argument);
            Matcher flags = FLAGS.matcher(argument);
            if (keyword.matches()) {
                String value = keyword.group(2);
                if (value == null) {
                    i++;
                    if (i == arguments.size()) {
                        throw new MagicArgsParseException("--" + keyword.group(1) + " needs a value.");
                    }
                    value = arguments.get(i);
                }
                keyword(given, keyword.group(1), value);
            } else if (flags.matches()) {
                flags.group(1).chars().forEach(letter -> flag(given, (char) letter));
            } else {
                put(given, position(names, positions, argument), argument, null);
                positions++;
            }
        }
        if (positions < schema.required.size()) {
            throw new MagicArgsParseException(
                    "Missing: " + String.join(", ", schema.required.subList(positions, schema.required.size())) + ".");
        }
        return given;
    }

    private String position(List<String> names, int position, String argument) {
        if (position < names.size()) {
            return names.get(position);
        } else if (schema.varargs == null) {
            throw new MagicArgsParseException("There is one argument too many: " + argument);
        }
        return schema.varargs;
    }

    private void keyword(Map<String, List<String>> given, String name, String value) {
        Set<KeywordSpec> spec = schema.keywords.get(name);
        if (spec == null && !schema.anyKeyword) {
            throw new MagicArgsParseException("There is no option --" + name + ".");
        }
        put(given, name, value, spec);
    }

    private void flag(Map<String, List<String>> given, char letter) {
        String name = schema.flags.getOrDefault(letter, String.valueOf(letter));
        Set<KeywordSpec> spec = schema.keywords.get(name);
        if (spec == null && !schema.anyFlag) {
            throw new MagicArgsParseException("There is no option -" + letter + ".");
        }
        put(given, name, schema.flagValues.getOrDefault(name, ""), spec);
    }

    private static void put(
            Map<String, List<String>> given, String name, String value, @Nullable Set<KeywordSpec> spec) {
        List<String> values = given.computeIfAbsent(name, unknown -> new ArrayList<>());
        if (spec != null && spec.contains(KeywordSpec.ONCE) && !values.isEmpty()) {
            throw new MagicArgsParseException("--" + name + " is given twice.");
        }
        if (spec != null && spec.contains(KeywordSpec.REPLACE)) {
            values.clear();
        }
        values.add(value);
    }
}
