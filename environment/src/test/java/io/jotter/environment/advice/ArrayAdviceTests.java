package io.jotter.environment.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.loss.Loss;
import io.jotter.api.ErrorAdvice;
import java.util.ServiceLoader;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ArrayAdviceTests {
    private static String advice(ThrowingCallable code) {
        Throwable thrown = catchThrowable(code);
        assertThat(thrown).isNotNull();
        return new ArrayAdvice().on(thrown).orElse("none on " + thrown);
    }

    @Test
    void itIsFoundByItsServiceFile() {
        assertThat(ServiceLoader.load(ErrorAdvice.class)).hasAtLeastOneElementOfType(ArrayAdvice.class);
    }

    @Test
    void shapesThatDoNotFitAreNamedWithTheirLengths() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray twoByThree = manager.ones(new Shape(2, 3));
            assertThat(advice(() -> twoByThree.matMul(twoByThree)))
                    .contains("columns on the left (3)", "rows on the right (2)");
            assertThat(advice(() -> twoByThree.add(manager.ones(new Shape(2, 4)))))
                    .contains("Along dimension 1", "3 and 4");
            assertThat(advice(() -> twoByThree.reshape(4, 2))).contains("6 elements", "(4, 2)");
        }
    }

    @Test
    void labelsBeyondTheClassesAreTold() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDList labels = new NDList(manager.create(new long[] {0, 5}));
            NDList scores = new NDList(manager.ones(new Shape(2, 3)));
            assertThat(advice(() -> Loss.softmaxCrossEntropyLoss().evaluate(labels, scores)))
                    .contains("counted from 0");
        }
    }

    @Test
    void numbersOfDifferentTypesAreTold() {
        try (NDManager manager = NDManager.newBaseManager()) {
            NDArray floats = manager.ones(new Shape(2, 2));
            NDArray longs = manager.ones(new Shape(2, 2), DataType.INT64);
            assertThat(advice(() -> floats.matMul(longs))).contains("toType(DataType.FLOAT32, false)");
        }
    }

    @Test
    void whatIsClosedIsTold() {
        NDManager manager = NDManager.newBaseManager();
        NDArray closed = manager.ones(new Shape(2));
        NDArray kept = closed;
        closed.close();
        assertThat(advice(() -> kept.toFloatArray())).contains("This array is closed");
        manager.close();
        assertThat(advice(() -> manager.ones(new Shape(2)))).contains("NDManager is closed");
    }

    @Test
    void whatIsNotDjlsIsLeftToOthers() {
        assertThat(new ArrayAdvice().on(new IllegalStateException("NDManager has been closed already.")))
                .isEmpty();
    }
}
