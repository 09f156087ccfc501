package io.jotter.worker.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.api.MimeBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How values of the JDK's types, records and beans look, however odd they are. */
class ValuesTests {
    private static final String EVIL = "<script>alert(1)</script><img src=x onerror='alert(2)'>\"";

    private final Renderers renderers = new Renderers(ValuesTests.class.getClassLoader());

    record Point(int x, String label) {}

    record Holder(@Nullable Object held) {
        @Override
        public @Nullable Object held() {
            throw new AssertionError("an accessor was called");
        }
    }

    @SuppressWarnings("UnusedVariable") // the fields are read by what is tested
    public static class Bean {
        private final int size;
        private final boolean open = true;
        final int noGetter = 3;

        Bean(int size) {
            this.size = size;
        }

        public int getSize() {
            throw new AssertionError("a getter was called");
        }

        public boolean isOpen() {
            throw new AssertionError("a getter was called");
        }
    }

    /** As lazy as it gets: it has no end, and counts what it was asked for. */
    private static final class Endless extends AbstractCollection<Integer> {
        private int asked;

        @Override
        public Iterator<Integer> iterator() {
            return IntStream.generate(() -> asked++).iterator();
        }

        @Override
        public int size() {
            return Integer.MAX_VALUE;
        }
    }

    @Test
    void aMapIsATableOfItsKeysAndValuesAndItsTextStays() {
        MimeBundle bundle = renderers.render(new TreeMap<>(Map.of(1, "one", 2, "two")));
        assertThat(plain(bundle)).isEqualTo("{1=one, 2=two}");
        assertThat(html(bundle))
                .contains("TreeMap, 2 entries", "<th scope=\"row\"", ">1</th>", ">one</td>", "<th scope=\"col\"");
        assertThat(html(renderers.render(
                        new HashMap<>(IntStream.range(0, 1_020).boxed().collect(Collectors.toMap(i -> i, i -> i))))))
                .contains("1,020 entries", "… 1,000 more");
    }

    @Test
    void recordsAndBeansAreTablesReadWithoutCallingThem() {
        MimeBundle point = renderers.render(new Point(3, "a"));
        assertThat(plain(point)).isEqualTo("Point[x=3, label=a]");
        assertThat(html(point)).contains("Point</caption>", ">label</th>", ">a</td>");
        assertThat(html(renderers.render(new Holder(5)))).contains(">held</th>", ">5</td>");
        MimeBundle bean = renderers.render(new Bean(7));
        assertThat(plain(bean)).isEqualTo("Bean[size=7, open=true]");
        assertThat(html(bean)).contains(">size</th>", ">7</td>").doesNotContain("noGetter");
    }

    @Test
    void recordsAndMapsInAListAreRowsOfOneTable() {
        String table = html(renderers.render(List.of(new Point(1, "a"), new Point(2, "b"))));
        assertThat(table).contains("2 elements of type Point", ">x</th>", ">label</th>", ">b</td>");
        Map<String, Integer> first = new LinkedHashMap<>(Map.of("a", 1));
        String maps = html(renderers.render(List.of(first, Map.of("b", 2))));
        assertThat(maps).contains(">a</th>", ">b</th>", ">–</td>");
        assertThat(html(renderers.render(new Point[] {new Point(1, "a")})))
                .contains("Point[], 1 element of type Point");
        assertThat(html(renderers.render(Collections.nCopies(50, new Point(1, "a")))))
                .contains("… 30 more");
    }

    @Test
    void aShortRowIsItsOwnBestPictureAndALongOneIsFoldedWithItsCount() {
        assertThat(renderers.render(List.of(1, 2, 3))).isEqualTo(MimeBundle.text("[1, 2, 3]"));
        assertThat(renderers.render(new int[0])).isEqualTo(MimeBundle.text("[]"));
        assertThat(renderers.render("text")).isEqualTo(MimeBundle.text("text"));
        assertThat(html(renderers.render(IntStream.range(0, 5_000).toArray())))
                .contains("<details", "int[], 5,000 elements", ", …")
                .hasSizeLessThan(30_000);
    }

    @Test
    void aMatrixIsATable() {
        MimeBundle bundle = renderers.render(new double[][] {{1, 2.5}, {3}});
        assertThat(plain(bundle)).isEqualTo("[[1.0, 2.5], [3.0]]");
        assertThat(html(bundle)).contains("double[][], 2 rows × 2 columns", ">2.5</td>", "text-align:right");
        assertThat(html(renderers.render(new int[3_000][2_000]))).contains("first 20 shown", "… 2,980 more");
    }

    @Test
    void aStreamIsNotConsumed() {
        Stream<Integer> stream = Stream.of(1, 2, 3);
        assertThat(plain(renderers.render(stream))).contains("not consumed", ".toList()");
        assertThat(stream.toList()).containsExactly(1, 2, 3);
        Iterator<Integer> iterator = List.of(1, 2).iterator();
        assertThat(plain(renderers.render(iterator))).contains("not consumed");
        assertThat(iterator.next()).isEqualTo(1);
    }

    @Test
    void anOptionalShowsWhatIsInIt() {
        assertThat(renderers.render(Optional.empty())).isEqualTo(MimeBundle.text("Optional.empty"));
        assertThat(html(renderers.render(Optional.of(new Point(1, "a"))))).contains("Optional with", ">label</th>");
    }

    @Test
    void anExceptionThatIsAValueTellsItsCausesInOrder() {
        Exception thrown = new IllegalStateException("outer", new IOException("inner"));
        MimeBundle bundle = renderers.render(thrown);
        assertThat(plain(bundle)).isEqualTo("java.lang.IllegalStateException: outer");
        assertThat(html(bundle))
                .containsSubsequence("IllegalStateException", "outer", "caused by", "IOException", "inner");
        RuntimeException circle = new RuntimeException("a");
        circle.initCause(new RuntimeException("b", circle));
        assertThat(html(renderers.render(circle))).containsOnlyOnce("caused by");
    }

    @Test
    void aPathSaysWhatLiesThere(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a&b.txt"), "x".repeat(2_500));
        assertThat(plain(renderers.render(file))).isEqualTo(file.toString());
        assertThat(html(renderers.render(file))).contains("2.5 kB", "a&amp;b.txt");
        assertThat(html(renderers.render(folder.toFile()))).contains("Folder", "a&amp;b.txt", "<th scope=\"col\"");
        assertThat(html(renderers.render(folder.resolve("none")))).contains("Nothing is there yet");
    }

    @Test
    void dataCannotRunAScript(@TempDir Path folder) throws IOException {
        record Evil(String value) {}
        Map<String, Object> map = new HashMap<>(Map.of(EVIL, EVIL));
        String name = "<img src=x onerror=alert(1)>";
        Files.writeString(folder.resolve(name), "");
        for (Object value : Arrays.asList(
                map,
                List.of(map),
                new Evil(EVIL),
                List.of(new Evil(EVIL)),
                Optional.of(new Evil(EVIL)),
                Collections.nCopies(100, EVIL),
                new String[] {EVIL, EVIL.repeat(50)},
                new RuntimeException(EVIL, new RuntimeException(EVIL)),
                folder,
                folder.resolve(name))) {
            assertThat(html(renderers.render(value)))
                    .doesNotContain("<script", "<img")
                    .contains("&lt;");
        }
    }

    @Test
    void whatContainsItselfComesToAnEnd() {
        List<Object> self = new ArrayList<>();
        self.add(self);
        assertThat(renderers.render(self).data()).containsKey(MimeBundle.PLAIN);
        Object[] round = new Object[2];
        Arrays.fill(round, round);
        assertThat(html(renderers.render(round))).hasSizeLessThan(30_000);
        Map<String, Object> own = new HashMap<>();
        own.put("me", own);
        assertThat(html(renderers.render(own))).contains("this Map");
    }

    @Test
    void ofAnEndlessCollectionNoMoreIsAskedThanIsShown() {
        Endless endless = new Endless();
        assertThat(html(renderers.render(endless))).contains("2,147,483,647 elements");
        assertThat(endless.asked).isLessThan(100_000);
        List<Integer> lazy = lazyList(i -> {
            if (i > 100_000) {
                throw new AssertionError("asked for " + i);
            }
            return i;
        });
        assertThat(html(renderers.render(lazy))).contains("1,000,000,000 elements");
    }

    @Test
    void whereAnElementsTextFailsTheTableSaysSo() {
        Object broken = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no");
            }
        };
        assertThat(Cell.of(broken).text()).isEqualTo("(toString threw java.lang.IllegalStateException)");
        assertThat(Cell.of("x".repeat(1_000)).text()).hasSize(201).endsWith("…");
    }

    private static List<Integer> lazyList(IntFunction<Integer> elements) {
        return new AbstractList<>() {
            @Override
            public Integer get(int index) {
                return elements.apply(index);
            }

            @Override
            public int size() {
                return 1_000_000_000;
            }
        };
    }

    private static String plain(MimeBundle bundle) {
        return String.valueOf(bundle.data().get(MimeBundle.PLAIN));
    }

    private static String html(MimeBundle bundle) {
        return String.valueOf(bundle.data().get(MimeBundle.HTML));
    }
}
