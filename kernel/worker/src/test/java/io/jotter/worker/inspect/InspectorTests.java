package io.jotter.worker.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.jotter.wire.VariableLook;
import java.math.BigInteger;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InspectorTests {
    /** Where a notebook's variable would be. */
    static final class Holder {
        static @Nullable Object variable;

        private Holder() {}
    }

    static class Own {
        int calls;
        final String name = "own";

        @Override
        public String toString() {
            calls++;
            return "asked";
        }
    }

    private final Inspector inspector = new Inspector(InspectorTests.class.getClassLoader());

    private VariableLook look(@Nullable Object value, boolean cellRuns) {
        Holder.variable = value;
        return inspector
                .variables(List.of("variable"), List.of(Holder.class.getName()), cellRuns)
                .get(0);
    }

    private List<VariableLook> parts(VariableLook look) {
        return inspector.parts(look.reference(), 0, 0, false).orElseThrow();
    }

    @Test
    void theLearnersMethodsAreNotCalled() {
        Own own = new Own();
        List<Integer> calling = new AbstractList<>() {
            @Override
            public Integer get(int index) {
                throw new IllegalStateException("called");
            }

            @Override
            public int size() {
                throw new IllegalStateException("called");
            }
        };
        assertThat(look(List.of(own, own), false).value())
                .isEqualTo("[Own[calls=0, name=\"own\"], Own[calls=0, name=\"own\"]]");
        assertThat(look(calling, false).value()).startsWith("AbstractList");
        Map<Object, Object> keyed = new HashMap<>();
        keyed.put(own, 1);
        assertThat(parts(look(keyed, false)))
                .extracting(VariableLook::name)
                .containsExactly("Own[calls=0, name=\"own\"]");
        assertThat(own.calls).isZero();
    }

    @Test
    void whatContainsItselfAndWhatIsHugeComesToAnEnd() {
        List<Object> self = new ArrayList<>();
        self.add(self);
        assertThat(look(self, false).value()).isEqualTo("[[[1 elements […]]]]");
        assertThat(look(BigInteger.ONE.shiftLeft(10_000_000), false).value()).isEqualTo("a number of 10,000,001 bits");
        assertThat(look("😀".repeat(10_000), false).value())
                .startsWith("20,000 characters \"😀")
                .endsWith("…");
        assertThat(look(new int[0], false)).isEqualTo(new VariableLook("variable", "int[]", "[]", 0, 0));
        VariableLook million = look(new int[1_000_000], false);
        assertThat(parts(million))
                .hasSize(100)
                .last()
                .extracting(VariableLook::name)
                .isEqualTo("[990000 … 999999]");
    }

    @Test
    void whatIsLockedIsLeftAloneWhileACellRuns() {
        List<Integer> locked = Collections.synchronizedList(new ArrayList<>(List.of(1, 2)));
        assertThat(look(locked, true).value()).contains("when no cell runs");
        assertThat(look(locked, true).reference()).isZero();
        assertThat(look(locked, false).value()).isEqualTo("[1, 2]");
    }

    @Test
    void aNumberStaysAsLongAsWhatWasHandedOutUnderItDoes() {
        List<Object> list = new ArrayList<>(List.of(1, new ArrayList<>(List.of("deep"))));
        VariableLook before = look(list, false);
        VariableLook deep = parts(before).get(1);
        assertThat(parts(deep)).extracting(VariableLook::value).containsExactly("\"deep\"");
        assertThat(look(list, false)).isEqualTo(before);
        ((ArrayList<?>) list.get(1)).clear();
        VariableLook after = look(list, false);
        assertThat(after.reference()).isNotEqualTo(before.reference());
        assertThat(parts(after).get(1).value()).isEqualTo("[]");
        look(list, false);
        look(list, false);
        assertThat(inspector.parts(before.reference(), 0, 0, false)).isEmpty();
    }
}
