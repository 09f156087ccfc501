"""What a kernel says of itself: what it takes of the machine, and when a cell began."""

from __future__ import annotations

import datetime

import psutil


def usage(notebook) -> dict:
    return notebook.control("usage_request")["content"]


def test_memory_and_processor_of_the_worker_are_in_the_usage(notebook):
    before = usage(notebook)
    worker = notebook.worker
    assert before["kernel_memory"] > 0.5 * worker.memory_info().rss
    notebook.run("byte[] kept = new byte[300 << 20]; java.util.Arrays.fill(kept, (byte) 1);")
    assert usage(notebook)["kernel_memory"] > before["kernel_memory"] + 250e6
    cell = notebook.running("while (true);")
    usage(notebook)
    began = worker.cpu_times().user
    while worker.cpu_times().user < began + 0.5:
        notebook.control("kernel_info_request")
    busy = usage(notebook)
    notebook.interrupt()
    notebook.result(cell)
    assert 20 < busy["kernel_cpu"] < 100 * psutil.cpu_count() + 50
    # the names that the panel of jupyter-resource-usage reads
    assert {"hostname", "pid", "cpu_count", "host_virtual_memory"} <= busy.keys()
    assert {"active", "available", "free", "inactive", "percent", "total"} <= busy["host_virtual_memory"].keys()
    assert busy["host_virtual_memory"]["total"] == psutil.virtual_memory().total


def test_a_reply_says_when_its_cell_began(notebook):
    result = notebook.run("java.util.concurrent.locks.LockSupport.parkNanos(200_000_000L);")
    started = datetime.datetime.fromisoformat(result.reply["metadata"]["started"].replace("Z", "+00:00"))
    ended = result.reply["header"]["date"]
    assert 0.2 <= (ended - started).total_seconds() < 10
