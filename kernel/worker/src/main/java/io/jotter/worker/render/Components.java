package io.jotter.worker.render;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a record or a bean is made of, read from its fields: a getter may throw, wait or change something, a field does
 * nothing.
 *
 * @param names those of a record's components, or of a bean's fields that have a getter
 */
record Components(Class<?> type, List<String> names, List<Field> fields) {
    private static final int MOST = 50;

    /** Empty for what is neither, for the JDK's own types, and for what does not let its fields be read. */
    static Optional<Components> of(Class<?> type) {
        if (type.getName().startsWith("java.") || type.isEnum() || type.isArray() || type.isHidden()) {
            return Optional.empty();
        }
        List<String> names = type.isRecord() ? ofRecord(type) : ofBean(type);
        List<Field> fields = new ArrayList<>();
        try {
            for (String name : names) {
                Field field = declared(type, name);
                if (field == null) {
                    return Optional.empty();
                }
                field.setAccessible(true);
                fields.add(field);
            }
        } catch (InaccessibleObjectException | SecurityException closed) {
            return Optional.empty();
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(new Components(type, names, fields));
    }

    List<@Nullable Object> values(Object of) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Field field : fields) {
            try {
                values.add(field.get(of));
            } catch (IllegalAccessException impossible) {
                throw new AssertionError(impossible);
            }
        }
        return values;
    }

    private static List<String> ofRecord(Class<?> type) {
        List<String> names = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            names.add(component.getName());
        }
        return names.size() > MOST ? names.subList(0, MOST) : names;
    }

    /** A type that says by its own toString how it reads is no bean, whatever getters it has. */
    private static List<String> ofBean(Class<?> type) {
        List<String> names = new ArrayList<>();
        if (hasOwnText(type)) {
            return names;
        }
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            int place = 0;
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic() && hasGetter(type, field)) {
                    names.add(place++, field.getName());
                }
            }
        }
        List<String> distinct = names.stream().distinct().toList();
        return distinct.size() > MOST ? distinct.subList(0, MOST) : distinct;
    }

    private static boolean hasOwnText(Class<?> type) {
        try {
            return type.getMethod("toString").getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException | LinkageError broken) {
            return true;
        }
    }

    private static boolean hasGetter(Class<?> type, Field field) {
        String name = field.getName();
        String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        for (String getter : List.of("get" + capital, "is" + capital)) {
            try {
                Method method = type.getMethod(getter);
                if (method.getReturnType() == field.getType() && !Modifier.isStatic(method.getModifiers())) {
                    return true;
                }
            } catch (NoSuchMethodException | LinkageError none) {
                // the other, or none
            }
        }
        return false;
    }

    private static @Nullable Field declared(Class<?> type, String name) {
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (field.getName().equals(name) && !Modifier.isStatic(field.getModifiers())) {
                    return field;
                }
            }
        }
        return null;
    }
}
