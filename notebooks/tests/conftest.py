"""The chapters, each run once for all the tests that look at it."""

from __future__ import annotations

import os

import pytest
from books import Book, chapters
from lab import chromium
from playwright.sync_api import sync_playwright
from running import Run, run
from sources import drawn, real

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
def ran(chapter: Book, tmp_path_factory) -> Run:
    """On the real data where there are any, else as on a machine that has nothing and reaches nothing."""
    if not chapter.about["data"]:
        return _measured(chapter, "no data", drawn(tmp_path_factory.mktemp("nothing")))
    of_publisher = real()
    if of_publisher is None:
        return _measured(chapter, "drawn data", drawn(tmp_path_factory.mktemp("nothing")))
    return _measured(chapter, "real data", of_publisher)


def _measured(chapter: Book, data: str, environment: dict[str, str]) -> Run:
    ran = run(chapter.file, chapter.notebook, environment)
    measured.append(f"notebook {chapter.number} on {data}: {ran.seconds:.0f} s, at most {ran.megabytes:,.0f} MB")
    return ran


def pytest_terminal_summary(terminalreporter) -> None:
    for line in measured:
        terminalreporter.write_line(line)
