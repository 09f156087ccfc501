package io.jotter.server.engine;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What the JDK's and the class path's types have for members, as the compiler knows them: JShell's completion gives their
 * names alone. Nothing is read before something is asked.
 */
public final class TypeMembers {
    private static final int MOST_KEPT = 100;

    private final Supplier<List<Path>> classPath;
    private final Supplier<PackageIndex> index;
    private final Map<String, Map<String, Member>> kept = new LinkedHashMap<>();
    private List<Path> entries = List.of();
    private @Nullable Elements elements;

    /**
     * One name of a type's, with all of its overloads.
     *
     * @param kind as JupyterLab's icons name it
     * @param signature of the first overload, types by their simple names
     */
    public record Member(String kind, String signature, boolean deprecated) {
        private Member and(Member other) {
            int count = signature.indexOf(" (+");
            int more = count < 0 ? 1 : Integer.parseInt(signature.replaceAll(".*\\(\\+(\\d+)\\)$", "$1")) + 1;
            String first = count < 0 ? signature : signature.substring(0, count);
            return new Member(kind, first + " (+" + more + ")", deprecated && other.deprecated);
        }
    }

    /**
     * @param classPath as it is when something is asked
     * @param index of the class path's jars
     */
    TypeMembers(Supplier<List<Path>> classPath, Supplier<PackageIndex> index) {
        this.classPath = classPath;
        this.index = index;
    }

    /**
     * The accessible members by their names, those of methods with an opening parenthesis; none where the type is not known
     * here, as a notebook's own.
     *
     * @param type in full, without type arguments
     */
    public synchronized Map<String, Member> of(String type) {
        Elements known = elements();
        Map<String, Member> members = kept.get(type);
        if (members == null) {
            TypeElement element = known.getTypeElement(type);
            members = element == null ? Map.of() : members(element, known);
            if (kept.size() >= MOST_KEPT) {
                kept.clear();
            }
            kept.put(type, members);
        }
        return members;
    }

    private Elements elements() {
        List<Path> now = classPath.get();
        Elements known = elements;
        if (known == null || !now.equals(entries)) {
            kept.clear();
            entries = now;
            known = open(now, index.get());
            elements = known;
        }
        return known;
    }

    private static Elements open(List<Path> classPath, PackageIndex index) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        CompilePath files = new CompilePath(compiler.getStandardFileManager(null, null, null), classPath, index);
        JavacTask task = (JavacTask)
                compiler.getTask(null, files, problem -> {}, List.of("-proc:none"), List.of("java.lang.Object"), null);
        try {
            // without it the compiler knows no types
            task.analyze();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return task.getElements();
    }

    private static Map<String, Member> members(TypeElement type, Elements elements) {
        Map<String, Member> members = new HashMap<>();
        for (Element each : elements.getAllMembers(type)) {
            if (each.getModifiers().contains(Modifier.PRIVATE)
                    || each.getSimpleName().contentEquals("<init>")) {
                continue;
            }
            boolean method = each instanceof ExecutableElement;
            Member member = new Member(kind(each), signature(each), elements.isDeprecated(each));
            members.merge(each.getSimpleName() + (method ? "(" : ""), member, Member::and);
        }
        return Map.copyOf(members);
    }

    private static String kind(Element element) {
        return switch (element.getKind()) {
            case METHOD -> "function";
            case ENUM_CONSTANT -> "constant";
            case FIELD ->
                element.getModifiers().contains(Modifier.FINAL)
                                && element.getModifiers().contains(Modifier.STATIC)
                        ? "constant"
                        : "property";
            default -> "class";
        };
    }

    private static String signature(Element element) {
        if (element instanceof ExecutableElement method) {
            String parameters = method.getParameters().stream()
                    .map(parameter -> simple(parameter.asType()))
                    .collect(Collectors.joining(", ", "(", ")"));
            return simple(method.getReturnType()) + " " + method.getSimpleName()
                    + (method.isVarArgs() ? parameters.replaceAll("\\[]\\)$", "...)") : parameters);
        }
        return element instanceof TypeElement
                ? element.getSimpleName().toString()
                : simple(element.asType()) + " " + element.getSimpleName();
    }

    private static String simple(TypeMirror type) {
        return type.toString().replaceAll("@[\\w.]+ ?", "").replaceAll("(?<![\\w.])(?:[a-z_]\\w*\\.)+(?=[A-Z])", "");
    }
}
