package io.jotter.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snippets, the user's jars and service files find each other. */
class NotebookLoaderTests {
    private final NotebookLoader loader = new NotebookLoader(getClass().getClassLoader());

    @TempDir
    Path directory;

    @AfterEach
    void close() throws IOException {
        loader.close();
    }

    @Test
    void snippetsFindEachOtherInWhateverOrderTheyCome() throws Exception {
        CompiledClasses classes = CompiledClasses.of(
                directory,
                List.of(),
                Map.of("A", "public class A extends B {}", "B", "public class B { public int two() { return 2; } }"));
        loader.addSnippet("A", classes.bytes("A"));
        loader.addSnippet("B", classes.bytes("B"));
        Object a = loader.loadClass("A").getDeclaredConstructor().newInstance();
        assertThat(a.getClass().getMethod("two").invoke(a)).isEqualTo(2);
        assertThat(a.getClass().getClassLoader()).isSameAs(loader);
    }

    @Test
    void aSnippetFindsAJarThatIsAddedAfterIt() throws Exception {
        CompiledClasses library =
                CompiledClasses.of(directory, List.of(), Map.of("Library", "public class Library {}"));
        CompiledClasses snippet = CompiledClasses.of(
                directory, List.of(library.directory()), Map.of("Snippet", "public class Snippet extends Library {}"));
        loader.addSnippet("Snippet", snippet.bytes("Snippet"));
        loader.addEntry(library.jar("library with a blank.jar", Map.of()).toString());
        assertThat(loader.loadClass("Snippet").getSuperclass().getName()).isEqualTo("Library");
    }

    @Test
    void aFolderOfClassesIsAPlaceToLoadFromToo() throws Exception {
        CompiledClasses library = CompiledClasses.of(directory, List.of(), Map.of("InFolder", "class InFolder {}"));
        loader.addEntry(library.directory().toString());
        assertThat(loader.loadClass("InFolder").getClassLoader()).isSameAs(loader);
    }

    @Test
    void servicesOfAJarAreFoundAlsoByAThreadOfTheCommonPool() throws Exception {
        CompiledClasses provider = CompiledClasses.of(
                directory,
                List.of(),
                Map.of("Provider", "public class Provider implements Runnable { public void run() {} }"));
        loader.addEntry(provider.jar("provider.jar", Map.of("META-INF/services/java.lang.Runnable", "Provider\n"))
                .toString());
        CommonPoolThreads.use(loader);
        var pool = new java.util.concurrent.ForkJoinPool(1, new CommonPoolThreads(), null, false);
        try {
            String found = pool.submit(() -> ServiceLoader.load(Runnable.class)
                            .findFirst()
                            .orElseThrow()
                            .getClass()
                            .getName())
                    .get();
            assertThat(found).isEqualTo("Provider");
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void manyThreadsThatNeedOneSnippetGetOneClass() throws Exception {
        CompiledClasses classes = CompiledClasses.of(directory, List.of(), Map.of("One", "public class One {}"));
        loader.addSnippet("One", classes.bytes("One"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            CyclicBarrier together = new CyclicBarrier(8);
            Callable<Class<?>> load = () -> {
                together.await();
                return loader.loadClass("One");
            };
            List<Future<Class<?>>> loaded = threads.invokeAll(java.util.Collections.nCopies(8, load));
            Class<?> first = loaded.get(0).get();
            for (Future<Class<?>> each : loaded) {
                assertThat(each.get()).isSameAs(first);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatIsNowhereIsNotFoundAndACutSnippetIsNamed() throws IOException {
        assertThatThrownBy(() -> loader.loadClass("Nowhere"))
                .isInstanceOf(ClassNotFoundException.class)
                .hasMessageContaining("Nowhere");
        CompiledClasses classes = CompiledClasses.of(directory, List.of(), Map.of("Cut", "class Cut {}"));
        loader.addSnippet("Cut", java.util.Arrays.copyOf(classes.bytes("Cut"), 20));
        assertThatThrownBy(() -> loader.loadClass("Cut")).isInstanceOf(ClassFormatError.class);
    }

    @Test
    void anEntryThatIsNotThereHoldsNothingUp() throws Exception {
        loader.addEntry(directory.resolve("gone.jar").toString());
        CompiledClasses library = CompiledClasses.of(directory, List.of(), Map.of("There", "class There {}"));
        loader.addEntry(library.jar("there.jar", Map.of()).toString());
        assertThat(loader.loadClass("There").getName()).isEqualTo("There");
        assertThat(Files.exists(directory.resolve("gone.jar"))).isFalse();
    }
}
