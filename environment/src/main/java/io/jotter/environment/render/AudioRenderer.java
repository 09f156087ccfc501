package io.jotter.environment.render;

import io.jotter.api.MimeBundle;
import io.jotter.api.Renderer;
import javax.sound.sampled.AudioInputStream;

/** A stream of sound says what it is, and is left as it is: to play it would use it up. */
public final class AudioRenderer implements Renderer<AudioInputStream> {
    @Override
    public Class<AudioInputStream> type() {
        return AudioInputStream.class;
    }

    @Override
    public MimeBundle render(AudioInputStream stream) {
        return MimeBundle.text("A stream of sound, not consumed (" + stream.getFormat() + ", " + stream.getFrameLength()
                + " frames). To play it: audio(…)");
    }
}
