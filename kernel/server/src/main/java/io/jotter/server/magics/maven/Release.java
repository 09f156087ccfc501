package io.jotter.server.magics.maven;

import java.nio.file.Path;
import java.util.List;

/**
 * What is published together: libraries of one version whose groups are one, or one within the other, as
 * {@code ai.djl} and {@code ai.djl.pytorch}. One of them seldom works beside another version of the rest.
 */
record Release(String group, String version) {
    static Release of(Coordinates library) {
        return new Release(library.group(), String.valueOf(library.version()));
    }

    /** That of an entry of the class path which is to be replaced. */
    static Release of(MavenDependencies.Replacement former) {
        return new Release(former.by().coordinates().group(), former.version());
    }

    boolean includes(Coordinates library) {
        return version.equals(library.version()) && isWithin(library.group(), group, ".");
    }

    /**
     * Those of the entries that belong to it; none if the one that is to be replaced is none of them. Only what lies in a
     * repository says what its group is.
     */
    List<Path> among(List<Path> entries, MavenDependencies.Replacement former) {
        Path one = former.entry();
        Coordinates known = former.by().coordinates();
        if (!entries.contains(one)) {
            return List.of();
        }
        Path repository = one;
        int levels = 3 + known.group().split("\\.").length;
        for (int i = 0; i < levels && repository != null; i++) {
            repository = repository.getParent();
        }
        if (repository == null
                || !one.startsWith(repository.resolve(known.group().replace('.', '/')))) {
            return List.of();
        }
        Path root = repository;
        return entries.stream()
                .filter(entry -> entry.startsWith(root))
                .filter(entry -> isInRelease(root.relativize(entry)))
                .toList();
    }

    private boolean isInRelease(Path inRepository) {
        // group/parts/artifact/version/file
        int names = inRepository.getNameCount();
        return names > 3
                && inRepository.getName(names - 2).toString().equals(version)
                && isWithin(
                        inRepository.subpath(0, names - 3).toString().replace('\\', '/'), group.replace('.', '/'), "/");
    }

    private static boolean isWithin(String one, String other, String separator) {
        return one.equals(other) || one.startsWith(other + separator) || other.startsWith(one + separator);
    }
}
