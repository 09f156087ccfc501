package io.jotter.environment.data;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The IDX format of MNIST's publisher (http://yann.lecun.com/exdb/mnist/): two zero bytes, a type code (8 for unsigned bytes), the number
 * of dimensions, each dimension's length as a big-endian int, then the data, last dimension fastest.
 */
final class IdxFile {
    private static final int UNSIGNED_BYTE = 8;

    private final int[] shape;
    private final byte[] data;

    private IdxFile(int[] shape, byte[] data) {
        this.shape = shape;
        this.data = data;
    }

    /** Reads a whole IDX file of unsigned bytes; {@code name} is for the message of a refusal. */
    static IdxFile parse(String name, byte[] bytes, int dimensions) throws BrokenFileException {
        int header = 4 + 4 * dimensions;
        if (bytes.length < header) {
            throw new BrokenFileException(name, "it ends within its header");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int magic = buffer.getInt();
        if (magic != (UNSIGNED_BYTE << 8 | dimensions)) {
            throw new BrokenFileException(
                    name, "its first four bytes are not those of an IDX file of bytes in " + dimensions + " dimensions");
        }
        int[] shape = new int[dimensions];
        long count = 1;
        for (int axis = 0; axis < dimensions; axis++) {
            shape[axis] = buffer.getInt();
            // checked at each step, so that the product cannot overflow
            if (shape[axis] < 1 || (count *= shape[axis]) > bytes.length) {
                throw new BrokenFileException(name, "its header promises more or less data than it has");
            }
        }
        if (count != bytes.length - header) {
            throw new BrokenFileException(name, "its header promises more or less data than it has");
        }
        return new IdxFile(shape, Arrays.copyOfRange(bytes, header, bytes.length));
    }

    /** Length along one axis. */
    int length(int axis) {
        return shape[axis];
    }

    /** The values, last axis fastest; not a copy. */
    byte[] data() {
        return data;
    }
}
