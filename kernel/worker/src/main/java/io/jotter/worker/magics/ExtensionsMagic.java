package io.jotter.worker.magics;

import io.jotter.api.Extension;
import io.jotter.api.Host;
import io.jotter.api.Magic;
import io.jotter.api.Notebook;
import io.jotter.api.Renderer;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Starts the extensions that the class path has and that have not been seen yet. The front asks for it when one may be there. */
final class ExtensionsMagic implements WorkerMagic {
    private final ClassLoader loader;

    /** What is wrong with one is told once, and not at each jar that is added. */
    private final Set<String> seen = new HashSet<>();

    ExtensionsMagic(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public String name() {
        return "extensions";
    }

    @Override
    public @Nullable Object run(List<String> arguments, @Nullable String body) {
        Iterator<ServiceLoader.Provider<Extension>> providers =
                ServiceLoader.load(Extension.class, loader).stream().iterator();
        while (true) {
            try {
                if (!providers.hasNext()) {
                    return null;
                }
                ServiceLoader.Provider<Extension> provider = providers.next();
                if (seen.add(provider.type().getName())) {
                    start(provider);
                }
            } catch (ServiceConfigurationError | LinkageError broken) {
                tell("An extension of a library", broken);
            }
        }
    }

    private void start(ServiceLoader.Provider<Extension> provider) {
        String name = provider.type().getName();
        try {
            Extension extension = provider.get();
            name = extension.name();
            List<Renderer<?>> renderers = extension.renderers();
            List<Magic> magics = extension.magics();
            List<String> imports = extension.imports();
            magics.forEach(WorkerMagics::check);
            extension.start();
            Host host = Notebook.host();
            renderers.forEach(host::registerRenderer);
            magics.forEach(host::registerMagic);
            imports.forEach(each -> host.eval("import " + each + ";"));
        } catch (Exception | ServiceConfigurationError | LinkageError | StackOverflowError failed) {
            tell("The extension " + name, failed);
        }
    }

    private void tell(String who, Throwable why) {
        boolean wrapped = why instanceof ServiceConfigurationError && why.getCause() != null;
        String problem = who + " cannot be used: " + (wrapped ? why.getMessage() + ": " + why.getCause() : why);
        if (seen.add(problem)) {
            System.err.println(problem);
        }
    }
}
