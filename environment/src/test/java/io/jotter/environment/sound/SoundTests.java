package io.jotter.environment.sound;

import static io.jotter.environment.sound.Sound.audio;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jotter.api.MimeBundle;
import io.jotter.environment.render.AudioRenderer;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

class SoundTests {
    private static final Pattern DATA = Pattern.compile("src=\"data:audio/wav;base64,([^\"]+)\"");

    @Test
    void samplesCanBePlayedOnThePage() throws Exception {
        MimeBundle bundle = audio(new double[] {0, 0.5, -0.5, 7}, 4).toMimeBundle();
        assertThat(bundle.data().get(MimeBundle.PLAIN)).isEqualTo("Sound of 1.0 s");
        AudioInputStream played = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file(bundle)));
        assertThat(played.getFrameLength()).isEqualTo(4);
        byte[] samples = played.readAllBytes();
        assertThat(samples[7]).isEqualTo((byte) 0x7f);
    }

    @Test
    void aSoundFileIsPlayedAsItIs() {
        byte[] wav = file(audio(new float[8], 8).toMimeBundle());
        assertThat(file(audio(wav).toMimeBundle())).isEqualTo(wav);
        assertThatThrownBy(() -> audio(new byte[] {1, 2, 3, 4})).hasMessageContaining("not the start of a WAV");
        assertThatThrownBy(() -> audio(new double[4_000_000], 44_100)).hasMessageContaining("a page takes");
    }

    @Test
    void aStreamOfSoundIsNotConsumedUnasked() throws Exception {
        AudioFormat format = new AudioFormat(8_000, 16, 1, true, false);
        AudioInputStream stream = new AudioInputStream(new ByteArrayInputStream(new byte[8]), format, 4);
        assertThat((String) new AudioRenderer().render(stream).data().get(MimeBundle.PLAIN))
                .contains("not consumed");
        assertThat(stream.readAllBytes()).hasSize(8);
    }

    private static byte[] file(MimeBundle bundle) {
        Matcher data = DATA.matcher(String.valueOf(bundle.data().get(MimeBundle.HTML)));
        assertThat(data.find()).isTrue();
        return Base64.getDecoder().decode(data.group(1));
    }
}
