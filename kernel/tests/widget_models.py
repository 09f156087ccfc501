"""The stock widgets' models as the installed ipywidgets makes them; run as a script, it writes the kernel's copy anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import ipywidgets

COPY = Path(__file__).parents[1] / "api/src/main/resources/io/jotter/api/widgets/models.json"
NAMES = """
    Accordion BoundedFloatText BoundedIntText Box Button Checkbox ColorPicker DatePicker Dropdown FloatLogSlider FloatProgress
    FloatRangeSlider FloatSlider FloatText GridBox HBox HTML HTMLMath Image IntProgress IntRangeSlider IntSlider IntText Label
    Layout Output Password Play RadioButtons Select SelectMultiple SelectionSlider Stack Tab Text Textarea ToggleButton
    ToggleButtons VBox Valid
""".split()


def models() -> dict[str, dict[str, Any]]:
    """From a model's name to its style's and to its state when new; what it holds of other models is null."""
    found: dict[str, dict[str, Any]] = {}
    for name in NAMES:
        widget = ipywidgets.SelectionSlider(options=["a"]) if name == "SelectionSlider" else getattr(ipywidgets, name)()
        style = getattr(widget, "style", None)
        found[widget._model_name] = {"style": style._model_name if style is not None else None, "state": _state(widget)}
        if style is not None:
            found.setdefault(style._model_name, {"style": None, "state": _state(style)})
    source = ipywidgets.Checkbox()
    for link in ipywidgets.jslink((source, "value"), (source, "value")), ipywidgets.jsdlink((source, "value"), (source, "value")):
        found[link._model_name] = {"style": None, "state": _state(link)}
    return dict(sorted(found.items()))


def _state(widget: ipywidgets.Widget) -> dict[str, Any]:
    return {trait: _plain(value) for trait, value in sorted(widget.get_state().items())}


def _plain(value: Any) -> Any:
    if isinstance(value, (bytes, memoryview)):
        return ""
    if isinstance(value, str) and value.startswith("IPY_MODEL_"):
        return None
    return [_plain(each) for each in value] if isinstance(value, (list, tuple)) else value


if __name__ == "__main__":
    COPY.parent.mkdir(parents=True, exist_ok=True)
    lines = (f"{json.dumps(name)}: {json.dumps(model, sort_keys=True)}" for name, model in models().items())
    COPY.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
