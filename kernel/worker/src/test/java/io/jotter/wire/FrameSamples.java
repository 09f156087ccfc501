package io.jotter.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.api.MimeBundle;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Examples of every frame, made from the components of the records: a frame that is new has examples without a line here,
 * and so cannot be forgotten by the codec.
 */
final class FrameSamples {
    /** A cause of a cause is enough, and examples of a record within itself have to end. */
    private static final int DEEPEST = 2;

    private FrameSamples() {}

    static List<Frame> all() {
        List<Frame> frames = new ArrayList<>();
        for (Class<?> kind : Frame.class.getPermittedSubclasses()) {
            for (Object sample : samples(kind, 0)) {
                frames.add((Frame) sample);
            }
        }
        return frames;
    }

    private static List<?> samples(Class<?> type, int depth) {
        if (type == int.class) {
            return List.of(0, 1, -1, Integer.MAX_VALUE);
        } else if (type == long.class) {
            return List.of(0L, -1L, 1L << 40);
        } else if (type == boolean.class) {
            return List.of(true, false);
        } else if (type == String.class) {
            return List.of("", "text", "Ünï 😀 \0 \r\n");
        } else if (type == byte[].class) {
            return List.of(new byte[0], new byte[] {0, -1, 127, -128}, new byte[700]);
        } else if (type == Frame.Output.class) {
            // its length counts a part of the array: only where it counts all does the very same frame come out again
            return List.of(
                    new Frame.Output("", true, new byte[0], 0), new Frame.Output("c", false, new byte[] {1, -2}, 2));
        } else if (type == MimeBundle.class) {
            return List.of(
                    MimeBundle.empty(),
                    MimeBundle.html("<b>ü</b>", "ü")
                            .with(MimeBundle.PNG, new byte[] {-119, 80})
                            .withMetadata(MimeBundle.PNG, "{\"width\": 1}"));
        } else if (type == StackTraceElement.class) {
            return List.of(
                    new StackTraceElement("A", "m", "In [1]", 3), new StackTraceElement("A$B", "<init>", null, -2));
        } else if (type.isEnum()) {
            return Arrays.asList(type.getEnumConstants());
        } else if (type.isSealed()) {
            List<Object> samples = new ArrayList<>();
            for (Class<?> each : type.getPermittedSubclasses()) {
                samples.addAll(samples(each, depth));
            }
            return samples;
        } else if (type.isRecord()) {
            return records(type, depth + 1);
        }
        throw new AssertionError("A frame has a part of " + type + ": give examples of it here");
    }

    /** Enough records that every example of every component stands in one of them. */
    private static List<Object> records(Class<?> type, int depth) {
        RecordComponent[] components = type.getRecordComponents();
        List<List<?>> values = new ArrayList<>();
        int count = 1;
        for (RecordComponent component : components) {
            List<?> samples = samples(component.getGenericType(), component.getAnnotatedType(), depth);
            values.add(samples);
            count = Math.max(count, samples.size());
        }
        List<Object> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            @Nullable Object[] arguments = new @Nullable Object[components.length];
            for (int j = 0; j < components.length; j++) {
                arguments[j] = values.get(j).get(i % values.get(j).size());
            }
            records.add(create(type, components, arguments));
        }
        return records;
    }

    private static List<?> samples(Type type, AnnotatedType annotated, int depth) {
        List<@Nullable Object> samples = new ArrayList<>();
        if (annotated.isAnnotationPresent(Nullable.class)) {
            samples.add(null);
            if (depth > DEEPEST) {
                return samples;
            }
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            samples.add(List.of());
            if (depth <= DEEPEST) {
                samples.add(samples((Class<?>) list.getActualTypeArguments()[0], depth));
            }
        } else if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            samples.add(Map.of());
        } else {
            samples.addAll(samples((Class<?>) type, depth));
        }
        return Collections.unmodifiableList(samples);
    }

    private static Object create(Class<?> type, RecordComponent[] components, @Nullable Object[] arguments) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("No example of " + type, e);
        }
    }

    /** A frame as the wire carries it, without what tells its lengths. */
    static byte[] body(Frame frame) {
        ByteBuffer encoded = FrameCodec.encode(frame).get(0);
        int length = encoded.getInt();
        encoded.position(encoded.position() + 4 + 4 * encoded.getInt(encoded.position()));
        assertThat(encoded.remaining()).as("the length before the frame").isEqualTo(length);
        byte[] body = new byte[length];
        encoded.get(body);
        return body;
    }

    /** The buffers that travel beside a frame. */
    static List<byte[]> attachments(Frame frame) {
        List<ByteBuffer> encoded = FrameCodec.encode(frame);
        return encoded.subList(1, encoded.size()).stream()
                .map(ByteBuffer::array)
                .toList();
    }
}
