package io.jotter.server.magics.maven;

import io.jotter.server.magics.Magic;
import java.util.List;

/** The magics that ask for libraries. */
public final class MavenMagics {
    private MavenMagics() {}

    /** New ones of one notebook: they share what was asked for. */
    public static List<Magic> ofOneNotebook() {
        MavenDependencies dependencies = new MavenDependencies();
        return List.of(
                new MavenMagic(dependencies),
                new MavenRepoMagic(dependencies),
                new LoadFromPomMagic(dependencies),
                new DepsMagic(dependencies));
    }
}
