package io.jotter.api.widgets;

import java.util.List;
import java.util.function.Supplier;

/** The stock widgets. */
public final class Widgets {
    private Widgets() {}

    /** One of each kind, as it is when new; made when it is asked for. */
    public static List<Supplier<Widget<?>>> builtIn() {
        return List.of(
                Accordion::new,
                BoundedFloatText::new,
                BoundedIntText::new,
                Box::new,
                Button::new,
                Checkbox::new,
                ColorPicker::new,
                DatePicker::new,
                Dropdown::new,
                FloatLogSlider::new,
                FloatProgress::new,
                FloatRangeSlider::new,
                FloatSlider::new,
                FloatText::new,
                GridBox::new,
                HBox::new,
                HTML::new,
                HTMLMath::new,
                Image::new,
                IntProgress::new,
                IntRangeSlider::new,
                IntSlider::new,
                IntText::new,
                Label::new,
                Layout::new,
                Output::new,
                Password::new,
                Play::new,
                RadioButtons::new,
                Select::new,
                SelectMultiple::new,
                () -> new SelectionSlider<>("a"),
                Stacked::new,
                Tab::new,
                Text::new,
                TextArea::new,
                ToggleButton::new,
                ToggleButtons::new,
                VBox::new,
                Valid::new);
    }
}
