package io.jotter.testkit;

import io.jotter.wire.Endpoint;
import io.jotter.wire.Frame;
import io.jotter.wire.FrameChannel;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Workers that fail as real ones may. One jar is all of them: which one, its JVM options say; without, a real worker. */
public enum StandInWorker {
    /** Complains and ends, before it has connected. */
    DIES_AT_START {
        @Override
        void live(BufferedReader given) {
            System.err.println("The stand-in does not want to start.");
            System.exit(7);
        }
    },
    /** Lives, and never connects. */
    NEVER_CONNECTS {
        @Override
        void live(BufferedReader given) throws InterruptedException {
            hang();
        }
    },
    /** Connects, and never says who it is. */
    NEVER_SAYS_HELLO {
        @Override
        void live(BufferedReader given) throws IOException, InterruptedException {
            try (SocketChannel socket = connect(given)) {
                new FrameChannel(socket).read();
            }
        }
    },
    /** Says hello as somebody else. */
    HAS_A_WRONG_TOKEN {
        @Override
        void live(BufferedReader given) throws IOException, InterruptedException {
            try (SocketChannel socket = connect(given)) {
                new FrameChannel(socket).write(new Frame.Hello("0123456789abcdef"));
                hang();
            }
        }
    },
    /** Comes up, and then sends what is no frame. */
    TALKS_NONSENSE {
        @Override
        void live(BufferedReader given) throws IOException, InterruptedException {
            try (SocketChannel socket = connect(given)) {
                FrameChannel channel = new FrameChannel(socket);
                channel.write(new Frame.Hello(line(given)));
                channel.read();
                // a byte without attachments, of a kind that there is not
                socket.write(ByteBuffer.wrap(new byte[] {0, 0, 0, 1, 0, 0, 0, 0, (byte) 200}));
                hang();
            }
        }
    },
    /** Comes up, and then closes the wire and lives on. */
    CLOSES_THE_WIRE {
        @Override
        void live(BufferedReader given) throws IOException, InterruptedException {
            try (SocketChannel socket = connect(given)) {
                FrameChannel channel = new FrameChannel(socket);
                channel.write(new Frame.Hello(line(given)));
                channel.read();
            }
            hang();
        }
    };

    private static final String PROPERTY = "jotter.testkit.worker";

    /** What it does with what a kernel gives a worker through its standard input. */
    abstract void live(BufferedReader given) throws IOException, InterruptedException;

    /** The options by which the jar becomes this worker. */
    public List<String> jvmOptions() {
        return List.of("-D" + PROPERTY + "=" + name());
    }

    /** Started as a worker's jar is. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String kind = System.getProperty(PROPERTY);
        if (kind == null) {
            io.jotter.worker.Main.main(arguments);
            return;
        }
        BufferedReader given = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        StandInWorker.valueOf(kind).live(given);
    }

    /**
     * Writes a jar that takes the place of the worker's, with the API's beside it.
     *
     * @param realWorker the jar beside which the API's lies
     */
    public static Path jar(Path directory, Path realWorker) throws IOException {
        Path beside =
                Objects.requireNonNull(realWorker.toAbsolutePath().normalize().getParent());
        try (Stream<Path> files = Files.list(beside)) {
            for (Path jar : files.filter(file -> file.getFileName().toString().matches("jotter-(api|ijava).*"))
                    .toList()) {
                Files.copy(jar, directory.resolve(jar.getFileName().toString()));
            }
        }
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, StandInWorker.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                Stream.of(StandInWorker.class, Frame.class, io.jotter.api.MimeBundle.class)
                        .map(StandInWorker::home)
                        .collect(Collectors.joining(" ")));
        Path jar = directory.resolve("stand-in-worker.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.finish();
        }
        return jar;
    }

    private static String home(Class<?> type) {
        try {
            return new File(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toURI()
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SocketChannel connect(BufferedReader given) throws IOException {
        return Endpoint.parse(line(given)).connect();
    }

    /** The next line that the kernel gives: the endpoint, then the token. */
    private static String line(BufferedReader given) throws IOException {
        return Objects.requireNonNull(given.readLine());
    }

    private static void hang() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
