"""Kernels over real sockets, on each JDK that Jotter supports and that is here."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from jotter_kernel import distribution, jdk, kernelspec
from jupyter_client import BlockingKernelClient, KernelManager
from jupyter_client.kernelspec import KernelSpecManager

from talk import Notebook


def _javas() -> list[jdk.Jdk]:
    usable = [found for found in jdk.installed() if not found.flaw]
    newest = usable[0]
    return [newest, *[found for found in usable if found.major == jdk.OLDEST and found.major != newest.major][:1]]


@pytest.fixture(scope="session", params=_javas(), ids=lambda found: f"java{found.major}")
def specs(request, tmp_path_factory) -> KernelSpecManager:
    """Where a kernelspec for this JDK is installed, in a folder with a blank in its name."""
    prefix = tmp_path_factory.mktemp(f"java {request.param.major}")
    target = kernelspec.Target.of(str(prefix), False, False)
    kernelspec.install(request.param, distribution.find(), target)
    return KernelSpecManager(kernel_dirs=[str(prefix / "share" / "jupyter" / "kernels")])


@contextlib.contextmanager
def _started(specs: KernelSpecManager, folder: Path):
    manager = KernelManager(kernel_name="jotter", kernel_spec_manager=specs)
    manager.start_kernel(cwd=str(folder))
    client: BlockingKernelClient = manager.blocking_client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=60)
        yield Notebook(manager, client)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


@pytest.fixture(scope="module")
def notebook(specs, tmp_path_factory):
    """A kernel that the tests of a module share."""
    with _started(specs, tmp_path_factory.mktemp("notebook")) as shared:
        yield shared


@pytest.fixture
def fresh(specs, tmp_path):
    """A kernel of the test's own."""
    with _started(specs, tmp_path) as own:
        yield own
