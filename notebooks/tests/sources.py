"""The two places that a notebook's data come from, as the environment of a kernel."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

NOBODY_LISTENS = "-Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=9 -Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=9"


def real(environment: Mapping[str, str] = os.environ) -> dict[str, str] | None:
    """With the publishers' files, from the folder that JOTTER_DATA names; None where it names none."""
    folder = environment.get("JOTTER_DATA")
    return dict(environment) if folder and Path(folder).is_dir() else None


def drawn(nothing: Path, environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """As on a machine that has nothing, given an empty folder, and reaches nothing: the generators draw."""
    places = {"JOTTER_DATA": str(nothing), "XDG_CACHE_HOME": str(nothing), "LOCALAPPDATA": str(nothing)}
    return {**environment, **places, "JOTTER_JVM_OPTS": NOBODY_LISTENS}
