package io.jotter.api.widgets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jotter.api.Notebook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values of widgets, from the program and from the page. */
class WidgetTests {
    private final ListeningPage page = new ListeningPage();

    @BeforeEach
    void open() {
        Notebook.runsIn(page);
    }

    @Test
    void nothingIsSentBeforeTheWidgetIsShown() {
        IntSlider slider = new IntSlider(0, 10).value(3).description("n");
        assertThat(page.comms).isEmpty();
        slider.open();
        assertThat(page.comms).hasSize(3);
        assertThat(page.sent).isEmpty();
        slider.value(4);
        slider.value(4);
        assertThat(page.sent).hasSize(1).first().asString().contains("\"value\":4");
    }

    @Test
    void whatCannotBeIsRefusedWithWhatCan() {
        assertThatThrownBy(() -> new IntSlider(5, 1)).hasMessageContaining("cannot go from 5 to 1");
        assertThatThrownBy(() -> new IntSlider(0, 10).value(11)).hasMessageContaining("it goes from 0 to 10");
        assertThatThrownBy(() -> new FloatText().value(Double.NaN)).hasMessageContaining("finite");
        assertThatThrownBy(() -> new FloatSlider(0, 1).step(0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new Dropdown<>("a", "b").value("c")).hasMessageContaining("which are a, b");
        assertThatThrownBy(() -> new ColorPicker("#12")).hasMessageContaining("#rrggbb");
        assertThatThrownBy(() -> new IntRangeSlider(0, 9).value(3, 12)).hasMessageContaining("from 0 to 9");
        assertThatThrownBy(() -> new IntRange(2, 1)).hasMessageContaining("the lower number comes first");
        assertThatThrownBy(() -> new Tab(new Label()).selected(1)).hasMessageContaining("it holds 1");
        assertThatThrownBy(() -> new Label().layout().set("widht", "1px")).hasMessageContaining("width");
    }

    @Test
    void newBoundsTakeTheValueAlong() {
        assertThat(new IntSlider(0, 10).value(9).max(5).value()).isEqualTo(5);
        assertThat(new FloatSlider(0, 1).min(0.5).value()).isEqualTo(0.5);
        assertThat(new FloatLogSlider(-3, 0).value()).isEqualTo(1.0);
    }

    @Test
    void aChangeOfTheProgramsCallsTheHandlersAtOnceAndOneOfThePagesInLine() {
        List<Integer> seen = new ArrayList<>();
        IntSlider slider = new IntSlider(0, 10).onChange(seen::add);
        slider.open();
        slider.value(2);
        assertThat(seen).containsExactly(2);
        page.changes("{\"value\":7}");
        assertThat(slider.value()).isEqualTo(7);
        assertThat(seen).containsExactly(2);
        page.runHandlers();
        assertThat(seen).containsExactly(2, 7);
    }

    @Test
    void whatAPageSendsThatNoneOughtToIsNotTakenOver() {
        IntRangeSlider slider = new IntRangeSlider(0, 10);
        slider.open();
        IntRange before = slider.value();
        for (String state : List.of(
                "{\"value\":[1]}",
                "{\"value\":\"x\"}",
                "{\"value\":null}",
                "{\"value\":[9,1]}",
                "{\"min\":\"a\"}",
                "{\"layout\":1}",
                "{\"x\":1}")) {
            page.changes(state);
        }
        assertThat(slider.value()).isEqualTo(before);
        assertThat(slider.layout()).isNotNull();
        page.changes("{\"value\":[1,4]}");
        assertThat(slider.value()).isEqualTo(new IntRange(1, 4));
    }

    @Test
    void whatIsChosenIsTheValueItselfAndNotItsLabel() {
        Dropdown<Double> rate = new Dropdown<>(new java.util.TreeMap<>(Map.of("high", 0.1, "low", 0.001)));
        rate.open();
        assertThat(rate.value()).isEqualTo(0.1);
        page.changes("{\"index\":1}");
        assertThat(rate.value()).isEqualTo(0.001);
        page.changes("{\"index\":5}");
        assertThat(rate.value()).isEqualTo(0.001);
        assertThat(new SelectMultiple<>("a", "b", "c").value(List.of("c", "a")).value())
                .containsExactly("a", "c");
    }

    @Test
    void aDayIsCountedAsThePageCountsIt() {
        DatePicker day = new DatePicker(LocalDate.of(2026, 1, 31));
        assertThat(day.get("value")).isEqualTo(Map.of("year", 2026L, "month", 0L, "date", 31L));
        day.open();
        page.changes("{\"value\":{\"year\":2026,\"month\":1,\"date\":31}}");
        assertThat(day.value()).isEqualTo(LocalDate.of(2026, 1, 31));
        page.changes("{\"value\":null}");
        assertThat(day.value()).isNull();
    }

    @Test
    void linkedWidgetsHaveOneValue() {
        IntSlider slider = new IntSlider(0, 10).value(3);
        IntText text = new IntText();
        Link.of(slider, text);
        assertThat(text.value()).isEqualTo(3);
        text.value(8);
        assertThat(slider.value()).isEqualTo(8);
        Link onPage = Link.onPage(new Play(), slider);
        assertThat(onPage.get("target")).isEqualTo(List.of(slider, "value"));
    }

    @Test
    void anOutputKeepsWhatIsThereUntilThereIsSomethingInItsStead() {
        Output output = new Output().show("first");
        output.replaceBy(() -> "second", 0);
        assertThat(output.text()).isEqualTo("second\n");
        output.replaceBy(
                () -> {
                    throw new IllegalStateException("third");
                },
                0);
        assertThat(output.text()).contains("IllegalStateException: third").doesNotContain("second");
        output.replaceBy(() -> null, 0);
        assertThat(output.text()).isEmpty();
        output.print("a".repeat(150_000)).print("b".repeat(150_000));
        assertThat(output.text()).hasSize(200_000).endsWith("b");
    }

    @Test
    void oneWidgetControlsSeveralResults() {
        IntSlider shared = new IntSlider(0, 10).value(2);
        Interact twice = Interact.interact(n -> 2 * n, Interact.widget(shared));
        Interact square = Interact.interact(n -> n * n, Interact.widget(shared));
        shared.value(5);
        page.runHandlers();
        assertThat(twice.output().text() + square.output().text()).isEqualTo("10\n25\n");
    }

    @Test
    void aControlGoesWithTheTypeThatALambdaGivesItsParameter() {
        Interact all = Interact.interact((Double rate, Integer steps, Boolean shuffle, String name) ->
                rate + " " + steps + " " + shuffle + name);
        assertThat(all.controls())
                .extracting(each -> each.getClass().getSimpleName())
                .containsExactly("FloatSlider", "IntSlider", "Checkbox", "Text");
        assertThat(all.output().text()).isEqualTo("0.5 5 false\n");
        assertThatThrownBy(() -> Interact.interact((x) -> x)).hasMessageContaining("Give one after the lambda");
    }
}
