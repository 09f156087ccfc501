package io.jotter.environment.sound;

import io.jotter.api.Displayable;
import io.jotter.api.MimeBundle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** A recording with a player on the page, which holds it whole: it plays in a saved notebook too. */
public final class Sound implements Displayable {
    /** Of the file: a page with more is slow to open. */
    private static final int LARGEST = 6_000_000;

    private final byte[] file;
    private final String mime;
    private final String words;

    private Sound(byte[] file, String mime, String words) {
        this.file = file;
        this.mime = mime;
        this.words = words;
    }

    /**
     * The bytes of a sound file: WAV, MP3, Ogg or FLAC.
     *
     * @throws IllegalArgumentException if they are of none of these, or more than 6 MB
     */
    public static Sound audio(byte[] file) {
        String mime = mime(file);
        return small(
                file,
                mime,
                "Sound, " + mime.substring("audio/".length()) + " of "
                        + String.format(Locale.ROOT, "%,d kB", Math.max(1, file.length / 1000)));
    }

    /** Samples from -1 to 1, so many a second; what is beyond is cut. */
    public static Sound audio(double[] samples, int rate) {
        byte[] bytes = new byte[2 * samples.length];
        for (int i = 0; i < samples.length; i++) {
            int value = (int) Math.round(Math.min(1, Math.max(-1, samples[i])) * Short.MAX_VALUE);
            bytes[2 * i] = (byte) value;
            bytes[2 * i + 1] = (byte) (value >> 8);
        }
        AudioFormat format = new AudioFormat(rate, 16, 1, true, false);
        return audio(new AudioInputStream(new ByteArrayInputStream(bytes), format, samples.length));
    }

    /** The same. */
    public static Sound audio(float[] samples, int rate) {
        double[] doubles = new double[samples.length];
        Arrays.setAll(doubles, i -> samples[i]);
        return audio(doubles, rate);
    }

    /** What is left of a stream; it is read to its end. */
    public static Sound audio(AudioInputStream stream) {
        ByteArrayOutputStream wav = new ByteArrayOutputStream();
        double seconds = stream.getFrameLength() / (double) stream.getFormat().getFrameRate();
        try {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, wav);
        } catch (IOException e) {
            throw new UncheckedIOException("The sound could not be written as WAV: " + e.getMessage(), e);
        }
        return small(
                wav.toByteArray(), "audio/wav", String.format(Locale.ROOT, "Sound of %.1f s", Math.max(0, seconds)));
    }

    @Override
    public MimeBundle toMimeBundle() {
        String html = "<audio controls aria-label=\"" + words + "\" src=\"data:" + mime + ";base64,"
                + Base64.getEncoder().encodeToString(file) + "\"></audio>";
        return MimeBundle.html(html, words);
    }

    private static Sound small(byte[] file, String mime, String words) {
        if (file.length > LARGEST) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "The sound has %,d bytes, and a page takes %,d. Take a part of it, or fewer samples a second.",
                    file.length,
                    LARGEST));
        }
        return new Sound(file.clone(), mime, words);
    }

    private static String mime(byte[] file) {
        String start = new String(file, 0, Math.min(4, file.length), java.nio.charset.StandardCharsets.ISO_8859_1);
        if (start.equals("RIFF")) {
            return "audio/wav";
        } else if (start.equals("OggS")) {
            return "audio/ogg";
        } else if (start.equals("fLaC")) {
            return "audio/flac";
        } else if (start.startsWith("ID3")
                || (start.length() > 1 && start.charAt(0) == 0xff && (start.charAt(1) & 0xe0) == 0xe0)) {
            return "audio/mpeg";
        }
        throw new IllegalArgumentException(
                "These bytes are not the start of a WAV, MP3, Ogg or FLAC file. Samples are given"
                        + " as double[] or float[], with how many there are a second.");
    }
}
