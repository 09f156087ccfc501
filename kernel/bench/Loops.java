import java.util.HashMap;
import java.util.Map;

/** Loops of plain Java, each run until it is compiled and then timed: the same lines as a program and as cells. */
public final class Loops {
    public static void main(String[] arguments) {
        new Loops().run();
    }

    // cell prepare
    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static void multiply(float[][] a, float[][] b, float[][] product) {
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                float factor = a[i][k];
                for (int j = 0; j < product[i].length; j++) {
                    product[i][j] += factor * b[k][j];
                }
            }
        }
    }

    static long count(int rounds) {
        Map<Integer, Long> counts = new HashMap<>();
        long state = 42;
        for (int i = 0; i < rounds; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            counts.merge((int) (state >>> 44), 1L, Long::sum);
        }
        return counts.size();
    }

    static long primes(int below) {
        return java.util.stream.IntStream.range(2, below)
                .filter(n -> java.util.stream.IntStream.rangeClosed(2, (int) Math.sqrt(n)).noneMatch(d -> n % d == 0))
                .count();
    }

    static double round() {
        double[] numbers = new double[4096];
        java.util.Arrays.setAll(numbers, i -> 1.0 / (i + 1));
        double sum = 0;
        for (int i = 0; i < 20_000; i++) {
            sum += dot(numbers, numbers);
        }
        float[][] matrix = new float[192][192];
        for (float[] row : matrix) {
            java.util.Arrays.fill(row, 0.5f);
        }
        for (int i = 0; i < 12; i++) {
            multiply(matrix, matrix, new float[192][192]);
        }
        return sum + count(600_000) + primes(60_000);
    }
    // end

    void run() {
        // cell warm
        double warmed = 0;
        for (int i = 0; i < 12; i++) {
            warmed += round();
        }
        System.out.println("warm " + warmed);
        // end
        // cell loops
        long begun = System.nanoTime();
        double result = 0;
        for (int i = 0; i < 8; i++) {
            result += round();
        }
        System.out.println("loops " + (System.nanoTime() - begun) + " " + result);
        // end
    }
}
