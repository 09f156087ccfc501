package io.jotter.worker.inspect;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a type is called to a reader. */
final class TypeNames {
    private TypeNames() {}

    static String of(Class<?> type) {
        if (type.isHidden() || type.isSynthetic()) {
            return "lambda";
        } else if (type.isArray()) {
            return of(type.getComponentType()) + "[]";
        } else if (type.isAnonymousClass()) {
            Class<?>[] interfaces = type.getInterfaces();
            return of(interfaces.length == 1 ? interfaces[0] : type.getSuperclass());
        } else if (Kind.isOfTheJdk(type) && !Modifier.isPublic(type.getModifiers())) {
            // of the JDK's own, such as ListN, the name says nothing
            for (Class<?> known : List.of(List.class, Set.class, Map.class, Map.Entry.class)) {
                if (known.isAssignableFrom(type)) {
                    return known.getSimpleName();
                }
            }
        }
        return type.getSimpleName();
    }
}
