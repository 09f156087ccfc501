package io.jotter.environment.training;

/**
 * What has been measured so far, each against the time in epochs.
 *
 * @param loss on batches that were looked at
 * @param accuracy on the same ones; empty where the task is not one of classes
 * @param heldOutLoss on the whole of the validation data, at the end of an epoch
 * @param heldOutAccuracy likewise
 */
record Measures(Curve loss, Curve accuracy, Curve heldOutLoss, Curve heldOutAccuracy) {
    private static final int STRETCHES = 40;

    static Measures over(int epochs) {
        int held = Math.min(epochs, STRETCHES);
        return new Measures(
                new Curve(epochs, STRETCHES),
                new Curve(epochs, STRETCHES),
                new Curve(epochs, held),
                new Curve(epochs, held));
    }

    boolean hasLoss() {
        return loss.x().length > 0;
    }

    boolean hasAccuracy() {
        return accuracy.x().length > 0;
    }
}
