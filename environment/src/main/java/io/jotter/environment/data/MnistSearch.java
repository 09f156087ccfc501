package io.jotter.environment.data;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The roads to MNIST in their order: folder, cache, download, generator. Says on {@code out} why a road was left. */
final class MnistSearch {
    private static final long TRAIN_SEED = 1998;
    private static final long TEST_SEED = 2026;

    private final DataPlaces places;
    private final DigitFiles files;
    private final PrintStream out;

    MnistSearch(DataPlaces places, DigitFiles files, PrintStream out) {
        this.places = places;
        this.files = files;
        this.out = out;
    }

    Mnist find() {
        if (places.generatorOnly()) {
            return drawn();
        }
        if (places.folder() != null) {
            Mnist found = assembled(inFolder(places.folder(), true), Mnist.Source.FOLDER);
            if (found != null) {
                return found;
            }
        }
        Map<CheckedFile, byte[]> kept = inFolder(places.cache(), false);
        Mnist cached = assembled(kept, Mnist.Source.CACHE);
        if (cached != null) {
            return cached;
        }
        Mnist fetched = assembled(completed(kept), Mnist.Source.DOWNLOAD);
        return fetched != null ? fetched : drawn();
    }

    /** The whole and true files of a folder; each other one is named, a missing one only where a person meant it to be there. */
    private Map<CheckedFile, byte[]> inFolder(Path folder, boolean meant) {
        Map<CheckedFile, byte[]> good = new HashMap<>();
        for (CheckedFile file : files.all()) {
            Path path = folder.resolve(file.name());
            if (!Files.exists(path)) {
                if (meant) {
                    out.println("MNIST: " + file.name() + " is not in " + folder);
                }
                continue;
            }
            try {
                good.put(file, file.unpack(path));
            } catch (IOException refused) {
                out.println("MNIST: " + refused.getMessage());
            }
        }
        return good;
    }

    /** Fetches what the cache lacks; on failure gives what there is. */
    private Map<CheckedFile, byte[]> completed(Map<CheckedFile, byte[]> kept) {
        Map<CheckedFile, byte[]> all = new HashMap<>(kept);
        try {
            Download download = new Download(places.sources(), out);
            for (CheckedFile file : files.all()) {
                if (!all.containsKey(file)) {
                    all.put(file, download.fetch(file, places.cache()));
                }
            }
        } catch (IOException failed) {
            out.println("MNIST: not downloaded (" + failed.getMessage() + "). Put the four files into a folder mnist and set"
                    + " JOTTER_DATA to the folder above it, or go on with drawn digits.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            out.println("MNIST: the download was interrupted");
        }
        return all;
    }

    private @Nullable Mnist assembled(Map<CheckedFile, byte[]> bytes, Mnist.Source source) {
        byte[] trainImages = bytes.get(files.trainImages());
        byte[] trainLabels = bytes.get(files.trainLabels());
        byte[] testImages = bytes.get(files.testImages());
        byte[] testLabels = bytes.get(files.testLabels());
        if (trainImages == null || trainLabels == null || testImages == null || testLabels == null) {
            return null;
        }
        try {
            return new Mnist(
                    pair(files.trainImages(), trainImages, files.trainLabels(), trainLabels),
                    pair(files.testImages(), testImages, files.testLabels(), testLabels),
                    source);
        } catch (BrokenFileException refused) {
            out.println("MNIST: " + refused.getMessage());
            return null;
        }
    }

    private static LabelledImages pair(CheckedFile imagesFile, byte[] images, CheckedFile labelsFile, byte[] labels)
            throws BrokenFileException {
        IdxFile pictures = IdxFile.parse(imagesFile.name(), images, 3);
        IdxFile classes = IdxFile.parse(labelsFile.name(), labels, 1);
        if (pictures.length(0) != classes.length(0)) {
            throw new BrokenFileException(labelsFile.name(), "it has another number of digits than " + imagesFile.name());
        }
        return new LabelledImages(pictures.data(), classes.data(), pictures.length(1), pictures.length(2));
    }

    private Mnist drawn() {
        return new Mnist(
                new DigitGenerator(TRAIN_SEED).draw(files.trainCount()),
                new DigitGenerator(TEST_SEED).draw(files.testCount()),
                Mnist.Source.GENERATOR);
    }
}
