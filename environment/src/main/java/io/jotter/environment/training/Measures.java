package io.jotter.environment.training;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What has been measured so far, each against the time in epochs.
 *
 * @param loss on batches that were looked at
 * @param accuracy on the same ones; empty where the task is not one of classes
 * @param heldOutLoss on the whole of the validation data, at the end of an epoch
 * @param heldOutAccuracy likewise
 * @param others by their names what the trainer's further evaluators say of the batches that were looked at
 */
record Measures(Curve loss, Curve accuracy, Curve heldOutLoss, Curve heldOutAccuracy, Map<String, Curve> others) {
    static final int STRETCHES = 40;

    /** A curve that nothing is added to. */
    static final Curve NONE = new Curve(1, 1);

    static Measures over(int epochs) {
        int held = Math.min(epochs, STRETCHES);
        return new Measures(
                new Curve(epochs, STRETCHES),
                new Curve(epochs, STRETCHES),
                new Curve(epochs, held),
                new Curve(epochs, held),
                new LinkedHashMap<>());
    }

    /** As they are now, for another thread. */
    Measures copy() {
        Map<String, Curve> copies = new LinkedHashMap<>();
        others.forEach((name, curve) -> copies.put(name, curve.copy()));
        return new Measures(loss.copy(), accuracy.copy(), heldOutLoss.copy(), heldOutAccuracy.copy(), copies);
    }

    boolean hasLoss() {
        return !loss.isEmpty();
    }

    boolean hasAccuracy() {
        return !accuracy.isEmpty();
    }
}
