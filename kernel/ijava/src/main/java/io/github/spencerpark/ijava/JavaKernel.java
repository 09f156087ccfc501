package io.github.spencerpark.ijava;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.jotter.api.Notebook;
import java.util.List;

/** The kernel of a notebook in Java: its class path and its Maven. */
public class JavaKernel extends BaseKernel {
    private final MavenResolver mavenResolver = new MavenResolver(this::addToClasspath);

    /**
     * Adds a jar or a folder of classes, as {@code %classpath} does.
     *
     * @throws IllegalStateException if there is none; the message names it
     */
    public void addToClasspath(String path) {
        Notebook.lineMagic("classpath", List.of(path));
    }

    public MavenResolver getMavenResolver() {
        return mavenResolver;
    }
}
