"""Starts a kernel and sees to its end. What it writes to its log stands beside the notebook's folder."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from jotter_kernel import distribution, jdk, kernelspec
from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager
from talk import SECONDS, Notebook

NOTHING: Mapping[str, str] = MappingProxyType({})


def javas() -> list[jdk.Jdk]:
    """The newest JDK here, and the oldest that Jotter supports."""
    usable = [found for found in jdk.installed() if not found.flaw]
    newest = usable[0]
    return [newest, *[found for found in usable if found.major == jdk.OLDEST and found.major != newest.major][:1]]


def installed(java: jdk.Jdk, prefix: Path) -> KernelSpecManager:
    """Installs the kernel for this JDK below a folder; where it then is."""
    kernelspec.install(java, distribution.find(), kernelspec.Target.of(str(prefix), False, False))
    return KernelSpecManager(kernel_dirs=[str(prefix / "share" / "jupyter" / "kernels")])


@contextmanager
def kernel(specs: KernelSpecManager, folder: Path, variables: Mapping[str, str] = NOTHING, ready: bool = True) -> Iterator[Notebook]:
    """A kernel for a notebook in this folder, under further environment variables; with `ready=False` nothing is waited for."""
    manager = KernelManager(kernel_name="jotter", kernel_spec_manager=specs)
    log = folder.parent / f"{folder.name}.log"
    with log.open("wb") as words:
        manager.start_kernel(cwd=str(folder), env={**os.environ, "JOTTER_HISTORY": "off", **variables}, stdout=words, stderr=words)
        client = manager.blocking_client()
        client.start_channels()
        try:
            if ready:
                client.wait_for_ready(timeout=SECONDS)
            yield Notebook(manager, client, folder, log)
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)
