package io.jotter.environment.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

class Chapter03Tests {
    @Test
    void aCycleMayBeginAnywhere() {
        assertThat(right("03.3", List.of("build", "test", "fix"))).isTrue();
        assertThat(right("03.3", new String[] {"fix", "build", "test"})).isTrue();
    }

    @Test
    void whatIsNoCycleIsToldWhy() {
        assertThat(says("03.3", List.of())).contains("empty");
        assertThat(says("03.3", List.of("build", "test", "fix", "build"))).contains("twice");
        assertThat(says("03.3", List.of("plan", "build", "test"))).contains("no arrow test → plan");
        assertThat(says("03.3", List.of("fix", "test", "build"))).contains("no arrow fix → test");
        assertThat(says("03.3", 3)).contains("list of nodes");
    }

    @Test
    void theRanksAreThoseOfTheLinearSystem() {
        assertThat(right("03.4", ranks(0.5))).isTrue();
        assertThat(says("03.4", ranks(0.85))).contains("Here δ is 0.5");
    }

    @Test
    void countsAndDaysAreJudged() {
        assertThat(right("03.1", 4)).isTrue();
        assertThat(says("03.1", 120)).contains("allowed or not");
        assertThat(right("03.2", 10 + 14 + 6 + 2 + 1)).isTrue();
        assertThat(says("03.2", 34.0)).contains("slack");
        assertThat(says("03.2", 28.0)).contains("as before");
    }

    @Test
    void nothingFilledInIsWrong() {
        assertThat(says("03.1", 0)).contains("fixed place");
        assertThat(says("03.2", 0.0)).doesNotContain("33");
        assertThat(says("03.4", new double[4])).contains("stored");
    }

    /** PageRank of a → b → c → a, d → a. */
    private static double[] ranks(double delta) {
        SimpleMatrix moves = new SimpleMatrix(4, 4);
        moves.set(1, 0, 1);
        moves.set(2, 1, 1);
        moves.set(0, 2, 1);
        moves.set(0, 3, 1);
        SimpleMatrix left = SimpleMatrix.identity(4).minus(moves.scale(delta));
        return left.solve(SimpleMatrix.ones(4, 1).scale((1 - delta) / 4))
                .getDDRM()
                .getData();
    }

    private static boolean right(String id, Object answer) {
        return Checks.judge(id, answer).right();
    }

    private static String says(String id, Object answer) {
        assertThat(right(id, answer)).isFalse();
        return Checks.judge(id, answer).says();
    }
}
