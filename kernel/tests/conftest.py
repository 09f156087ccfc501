"""Kernels over real sockets, on each JDK that Jotter supports and that is here."""

from __future__ import annotations

from contextlib import ExitStack

import pytest
from jotter_kernel import distribution, jdk, kernelspec
from jupyter_client.kernelspec import KernelSpecManager
from kernels import kernel


def _javas() -> list[jdk.Jdk]:
    usable = [found for found in jdk.installed() if not found.flaw]
    newest = usable[0]
    return [newest, *[found for found in usable if found.major == jdk.OLDEST and found.major != newest.major][:1]]


@pytest.fixture(scope="session", params=_javas(), ids=lambda found: f"java{found.major}")
def specs(request, tmp_path_factory) -> KernelSpecManager:
    """Where a kernelspec for this JDK is installed, in a folder with a blank in its name."""
    prefix = tmp_path_factory.mktemp(f"java {request.param.major} ")
    target = kernelspec.Target.of(str(prefix), False, False)
    kernelspec.install(request.param, distribution.find(), target)
    return KernelSpecManager(kernel_dirs=[str(prefix / "share" / "jupyter" / "kernels")])


@pytest.fixture(scope="module")
def notebook(specs, tmp_path_factory):
    """A kernel that the tests of a module share."""
    with kernel(specs, tmp_path_factory.mktemp("notebook")) as shared:
        yield shared


@pytest.fixture
def start(specs, tmp_path_factory):
    """Starts kernels of the test's own, under further environment variables; with `ready=False` it waits for nothing."""
    with ExitStack() as kernels:
        yield lambda ready=True, **variables: kernels.enter_context(kernel(specs, tmp_path_factory.mktemp("own"), variables, ready))


@pytest.fixture
def fresh(start):
    """A kernel of the test's own."""
    return start()
