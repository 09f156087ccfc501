package io.jotter.environment.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OnePassAdamTests {
    /** More than a chunk, and no multiple of one. */
    private static final Shape SHAPE = new Shape(101, 47);

    private final OnePassAdam adam = new OnePassAdam(Tracker.fixed(0.01f));
    private NDManager manager;

    @BeforeEach
    void wakeTheEngine() {
        try {
            manager = NDManager.newBaseManager();
        } catch (EngineException | LinkageError | IllegalStateException absent) {
            abort("no PyTorch library on this machine: " + absent);
        }
        Engine.getInstance().setRandomSeed(5);
    }

    @AfterEach
    void free() {
        manager.close();
    }

    @Test
    void thePathIsThatOfDjlsAdam() {
        Optimizer djls =
                Optimizer.adam().optLearningRateTracker(Tracker.fixed(0.01f)).build();
        NDArray target = manager.randomNormal(SHAPE);
        NDArray own = parameter(manager.zeros(SHAPE));
        NDArray other = parameter(manager.zeros(SHAPE));
        for (int step = 0; step < 300; step++) {
            learn(adam, own, target);
            learn(djls, other, target);
        }
        float[] reached = own.toFloatArray();
        float[] wanted = other.toFloatArray();
        for (int i = 0; i < reached.length; i++) {
            assertThat(reached[i]).isCloseTo(wanted[i], within(2e-5f));
        }
        assertThat(target.sub(own).abs().mean().getFloat()).isLessThan(0.2f);
    }

    @Test
    void theGradientIsZeroAfterTheStepThatUsedIt() {
        NDArray weight = parameter(manager.zeros(SHAPE));
        NDArray target = manager.ones(SHAPE);
        backward(weight, target);
        assertThat(weight.getGradient().abs().sum().getFloat()).isPositive();
        adam.update("w", weight, weight.getGradient().duplicate());
        assertThat(weight.getGradient().abs().sum().getFloat()).isZero();
    }

    @Test
    void whatGetsNoGradientAnyMoreComesToRestAboveTheSubnormalNumbers() {
        NDArray weight = parameter(manager.zeros(new Shape(8)));
        backward(weight, manager.ones(new Shape(8)).muli(1e-3f));
        adam.update("w", weight, weight.getGradient().duplicate());
        NDArray nothing = manager.zeros(new Shape(8));
        for (int step = 0; step < 1000; step++) {
            adam.update("w", weight, nothing);
        }
        assertThat(adam.leastMean("w")).isBetween(Float.MIN_NORMAL, 1e-26f);
    }

    @Test
    void aRateThatIsNoNumberIsRefused() {
        NDArray weight = parameter(manager.zeros(SHAPE));
        OnePassAdam astray = new OnePassAdam(Tracker.fixed(Float.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> astray.update("w", weight, manager.zeros(SHAPE)))
                .withMessageContaining("The learning rate of step 1 is NaN");
    }

    @Test
    void parametersThatCannotBeWrittenInPlaceAreRefusedAndLeftAlone() {
        NDArray doubles = manager.zeros(new Shape(3), DataType.FLOAT64);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> adam.update("d", doubles, doubles))
                .withMessageContaining("Optimizer.adam().build()");
        NDArray turned = manager.arange(6f).reshape(2, 3).transpose();
        assertThatIllegalArgumentException().isThrownBy(() -> adam.update("t", turned, turned));
        assertThat(turned.toFloatArray()).containsExactly(0, 3, 1, 4, 2, 5);
    }

    private static NDArray parameter(NDArray array) {
        array.setRequiresGradient(true);
        return array;
    }

    private static void learn(Optimizer optimizer, NDArray weight, NDArray target) {
        backward(weight, target);
        try (NDArray gradient = weight.getGradient();
                NDArray copy = gradient.duplicate()) {
            optimizer.update("w", weight, copy);
        }
    }

    /** Of half the squared distance from the target. */
    private static void backward(NDArray weight, NDArray target) {
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            collector.backward(weight.sub(target).square().sum().div(2));
        }
    }
}
