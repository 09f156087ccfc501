"""JupyterLab as a person uses it: by double-clicks, menus and buttons, each action one helper."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

from books import ROOT
from playwright.sync_api import Browser, Locator, Page, Playwright, expect

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
SCREENSHOTS = ROOT / ".jotter" / "reports" / "screenshots"
SECONDS = 60
A_CHAPTER_SECONDS = 300
KERNEL = {"name": "jotter", "display_name": "Java (Jotter)", "language": "java"}
# the colours of what outputs say against what lies behind: the least contrast, and of which words
LEAST_CONTRAST = """() => {
    const parse = text => (text.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
    const over = (top, below) => [0, 1, 2].map(i => top[i] * (top[3] ?? 1) + below[i] * (1 - (top[3] ?? 1)));
    const behind = element => {
        if (!element) return [255, 255, 255];
        const own = parse(getComputedStyle(element).backgroundColor);
        return (own[3] ?? 1) === 1 ? own : over(own, behind(element.parentElement));
    };
    const light = rgb => rgb.slice(0, 3).map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
    let least = [99, ''];
    for (const output of document.querySelectorAll('.jp-OutputArea-output')) {
        const walker = document.createTreeWalker(output, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            if (!walker.currentNode.data.trim() || element.closest('.jp-RenderedSVG, a')) continue;
            const style = getComputedStyle(element), below = behind(element);
            const ink = over(parse(element.ownerSVGElement ? style.fill : style.color), below);
            const [low, high] = [light(ink), light(below)].sort((a, b) => a - b);
            const contrast = (high + 0.05) / (low + 0.05);
            if (contrast < least[0]) least = [contrast, walker.currentNode.data.trim().slice(0, 60)];
        }
    }
    return least;
}"""

expect.set_options(timeout=SECONDS * 1000)

_ADDRESS = re.compile(r"http://\S+/lab\S*\?token=\w+")


class Server:
    """`./jotter lab` on a folder, with settings of its own; ends as Ctrl-C ends it."""

    def __init__(self, folder: Path, settings: Path) -> None:
        self.folder = folder
        options = ["--no-browser", f"--ServerApp.port={_free_port()}", "--folder", str(folder)]
        # as a person may choose in the settings editor: when each cell began and ended is kept with the notebook
        tracker = settings / "user" / "@jupyterlab" / "notebook-extension" / "tracker.jupyterlab-settings"
        tracker.parent.mkdir(parents=True)
        tracker.write_text('{"recordTiming": true}', "utf-8")
        own = [f"--LabApp.user_settings_dir={settings / 'user'}", f"--LabApp.workspaces_dir={settings / 'workspaces'}"]
        command = [sys.executable, str(ROOT / "environment" / "setup"), "lab", *options, *own]
        self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", start_new_session=True)
        self.address = self._address()

    def _address(self) -> str:
        assert self._process.stdout is not None
        said = []
        for line in self._process.stdout:
            said.append(line)
            found = _ADDRESS.search(line)
            if found:
                return found.group()
        raise AssertionError("./jotter lab printed no address. It said:\n" + "".join(said))

    def end(self) -> None:
        os.killpg(self._process.pid, signal.SIGINT)
        try:
            self._process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            raise


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


def chromium(playwright: Playwright, path: str) -> Browser:
    return playwright.chromium.launch(executable_path=path, args=QUIET)


class Lab:
    """A notebook open in JupyterLab."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self._address = address
        page.set_default_timeout(SECONDS * 1000)
        page.goto(f"{address}&reset")  # without the tabs of an earlier test

    def open(self, name: str) -> None:
        """By a double-click in the file browser; returns when its kernel is there."""
        self.page.locator(".jp-DirListing-item").filter(has_text=name).dblclick()
        expect(self.status("Idle")).to_be_visible(timeout=SECONDS * 1000)

    def menu(self, bar: str, *path: str) -> None:
        self.page.locator(".lm-MenuBar-itemLabel").get_by_text(bar, exact=True).click()
        for label in path[:-1]:
            self._item(label).hover()
        self._item(path[-1]).click()

    def _item(self, label: str) -> Locator:
        return self.page.locator(".lm-Menu-itemLabel").get_by_text(label, exact=True).last

    def button(self, command: str) -> None:
        self.page.locator(f'.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Toolbar [data-command="{command}"]').first.click()

    def status(self, word: str) -> Locator:
        return self.page.locator("#jp-main-statusbar").get_by_text(re.compile(rf"\(Jotter\) \| {word}$"))

    def cell(self, index: int) -> Locator:
        return self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell").nth(index)

    def start(self, index: int) -> None:
        """Runs one cell as Shift-Enter does."""
        self.cell(index).locator(".jp-InputArea-editor").click()
        self.page.keyboard.press("Shift+Enter")

    def runs(self, index: int) -> None:
        expect(self.cell(index).locator(".jp-InputPrompt")).to_have_text("[*]:")
        expect(self.status("Busy")).to_be_visible()

    def has_run(self, index: int) -> None:
        expect(self.cell(index).locator(".jp-InputPrompt")).to_have_text(re.compile(r"\[\d+\]:"), timeout=A_CHAPTER_SECONDS * 1000)

    def output(self, index: int) -> Locator:
        return self.cell(index).locator(".jp-OutputArea-output")

    def theme(self, name: str) -> None:
        self.menu("Settings", "Theme", name)
        expect(self.page.locator("body")).to_have_attribute("data-jp-theme-name", name)
        expect(self.page.locator("#jupyterlab-splash")).to_have_count(0)

    def bar(self) -> Locator:
        return self.page.locator("[role=progressbar][aria-label=training]")

    def bar_beyond(self, percent: int) -> int:
        """Waits until the bar has come further than this, and is not at its end."""
        found = self.page.wait_for_function(
            """percent => {
                const bar = document.querySelector('[role=progressbar][aria-label=training]');
                const at = bar ? Number(bar.getAttribute('aria-valuenow')) : 0;
                return at > percent && at < 100 ? at : 0;
            }""",
            arg=percent,
            timeout=A_CHAPTER_SECONDS * 1000,
        )
        return int(found.json_value())

    def screenshot(self, name: str) -> None:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png")

    def leave(self) -> None:
        """Ends the page and the kernels: a later test is not to wait for this one's cells."""
        self.page.goto("about:blank")
        server, _, token = self._address.partition("?token=")
        address = server[: server.index("/lab")]
        authorized = {"Authorization": f"token {token}"}
        for kernel in self.page.request.get(f"{address}/api/kernels", headers=authorized).json():
            ended = self.page.request.delete(f"{address}/api/kernels/{kernel['id']}", headers=authorized)
            assert ended.ok, ended.text()
        self.page.close()
