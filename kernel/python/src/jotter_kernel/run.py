"""Runs a notebook in the terminal: what each cell prints, how far it is, how long it took; leaves the executed copy."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path
from typing import Any, TextIO

import nbformat
from jupyter_client.kernelspec import NoSuchKernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from .errors import Problem

_ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
# A bar that moves, moves often; a log keeps one line of it in this many seconds.
LOG_EVERY_SECONDS = 10.0


class Terminal:
    """Lines that stay and one line that moves. Where the output is no terminal, the moving line becomes a few plain ones."""

    def __init__(self, out: TextIO | None = None) -> None:
        self.out = out or sys.stdout
        self.moves = self.out.isatty()
        self._moving = ""
        self._logged = 0.0

    def line(self, text: str) -> None:
        self._wipe()
        self.out.write(text if self.moves else _ANSI.sub("", text))
        self.out.write("\n")
        self.out.flush()

    def moving(self, text: str) -> None:
        if self.moves:
            columns = _columns()
            text = text if len(text) < columns else text[: columns - 1]
            self._wipe()
            self.out.write(text)
            self.out.flush()
            self._moving = text
        elif time.monotonic() - self._logged >= LOG_EVERY_SECONDS:
            self._logged = time.monotonic()
            self.line(text)
        else:
            self._moving = text

    def settle(self) -> None:
        """Lets the line that moved stay as it is."""
        if self._moving:
            text, self._logged = self._moving, 0.0
            self._wipe()
            self.line(text)

    def _wipe(self) -> None:
        if self._moving and self.moves:
            self.out.write("\r\x1b[2K")
        self._moving = ""


def _columns() -> int:
    import shutil

    return shutil.get_terminal_size().columns


class TerminalClient(NotebookClient):
    """An nbclient that tells a terminal what goes on."""

    def __init__(self, notebook: NotebookNode, terminal: Terminal, **options: Any) -> None:
        super().__init__(notebook, **options)
        self._terminal = terminal
        self._code_cells = [index for index, cell in enumerate(notebook.cells) if cell.cell_type == "code" and cell.source.strip()]
        self._started = 0.0
        self._half_line = ""
        self.on_cell_start = self._cell_starts
        self.on_cell_executed = self._cell_ends  # on_cell_complete comes when the cell has been sent, not when it has run

    def place(self, index: int) -> str:
        return f"cell {self._code_cells.index(index) + 1}/{len(self._code_cells)}"

    def _cell_starts(self, cell: NotebookNode, cell_index: int) -> None:
        if cell_index in self._code_cells:
            self._started = time.monotonic()
            first = next((line.strip() for line in cell.source.splitlines() if line.strip()), "")
            self._terminal.line(f"[{self.place(cell_index)}] {first[:80]}")

    def _cell_ends(self, cell: NotebookNode, cell_index: int, execute_reply: dict[str, Any]) -> None:
        if cell_index in self._code_cells:
            self._end_half_line()
            self._terminal.settle()
            seconds = time.monotonic() - self._started
            if seconds >= 1:
                self._terminal.line(f"    {seconds:.1f} s")

    def process_message(self, msg: dict[str, Any], cell: NotebookNode, cell_index: int) -> NotebookNode | None:
        kind, content = msg["msg_type"], msg["content"]
        if kind == "stream":
            self._print(content["text"])
        elif kind in ("display_data", "update_display_data", "execute_result"):
            self._show(content["data"].get("text/plain", ""), moves=kind == "update_display_data" or bool(content.get("transient", {}).get("display_id")))
        return super().process_message(msg, cell, cell_index)

    def output(self, outs: list[NotebookNode], msg: dict[str, Any], display_id: str | None, cell_index: int) -> NotebookNode | None:
        out = super().output(outs, msg, display_id, cell_index)
        # as JupyterLab keeps it: how many messages a text came in is chance, and would differ from run to run
        if len(outs) > 1 and outs[-1].output_type == outs[-2].output_type == "stream" and outs[-1].name == outs[-2].name:
            outs[-2].text += outs.pop().text
            return outs[-1]
        return out

    def _print(self, text: str) -> None:
        # a carriage return draws over the line, as in a terminal
        *lines, self._half_line = (self._half_line + text).replace("\r\n", "\n").split("\n")
        for line in lines:
            self._terminal.line("    " + line.rsplit("\r", 1)[-1])
        if self._half_line:
            self._terminal.moving("    " + self._half_line.rstrip("\r").rsplit("\r", 1)[-1])

    def _end_half_line(self) -> None:
        if self._half_line:
            self._print("\n")

    def _show(self, text: str, moves: bool) -> None:
        self._end_half_line()
        lines = text.splitlines()
        if moves and len(lines) == 1:
            self._terminal.moving("    " + lines[0])
        elif not moves:
            for line in lines:
                self._terminal.line("    " + line)


def output_for(notebook: Path, output: str | None, in_place: bool) -> Path:
    """Where the executed copy goes: `NAME.executed.ipynb` beside the notebook unless told otherwise."""
    if in_place:
        return notebook
    if output:
        chosen = Path(output).expanduser()
        if chosen.is_dir():
            chosen = chosen / notebook.name
        if chosen.exists() and chosen.samefile(notebook):
            raise Problem(f"{chosen} is the notebook itself. Say --inplace to have it overwritten, or give the copy another name.")
        return chosen
    return notebook.with_name(f"{notebook.stem}.executed.ipynb")


def run(notebook: Path, output: str | None = None, in_place: bool = False, kernel: str = "jotter", timeout: int | None = None, terminal: Terminal | None = None) -> int:
    """Runs the notebook; 0 when every cell ran, 1 when one failed. The copy is left in both cases.

    Raises Problem when there is no such notebook or kernel.
    """
    terminal = terminal or Terminal()
    if not notebook.is_file():
        raise Problem(f"There is no notebook {notebook}.")
    copy = output_for(notebook, output, in_place)
    try:
        content = nbformat.read(notebook, as_version=4)
    except (nbformat.reader.NotJSONError, nbformat.ValidationError, UnicodeDecodeError) as failure:
        raise Problem(f"{notebook} is not a notebook: {str(failure).splitlines()[0]}") from None
    for cell in content.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    client = TerminalClient(content, terminal, kernel_name=kernel, timeout=timeout, resources={"metadata": {"path": str(notebook.resolve().parent)}})
    started = time.monotonic()
    failure = None
    try:
        client.execute()
    except NoSuchKernel:
        raise Problem(f"Jupyter knows no kernel named {kernel}. `jotter install` installs it; `jotter doctor` says what is there.") from None
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        failure = error
    except KeyboardInterrupt:
        failure = KeyboardInterrupt()
    terminal.settle()
    copy.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(content, copy)
    seconds = time.monotonic() - started
    if failure is None:
        terminal.line(f"Ran {notebook.name} in {seconds:.1f} s. The executed copy: {copy}")
        return 0
    _tell(failure, client, content, terminal)
    terminal.line(f"Stopped {notebook.name} after {seconds:.1f} s. What ran until then: {copy}")
    return 1


def _tell(failure: BaseException, client: TerminalClient, content: NotebookNode, terminal: Terminal) -> None:
    if isinstance(failure, KeyboardInterrupt):
        terminal.line("Interrupted.")
    elif isinstance(failure, CellExecutionError):
        failed = next((index for index in client._code_cells for output in content.cells[index].get("outputs", []) if output.output_type == "error"), None)
        where = client.place(failed) if failed is not None else "a cell"
        terminal.line(f"Error in {where}: {failure.ename}: {failure.evalue}")
        if failed is not None:
            for output in content.cells[failed].outputs:
                if output.output_type == "error":
                    for line in "\n".join(output.traceback).splitlines():
                        terminal.line("    " + line)
    elif isinstance(failure, DeadKernelError):
        terminal.line("The kernel's process ended by itself. `jotter doctor` looks for the reason.")
    else:
        terminal.line(f"A cell took longer than the time given with --timeout. {str(failure).splitlines()[0]}")
