package io.jotter.server.engine;

import java.lang.reflect.Method;
import java.util.List;
import jdk.jshell.Snippet;
import org.jspecify.annotations.Nullable;

/**
 * Lets go of what JShell keeps of a snippet that the compiler had something to say of: half a megabyte for each, for as long
 * as the notebook is open. JShell has no call for that; the jar that starts the kernel opens its package.
 */
final class KeptDiagnostics {
    private static final @Nullable Method OF_SNIPPET = ofSnippet();

    private KeptDiagnostics() {}

    /** Afterwards JShell knows of no diagnostics of the snippet; false where this JDK does not allow it. */
    static boolean letGo(Snippet snippet) {
        if (OF_SNIPPET == null) {
            return false;
        }
        try {
            if (OF_SNIPPET.invoke(snippet) instanceof List<?> kept) {
                kept.clear();
                return true;
            }
            return false;
        } catch (ReflectiveOperationException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static @Nullable Method ofSnippet() {
        if (!Snippet.class.getModule().isOpen(Snippet.class.getPackageName(), KeptDiagnostics.class.getModule())) {
            return null;
        }
        try {
            Method diagnostics = Snippet.class.getDeclaredMethod("diagnostics");
            diagnostics.setAccessible(true);
            return diagnostics;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }
}
