package io.jotter.worker.inspect;

import java.io.File;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** What may be done to the values of a type in order to see them. */
enum Kind {
    /** Of the JDK, with a text that runs no code but the JDK's. */
    TEXT,
    ENUM,
    ARRAY,
    /** Walked by the JDK's own code, without a lock. */
    COLLECTION,
    MAP,
    OPTIONAL,
    ENTRY,
    /** Walked under a lock, which a running cell may hold. */
    LOCKING,
    /** Of the learner's: read by its fields, for its methods may do anything. */
    OWN,
    /** Of a library: its methods may be called while no cell works with it. */
    LIBRARY,
    /** Of the JDK, and shown by its type alone. */
    OPAQUE;

    private static final List<Class<?>> TEXTS = List.of(
            Number.class,
            Boolean.class,
            Character.class,
            String.class,
            StringBuilder.class,
            Class.class,
            TemporalAccessor.class,
            TemporalAmount.class,
            ZoneId.class,
            URI.class,
            URL.class,
            Path.class,
            File.class,
            UUID.class,
            Locale.class,
            Currency.class,
            Date.class,
            Pattern.class,
            Charset.class);

    private static final Set<String> WALKING = Set.of("size", "iterator", "get", "listIterator", "entrySet");

    private static final ClassValue<Kind> KINDS = new ClassValue<>() {
        @Override
        protected Kind computeValue(Class<?> type) {
            return find(type);
        }
    };

    static Kind of(Object value) {
        return KINDS.get(value.getClass());
    }

    private static Kind find(Class<?> type) {
        if (type.isArray()) {
            return ARRAY;
        } else if (Enum.class.isAssignableFrom(type)) {
            return ENUM;
        } else if (isWalkedByTheJdk(type)) {
            return isLocking(type) ? LOCKING : Map.class.isAssignableFrom(type) ? MAP : COLLECTION;
        } else if (isOfTheJdk(type)) {
            return ofTheJdk(type);
        }
        return isFromAJar(type) ? LIBRARY : OWN;
    }

    private static Kind ofTheJdk(Class<?> type) {
        if (type == Optional.class) {
            return OPTIONAL;
        } else if (Map.Entry.class.isAssignableFrom(type)) {
            return ENTRY;
        }
        return TEXTS.stream().anyMatch(each -> each.isAssignableFrom(type)) ? TEXT : OPAQUE;
    }

    static boolean isOfTheJdk(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null || loader.equals(ClassLoader.getPlatformClassLoader());
    }

    private static boolean isWalkedByTheJdk(Class<?> type) {
        if (!Collection.class.isAssignableFrom(type) && !Map.class.isAssignableFrom(type)) {
            return false;
        }
        Class<?> each = type;
        for (; each != null && !isOfTheJdk(each); each = each.getSuperclass()) {
            for (Method method : each.getDeclaredMethods()) {
                if (WALKING.contains(method.getName())) {
                    return false;
                }
            }
        }
        return each != null && (each == type || !Modifier.isAbstract(each.getModifiers()));
    }

    private static boolean isLocking(Class<?> type) {
        Class<?> each = type;
        while (each != null && !isOfTheJdk(each)) {
            each = each.getSuperclass();
        }
        if (each == null
                || each.getName().contains("$Synchronized")
                || each.getName().contains("Blocking")) {
            return true;
        }
        try {
            return Modifier.isSynchronized(each.getMethod("size").getModifiers());
        } catch (NoSuchMethodException | LinkageError impossible) {
            return true;
        }
    }

    /** What the learner has compiled comes from memory or from a folder. */
    private static boolean isFromAJar(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source != null
                && source.getLocation() != null
                && !source.getLocation().getPath().endsWith("/");
    }
}
