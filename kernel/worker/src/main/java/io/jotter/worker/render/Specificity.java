package io.jotter.worker.render;

import io.jotter.api.Renderer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which renderer is meant for a type, in whatever order they are found: one whose type no other's is a subtype of. Where
 * several are left, as with two interfaces, the one nearest to the type: in its class before its superclass, in the order
 * in which interfaces are written. For one and the same type, the one found last.
 */
final class Specificity {
    private Specificity() {}

    static Optional<Renderer<?>> choose(Class<?> type, List<Renderer<?>> found) {
        List<Renderer<?>> fitting = found.stream()
                .filter(each -> each.type() != Object.class && each.type().isAssignableFrom(type))
                .toList();
        List<Class<?>> order = nearestFirst(type);
        return fitting.stream()
                .filter(each -> fitting.stream().noneMatch(other -> isBelow(other.type(), each.type())))
                .sorted(Comparator.comparingInt(each -> place(order, each.type())))
                .reduce((first, next) -> first.type() == next.type() ? next : first);
    }

    private static boolean isBelow(Class<?> type, Class<?> of) {
        return type != of && of.isAssignableFrom(type);
    }

    private static int place(List<Class<?>> order, Class<?> type) {
        int place = order.indexOf(type);
        return place < 0 ? order.size() : place;
    }

    /** All that a value of the type is, breadth first; an array is also what an array of its components' supertypes is. */
    private static List<Class<?>> nearestFirst(Class<?> type) {
        Set<Class<?>> all = new LinkedHashSet<>();
        List<Class<?>> level = List.of(type);
        while (!level.isEmpty()) {
            List<Class<?>> next = new ArrayList<>();
            for (Class<?> each : level) {
                if (all.add(each)) {
                    next.addAll(parents(each));
                }
            }
            level = next;
        }
        return List.copyOf(all);
    }

    private static List<Class<?>> parents(Class<?> type) {
        List<Class<?>> parents = new ArrayList<>();
        @Nullable Class<?> component = type.getComponentType();
        if (component != null && !component.isPrimitive()) {
            parents(component).forEach(each -> parents.add(each.arrayType()));
        }
        @Nullable Class<?> above = type.getSuperclass();
        if (above != null) {
            parents.add(above);
        }
        parents.addAll(List.of(type.getInterfaces()));
        return parents;
    }
}
