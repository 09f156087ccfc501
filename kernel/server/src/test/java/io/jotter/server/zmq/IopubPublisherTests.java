package io.jotter.server.zmq;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** Everything that is published arrives, in its order. */
@Timeout(60)
class IopubPublisherTests {
    private final ZMQ.Context context = ZMQ.context(1);
    private final MessageCodec codec = new MessageCodec("a secret", "hmac-sha256");
    private IopubPublisher publisher;
    private ZMQ.Socket subscriber;

    @BeforeEach
    void subscribe() throws MalformedMessageException {
        publisher = new IopubPublisher(context, "tcp://127.0.0.1:*", new Headers(), codec, new FrameRoom(1L << 30));
        publisher.start();
        subscriber = context.socket(SocketType.SUB);
        subscriber.setLinger(0);
        // it takes one at a time: whatever is ahead of it has to wait at the kernel
        subscriber.setHWM(1);
        subscriber.setReceiveTimeOut(20_000);
        subscriber.connect("tcp://127.0.0.1:" + publisher.port());
        subscriber.subscribe(new byte[0]);
        assertThat(receive().type()).isEqualTo("iopub_welcome");
    }

    @AfterEach
    void close() {
        subscriber.close();
        publisher.close();
        context.term();
    }

    @Test
    void aSubscriberThatIsSlowLosesNothing() throws MalformedMessageException {
        int count = 10_000;
        for (int i = 0; i < count; i++) {
            publish("slow", i, "x".repeat(500));
        }
        for (int i = 0; i < count; i++) {
            assertThat(receive().content().get("number").getAsInt()).isEqualTo(i);
        }
    }

    @Test
    void whatManyThreadsPublishKeepsTheOrderOfEach() throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            String name = "thread " + t;
            Thread thread = new Thread(() -> {
                for (int i = 0; i < 500; i++) {
                    publish(name, i, "");
                }
            });
            threads.add(thread);
            thread.start();
        }
        Map<String, Integer> next = new HashMap<>();
        for (int i = 0; i < 8 * 500; i++) {
            JsonObject content = receive().content();
            int number = content.get("number").getAsInt();
            Integer before = next.put(content.get("from").getAsString(), number);
            assertThat(number).isEqualTo(before == null ? 0 : before + 1);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void anInterruptedThreadPublishesAndStaysInterrupted() throws MalformedMessageException {
        Thread.currentThread().interrupt();
        for (int i = 0; i < 100; i++) {
            publish("interrupted", i, "");
        }
        assertThat(Thread.interrupted()).isTrue();
        for (int i = 0; i < 100; i++) {
            assertThat(receive().content().get("number").getAsInt()).isEqualTo(i);
        }
    }

    @Test
    void whatIsQueuedAtTheEndIsSentAndWhatComesAfterItIsNot() throws MalformedMessageException {
        for (int i = 0; i < 1_000; i++) {
            publish("last", i, "");
        }
        Thread end = new Thread(publisher::close);
        end.start();
        for (int i = 0; i < 1_000; i++) {
            assertThat(receive().content().get("number").getAsInt()).isEqualTo(i);
        }
        publisher.close();
        publish("late", 0, "");
        assertThat(subscriber.recv(ZMQ.DONTWAIT)).isNull();
    }

    @Test
    void aMessageLargerThanTheQueuePassesAlone() throws MalformedMessageException {
        publish("large", 1, "x".repeat(20 << 20));
        publish("small", 2, "");
        assertThat(receive().content().get("number").getAsInt()).isEqualTo(1);
        assertThat(receive().content().get("number").getAsInt()).isEqualTo(2);
    }

    @Test
    void aSubscriberThatTakesNothingHoldsUpWhatCellsShowAndNothingElse() throws MalformedMessageException {
        int count = 4_000;
        Thread cell = new Thread(() -> {
            for (int i = 0; i < count; i++) {
                publish("cell", i, "x".repeat(20_000));
            }
        });
        cell.start();
        // most of its 80 MB have to wait before they are queued
        while (cell.getState() != Thread.State.WAITING) {
            assertThat(cell.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        publisher.publish("status", new JsonObject(), new JsonObject());
        int number = 0;
        while (number < count) {
            Message message = receive();
            if (message.type().equals("stream")) {
                assertThat(message.content().get("number").getAsInt()).isEqualTo(number++);
            }
        }
    }

    @Test
    void aSubscriberThatTakesNothingForTooLongHoldsUpTheOthersNoMore() throws Exception {
        try (IopubPublisher impatient = new IopubPublisher(
                        context,
                        "tcp://127.0.0.1:*",
                        new Headers(),
                        codec,
                        new FrameRoom(1L << 30),
                        Duration.ofMillis(200));
                ZMQ.Socket halted = context.socket(SocketType.SUB);
                ZMQ.Socket reading = context.socket(SocketType.SUB)) {
            impatient.start();
            for (ZMQ.Socket each : List.of(halted, reading)) {
                each.setLinger(0);
                each.setHWM(1);
                each.setReceiveTimeOut(20_000);
                each.connect("tcp://127.0.0.1:" + impatient.port());
                each.subscribe(new byte[0]);
                assertThat(each.recv()).isNotNull();
                while (each.hasReceiveMore()) {
                    each.recv();
                }
            }
            // no further ahead of the one that reads than there is room for it: as the worker's pace sees to
            Semaphore ahead = new Semaphore(200);
            Thread cell = new Thread(() -> {
                JsonObject content = new JsonObject();
                content.addProperty("more", "x".repeat(20_000));
                for (int i = 0; i < 4_000; i++) {
                    ahead.acquireUninterruptibly();
                    impatient.publish("stream", new JsonObject(), content);
                }
            });
            cell.start();
            for (int i = 0; i < 4_000; i++) {
                do {
                    assertThat(reading.recv()).as("a frame of message %d", i).isNotNull();
                } while (reading.hasReceiveMore());
                ahead.release();
            }
            cell.join();
        }
    }

    private void publish(String from, int number, String more) {
        JsonObject content = new JsonObject();
        content.addProperty("from", from);
        content.addProperty("number", number);
        content.addProperty("more", more);
        publisher.publish("stream", new JsonObject(), content);
    }

    private Message receive() throws MalformedMessageException {
        List<byte[]> frames = new ArrayList<>();
        do {
            byte[] frame = subscriber.recv();
            if (frame == null) {
                throw new AssertionError("nothing more was published");
            }
            frames.add(frame);
        } while (subscriber.hasReceiveMore());
        return codec.decode(frames);
    }
}
