"""A notebook as the tests read it: its cells, its words, its pictures, what it has recorded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

FOLDER = Path(__file__).resolve().parents[1]
ROOT = FOLDER.parent

_EMBEDDED = re.compile(r"data:[\w/+.-]+;base64,[A-Za-z0-9+/=]+")
_NO_PROSE = re.compile(r"```.*?```|\$\$.*?\$\$|\$[^$\n]+\$|\]\([^)]*\)", re.DOTALL)
# of the kernel and not of a subject: no equation, no oracle, no mutants, and shorter
TOURS = ["00"]
_CHECK = re.compile(r'\bcheck\("([^"]+)"')


def chapters() -> list[Path]:
    return sorted((FOLDER / "en").glob("[0-9][0-9]-*.ipynb"))


def solutions_of(chapter: Path) -> Path:
    return FOLDER / "solutions" / chapter.name


@dataclass(frozen=True)
class Book:
    file: Path
    notebook: NotebookNode

    @staticmethod
    def of(file: Path) -> Book:
        return Book(file, nbformat.read(file, as_version=4))

    @property
    def number(self) -> str:
        return self.file.name[:2]

    @property
    def is_tour(self) -> bool:
        return self.number in TOURS

    @property
    def about(self) -> dict[str, Any]:
        """What the notebook says of itself to the tests."""
        return self.notebook.metadata.jotter

    @property
    def code(self) -> list[NotebookNode]:
        return [cell for cell in self.notebook.cells if cell.cell_type == "code"]

    @property
    def prose(self) -> list[NotebookNode]:
        return [cell for cell in self.notebook.cells if cell.cell_type == "markdown"]

    def cell(self, identity: str) -> NotebookNode:
        return next(cell for cell in self.notebook.cells if cell.id == identity)

    @property
    def headings(self) -> list[str]:
        """Those of the second level, in their order."""
        return [line[3:].strip() for cell in self.prose for line in outside_fences(cell.source) if line.startswith("## ")]

    @property
    def words(self) -> int:
        """Of prose: no code, no formula, no address."""
        return sum(len(re.findall(r"[^\W_][\w'’-]*", _NO_PROSE.sub(" ", cell.source))) for cell in self.prose)

    @property
    def exercises(self) -> dict[str, NotebookNode]:
        """The cells that hold a check, by the number of the exercise."""
        return {number: cell for cell in self.code for number in _CHECK.findall(cell.source)}

    @cached_property
    def pictures(self) -> list[Picture]:
        found = []
        for cell in self.prose:
            found += [Picture(cell.id, diagram_words(body)) for body in re.findall(r"```mermaid\n(.*?)```", cell.source, re.DOTALL)]
            found += [Picture(cell.id, alt) for alt in re.findall(r"!\[(.*?)\]\(", cell.source)]
        for cell in self.code:
            for output in cell.outputs:
                found += [Picture(cell.id, words) for words in _words_of_pictures(output.get("data", {}))]
        return found

    def recorded(self) -> str:
        """All that the outputs hold, without the bytes of images."""
        return "\n".join(_EMBEDDED.sub("", str(output)) for cell in self.code for output in cell.outputs)


@dataclass(frozen=True)
class Picture:
    cell: str
    words: str


def text_of(cell: NotebookNode) -> str:
    """What a cell has put out, as a terminal would show it."""
    parts = []
    for output in cell.outputs:
        if output.output_type == "stream":
            parts.append(output.text)
        elif "data" in output:
            parts.append(output.data.get("text/plain", "") + "\n")
    return "".join(parts)


def outside_fences(markdown: str) -> list[str]:
    return re.sub(r"```.*?```", "", markdown, flags=re.DOTALL).splitlines()


def diagram_words(body: str) -> str:
    """What Mermaid reads to those who do not see the diagram; empty where one of the two is missing."""
    title, description = re.search(r"accTitle: *(.+)", body), re.search(r"accDescr: *(.+)", body)
    return f"{title.group(1)}: {description.group(1)}" if title and description else ""


def _words_of_pictures(data: dict[str, str]) -> list[str]:
    """Of each picture in an output: a figure in the page, or an image beside which the text stands."""
    if "text/html" in data:
        reader = _Alternatives()
        reader.feed(data["text/html"])
        return reader.found
    return [data.get("text/plain", "")] if any(kind.startswith("image/") for kind in data) else []


class _Alternatives(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if tag == "svg":
            self.found.append(given.get("aria-label") or "")
        elif tag == "img":
            self.found.append(given.get("alt") or "")
