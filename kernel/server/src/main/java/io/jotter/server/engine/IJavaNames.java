package io.jotter.server.engine;

import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.Diag;

/**
 * What IJava and JJava have in every cell and we have not: functions that yield types of theirs. They are imported when a
 * snippet names one and does not compile without.
 */
final class IJavaNames {
    /** What a reader knows of what is imported. */
    static final String OF_THE_KERNEL = "getKernelInstance";

    private static final Pattern NAMED =
            Pattern.compile("\\bgetKernelInstance\\b|\\bkernel\\s*\\(\\s*\\)|\\bDisplayData\\b|\\brender\\s*\\(");

    /** The two kernels' own, which exclude each other; a single import wins over our own, on demand. */
    private static final List<String> FAMILIES = List.of(
            imports("io.jotter.api.Host.*", "io.github.spencerpark.ijava.runtime"),
            imports("io.jotter.api.Displayable.*", "org.dflib.jjava.kernel.runtime"));

    private IJavaNames() {}

    /** As one snippet, which JShell knows by its first import: one that imports nothing and that nobody writes. */
    private static String imports(String head, String runtime) {
        return "import " + head + ";\nimport static " + runtime + ".Functions.*;\nimport static " + runtime
                + ".Display.render;";
    }

    /** Snippets of imports of which one may be what this source is missing, the likelier first; mostly none. */
    static List<String> importsFor(String source) {
        return NAMED.matcher(source).find() ? FAMILIES : List.of();
    }

    /** Whether a snippet with the names of one kernel may have meant those of the other: a type of theirs does not fit. */
    static boolean mayBeOfTheOther(List<Diag> diagnostics) {
        return diagnostics.stream()
                .map(Diag::getCode)
                .anyMatch(code -> code.startsWith("compiler.err.prob.found.req")
                        || code.startsWith("compiler.err.cant.apply.symbol"));
    }

    static boolean areImportedBy(String snippet) {
        return FAMILIES.contains(snippet);
    }

    /** Whether the jar with their classes may have a package; known without opening it. */
    static boolean hasPackage(String name) {
        return name.startsWith("io.github.spencerpark.") || name.startsWith("org.dflib.jjava");
    }
}
