"""The chapters, each run once for all the tests that look at it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from books import Book, chapters
from lab import chromium
from playwright.sync_api import sync_playwright
from running import Run, run

NOBODY_LISTENS = "-Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=9 -Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=9"
measured: list[str] = []
# what tests run is nothing that a person would look for
os.environ.setdefault("JOTTER_HISTORY", "off")


@pytest.fixture(scope="session", params=chapters(), ids=lambda file: file.stem[:2])
def chapter(request) -> Book:
    return Book.of(request.param)


# not of the session: as long as Playwright is there, no other event loop runs, and notebooks need theirs
@pytest.fixture(scope="module")
def browser():
    path = os.environ.get("JOTTER_CHROMIUM")
    if not path:
        words = "no Chromium or Chrome was found, so JupyterLab was not looked at; name one with JOTTER_CHROMIUM"
        pytest.fail(words) if os.environ.get("CI") else pytest.skip(words)
    with sync_playwright() as playwright:
        browser = chromium(playwright, path)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def strict() -> dict[str, str]:
    return {**os.environ, "JOTTER_CHECK": "strict"}


@pytest.fixture(scope="session")
def on_real_data(chapter: Book, request) -> Run:
    if not chapter.about["data"]:
        return request.getfixturevalue("on_drawn_data")
    data = os.environ.get("JOTTER_DATA")
    if not data or not Path(data).is_dir():
        pytest.skip("there is no real data: JOTTER_DATA names no folder")
    return _measured(chapter, "real data", dict(os.environ))


@pytest.fixture(scope="session")
def on_drawn_data(chapter: Book, tmp_path_factory) -> Run:
    """As on a machine that has nothing and reaches nothing."""
    nothing = tmp_path_factory.mktemp("nothing")
    places = {"JOTTER_DATA": str(nothing), "XDG_CACHE_HOME": str(nothing), "LOCALAPPDATA": str(nothing)}
    kind = "drawn data" if chapter.about["data"] else "no data"
    return _measured(chapter, kind, {**os.environ, **places, "JOTTER_JVM_OPTS": NOBODY_LISTENS})


def _measured(chapter: Book, data: str, environment: dict[str, str]) -> Run:
    ran = run(chapter.file, chapter.notebook, environment)
    measured.append(f"notebook {chapter.number} on {data}: {ran.seconds:.0f} s, at most {ran.megabytes:,.0f} MB")
    return ran


def pytest_terminal_summary(terminalreporter) -> None:
    for line in measured:
        terminalreporter.write_line(line)
