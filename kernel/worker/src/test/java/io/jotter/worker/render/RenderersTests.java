package io.jotter.worker.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;
import io.jotter.api.Renderer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which renderer shows a value, and what becomes of one that is broken. */
class RenderersTests {
    @TempDir
    Path library;

    @Test
    void theRendererOfTheMostSpecificTypeWinsInWhateverOrderTheyAreFound() throws IOException {
        List<Class<?>> providers = new ArrayList<>(List.of(OfCollection.class, OfList.class, OfArrayList.class));
        assertThat(with(providers).render(new ArrayList<>())).isEqualTo(MimeBundle.text("an ArrayList"));
        assertThat(with(providers).render(List.of(1))).isEqualTo(MimeBundle.text("a List"));
        java.util.Collections.reverse(providers);
        assertThat(with(providers).render(new ArrayList<>())).isEqualTo(MimeBundle.text("an ArrayList"));
        assertThat(with(providers).render(List.of(1))).isEqualTo(MimeBundle.text("a List"));
    }

    @Test
    void amongEqualsTheOneFoundLastWins() throws IOException {
        assertThat(with(List.of(OfList.class, AlsoOfList.class)).render(List.of()))
                .isEqualTo(MimeBundle.text("also a List"));
    }

    @Test
    void oneThatTheNotebookAddsWinsOverThoseOfLibrariesAndOverFormerOnes() throws IOException {
        Renderers renderers = with(List.of(AlsoOfList.class));
        assertThat(renderers.render(List.of())).isEqualTo(MimeBundle.text("also a List"));
        renderers.add(new OfList());
        assertThat(renderers.render(List.of())).isEqualTo(MimeBundle.text("a List"));
        renderers.add(new AlsoOfList());
        renderers.reload();
        assertThat(renderers.render(List.of())).isEqualTo(MimeBundle.text("also a List"));
    }

    @Test
    void aValueThatKnowsHowItLooksIsAskedFirst() throws IOException {
        assertThat(with(List.of(OfDisplayable.class)).render(new Shown())).isEqualTo(MimeBundle.text("by itself"));
        MimeBundle bundle = MimeBundle.html("<b>", "b");
        assertThat(with(List.of()).render(bundle)).isSameAs(bundle);
    }

    @Test
    void withoutARendererOfALibraryAValueIsItsText() throws IOException {
        assertThat(plain(with(List.of()).render(new TreeMap<>(Map.of(1, "one")))))
                .isEqualTo("{1=one}");
        assertThat(plain(with(List.of()).render(new int[][] {{1, 2}, {3}}))).isEqualTo("[[1, 2], [3]]");
        assertThat(with(List.of()).render(new Object[] {"a", null})).isEqualTo(MimeBundle.text("[a, null]"));
    }

    @Test
    void anArrayWithinItselfAndALongOneComeToAnEnd() throws IOException {
        Object[] within = new Object[2];
        Arrays.fill(within, within);
        assertThat(plain(with(List.of()).render(within))).startsWith("[[[").hasSizeLessThan(110_000);
        assertThat(plain(with(List.of()).render(new double[1_000_000]))).hasSizeLessThan(110_000);
    }

    @Test
    void aBrokenProviderIsNamedAndTheOthersServe() throws IOException {
        String said = errors(() -> {
            Renderers renderers = withNames(
                    List.of("no.such.Renderer", Broken.class.getName(), Shown.class.getName(), OfList.class.getName()));
            assertThat(renderers.render(List.of())).isEqualTo(MimeBundle.text("a List"));
        });
        assertThat(said)
                .contains("no.such.Renderer")
                .contains(Broken.class.getName())
                .contains(Shown.class.getName())
                .doesNotContain(OfList.class.getName());
    }

    @Test
    void aClassPathThatGrowsBringsItsRenderers() throws IOException {
        try (Grown growing = new Grown(folder(List.of(OfList.class.getName())))) {
            Renderers renderers = new Renderers(growing);
            assertThat(renderers.render(List.of(1))).isEqualTo(MimeBundle.text("[1]"));
            growing.grow();
            renderers.reload();
            assertThat(renderers.render(List.of(1))).isEqualTo(MimeBundle.text("a List"));
        }
    }

    @Test
    void aRendererThatFailsIsNamedOnceAndThePlainTextShown() throws IOException {
        String said = errors(() -> {
            Renderers renderers = with(List.of(OfNumber.class, OfNothing.class));
            assertThat(renderers.render(1)).isEqualTo(MimeBundle.text("1"));
            assertThat(renderers.render(2.5)).isEqualTo(MimeBundle.text("2.5"));
            assertThat(renderers.render(new Thread[0])).isEqualTo(MimeBundle.text("[]"));
        });
        assertThat(said.lines())
                .hasSize(2)
                .anyMatch(line -> line.contains(OfNumber.class.getName()) && line.contains("cannot show 1"))
                .anyMatch(line -> line.contains(OfNothing.class.getName()) && line.contains("returned null"));
    }

    @Test
    void whatAValuesOwnMethodsThrowIsTheReadersToSee() throws IOException {
        Object broken = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException("no text");
            }
        };
        assertThatThrownBy(() -> with(List.of()).render(broken)).hasMessage("no text");
    }

    @Test
    void ofTwoInterfacesTheNearestWinsInWhateverOrderTheyAreFound() throws IOException {
        List<Class<?>> providers = new ArrayList<>(List.of(OfLeft.class, OfRight.class, OfTop.class));
        for (int i = 0; i < 2; i++) {
            assertThat(plain(with(providers).render(new Both()))).isEqualTo("left");
            assertThat(plain(with(providers).render(new BelowRight()))).isEqualTo("right");
            assertThat(plain(with(providers).render(new Under()))).isEqualTo("left");
            java.util.Collections.reverse(providers);
        }
    }

    @Test
    void arraysAreFoundByTheirComponentsSupertypes() throws IOException {
        List<Class<?>> providers = new ArrayList<>(List.of(OfObjects.class, OfTops.class, OfInts.class));
        for (int i = 0; i < 2; i++) {
            assertThat(plain(with(providers).render(new Both[0]))).isEqualTo("tops");
            assertThat(plain(with(providers).render(new String[0]))).isEqualTo("objects");
            assertThat(plain(with(providers).render(new int[0]))).isEqualTo("ints");
            assertThat(plain(with(providers).render(new double[] {1}))).isEqualTo("[1.0]");
            java.util.Collections.reverse(providers);
        }
    }

    interface Top {}

    interface Left extends Top {}

    interface Right extends Top {}

    static class Both implements Left, Right {}

    static class BelowRight extends Both implements Right {}

    static final class Under extends Both {}

    public static final class OfTop extends Naming<Top> {
        public OfTop() {
            super(Top.class, "top");
        }
    }

    public static final class OfLeft extends Naming<Left> {
        public OfLeft() {
            super(Left.class, "left");
        }
    }

    public static final class OfRight extends Naming<Right> {
        public OfRight() {
            super(Right.class, "right");
        }
    }

    public static final class OfObjects extends Naming<Object[]> {
        public OfObjects() {
            super(Object[].class, "objects");
        }
    }

    public static final class OfTops extends Naming<Top[]> {
        public OfTops() {
            super(Top[].class, "tops");
        }
    }

    public static final class OfInts extends Naming<int[]> {
        public OfInts() {
            super(int[].class, "ints");
        }
    }

    /** Returns nothing at all. */
    public static final class OfNothing implements Renderer<Thread[]> {
        @Override
        public Class<Thread[]> type() {
            return Thread[].class;
        }

        @Override
        @SuppressWarnings("NullAway") // that is what is wrong with it
        public MimeBundle render(Thread[] value) {
            return null;
        }
    }

    private Renderers with(List<? extends Class<?>> providers) throws IOException {
        return withNames(providers.stream().map(Class::getName).toList());
    }

    private Renderers withNames(List<String> providers) throws IOException {
        return new Renderers(
                new URLClassLoader(new URL[] {folder(providers)}, getClass().getClassLoader()));
    }

    /** A library's folder with the service file that names these. */
    private URL folder(List<String> providers) throws IOException {
        Path folder = Files.createTempDirectory(library, "library");
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.write(services.resolve(Renderer.class.getName()), providers);
        return folder.toUri().toURL();
    }

    private static String plain(MimeBundle bundle) {
        return String.valueOf(bundle.data().get(MimeBundle.PLAIN));
    }

    /** What an action writes to stderr. */
    private static String errors(Action action) throws IOException {
        PrintStream before = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            action.run();
        } finally {
            System.setErr(before);
        }
        return written.toString(StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface Action {
        void run() throws IOException;
    }

    /** A loader to which a library is added later. */
    private static final class Grown extends URLClassLoader {
        private final URL library;

        Grown(URL library) {
            super(new URL[0], RenderersTests.class.getClassLoader());
            this.library = library;
        }

        void grow() {
            addURL(library);
        }
    }

    public static final class OfCollection extends Naming<Collection<?>> {
        public OfCollection() {
            super(Collection.class, "a Collection");
        }
    }

    public static final class OfList extends Naming<List<?>> {
        public OfList() {
            super(List.class, "a List");
        }
    }

    public static final class AlsoOfList extends Naming<List<?>> {
        public AlsoOfList() {
            super(List.class, "also a List");
        }
    }

    public static final class OfArrayList extends Naming<ArrayList<?>> {
        public OfArrayList() {
            super(ArrayList.class, "an ArrayList");
        }
    }

    public static final class OfDisplayable extends Naming<Displayable> {
        public OfDisplayable() {
            super(Displayable.class, "by a renderer");
        }
    }

    public static final class Broken extends Naming<String> {
        public Broken() {
            super(String.class, "never");
            throw new IllegalStateException("not today");
        }
    }

    public static final class OfNumber implements Renderer<Number> {
        @Override
        public Class<Number> type() {
            return Number.class;
        }

        @Override
        public MimeBundle render(Number value) {
            throw new IllegalArgumentException("cannot show " + value);
        }
    }

    public static final class Shown implements Displayable {
        @Override
        public MimeBundle toMimeBundle() {
            return MimeBundle.text("by itself");
        }
    }

    /** Shows a fixed text. */
    abstract static class Naming<T> implements Renderer<T> {
        private final Class<?> type;
        private final String text;

        Naming(Class<?> type, String text) {
            this.type = type;
            this.text = text;
        }

        @Override
        @SuppressWarnings("unchecked") // a class literal has no type arguments
        public Class<T> type() {
            return (Class<T>) type;
        }

        @Override
        public MimeBundle render(T value) {
            return MimeBundle.text(text);
        }
    }
}
