package io.jotter.server.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The documentation comments that a notebook's cells have above their types and methods. */
final class OwnJavadoc {
    /** Around a declaration, so that a method may stand alone. */
    private static final String AROUND = "$Notebook";

    private final Supplier<List<String>> declarations;

    /**
     * @param declarations the sources of what is declared
     */
    OwnJavadoc(Supplier<List<String>> declarations) {
        this.declarations = declarations;
    }

    /** Of what a signature of JShell's names. */
    Optional<String> of(String signature) {
        return JavaElement.of(signature).flatMap(this::comment);
    }

    private Optional<String> comment(JavaElement element) {
        String outermost =
                element.type().isEmpty() ? element.member() : element.type().split("\\.", 2)[0];
        String[] names = Stream.concat(
                        Stream.of(AROUND), Stream.of(element.type().split("\\.", -1)))
                .filter(name -> !name.isEmpty())
                .toArray(String[]::new);
        return declarations.get().stream()
                .filter(source -> source.contains("/**") && source.contains(outermost))
                .flatMap(source ->
                        SourceComments.of("class " + AROUND + " {\n" + source + "\n}", names, element).stream())
                .findFirst();
    }
}
