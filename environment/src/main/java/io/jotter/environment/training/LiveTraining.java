package io.jotter.environment.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.Batch;
import ai.djl.training.evaluator.Accuracy;
import ai.djl.training.evaluator.Evaluator;
import ai.djl.training.listener.TrainingListenerAdapter;
import ai.djl.training.loss.Loss;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Shows a training while it runs: progress, time left, the curves of loss, accuracy and the trainer's further evaluators,
 * and what it takes of the machine. One line does it: {@code config.addTrainingListeners(new LiveTraining(5))}.
 *
 * <p>It looks at a batch now and then, never at each, and keeps its own time below {@value Budget#PERCENT} % of the
 * training's. Loss and accuracy of the training data are therefore means over those batches, measured before the
 * update that each of them causes; those of validation data are over all of it.
 *
 * <p>When its thread is interrupted it lets the batch under way be learnt, shows where the training stopped, and ends
 * it with a {@link CancellationException}: the parameters are those of that moment. Where it is stopped without being
 * asked, as in a batch that takes longer than an interrupt is given, or by an exception, the page says where too.
 */
public final class LiveTraining extends TrainingListenerAdapter {
    private final int epochs;
    private @Nullable Session session;

    /**
     * For a training of so many epochs.
     *
     * @throws IllegalArgumentException if there are none
     */
    public LiveTraining(int epochs) {
        if (epochs < 1) {
            throw new IllegalArgumentException("A training has at least 1 epoch, not " + epochs + ".");
        }
        this.epochs = epochs;
    }

    @Override
    public void onTrainingBatch(Trainer trainer, BatchData batchData) {
        Batch batch = batchData.getBatch();
        long done = batch.getProgress();
        Session current = session;
        if (current == null || !current.continuesAt(done)) {
            current = new Session(epochs, batch.getProgressTotal(), System.nanoTime(), System::nanoTime);
            session = current;
            current.open();
        }
        long now = System.nanoTime();
        if (current.wantsSample(now)) {
            sample(trainer, batchData, current.sampling(done), true);
        }
        current.batch(done, now);
        if (Thread.interrupted()) {
            stop(trainer, batch, current);
        }
    }

    @Override
    public void onValidationBatch(Trainer trainer, BatchData batchData) {
        Session current = session;
        if (current != null && current.isOpen()) {
            sample(trainer, batchData, current.validating(), false);
        }
    }

    @Override
    public void onEpoch(Trainer trainer) {
        if (session != null) {
            session.epochEnds();
        }
    }

    @Override
    public void onTrainingEnd(Trainer trainer) {
        if (session != null) {
            session.stop();
        }
    }

    private static void stop(Trainer trainer, Batch batch, Session session) {
        // gradients are there and not yet used: left alone they would be added to those of the next training
        trainer.step();
        batch.close();
        session.stop();
        throw new CancellationException(
                "The training was interrupted in epoch " + session.epoch() + ". The network is as it was then.");
    }

    private static void sample(Trainer trainer, BatchData data, Session.Sink sink, boolean others) {
        for (var device : data.getPredictions().keySet()) {
            NDList predictions = data.getPredictions().get(device);
            NDList labels = data.getLabels().get(device);
            if (predictions == null || labels == null || predictions.isEmpty() || labels.isEmpty()) {
                continue;
            }
            try (NDArray loss = trainer.getLoss().evaluate(labels, predictions)) {
                sink.loss(
                        loss.toType(DataType.FLOAT32, false).getFloat(),
                        labels.head().size(0));
            }
            NDArray scores = predictions.head();
            NDArray label = labels.head();
            if (isClassification(scores, label)) {
                sink.accuracy(accuracy(scores, label), label.size(0));
            }
            if (others) {
                others(trainer, labels, predictions, sink);
            }
        }
    }

    private static void others(Trainer trainer, NDList labels, NDList predictions, Session.Sink sink) {
        for (Evaluator evaluator : trainer.getEvaluators()) {
            if (evaluator instanceof Loss || evaluator instanceof Accuracy) {
                continue;
            }
            try (NDArray each = evaluator.evaluate(labels, predictions);
                    NDArray numbers = each.toType(DataType.FLOAT32, false);
                    NDArray mean = numbers.mean()) {
                sink.other(evaluator.getName(), mean.getFloat(), labels.head().size(0));
            }
        }
    }

    private static boolean isClassification(NDArray scores, NDArray label) {
        boolean oneLabelEach = label.getShape().dimension() == 1
                || (label.getShape().dimension() == 2 && label.getShape().get(1) == 1);
        return oneLabelEach
                && scores.getShape().dimension() == 2
                && scores.getShape().get(1) > 1
                && label.size(0) == scores.size(0);
    }

    private static double accuracy(NDArray scores, NDArray label) {
        try (NDArray answers = scores.argMax(1);
                NDArray truth = label.flatten().toType(answers.getDataType(), false);
                NDArray right = answers.eq(truth);
                NDArray count = right.sum()) {
            return (double) count.getLong() / label.size(0);
        }
    }
}
