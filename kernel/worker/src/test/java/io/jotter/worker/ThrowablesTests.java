package io.jotter.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.wire.Thrown;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is thrown can be shown, however its own methods behave. */
class ThrowablesTests {
    @Test
    void theWholeChainOfCausesAndWhatWasSuppressedIsKept() {
        Exception outer = new IllegalStateException("outer", new RuntimeException("inner"));
        outer.addSuppressed(new Exception("first"));
        outer.addSuppressed(new Exception("second", new Error("its cause")));
        Thrown thrown = Throwables.describe(outer);
        assertThat(thrown.className()).isEqualTo("java.lang.IllegalStateException");
        assertThat(thrown.message()).isEqualTo("outer");
        assertThat(cause(thrown).message()).isEqualTo("inner");
        assertThat(thrown.suppressed()).extracting(Thrown::message).containsExactly("first", "second");
        assertThat(cause(thrown.suppressed().get(1)).message()).isEqualTo("its cause");
    }

    @Test
    void causesThatGoRoundInACircleAreShownOnce() {
        Exception first = new Exception("first");
        Exception second = new Exception("second", first);
        first.initCause(second);
        Thrown thrown = Throwables.describe(first);
        assertThat(cause(thrown).message()).isEqualTo("second");
        assertThat(cause(thrown).cause()).isNull();
    }

    @Test
    void oneThatSuppressesItsOwnCauseIsShownOnce() {
        Exception inner = new Exception("inner");
        Exception outer = new Exception("outer", inner);
        inner.addSuppressed(outer);
        Thrown thrown = Throwables.describe(outer);
        assertThat(cause(thrown).suppressed()).isEmpty();
    }

    @Test
    void aChainOfTenThousandCausesComesToAnEnd() {
        Exception chain = new Exception("0");
        for (int i = 1; i < 10_000; i++) {
            chain = new Exception(String.valueOf(i), chain);
        }
        Thrown thrown = Throwables.describe(chain);
        int length = 1;
        for (Thrown each = thrown.cause(); each != null; each = each.cause()) {
            length++;
        }
        assertThat(length).isBetween(10, 100);
    }

    @Test
    void aTraceIsCutWhereItsLengthHelpsNobodyAndSaysByHowMuch() {
        Exception deep = new Exception();
        StackTraceElement[] trace = new StackTraceElement[250];
        java.util.Arrays.fill(trace, new StackTraceElement("User", "again", "In [1]", 1));
        deep.setStackTrace(trace);
        Thrown thrown = Throwables.describe(deep);
        assertThat(thrown.frames()).hasSize(100);
        assertThat(thrown.hidden()).isEqualTo(150);
    }

    @Test
    void framesBelowTheCellsOwnCodeAreTheKernelsMatter() {
        Exception thrown = new Exception();
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("User", "method", "In [1]", 1),
            new StackTraceElement("jdk.internal.reflect.DirectMethodHandleAccessor", "invoke", null, -1),
            new StackTraceElement("java.lang.reflect.Method", "invoke", null, -1),
            new StackTraceElement(SnippetRunner.class.getName(), "invoke", null, -1),
            new StackTraceElement(CellRuns.class.getName(), "work", null, -1)
        });
        assertThat(Throwables.describe(thrown).frames())
                .extracting(StackTraceElement::getClassName)
                .containsExactly("User");
    }

    @Test
    void anExceptionWhoseMethodsThrowOrYieldNothingIsShownAllTheSame() {
        Thrown thrown = Throwables.describe(new Exception() {
            @Override
            public String getMessage() {
                throw new IllegalStateException();
            }

            @Override
            public synchronized Throwable getCause() {
                throw new IllegalStateException();
            }

            @Override
            public StackTraceElement[] getStackTrace() {
                throw new IllegalStateException();
            }
        });
        assertThat(thrown.message()).contains("getMessage threw java.lang.IllegalStateException");
        assertThat(thrown.cause()).isNull();
        assertThat(thrown.frames()).isEmpty();
    }

    @Test
    @SuppressWarnings("NullAway") // what the user's class should not do
    void aTraceThatIsNullIsAnEmptyOne() {
        Thrown thrown = Throwables.describe(new Exception("no trace") {
            @Override
            public StackTraceElement @Nullable [] getStackTrace() {
                return null;
            }
        });
        assertThat(thrown.message()).isEqualTo("no trace");
        assertThat(thrown.frames()).isEmpty();
    }

    private static Thrown cause(Thrown thrown) {
        Thrown cause = thrown.cause();
        if (cause == null) {
            throw new AssertionError("no cause in " + thrown);
        }
        return cause;
    }
}
