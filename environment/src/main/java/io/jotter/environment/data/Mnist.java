package io.jotter.environment.data;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Handwritten digits, 60,000 to train and 10,000 to test, each 28 × 28 grey pixels with a class from 0 to 9.
 *
 * <p>Publisher: Yann LeCun, Corinna Cortes, Christopher J. C. Burges, <i>The MNIST database of handwritten digits</i>,
 * http://yann.lecun.com/exdb/mnist/, made from NIST's Special Databases 1 and 3; the publisher's page states no licence, and
 * copies of it are commonly given as CC BY-SA 3.0. Jotter does not ship the data: it is found in a folder, in the cache, or fetched
 * (11 MB), and always checked by SHA-256. Where it cannot be had, digits of the same shape are drawn instead, and
 * {@link #source()} says so.
 */
public final class Mnist {
    /** Where the digits came from. */
    public enum Source {
        /** The four files in the folder {@code mnist} of {@code JOTTER_DATA}. */
        FOLDER,
        /** An earlier download. */
        CACHE,
        /** The publisher's site or a public copy, just now. */
        DOWNLOAD,
        /** Drawn by Jotter: not handwritten, not MNIST. A figure made from them must say so. */
        GENERATOR;

        /** As a figure says it: which digits these are, not by which road they came. */
        @Override
        public String toString() {
            return this == GENERATOR ? "drawn digits" : "MNIST";
        }
    }

    private final LabelledImages train;
    private final LabelledImages test;
    private final Source source;

    Mnist(LabelledImages train, LabelledImages test, Source source) {
        this.train = train;
        this.test = test;
        this.source = source;
    }

    /**
     * Finds the digits: in {@code $JOTTER_DATA/mnist} (the publisher's four {@code .gz} files), else in the cache, else by download into
     * the cache, else drawn from a fixed seed. {@code JOTTER_MNIST=generator}, or the system property {@code jotter.mnist}, has them
     * drawn at once. A file that is cut or altered is refused by name, and the next place is asked. Prints one line that says which
     * place it was; needs about 120 MB of heap and never fails for want of a network.
     */
    public static Mnist load() {
        return load(DataPlaces.of(System.getenv(), System.getProperties()), DigitFiles.MNIST, System.out);
    }

    static Mnist load(DataPlaces places, DigitFiles files, PrintStream out) {
        Mnist mnist = new MnistSearch(places, files, out).find();
        out.println(String.format(
                Locale.ROOT,
                "MNIST: %,d + %,d digits %s",
                mnist.train.size(),
                mnist.test.size(),
                switch (mnist.source) {
                    case FOLDER -> "from the folder JOTTER_DATA";
                    case CACHE -> "from the cache";
                    case DOWNLOAD -> "downloaded, now in the cache";
                    case GENERATOR -> "from Jotter's generator: drawn by program, not handwritten";
                }));
        return mnist;
    }

    /** The digits to train on: 60,000. */
    public LabelledImages train() {
        return train;
    }

    /** The digits to test on: 10,000. */
    public LabelledImages test() {
        return test;
    }

    /** Where these digits came from; say it beside every figure made from them. */
    public Source source() {
        return source;
    }
}
