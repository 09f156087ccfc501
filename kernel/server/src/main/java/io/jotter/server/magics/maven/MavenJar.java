package io.jotter.server.magics.maven;

import java.nio.file.Path;

/**
 * A jar in the local repository.
 *
 * @param coordinates with the version that won
 */
public record MavenJar(Coordinates coordinates, Path file) {}
