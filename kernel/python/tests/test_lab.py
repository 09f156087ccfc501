"""How JupyterLab is started."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from jotter_kernel import lab


class Started:
    """Stands for the process; keeps what it was started with."""

    commands: list[list[str]] = []

    def __init__(self, command, **options):
        self.commands.append(command)
        self.stderr = io.StringIO("[I ServerApp] http://localhost:8888/lab/tree/a%20b.ipynb?token=1\n")

    def wait(self) -> int:
        return 0


@pytest.fixture
def commands(monkeypatch) -> list[list[str]]:
    monkeypatch.setattr(Started, "commands", [])
    monkeypatch.setattr(lab.subprocess, "Popen", Started)
    return Started.commands


def test_the_first_notebook_is_open_when_the_page_comes_up(tmp_path: Path, commands):
    (tmp_path / "a b.ipynb").touch()
    said: list[str] = []
    assert lab.lab(tmp_path, ["--no-browser"], "a b.ipynb", said.append) == 0
    assert "--LabApp.default_url=/lab/tree/a%20b.ipynb" in commands[0]
    assert "http://localhost:8888/lab/tree/a%20b.ipynb?token=1" in said[0]


@pytest.mark.parametrize("first", [None, "", "gone.ipynb"])
def test_where_there_is_none_it_opens_as_it_was_left(tmp_path: Path, commands, first):
    assert lab.lab(tmp_path, [], first, str) == 0
    assert not [word for word in commands[0] if "default_url" in word]
