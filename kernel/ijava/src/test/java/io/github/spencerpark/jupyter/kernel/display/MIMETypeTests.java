package io.github.spencerpark.jupyter.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMETypeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MIMETypeTests {
    @Test
    void itsPartsAreTakenApart() {
        MIMEType whole = MIMEType.parse("application/vnd.jupyter.widget-view+json");
        assertThat(whole.getGroup()).isEqualTo("application");
        assertThat(whole.getTree()).isEqualTo("vnd");
        assertThat(whole.getSubtype()).isEqualTo("jupyter.widget-view");
        assertThat(whole.getSuffix()).isEqualTo("json");
        assertThat(whole.withoutSuffix()).hasToString("application/vnd.jupyter.widget-view");
        assertThat(MIMEType.parse("image/*").subtypeIsWildcard()).isTrue();
        assertThat(MIMEType.parse("*")).isEqualTo(MIMEType.ANY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/svg+xml", "application/vnd.a.b+json", "text", "image/*", "a/x-b.c"})
    void itIsWrittenAsItWasRead(String text) {
        assertThat(MIMEType.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/html", "text/", "text/html; charset=x", "a b/c"})
    void whatIsNoneIsNamed(String text) {
        assertThatExceptionOfType(MIMETypeParseException.class)
                .isThrownBy(() -> MIMEType.parse(text))
                .withMessageContaining('"' + text + '"');
    }
}
