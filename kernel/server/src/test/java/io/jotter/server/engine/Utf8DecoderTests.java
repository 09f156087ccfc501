package io.jotter.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Utf8DecoderTests {
    @Test
    void aTextCutAnywhereComesOutWhole() {
        String text = "aü€😀\n";
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        for (int cut = 0; cut <= utf8.length; cut++) {
            Utf8Decoder decoder = new Utf8Decoder();
            String first = decoder.decode(utf8, cut);
            byte[] rest = Arrays.copyOfRange(utf8, cut, utf8.length);
            assertThat(first + decoder.decode(rest, rest.length)).isEqualTo(text);
        }
    }

    @Test
    void bytesThatComeOneByOneComeOutWhole() {
        Utf8Decoder decoder = new Utf8Decoder();
        StringBuilder decoded = new StringBuilder();
        for (byte each : "Ünï 😀".getBytes(StandardCharsets.UTF_8)) {
            decoded.append(decoder.decode(new byte[] {each}, 1));
        }
        assertThat(decoded.toString()).isEqualTo("Ünï 😀");
    }

    @Test
    void whatIsNoUtf8IsMarkedAndHoldsNothingUp() {
        Utf8Decoder decoder = new Utf8Decoder();
        assertThat(decoder.decode(new byte[] {'a', (byte) 0xff, 'b'}, 3)).isEqualTo("a\ufffdb");
        assertThat(decoder.decode(new byte[] {(byte) 0xc3, 'c'}, 2)).isEqualTo("\ufffdc");
        assertThat(decoder.decode(new byte[] {'d', 'x'}, 1)).isEqualTo("d");
    }
}
