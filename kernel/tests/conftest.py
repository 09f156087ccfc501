"""Kernels over real sockets, on each JDK that Jotter supports and that is here."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack
from functools import cache

import pytest
from jotter_kernel.jdk import Jdk
from jupyter_client.kernelspec import KernelSpecManager
from kernels import installed, javas, kernel

# what tests run is nothing that a person would look for
os.environ.setdefault("JOTTER_HISTORY", "off")


@pytest.fixture(scope="session")
def installation(tmp_path_factory) -> Callable[[Jdk], KernelSpecManager]:
    """Where a kernelspec for a JDK is installed, in a folder with a blank in its name; once for each."""
    return cache(lambda java: installed(java, tmp_path_factory.mktemp(f"java {java.major} ")))


@pytest.fixture(scope="session", params=javas(), ids=lambda found: f"java{found.major}")
def specs(request, installation) -> KernelSpecManager:
    return installation(request.param)


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
