package org.dflib.jjava.jupyter;

import java.util.HashSet;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.dflib.jjava.JJava;

/** Finds extensions on the class path. Called by the kernel when a jar that names one has been added. */
public final class Extensions {
    // a worker's life long: what is installed is installed in the JVM
    private static final Set<String> INSTALLED = new HashSet<>();

    private Extensions() {}

    /** Installs those that are not yet. One that fails is named on the standard error stream; the others go on. */
    public static synchronized void install() {
        Iterator<ServiceLoader.Provider<Extension>> found =
                ServiceLoader.load(Extension.class, Thread.currentThread().getContextClassLoader()).stream()
                        .iterator();
        while (true) {
            String name = "An extension";
            try {
                if (!found.hasNext()) {
                    return;
                }
                ServiceLoader.Provider<Extension> provider = found.next();
                name = "The extension " + provider.type().getName();
                if (INSTALLED.add(provider.type().getName())) {
                    provider.get().install(JJava.getKernelInstance());
                }
            } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
                System.err.println(name + " cannot be installed: " + e);
            }
        }
    }
}
