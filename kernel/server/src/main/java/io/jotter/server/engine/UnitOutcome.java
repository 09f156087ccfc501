package io.jotter.server.engine;

import java.util.List;

/** How the compilation of a whole file ended. */
public sealed interface UnitOutcome {
    /** Its classes are on the class path now, by their binary names. */
    record Installed(List<String> classes) implements UnitOutcome {
        public Installed {
            classes = List.copyOf(classes);
        }
    }

    /** It does not compile. Positions count in the source. */
    record Refused(List<SnippetOutcome.Problem> problems) implements UnitOutcome {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** It compiles, but cannot take the place of a class that is loaded; nothing has changed. */
    record NotReplaced(String why) implements UnitOutcome {}

    /** Classes without a package, which cells cannot import; nothing has changed. */
    record WithoutPackage(List<String> classes) implements UnitOutcome {
        public WithoutPackage {
            classes = List.copyOf(classes);
        }
    }
}
