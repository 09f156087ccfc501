package io.jotter.server.magics.maven;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.util.graph.manager.DependencyManagerUtils;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;
import org.eclipse.aether.version.VersionConstraint;
import org.jspecify.annotations.Nullable;

/** Draws who needs what, and says of each version that was not taken, or was not the one wanted, why. */
final class DependencyTree {
    private final StringBuilder text = new StringBuilder();
    private final IdentityHashMap<DependencyNode, Place> places = new IdentityHashMap<>();
    private final IdentityHashMap<DependencyNode, List<DependencyNode>> losers = new IdentityHashMap<>();

    /** Where a node stands: its depth, 1 for what was asked for, and who needs it. */
    private record Place(int depth, @Nullable DependencyNode neededBy) {}

    private DependencyTree() {}

    /** Has the session keep what the drawing needs. */
    static void prepare(DefaultRepositorySystemSession session) {
        session.setConfigProperty(ConflictResolver.CONFIG_PROP_VERBOSE, ConflictResolver.Verbosity.STANDARD);
        session.setConfigProperty(DependencyManagerUtils.CONFIG_PROP_VERBOSE, true);
    }

    static String of(DependencyNode root) {
        DependencyTree tree = new DependencyTree();
        tree.find(root, 0, null);
        for (DependencyNode asked : root.getChildren()) {
            tree.draw(asked, "", "");
        }
        return tree.text.toString().stripTrailing();
    }

    private void find(DependencyNode node, int depth, @Nullable DependencyNode neededBy) {
        places.put(node, new Place(depth, neededBy));
        DependencyNode winner = winner(node);
        if (winner != null) {
            losers.computeIfAbsent(winner, any -> new ArrayList<>()).add(node);
        }
        node.getChildren().forEach(child -> find(child, depth + 1, node));
    }

    private void draw(DependencyNode node, String first, String others) {
        text.append(first).append(shown(node.getArtifact()));
        String note = note(node);
        text.append(note.isEmpty() ? "" : "   " + note).append('\n');
        List<DependencyNode> children = node.getChildren();
        for (int index = 0; index < children.size(); index++) {
            boolean last = index == children.size() - 1;
            draw(children.get(index), others + (last ? "└─ " : "├─ "), others + (last ? "   " : "│  "));
        }
    }

    private String note(DependencyNode node) {
        DependencyNode winner = winner(node);
        if (winner != null) {
            return node.getArtifact().getVersion().equals(winner.getArtifact().getVersion())
                    ? "(shown once)"
                    : "not taken: " + winner.getArtifact().getVersion() + " " + reason(winner, node);
        }
        List<String> sentences = new ArrayList<>();
        String wanted = DependencyManagerUtils.getPremanagedVersion(node);
        if (wanted != null && !wanted.equals(node.getArtifact().getVersion())) {
            sentences.add(wanted + " was wanted; a BOM, a POM or " + LockFile.NAME + " says otherwise");
        }
        String over = losers.getOrDefault(node, List.of()).stream()
                .filter(loser -> !loser.getArtifact()
                        .getVersion()
                        .equals(node.getArtifact().getVersion()))
                .map(loser -> loser.getArtifact().getVersion() + " of " + neededBy(loser))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!over.isEmpty()) {
            sentences.add("taken, not " + over);
        }
        return String.join("; ", sentences);
    }

    private String reason(DependencyNode winner, DependencyNode loser) {
        VersionConstraint constraint = winner.getVersionConstraint();
        String whose = depth(winner) == 1 ? "was asked for" : "is needed by " + neededBy(winner);
        if (constraint != null && constraint.getRange() != null) {
            return whose + ", which wants " + constraint.getRange();
        } else if (depth(winner) < depth(loser)) {
            return whose + ", which is nearer";
        }
        return whose + ", which comes first";
    }

    private int depth(DependencyNode node) {
        Place place = places.get(node);
        return place == null ? 1 : place.depth();
    }

    private String neededBy(DependencyNode node) {
        Place place = places.get(node);
        DependencyNode by = place == null ? null : place.neededBy();
        return by == null || by.getArtifact() == null ? "the notebook" : shown(by.getArtifact());
    }

    private static @Nullable DependencyNode winner(DependencyNode node) {
        return (DependencyNode) node.getData().get(ConflictResolver.NODE_DATA_WINNER);
    }

    private static String shown(Artifact artifact) {
        return MavenHome.coordinates(artifact).toString();
    }
}
