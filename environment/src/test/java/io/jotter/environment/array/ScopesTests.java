package io.jotter.environment.array;

import static io.jotter.environment.array.Scopes.manager;
import static io.jotter.environment.array.Scopes.scope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScopesTests {
    @Test
    void arraysOfTheNotebookStay() {
        NDArray kept = manager().ones(new Shape(3));
        scope(() -> manager().ones(new Shape(3)).close());
        assertThat(kept.sum().getFloat()).isEqualTo(3);
    }

    @Test
    void whatAScopeMakesGoesWithIt() {
        List<NDArray> made = new ArrayList<>();
        float sum = scope(() -> {
            made.add(manager().ones(new Shape(2)));
            made.add(made.get(0).mul(2));
            return made.get(1).sum().getFloat();
        });
        assertThat(sum).isEqualTo(4);
        assertThat(made).allMatch(NDArray::isReleased);
    }

    @Test
    void whatAScopeComputesFromTheNotebooksArraysGoesToo() {
        NDArray weights = manager().ones(new Shape(2));
        int before = manager().getManagedArrays().size();
        for (int i = 0; i < 20; i++) {
            assertThat(scope(() -> weights.mul(3).sum().getFloat())).isEqualTo(6);
        }
        assertThat(manager().getManagedArrays()).hasSize(before);
        assertThat(weights.isReleased()).isFalse();
    }

    @Test
    void whatIsReturnedIsKeptOutside() {
        NDArray one = scope(() -> manager().ones(new Shape(1)).add(1));
        NDList two = scope(() -> new NDList(one.add(1), manager().zeros(new Shape(1))));
        assertThat(one.getManager()).isSameAs(manager());
        assertThat(two.get(0).getFloat()).isEqualTo(3);
        assertThat(two.get(1).getFloat()).isEqualTo(0);
    }

    @Test
    void aScopeWithinAScopeHandsOutByOneStep() {
        List<NDArray> inner = new ArrayList<>();
        scope(() -> {
            NDManager outside = manager();
            inner.add(scope(() -> manager().ones(new Shape(1))));
            assertThat(inner.get(0).isReleased()).isFalse();
            assertThat(manager()).isSameAs(outside);
        });
        assertThat(inner.get(0).isReleased()).isTrue();
    }

    @Test
    void anInnerScopeClosesWhatItComputesFromTheNotebooksArrays() {
        NDArray weights = manager().ones(new Shape(1));
        List<NDArray> made = new ArrayList<>();
        scope(() -> {
            scope(() -> made.add(weights.mul(2)));
            assertThat(made.get(0).isReleased()).isTrue();
        });
    }

    @Test
    void anArrayOfTheNotebooksThatIsReturnedStaysTheNotebooks() {
        NDArray weights = manager().ones(new Shape(1));
        scope(() -> {
            assertThat(scope(() -> weights)).isSameAs(weights);
        });
        assertThat(weights.isReleased()).isFalse();
    }

    @Test
    void whatIsThrownIsThrownAndTheArraysAreClosed() {
        NDManager outside = manager();
        List<NDArray> made = new ArrayList<>();
        assertThatThrownBy(() -> scope(() -> {
                    made.add(manager().ones(new Shape(1)));
                    throw new IOException("on purpose");
                }))
                .isInstanceOf(IOException.class);
        assertThat(made.get(0).isReleased()).isTrue();
        assertThat(manager()).isSameAs(outside);
    }
}
