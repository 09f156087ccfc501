package io.jotter.wire;

import io.jotter.api.MimeBundle;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Frames to bytes and back. Both sides come from one build, so there are no versions to tell apart. */
final class FrameCodec {
    private FrameCodec() {}

    /**
     * The frame as it is written: its length, how many attachments it has and how long each is, its own bytes, and the
     * attachments, which are not copied.
     */
    static List<ByteBuffer> encode(Frame frame) {
        List<byte[]> attachments = attachments(frame);
        FrameOutput out = new FrameOutput();
        out.i4(0).i4(attachments.size());
        attachments.forEach(each -> out.i4(each.length));
        int head = out.size();
        write(frame, out);
        out.patch4(0, out.size() - head);
        List<ByteBuffer> encoded = new ArrayList<>();
        encoded.add(ByteBuffer.wrap(out.bytes(), 0, out.size()));
        attachments.forEach(each -> encoded.add(ByteBuffer.wrap(each)));
        return encoded;
    }

    private static List<byte[]> attachments(Frame frame) {
        if (frame instanceof Frame.CommOpen open) {
            return open.buffers();
        }
        return frame instanceof Frame.CommMessage message ? message.buffers() : List.of();
    }

    private static void write(Frame frame, FrameOutput out) {
        if (frame instanceof Frame.Load f) {
            classes(out.u1(1), f.classes());
        } else if (frame instanceof Frame.Redefine f) {
            classes(out.u1(2).i4(f.call()), f.classes());
        } else if (frame instanceof Frame.BeginCell f) {
            out.u1(3).text(f.cell());
        } else if (frame instanceof Frame.EndCell f) {
            out.u1(4).i4(f.call());
        } else if (frame instanceof Frame.Run f) {
            out.u1(5).i4(f.call()).i8(f.run()).i4(f.onBehalfOf());
            out.text(f.className()).text(f.method()).flag(f.render());
        } else if (frame instanceof Frame.RunMagic f) {
            out.u1(6).i4(f.call()).i8(f.run()).i4(f.onBehalfOf());
            out.text(f.name()).texts(f.arguments()).optional(f.body());
        } else if (frame instanceof Frame.ReadVariable f) {
            out.u1(7).i4(f.call()).text(f.className()).text(f.field());
        } else if (frame instanceof Frame.ForgetVariable f) {
            out.u1(8).text(f.className()).text(f.field());
        } else if (frame instanceof Frame.AddToClassPath f) {
            out.u1(9).i4(f.call()).texts(f.entries());
        } else if (frame instanceof Frame.Interrupt f) {
            out.u1(10).i8(f.run());
        } else if (frame instanceof Frame.PrepareStop f) {
            out.u1(11).i4(f.call()).i8(f.run()).flag(f.evenIfTaken());
        } else if (frame instanceof Frame.StopSent f) {
            out.u1(12).i8(f.run());
        } else if (frame instanceof Frame.Shutdown) {
            out.u1(13);
        } else if (frame instanceof Frame.Hello f) {
            out.u1(14).text(f.token());
        } else if (frame instanceof Frame.Output f) {
            out.u1(15).text(f.cell()).flag(f.error()).blob(f.text(), f.length());
        } else if (frame instanceof Frame.Display f) {
            bundle(out.u1(16).text(f.cell()).text(f.id()).flag(f.update()), f.bundle());
        } else if (frame instanceof Frame.ClearOutput f) {
            out.u1(17).text(f.cell()).flag(f.whenNext());
        } else if (frame instanceof Frame.Eval f) {
            out.u1(18).i4(f.call()).text(f.code());
        } else if (frame instanceof Frame.Magic f) {
            out.u1(19).i4(f.call()).text(f.name()).texts(f.arguments()).optional(f.body());
        } else if (frame instanceof Frame.Input f) {
            out.u1(20).i4(f.call()).text(f.prompt()).flag(f.password());
        } else if (frame instanceof Frame.StopReadiness f) {
            out.u1(21).i4(f.call()).text(f.readiness().name());
        } else if (frame instanceof Frame.Ran f) {
            outcome(out.u1(22).i4(f.call()), f.outcome());
        } else if (frame instanceof Frame.Answer f) {
            out.u1(23).i4(f.call()).flag(f.ok()).text(f.text());
        } else if (frame instanceof Frame.Value f) {
            out.u1(24).i4(f.call()).flag(f.ok()).text(f.source().name()).texts(f.texts());
        } else if (frame instanceof Frame.CommOpen f) {
            out.u1(25).text(f.cell()).text(f.commId()).text(f.target());
            out.text(f.data()).text(f.metadata());
        } else if (frame instanceof Frame.CommMessage f) {
            out.u1(26).text(f.cell()).text(f.commId());
            out.text(f.data()).text(f.metadata());
        } else if (frame instanceof Frame.CommClose f) {
            out.u1(27).text(f.cell()).text(f.commId()).text(f.data());
        } else if (frame instanceof Frame.MagicAdded f) {
            out.u1(28).text(f.name()).text(f.help());
        } else if (frame instanceof Frame.Displaced f) {
            out.u1(29).text(f.cell());
        } else if (frame instanceof Frame.Failure f) {
            thrown(out.u1(30).text(f.cell()), f.thrown());
        } else if (frame instanceof Frame.Explain f) {
            thrown(out.u1(31).i4(f.call()), f.thrown());
        } else if (frame instanceof Frame.Inspect f) {
            out.u1(32).i4(f.call()).texts(f.names()).texts(f.holders());
        } else if (frame instanceof Frame.InspectInto f) {
            out.u1(33).i4(f.call()).i4(f.reference()).i4(f.start()).i4(f.count());
        } else if (frame instanceof Frame.ShowVariable f) {
            out.u1(34).i4(f.call()).text(f.name()).text(f.holder());
        } else if (frame instanceof Frame.Inspected f) {
            looks(out.u1(35).i4(f.call()).flag(f.ok()), f.looks());
        } else if (frame instanceof Frame.Shown f) {
            bundle(out.u1(36).i4(f.call()).flag(f.ok()), f.bundle());
        } else {
            throw new AssertionError(frame);
        }
    }

    /** The frame in these bytes, which are whole and without what goes before them. */
    static Frame decode(ByteBuffer bytes, List<byte[]> attachments) {
        FrameInput in = new FrameInput(bytes);
        int kind = in.u1();
        return switch (kind) {
            case 1 -> new Frame.Load(classes(in));
            case 2 -> new Frame.Redefine(in.i4(), classes(in));
            case 3 -> new Frame.BeginCell(in.text());
            case 4 -> new Frame.EndCell(in.i4());
            case 5 -> new Frame.Run(in.i4(), in.i8(), in.i4(), in.text(), in.text(), in.flag());
            case 6 -> new Frame.RunMagic(in.i4(), in.i8(), in.i4(), in.text(), in.texts(), in.optional());
            case 7 -> new Frame.ReadVariable(in.i4(), in.text(), in.text());
            case 8 -> new Frame.ForgetVariable(in.text(), in.text());
            case 9 -> new Frame.AddToClassPath(in.i4(), in.texts());
            case 10 -> new Frame.Interrupt(in.i8());
            case 11 -> new Frame.PrepareStop(in.i4(), in.i8(), in.flag());
            case 12 -> new Frame.StopSent(in.i8());
            case 13 -> new Frame.Shutdown();
            case 14 -> new Frame.Hello(in.text());
            case 15 -> output(in);
            case 16 -> new Frame.Display(in.text(), in.text(), in.flag(), bundle(in));
            case 17 -> new Frame.ClearOutput(in.text(), in.flag());
            case 18 -> new Frame.Eval(in.i4(), in.text());
            case 19 -> new Frame.Magic(in.i4(), in.text(), in.texts(), in.optional());
            case 20 -> new Frame.Input(in.i4(), in.text(), in.flag());
            case 21 -> new Frame.StopReadiness(in.i4(), Frame.Readiness.valueOf(in.text()));
            case 22 -> new Frame.Ran(in.i4(), outcome(in));
            case 23 -> new Frame.Answer(in.i4(), in.flag(), in.text());
            case 24 -> new Frame.Value(in.i4(), in.flag(), Frame.ValueSource.valueOf(in.text()), in.texts());
            case 25 -> new Frame.CommOpen(in.text(), in.text(), in.text(), in.text(), in.text(), attachments);
            case 26 -> new Frame.CommMessage(in.text(), in.text(), in.text(), in.text(), attachments);
            case 27 -> new Frame.CommClose(in.text(), in.text(), in.text());
            case 28 -> new Frame.MagicAdded(in.text(), in.text());
            case 29 -> new Frame.Displaced(in.text());
            case 30 -> new Frame.Failure(in.text(), thrown(in));
            case 31 -> new Frame.Explain(in.i4(), thrown(in));
            case 32 -> new Frame.Inspect(in.i4(), in.texts(), in.texts());
            case 33 -> new Frame.InspectInto(in.i4(), in.i4(), in.i4(), in.i4());
            case 34 -> new Frame.ShowVariable(in.i4(), in.text(), in.text());
            case 35 -> new Frame.Inspected(in.i4(), in.flag(), looks(in));
            case 36 -> new Frame.Shown(in.i4(), in.flag(), bundle(in));
            default -> throw new IllegalArgumentException("No frame has the kind " + kind);
        };
    }

    private static Frame.Output output(FrameInput in) {
        String cell = in.text();
        boolean error = in.flag();
        byte[] text = in.blob();
        return new Frame.Output(cell, error, text, text.length);
    }

    private static void classes(FrameOutput out, List<ClassFile> classes) {
        out.i4(classes.size());
        classes.forEach(c -> out.text(c.name()).blob(c.bytes(), c.bytes().length));
    }

    private static List<ClassFile> classes(FrameInput in) {
        int count = in.i4();
        List<ClassFile> classes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            classes.add(new ClassFile(in.text(), in.blob()));
        }
        return classes;
    }

    private static void looks(FrameOutput out, List<VariableLook> looks) {
        out.i4(looks.size());
        looks.forEach(each -> out.text(each.name())
                .text(each.type())
                .text(each.value())
                .i4(each.reference())
                .i4(each.size()));
    }

    private static List<VariableLook> looks(FrameInput in) {
        List<VariableLook> looks = new ArrayList<>();
        for (int i = in.i4(); i > 0; i--) {
            looks.add(new VariableLook(in.text(), in.text(), in.text(), in.i4(), in.i4()));
        }
        return looks;
    }

    private static void bundle(FrameOutput out, MimeBundle bundle) {
        out.i4(bundle.data().size());
        bundle.data().forEach((mime, content) -> {
            out.text(mime).flag(content instanceof String);
            if (content instanceof String text) {
                out.text(text);
            } else {
                byte[] blob = (byte[]) content;
                out.blob(blob, blob.length);
            }
        });
        out.i4(bundle.metadata().size());
        bundle.metadata().forEach((mime, json) -> out.text(mime).text(json));
    }

    private static MimeBundle bundle(FrameInput in) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (int i = in.i4(); i > 0; i--) {
            String mime = in.text();
            data.put(mime, in.flag() ? in.text() : in.blob());
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        for (int i = in.i4(); i > 0; i--) {
            metadata.put(in.text(), in.text());
        }
        return new MimeBundle(data, metadata);
    }

    private static void outcome(FrameOutput out, RunOutcome outcome) {
        if (outcome instanceof RunOutcome.Returned o) {
            bundle(out.u1(1), o.bundle());
        } else if (outcome instanceof RunOutcome.Threw o) {
            thrown(out.u1(2), o.thrown());
        } else if (outcome instanceof RunOutcome.Unresolved o) {
            thrown(out.u1(3).i4(o.snippet()), o.thrown());
        } else if (outcome instanceof RunOutcome.Stopped o) {
            optionalThrown(out.u1(4).flag(o.asynchronously()), o.thrown());
        } else {
            throw new AssertionError(outcome);
        }
    }

    private static RunOutcome outcome(FrameInput in) {
        int kind = in.u1();
        return switch (kind) {
            case 1 -> new RunOutcome.Returned(bundle(in));
            case 2 -> new RunOutcome.Threw(thrown(in));
            case 3 -> new RunOutcome.Unresolved(in.i4(), thrown(in));
            case 4 -> new RunOutcome.Stopped(in.flag(), optionalThrown(in));
            default -> throw new IllegalArgumentException("No outcome has the kind " + kind);
        };
    }

    private static void thrown(FrameOutput out, Thrown thrown) {
        out.text(thrown.className()).optional(thrown.message());
        out.i4(thrown.frames().size());
        for (StackTraceElement frame : thrown.frames()) {
            out.text(frame.getClassName()).text(frame.getMethodName());
            out.optional(frame.getFileName()).i4(frame.getLineNumber());
        }
        out.i4(thrown.hidden()).i4(thrown.suppressed().size());
        thrown.suppressed().forEach(each -> thrown(out, each));
        optionalThrown(out, thrown.cause());
        out.optional(thrown.advice());
    }

    private static void optionalThrown(FrameOutput out, @Nullable Thrown thrown) {
        out.flag(thrown != null);
        if (thrown != null) {
            thrown(out, thrown);
        }
    }

    private static Thrown thrown(FrameInput in) {
        String className = in.text();
        String message = in.optional();
        List<StackTraceElement> frames = new ArrayList<>();
        for (int i = in.i4(); i > 0; i--) {
            frames.add(new StackTraceElement(in.text(), in.text(), in.optional(), in.i4()));
        }
        int hidden = in.i4();
        List<Thrown> suppressed = new ArrayList<>();
        for (int i = in.i4(); i > 0; i--) {
            suppressed.add(thrown(in));
        }
        return new Thrown(className, message, frames, hidden, suppressed, optionalThrown(in), in.optional());
    }

    private static @Nullable Thrown optionalThrown(FrameInput in) {
        return in.flag() ? thrown(in) : null;
    }
}
