package io.jotter.environment.live;

import static io.jotter.environment.live.Live.progress;
import static io.jotter.environment.live.Live.progressBar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jotter.api.MimeBundle;
import io.jotter.environment.RecordingHost;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressTests {
    private final RecordingHost notebook = RecordingHost.running();

    @AfterEach
    void end() {
        notebook.statementEnds(false);
    }

    @Test
    void aLoopHasItsElementsAndEndsAsDone() {
        List<String> seen = new ArrayList<>();
        for (String each : progress(List.of("a", "b", "c")).named("letters")) {
            seen.add(each);
        }

        assertThat(seen).containsExactly("a", "b", "c");
        assertThat(notebook.displayed).hasSize(1);
        assertThat(notebook.lastText()).startsWith("letters ████").contains("3 in ");
    }

    @Test
    void everythingThatCanBeLoopedOverTellsItsLength() {
        assertThat(firstPictureOf(progress(5))).contains("0 of 5");
        assertThat(firstPictureOf(progress(3, 5))).contains("0 of 2");
        assertThat(firstPictureOf(progress(new String[] {"a"}))).contains("0 of 1");
        assertThat(firstPictureOf(progress(new int[4]))).contains("0 of 4");
        assertThat(firstPictureOf(progress(new long[4]))).contains("0 of 4");
        assertThat(firstPictureOf(progress(new double[4]))).contains("0 of 4");
        assertThat(firstPictureOf(progress(new float[4]))).contains("0 of 4");
        assertThat(firstPictureOf(progress(IntStream.range(0, 7)))).contains("0 of 7");
        assertThat(firstPictureOf(progress(Stream.of(1, 2)))).contains("0 of 2");
        assertThat(firstPictureOf(progress(Stream.iterate(1, n -> n + 1)))).doesNotContain(" of ", "%");
        List<Integer> one = List.of(1);
        Iterable<Integer> unknown = () -> one.iterator();
        assertThat(firstPictureOf(progress(unknown))).doesNotContain(" of ");
        assertThat(firstPictureOf(progress(unknown).of(9))).contains("0 of 9");
    }

    @Test
    void aCountThatIsNotKnownShowsNoBarAndNoTimeLeft() {
        for (int each : progress(Stream.iterate(1, n -> n + 1).limit(1000).filter(n -> n % 2 == 0))) {
            assertThat(each).isEven();
        }

        assertThat(first()).doesNotContain("░", "left");
        assertThat(notebook.lastText()).contains("500 in ");
    }

    @Test
    void anInnerLoopMadeAnewAThousandTimesHasOneLineBelowTheOuter() {
        Iterator<Integer> outer = progress(1000).named("epochs").iterator();
        while (outer.hasNext()) {
            outer.next();
            for (int batch : progress(3).named("batches")) {
                assertThat(batch).isBetween(0, 2);
            }
        }

        assertThat(notebook.displayed).hasSize(1);
        assertThat(notebook.lastText()).contains("epochs", "1,000 in").doesNotContain("batches");
    }

    @Test
    void whatIsNestedIsOneLineOfText() {
        try (var outer = progressBar("files", 4)) {
            outer.update();
            try (var inner = progressBar("lines", 10)) {
                inner.update(5);
                notebook.statementEnds(false);

                assertThat(notebook.lastText())
                        .containsPattern("files .*1 of 4.* │ lines .*5 of 10")
                        .doesNotContain("\n");
                assertThat(html())
                        .contains("padding-left:16px")
                        .containsPattern("aria-label=\"lines\".*aria-valuenow=\"50\"");
            }
        }
    }

    @Test
    void whatAnExceptionEndsSaysWhereItStopped() {
        Iterator<Integer> loop = progress(10).iterator();
        for (int i = 0; i < 4; i++) {
            assertThat(loop.hasNext()).isTrue();
            assertThat(loop.next()).isEqualTo(i);
        }
        notebook.statementEnds(true);

        assertThat(notebook.lastText()).contains("stopped at 3 of 10 after ");
        assertThat(html()).contains("--jp-warn-color1");
    }

    @Test
    void aTryThatAnExceptionLeavesIsStoppedToo() {
        assertThatThrownBy(() -> {
                    try (var bar = progressBar("reading", 10)) {
                        bar.update(2);
                        throw new IllegalStateException("broken");
                    }
                })
                .isInstanceOf(IllegalStateException.class);
        notebook.statementEnds(true);

        assertThat(notebook.lastText()).contains("stopped at 2 of 10");
    }

    @Test
    void aLoopThatIsLeftByABreakSaysSo() {
        for (int each : progress(10)) {
            if (each == 4) {
                break;
            }
        }
        notebook.statementEnds(false);

        assertThat(notebook.lastText()).contains("left at 4 of 10");
    }

    @Test
    void aBarMovedByHandGoesOnInTheNextStatement() {
        var bar = progressBar("by hand", 10);
        bar.update(3);
        notebook.statementEnds(false);
        assertThat(notebook.lastText()).contains("3 of 10").doesNotContain("stopped", "left at");

        bar.update(4);
        bar.describe("almost");
        notebook.statementEnds(true);
        assertThat(notebook.lastText()).contains("almost", "stopped at 7 of 10");

        bar.update(3);
        bar.close();
        assertThat(notebook.lastText()).contains("10 in ");
        assertThat(notebook.displayed).hasSize(1);
    }

    @Test
    void aLoopOfTheNextStatementHasAPlaceOfItsOwn() {
        assertThat(progress(10).iterator()).hasNext();
        notebook.statementEnds(false);
        assertThat(progress(20).iterator()).hasNext();

        assertThat(notebook.displayed).hasSize(2);
    }

    @Test
    void manyLoopsOneAfterTheOtherDoNotFillThePage() {
        for (int i = 0; i < 500; i++) {
            for (int each : progress(2).named("loop " + i)) {
                assertThat(each).isLessThan(2);
            }
        }
        notebook.statementEnds(false);

        assertThat(notebook.displayed).hasSize(20);
        assertThat(notebook.lastText()).contains("loop 499", "more before").doesNotContain("loop 400");
    }

    @Test
    void barsOfOtherThreadsShareThePlace() throws InterruptedException {
        CountDownLatch open = new CountDownLatch(4);
        CountDownLatch go = new CountDownLatch(1);
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(i -> new Thread(() -> {
                    try (var bar = progressBar("thread " + i, 2)) {
                        open.countDown();
                        go.await();
                        bar.update(2);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        open.await();
        go.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        notebook.statementEnds(false);

        assertThat(notebook.displayed).hasSize(1);
        assertThat(notebook.lastText()).contains("thread 0", "thread 3").doesNotContain("padding-left:16px");
    }

    @Test
    void aNameIsTextAndNotMarkup() {
        progressBar("<b>a & b</b>", 2).close();

        assertThat(html()).contains("&lt;b&gt;a &amp; b").doesNotContain("<b>");
    }

    private String firstPictureOf(ProgressLoop<?> loop) {
        notebook.displayed.clear();
        assertThat(loop.iterator()).isNotNull();
        String text = first();
        notebook.statementEnds(false);
        return text;
    }

    private String first() {
        return String.valueOf(notebook.displayed.get(0).data().get(MimeBundle.PLAIN));
    }

    private String html() {
        List<MimeBundle> all = notebook.updated.isEmpty() ? notebook.displayed : notebook.updated;
        return String.valueOf(all.get(all.size() - 1).data().get(MimeBundle.HTML));
    }
}
