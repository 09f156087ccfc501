"""History over restarts: one file for all kernels of a user, safe with many at once, searched as Jupyter asks."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest


@pytest.fixture
def keeping(start, tmp_path):
    """Starts kernels of one user, whose history is kept; each says whether the cells of another are to be waited for."""
    return lambda: start(JOTTER_HISTORY=str(tmp_path / "history.jsonl"))


def history(notebook, **content) -> list[tuple]:
    request = notebook.client.history(**{"raw": True, "output": False, **content})
    return [tuple(entry) for entry in notebook.reply(request)["content"]["history"]]


def sources(notebook, **content) -> list[str]:
    return [entry[2] for entry in history(notebook, **content)]


def end(notebook) -> None:
    notebook.client.shutdown()
    notebook.manager.finish_shutdown()


def test_what_was_run_before_a_restart_is_found_again(keeping):
    first = keeping()
    for cell in ("int größe = 40;", "größe + 2", "größe + 2", "// only looked at"):
        first.run(cell, store_history=not cell.startswith("//"))
    assert history(first, hist_access_type="range", session=0, start=1, stop=3) == [(0, 1, "int größe = 40;"), (0, 2, "größe + 2")]
    assert history(first, hist_access_type="tail", n=1, output=True)[0][2] == ["größe + 2", "42"]
    end(first)

    second = keeping()
    # as a console does at once, before anything has run
    assert sources(second, hist_access_type="tail", n=1000) == ["int größe = 40;", "größe + 2", "größe + 2"]
    second.run("int other = 1;")
    assert history(second, hist_access_type="tail", n=2) == [(1, 3, "größe + 2"), (2, 1, "int other = 1;")]
    assert sources(second, hist_access_type="search", pattern="größe*", unique=True, n=10) == ["größe + 2"]
    assert sources(second, hist_access_type="search", pattern="*größe*", n=2) == ["größe + 2", "größe + 2"]
    assert history(second, hist_access_type="range", session=-1, start=1, stop=2) == [(1, 1, "int größe = 40;")]
    assert history(second, hist_access_type="range", session=1, start=2, stop=3, output=True) == [(1, 2, ["größe + 2", None])]
    assert sources(second, hist_access_type="range", session=-2) == []
    assert sources(second, hist_access_type="range", session=0) == ["int other = 1;"]


def test_kernels_that_write_at_once_lose_nothing_and_have_a_number_each(keeping):
    kernels = [keeping() for _ in range(3)]

    def work(kernel: int) -> None:
        for cell in range(20):
            kernels[kernel].run(f'"kernel {kernel} cell {cell}"')

    with ThreadPoolExecutor(len(kernels)) as pool:
        list(pool.map(work, range(len(kernels))))
    for notebook in kernels:
        end(notebook)
    kept = history(keeping(), hist_access_type="tail", n=1000)
    assert sorted({entry[0] for entry in kept}) == [1, 2, 3]
    for kernel in range(3):
        mine = [entry for entry in kept if f"kernel {kernel}" in entry[2]]
        assert len({entry[0] for entry in mine}) == 1
        assert [entry[2] for entry in mine] == [f'"kernel {kernel} cell {cell}"' for cell in range(20)]
