package io.github.spencerpark.jupyter.kernel.display;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderRequestTypesTests {
    @ParameterizedTest(name = "asked for {0}, able to {1}: {2}")
    @CsvSource({
        "text/html, text/html, text/html",
        "text/*, text/html, text/html",
        "*, image/png, image/png",
        "text/html, *, text/html",
        "image/png, image/*, image/png",
        "application/json, application/geo+json, application/json",
        "application/geo+json, application/geo+json, application/geo+json",
        "text/html, text/plain, text/plain",
        "text/html, text/markdown,",
        "image/*, text/html,",
    })
    void theTypeOfARepresentationFollowsFromWhatIsAskedFor(String asked, String able, String resolved) {
        MIMEType type =
                new RenderRequestTypes(List.of(MIMEType.parse(asked))).resolveSupportedType(MIMEType.parse(able));
        assertThat(type).isEqualTo(resolved == null ? null : MIMEType.parse(resolved));
    }
}
