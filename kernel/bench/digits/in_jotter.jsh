// cell
System.setProperty("ai.djl.pytorch.num_threads", "1");
Mnist mnist = Mnist.load();
NDManager manager = NDManager.newBaseManager();
// cell
SequentialBlock network = new SequentialBlock()
    .add(Linear.builder().setUnits(128).build())
    .add(Activation.reluBlock())
    .add(Linear.builder().setUnits(10).build());
Initializer glorot = new XavierInitializer(
    XavierInitializer.RandomType.UNIFORM, XavierInitializer.FactorType.AVG, 3);
DefaultTrainingConfig recipe = new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
    .optInitializer(glorot, Parameter.Type.WEIGHT)
    .optOptimizer(new OnePassAdam(Tracker.fixed(1e-3f)))
    .addTrainingListeners(new LiveTraining(5));
// cell
Engine.getInstance().setRandomSeed(42);
Model model = Model.newInstance("digits");
model.setBlock(network);
Trainer trainer = model.newTrainer(recipe);
trainer.initialize(new Shape(32, 784));
EasyTrain.fit(trainer, 5, mnist.train().dataset(manager, 32, true), null);
// cell
NDArray answers = trainer.evaluate(new NDList(mnist.test().images(manager))).singletonOrThrow().argMax(1);
long right = answers.eq(mnist.test().labels(manager)).sum().getLong();
System.out.println("accuracy " + (double) right / mnist.test().size());
