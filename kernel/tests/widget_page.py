"""What a page with ipywidgets says to a kernel, and keeps of what it hears."""

from __future__ import annotations

from typing import Any

from talk import Message, Notebook

VIEW = "application/vnd.jupyter.widget-view+json"


class Page:
    """The page's end of the widgets' comms."""

    def __init__(self, notebook: Notebook) -> None:
        self.notebook = notebook

    def show(self, code: str, **options: Any) -> str:
        """Runs a cell whose result is a widget; its id."""
        result = self.notebook.run(code, **options)
        assert result.status == "ok", result.error
        return result.data[VIEW]["model_id"]

    def state(self, model: str) -> dict[str, Any]:
        """As the page has it after all that was heard so far."""
        state: dict[str, Any] = {}
        for message in self.of(model):
            state |= message["content"]["data"].get("state", {})
        return state

    def of(self, model: str, *methods: str) -> list[Message]:
        """The comm's messages that were heard, or those with one of these methods alone."""
        own = [message for message in self.notebook.heard if message["msg_type"].startswith("comm_") and message["content"]["comm_id"] == model]
        return [message for message in own if not methods or message["content"]["data"].get("method") in methods]

    def moves(self, model: str, **state: Any) -> str:
        """The reader changes something; the id of the message."""
        return self.says(model, {"method": "update", "state": state, "buffer_paths": []})

    def clicks(self, model: str) -> str:
        return self.says(model, {"method": "custom", "content": {"event": "click"}})

    def says(self, model: str, data: dict[str, Any]) -> str:
        return self.send("comm_msg", comm_id=model, data=data)

    def send(self, kind: str, **content: Any) -> str:
        message = self.notebook.client.session.msg(kind, content)
        self.notebook.client.session.send(self.notebook.client.shell_channel.socket, message)
        return message["header"]["msg_id"]

    def awaits(self, model: str, trait: str, value: Any) -> None:
        """Waits until the page has this value."""
        while self.state(model).get(trait) != value:
            self.notebook.hear()

    def awaits_text(self, model: str, text: str) -> None:
        """Waits until this stands in an output widget."""
        while text not in str(self.state(model).get("outputs")):
            self.notebook.hear()

    def closed(self, model: str) -> Message:
        return self.notebook.until(lambda message: message["msg_type"] == "comm_close" and message["content"]["comm_id"] == model)
