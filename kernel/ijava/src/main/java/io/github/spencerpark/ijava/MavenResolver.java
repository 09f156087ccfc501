package io.github.spencerpark.ijava;

import io.jotter.api.Notebook;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Maven as an object, over the magics of the same names. What fails there is thrown here as an unchecked exception. */
public class MavenResolver {
    private final Consumer<String> addToClasspath;

    public MavenResolver(Consumer<String> addToClasspath) {
        this.addToClasspath = addToClasspath;
    }

    /** Adds a repository to those that are asked. */
    public void addRemoteRepo(String name, String url) {
        addMavenRepo(List.of(name, url));
    }

    public void addJarsToClasspath(Iterable<String> jars) {
        jars.forEach(addToClasspath);
    }

    /** As {@code %maven}: coordinates and options. */
    public void addMavenDependencies(List<String> arguments) {
        Notebook.lineMagic("maven", arguments);
    }

    public void addMavenDependency(String... coordinates) {
        addMavenDependencies(List.of(coordinates));
    }

    /** As {@code %mavenRepo}: a name and an address. */
    public void addMavenRepo(List<String> arguments) {
        Notebook.lineMagic("mavenRepo", arguments);
    }

    /** As {@code %loadFromPOM}: a file, then scopes. */
    public void loadFromPOM(List<String> arguments) {
        Notebook.lineMagic("loadFromPOM", arguments);
    }

    /** As {@code %%loadFromPOM}: scopes, and a POM or parts of one. */
    public void loadFromPOM(List<String> arguments, String pom) {
        Notebook.cellMagic("loadFromPOM", arguments, pom);
    }

    /** The same for the text of a POM, with further scopes. */
    public void loadFromPOM(String pom, String... scopes) {
        loadFromPOM(new ArrayList<>(List.of(scopes)), pom);
    }
}
