package io.jotter.server.session;

import io.jotter.api.MimeBundle;
import io.jotter.server.magics.MagicCall;
import io.jotter.server.magics.MagicException;
import io.jotter.server.magics.MagicValue;
import io.jotter.wire.Frame;
import io.jotter.wire.Frame.ValueSource;
import java.util.List;

/** Answers what running code asks of the kernel: to evaluate Java, or to run a magic. */
final class NestedCalls {
    private final CellRun run;
    private final CellSources sources;

    NestedCalls(CellRun run, CellSources sources) {
        this.run = run;
        this.sources = sources;
    }

    Frame.Value answer(Frame question) {
        if (question instanceof Frame.Eval eval) {
            String file = "eval " + eval.call();
            sources.put(file, eval.code());
            return answer(eval.call(), run.run(eval.code(), file, eval.call()));
        }
        Frame.Magic magic = (Frame.Magic) question;
        try {
            MagicCall call = new MagicCall(magic.name(), magic.arguments(), magic.body());
            return answer(magic.call(), run.magicValue(call, magic.call()));
        } catch (MagicException e) {
            return failed(magic.call(), String.valueOf(e.getMessage()));
        }
    }

    private static Frame.Value answer(int call, EvalOutcome outcome) {
        if (outcome instanceof EvalOutcome.Failure failure) {
            return failed(call, failure.name() + ": " + failure.message());
        }
        return new Frame.Value(call, true, ValueSource.LAST_RUN, List.of());
    }

    private static Frame.Value answer(int call, MagicValue value) {
        if (value instanceof MagicValue.Text text) {
            return new Frame.Value(call, true, ValueSource.TEXT, List.of(text.text()));
        } else if (value instanceof MagicValue.Texts texts) {
            return new Frame.Value(call, true, ValueSource.LIST, texts.texts());
        } else if (value instanceof MagicValue.Said said) {
            String plain = String.valueOf(said.bundle().data().get(MimeBundle.PLAIN));
            return new Frame.Value(call, true, ValueSource.TEXT, List.of(plain));
        } else if (value instanceof MagicValue.Shown) {
            return new Frame.Value(call, true, ValueSource.LAST_RUN, List.of());
        }
        return new Frame.Value(call, true, ValueSource.NOTHING, List.of());
    }

    private static Frame.Value failed(int call, String why) {
        return new Frame.Value(call, false, ValueSource.TEXT, List.of(why));
    }
}
