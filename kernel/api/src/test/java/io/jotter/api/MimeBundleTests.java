package io.jotter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MimeBundleTests {
    @Test
    void representationsKeepTheirOrder() {
        MimeBundle bundle = MimeBundle.text("plain")
                .with(MimeBundle.PNG, new byte[] {1})
                .with(MimeBundle.HTML, "<b>rich</b>")
                .with(MimeBundle.LATEX, "$x$");
        assertThat(bundle.data().keySet())
                .containsExactly(MimeBundle.PLAIN, MimeBundle.PNG, MimeBundle.HTML, MimeBundle.LATEX);
    }

    @Test
    void aBundleIsNeverChangedByWhatComesAfterIt() {
        Map<String, Object> given = new LinkedHashMap<>(Map.of(MimeBundle.PLAIN, "as given"));
        MimeBundle bundle = new MimeBundle(given, Map.of());
        given.put(MimeBundle.PLAIN, "changed");
        MimeBundle more = bundle.with(MimeBundle.HTML, "<i>").withMetadata(MimeBundle.HTML, "{}");
        assertThat(bundle).isEqualTo(MimeBundle.text("as given"));
        assertThat(more.metadata()).containsEntry(MimeBundle.HTML, "{}");
        assertThatThrownBy(() -> bundle.data().put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> bundle.metadata().put("x", "y")).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void oneRepresentationReplacesAnotherOfItsType() {
        assertThat(MimeBundle.text("old").with(MimeBundle.PLAIN, "new")).isEqualTo(MimeBundle.text("new"));
    }

    @Test
    void aContentThatIsNeitherTextNorBytesIsRefusedByItsTypes() {
        assertThatThrownBy(() -> MimeBundle.text("x").with("application/json", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The content of application/json must be a String or a byte[], not java.lang.Integer");
    }

    @Test
    void anEmptyBundleShowsNothing() {
        assertThat(MimeBundle.empty().isEmpty()).isTrue();
        assertThat(MimeBundle.html("<b>", "b").isEmpty()).isFalse();
        assertThat(MimeBundle.html("<b>", "b").data())
                .containsExactly(Map.entry(MimeBundle.PLAIN, "b"), Map.entry(MimeBundle.HTML, "<b>"));
    }
}
