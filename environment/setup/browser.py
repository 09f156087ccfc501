"""The browser for the tests: the machine's Chromium or Chrome, else Playwright's own, else Debian's, where root may install it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"]
BUNDLES = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
]
START_SECONDS = 60
DOWNLOAD_SECONDS = 300


def find(python: Path, environment: dict[str, str]) -> str | None:
    """The path of a browser that starts, or None; installs one where it may."""
    named = os.environ.get("JOTTER_CHROMIUM")
    for candidate in [named, *map(shutil.which, NAMES), *BUNDLES]:
        if candidate and Path(candidate).exists() and starts(candidate):
            return candidate
    own = _playwrights(python, environment)
    if own and Path(own).exists() and starts(own):
        return own
    print("No Chromium or Chrome on this machine; fetching Playwright's")
    if _quietly([str(python), "-m", "playwright", "install", "chromium"], environment, DOWNLOAD_SECONDS):
        own = _playwrights(python, environment)
        if own and starts(own):
            return own
    if sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Playwright's does not start here; installing Debian's chromium")
        quiet = {**environment, "DEBIAN_FRONTEND": "noninteractive"}
        _quietly(["apt-get", "update", "-q"], quiet, DOWNLOAD_SECONDS)
        if _quietly(["apt-get", "install", "-qy", "--no-install-recommends", "chromium"], quiet, 2 * DOWNLOAD_SECONDS):
            installed = shutil.which("chromium")
            if installed and starts(installed):
                return installed
    return None


def starts(browser: str) -> bool:
    """Whether it runs here: a browser may be there without the libraries that it needs."""
    command = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "data:text/html,<p>here</p>"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=START_SECONDS, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return "here" in answer.stdout


def _playwrights(python: Path, environment: dict[str, str]) -> str | None:
    ask = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"
    answer = subprocess.run([str(python), "-c", ask], capture_output=True, text=True, env=environment)
    return answer.stdout.strip() or None


def _quietly(command: list[str], environment: dict[str, str], seconds: int) -> bool:
    try:
        return subprocess.run(command, env=environment, timeout=seconds, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
