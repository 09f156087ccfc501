package io.jotter.environment.data;

import java.util.List;

/** The four files of a data set of digits: images and classes, to train and to test. */
record DigitFiles(CheckedFile trainImages, CheckedFile trainLabels, CheckedFile testImages, CheckedFile testLabels) {
    private static final int LABELS_HEADER = 8;

    /** MNIST as LeCun, Cortes and Burges issued it; digests taken of the unpacked files. */
    static final DigitFiles MNIST = new DigitFiles(
            new CheckedFile(
                    "train-images-idx3-ubyte.gz", "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db", 47_040_016),
            new CheckedFile("train-labels-idx1-ubyte.gz", "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5", 60_008),
            new CheckedFile(
                    "t10k-images-idx3-ubyte.gz", "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7", 7_840_016),
            new CheckedFile("t10k-labels-idx1-ubyte.gz", "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2", 10_008));

    List<CheckedFile> all() {
        return List.of(trainImages, trainLabels, testImages, testLabels);
    }

    int trainCount() {
        return trainLabels.size() - LABELS_HEADER;
    }

    int testCount() {
        return testLabels.size() - LABELS_HEADER;
    }
}
