package io.jotter.server.magics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jotter.api.MimeBundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MagicsTests {
    private final Magics magics = new Magics(Magics.builtIn());
    private final RecordingMagicContext notebook = new RecordingMagicContext(Path.of(""));

    @Test
    void aMisspeltMagicIsAnsweredWithTheNearestOne() {
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> magics.run(new MagicCall("mavn", List.of(), null), notebook))
                .withMessage("There is no magic %mavn. Did you mean %maven? %lsmagic lists them all.");
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> magics.run(new MagicCall("htm", List.of(), "x"), notebook))
                .withMessageContaining("Did you mean %%html?");
    }

    @Test
    void aNameLikeNoOtherIsAnsweredWithTheListAlone() {
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> magics.run(new MagicCall("quitedifferent", List.of(), null), notebook))
                .withMessage("There is no magic %quitedifferent. %lsmagic lists them all.");
    }

    @Test
    void aMagicOfTheWorkersIsSentThere() throws Exception {
        MagicCall call = new MagicCall("html", List.of(), "<b>1</b>");

        assertThat(magics.run(call, notebook)).isEqualTo(new MagicValue.Text("from the worker"));

        assertThat(notebook.sentToWorker).containsExactly(call);
    }

    @Test
    void theWrongNumberOfPerCentSignsIsNamed() {
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> magics.run(new MagicCall("html", List.of(), null), notebook))
                .withMessageContaining("write %%html as its first line");
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> magics.run(new MagicCall("jars", List.of("a.jar"), "1 + 1"), notebook))
                .withMessageContaining("write %jars, with one per cent sign");
    }

    @Test
    void helpListsEveryMagicWithUsageAndSide() throws Exception {
        MimeBundle bundle =
                ((MagicValue.Said) magics.run(new MagicCall("lsmagic", List.of(), null), notebook)).bundle();

        String plain = String.valueOf(bundle.data().get(MimeBundle.PLAIN));
        assertThat(plain).contains("%addMavenDependency", "%%html", "%help", "[the kernel]", "[the worker]");
        assertThat(plain.lines().filter(line -> line.startsWith("%maven "))).hasSize(1);
        assertThat((String) bundle.data().get(MimeBundle.HTML)).contains("<code>%jvm</code>");
    }

    @Test
    void helpOnOneMagicIsItsUsage() throws Exception {
        assertThat(magics.run(new MagicCall("help", List.of("%jars"), null), notebook))
                .isInstanceOfSatisfying(
                        MagicValue.Said.class,
                        said -> assertThat(said.bundle().data().get(MimeBundle.PLAIN))
                                .asString()
                                .startsWith("%jars glob...: adds jars; the value is the list of them\n\nA glob"));
    }

    @Test
    void everyNameIsThereOnce() {
        assertThat(magics.names())
                .contains(
                        "maven", "addMavenDependencies", "mavenRepo", "addMavenRepo", "jars", "classpath", "jvm", "svg")
                .doesNotHaveDuplicates();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Magics(List.of(JarsMagic.jars(), JarsMagic.jars())))
                .withMessageContaining("%jars");
    }

    @Test
    void everyMagicHasAnExampleThatIsOne() {
        assertThat(Magics.builtIn()).allSatisfy(magic -> {
            String sign = magic.kind() == MagicKind.CELL ? "%%" : "%";
            assertThat(magic.usage()).startsWith(sign);
            assertThat(magic.help()).contains("Example");
            assertThat(magics.described(magic.names().get(0))
                            .orElseThrow()
                            .data()
                            .get(MimeBundle.PLAIN))
                    .asString()
                    .contains(magic.usage(), magic.help().strip());
        });
    }

    @Test
    void aMagicOfTheNotebooksTakesThePlaceOfOneOfItsName() throws Exception {
        magics.add("jars", "%jars: mine\nmore");
        assertThat(magics.magic("jars").orElseThrow().usage()).isEqualTo("%jars: mine");
        assertThat(magics.magic("jars").orElseThrow().help()).isEqualTo("more");
        magics.forgetAdded();
        assertThat(magics.magic("jars").orElseThrow()).isInstanceOf(JarsMagic.class);
        magics.add("mine", "%mine");
        magics.forgetAdded();
        assertThatExceptionOfType(MagicException.class)
                .isThrownBy(() -> magics.run(new MagicCall("mine", List.of(), null), notebook))
                .withMessageContaining("registered in a worker that has ended");
    }

    @Test
    void everyMagicStandsInTheDocumentation() throws Exception {
        String page = Files.readString(Path.of("../../docs/magics.md"));
        assertThat(magics.names()).allSatisfy(name -> assertThat(page).containsPattern("[`%]%" + name + "\\b"));
    }
}
