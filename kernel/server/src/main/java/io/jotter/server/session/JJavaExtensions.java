package io.jotter.server.session;

import io.jotter.server.engine.ServiceFiles;
import java.nio.file.Path;
import java.util.List;

/** Libraries that set a notebook up by JJava's way of it. */
final class JJavaExtensions {
    private static final String SERVICE = "org.dflib.jjava.jupyter.Extension";

    /** Evaluated in the notebook, it installs those that are not installed yet. */
    static final String INSTALL = "org.dflib.jjava.jupyter.Extensions.install();";

    private JJavaExtensions() {}

    /** Whether one of these jars or folders has such a library. */
    static boolean areIn(List<Path> entries) {
        return entries.stream().anyMatch(entry -> ServiceFiles.offers(entry, SERVICE));
    }
}
