package io.jotter.worker.inspect;

import java.lang.ref.WeakReference;

/** An object as a key, by what it is and not by what its {@code equals} says; keeps it from nothing. */
final class Identity extends WeakReference<Object> {
    private final int hash;

    Identity(Object value) {
        super(value);
        this.hash = System.identityHashCode(value);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the same object is what is meant
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        Object own = get();
        return other instanceof Identity identity && own != null && own == identity.get();
    }
}
