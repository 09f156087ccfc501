package io.jotter.environment.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.ParameterTracker;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Adam (Kingma and Ba, 2015) with β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸, as DJL's {@link Adam} computes it, but in a single pass over the
 * numbers of a parameter. DJL's asks the engine for a dozen operations a step, each of which reads and writes all of them.
 *
 * <p>The results are DJL's but for the rounding of floats, and for one thing: running means are multiples of 10⁻²⁷ and variances of
 * 10⁻³⁷, by which no weight moves as much as a float can tell. Left alone, the means of weights that get no gradient any more, as
 * those of pixels that are nearly always paper, come to rest among the subnormal numbers, on which many processors compute a hundred
 * times slower.
 *
 * <p>For float32 parameters in the processor's memory, without weight decay, rescaling or clipping: those are DJL's own Adam's.
 */
public final class OnePassAdam extends Optimizer {
    /** Numbers at a time: four arrays of so many floats, the buffers' copies among them, lie in a processor's nearer caches. */
    private static final int CHUNK = 4096;

    private static final float BETA1 = 0.9f;
    private static final float BETA2 = 0.999f;
    private static final float EPSILON = 1e-8f;

    // to add and to take away again leaves a multiple of the last bit of the constant: far too small a number becomes
    // 0, without a branch
    private static final float LEAST_MEAN = 1e-20f;
    private static final float LEAST_GRADIENT = 1e-10f;
    private static final float LEAST_VARIANCE = 1e-30f;

    private static final float[] ZEROS = new float[CHUNK];

    private final ParameterTracker rate;
    private final Map<String, Moments> moments = new ConcurrentHashMap<>();

    /** With this learning rate, {@code Tracker.fixed(0.001f)} for the usual one. */
    public OnePassAdam(ParameterTracker rate) {
        super(new Plain());
        this.rate = rate;
    }

    /**
     * One step of a parameter, after which its gradient is 0.
     *
     * @throws IllegalArgumentException if it is not a float32 array in the processor's memory
     */
    @Override
    public void update(String parameterId, NDArray weight, NDArray grad) {
        Moments held = moments.computeIfAbsent(parameterId, id -> Moments.of(weight));
        int step = updateCount(parameterId);
        double unbiased = Math.sqrt(1 - Math.pow(BETA2, step)) / (1 - Math.pow(BETA1, step));
        float length = (float) (rate.getNewValue(parameterId, step) * unbiased);
        if (!Float.isFinite(length)) {
            throw new IllegalArgumentException("The learning rate of step " + step + " is " + length + ".");
        }
        try (NDArray own = weight.getGradient()) {
            update(held, floats(weight), floats(grad), floats(own), length);
        }
    }

    private static void update(Moments held, FloatBuffer weight, FloatBuffer grad, FloatBuffer own, float length) {
        float[] w = held.weights;
        float[] g = held.gradients;
        int size = weight.capacity();
        for (int chunk = 0, at = 0; at < size; chunk++, at += CHUNK) {
            int count = Math.min(CHUNK, size - at);
            weight.get(at, w, 0, count);
            grad.get(at, g, 0, count);
            pass(w, g, held.means[chunk], held.variances[chunk], count, length);
            weight.put(at, w, 0, count);
            own.put(at, ZEROS, 0, count);
        }
    }

    /** One index for all arrays: where indices differ, HotSpot takes the numbers one at a time instead of by vectors. */
    private static void pass(float[] w, float[] g, float[] means, float[] variances, int count, float length) {
        for (int i = 0; i < count; i++) {
            float mean = BETA1 * means[i] + (1 - BETA1) * g[i];
            mean = (mean + LEAST_MEAN) - LEAST_MEAN;
            float felt = (g[i] + LEAST_GRADIENT) - LEAST_GRADIENT;
            float variance = BETA2 * variances[i] + (1 - BETA2) * (felt * felt);
            variance = (variance + LEAST_VARIANCE) - LEAST_VARIANCE;
            means[i] = mean;
            variances[i] = variance;
            w[i] -= length * mean / ((float) Math.sqrt(variance) + EPSILON);
        }
    }

    /** The running mean of a parameter's gradient that is nearest to 0. */
    float leastMean(String parameterId) {
        float least = Float.MAX_VALUE;
        for (float[] chunk : Objects.requireNonNull(moments.get(parameterId)).means) {
            for (float mean : chunk) {
                least = Math.min(least, Math.abs(mean));
            }
        }
        return least;
    }

    private static FloatBuffer floats(NDArray array) {
        return array.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    /** The running means of a parameter's gradient and of its square, chunk by chunk, and room for a chunk of what they move. */
    private static final class Moments {
        private final float[][] means;
        private final float[][] variances;
        private final float[] weights;
        private final float[] gradients;

        private Moments(int size) {
            means = chunks(size);
            variances = chunks(size);
            weights = new float[Math.min(CHUNK, size)];
            gradients = weights.clone();
        }

        static Moments of(NDArray weight) {
            if (weight.getDataType() != DataType.FLOAT32 || !isWrittenInPlace(weight)) {
                throw new IllegalArgumentException(
                        "OnePassAdam steps float32 parameters in the processor's memory; this one is "
                                + weight.getDataType() + " on " + weight.getDevice()
                                + ". Take DJL's own: Optimizer.adam().build()");
            }
            return new Moments(Math.toIntExact(weight.size()));
        }

        private static float[][] chunks(int size) {
            float[][] chunks = new float[(size + CHUNK - 1) / CHUNK][];
            Arrays.setAll(chunks, chunk -> new float[Math.min(CHUNK, size - chunk * CHUNK)]);
            return chunks;
        }

        /** An array whose numbers do not lie one after the other gives a copy of them, and another one each time. */
        private static boolean isWrittenInPlace(NDArray weight) {
            FloatBuffer one = floats(weight);
            FloatBuffer other = floats(weight);
            int before = Float.floatToRawIntBits(one.get(0));
            one.put(0, Float.intBitsToFloat(before ^ 1));
            boolean same = Float.floatToRawIntBits(other.get(0)) != before;
            one.put(0, Float.intBitsToFloat(before));
            return same;
        }
    }

    private static final class Plain extends OptimizerBuilder<Plain> {
        @Override
        protected Plain self() {
            return this;
        }
    }
}
