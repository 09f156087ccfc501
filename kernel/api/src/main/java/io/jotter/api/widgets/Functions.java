package io.jotter.api.widgets;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Lambdas that {@link Interact} takes: serialisable, for only of such can the parameters' names be known. */
public final class Functions {
    private Functions() {}

    /** Of 1 parameter. */
    @FunctionalInterface
    public interface Of1<A> extends Serializable {
        @Nullable
        Object apply(A a) throws Exception;
    }

    /** The same without a value. */
    @FunctionalInterface
    public interface Do1<A> extends Serializable {
        void apply(A a) throws Exception;
    }

    /** Of 2 parameters. */
    @FunctionalInterface
    public interface Of2<A, B> extends Serializable {
        @Nullable
        Object apply(A a, B b) throws Exception;
    }

    /** The same without a value. */
    @FunctionalInterface
    public interface Do2<A, B> extends Serializable {
        void apply(A a, B b) throws Exception;
    }

    /** Of 3 parameters. */
    @FunctionalInterface
    public interface Of3<A, B, C> extends Serializable {
        @Nullable
        Object apply(A a, B b, C c) throws Exception;
    }

    /** The same without a value. */
    @FunctionalInterface
    public interface Do3<A, B, C> extends Serializable {
        void apply(A a, B b, C c) throws Exception;
    }

    /** Of 4 parameters. */
    @FunctionalInterface
    public interface Of4<A, B, C, D> extends Serializable {
        @Nullable
        Object apply(A a, B b, C c, D d) throws Exception;
    }

    /** The same without a value. */
    @FunctionalInterface
    public interface Do4<A, B, C, D> extends Serializable {
        void apply(A a, B b, C c, D d) throws Exception;
    }

    /** Of 5 parameters. */
    @FunctionalInterface
    public interface Of5<A, B, C, D, E> extends Serializable {
        @Nullable
        Object apply(A a, B b, C c, D d, E e) throws Exception;
    }

    /** The same without a value. */
    @FunctionalInterface
    public interface Do5<A, B, C, D, E> extends Serializable {
        void apply(A a, B b, C c, D d, E e) throws Exception;
    }
}
