package io.jotter.environment.data;

import io.jotter.api.DisplayHandle;
import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;
import io.jotter.api.Notebook;
import io.jotter.environment.figure.ProgressBar;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The body of one answer on its way into a file, with a bar in the notebook that says how much of how much is there. */
final class Transfer implements BodySubscriber<Path> {
    /** At most ten times a second: a page that is told of every packet has no time for anything else. */
    private static final long SHOW_NANOS = 100_000_000;

    private final String name;
    private final long total;
    private final BodySubscriber<Path> file;
    private final long begin = System.nanoTime();
    private @Nullable DisplayHandle place;
    private long received;
    private long lastShown;

    private Transfer(String name, long total, Path target) {
        this.name = name;
        this.total = total;
        this.file = BodySubscribers.ofFile(target);
    }

    /** Writes the body into {@code target}. Its length is the server's word; without it there is a count and no bar. */
    static BodyHandler<Path> into(Path target, String name) {
        return answer -> answer.statusCode() == 200
                ? new Transfer(
                        name,
                        answer.headers().firstValueAsLong("content-length").orElse(-1),
                        target)
                : BodySubscribers.replacing(target);
    }

    @Override
    public CompletionStage<Path> getBody() {
        return file.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        show(false);
        file.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            received += buffer.remaining();
        }
        file.onNext(buffers);
        if (System.nanoTime() - lastShown > SHOW_NANOS) {
            show(false);
        }
    }

    @Override
    public void onError(Throwable failure) {
        show(true);
        file.onError(failure);
    }

    @Override
    public void onComplete() {
        show(false);
        file.onComplete();
    }

    private void show(boolean stopped) {
        lastShown = System.nanoTime();
        if (!Notebook.isRunning()) {
            return;
        }
        View view = new View(name, received, total, (lastShown - begin) / 1e9, stopped);
        if (place == null) {
            place = Notebook.live(view);
        } else {
            place.update(view);
        }
    }

    private record View(String name, long received, long total, double seconds, boolean stopped)
            implements Displayable {
        @Override
        public MimeBundle toMimeBundle() {
            String says = says();
            if (total <= 0) {
                return MimeBundle.text(says);
            }
            ProgressBar bar = new ProgressBar("download of " + name, (double) received / total, stopped);
            return MimeBundle.html(
                    "<div style=\"max-width:480px;color:var(--jp-content-font-color1, inherit)\">" + bar.html()
                            + "<div style=\"margin:4px 0\">" + says + "</div></div>",
                    bar.text() + " " + says);
        }

        private String says() {
            String size = total > 0 ? megabytes(received) + " of " + megabytes(total) : megabytes(received);
            String rate = seconds > 0 ? String.format(Locale.ROOT, " · %.1f MB/s", received / 1e6 / seconds) : "";
            return name + (stopped ? " · stopped after " : " · ") + size + " MB" + rate;
        }

        private static String megabytes(long bytes) {
            return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
        }
    }
}
