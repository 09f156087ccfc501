import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.tracker.Tracker;
import io.jotter.environment.data.Mnist;
import io.jotter.environment.training.LiveTraining;
import io.jotter.environment.training.OnePassAdam;

/**
 * Notebook 08's training as a plain program. Each part between `// cell NAME` and `// end` is a cell of the notebook that
 * it is measured against, letter for letter; a part prints the nanoseconds of its epoch.
 */
public final class Training {
    public static void main(String[] arguments) throws Exception {
        // cell prepare
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        Mnist mnist = Mnist.load();
        NDManager manager = NDManager.newBaseManager();
        ArrayDataset batches = mnist.train().dataset(manager, 32, true);
        Engine.getInstance().setRandomSeed(42);
        XavierInitializer glorot = new XavierInitializer(
                XavierInitializer.RandomType.UNIFORM, XavierInitializer.FactorType.AVG, 3);
        SequentialBlock network = new SequentialBlock()
                .add(Linear.builder().setUnits(128).build())
                .add(Activation.reluBlock())
                .add(Linear.builder().setUnits(10).build());
        Model model = Model.newInstance("digits");
        model.setBlock(network);
        DefaultTrainingConfig recipe = new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optInitializer(glorot, Parameter.Type.WEIGHT)
                .optOptimizer(new OnePassAdam(Tracker.fixed(0.001f)));
        Trainer trainer = model.newTrainer(recipe);
        trainer.initialize(new Shape(32, 784));
        // end

        // cell warm
        EasyTrain.fit(trainer, 1, batches, null);
        // end

        // cell epoch
        long start = System.nanoTime();
        EasyTrain.fit(trainer, 1, batches, null);
        System.out.println("epoch " + (System.nanoTime() - start));
        // end

        // cell bare
        Trainer unwatched = model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(new OnePassAdam(Tracker.fixed(0.001f))));
        unwatched.initialize(new Shape(32, 784));
        long begun = System.nanoTime();
        EasyTrain.fit(unwatched, 1, batches, null);
        System.out.println("bare " + (System.nanoTime() - begun));
        // end

        // cell shown
        Trainer watched = model.newTrainer(new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optOptimizer(new OnePassAdam(Tracker.fixed(0.001f)))
                .addTrainingListeners(new LiveTraining(1)));
        watched.initialize(new Shape(32, 784));
        long begin = System.nanoTime();
        EasyTrain.fit(watched, 1, batches, null);
        System.out.println("shown " + (System.nanoTime() - begin));
        // end

        // the network is kept in use to the end
        if (!Float.isFinite(model.getBlock().getParameters().valueAt(0).getArray().sum().getFloat())) {
            throw new IllegalStateException("The training went astray: its times say nothing.");
        }
        System.exit(0);
    }
}
