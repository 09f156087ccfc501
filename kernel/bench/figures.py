"""What a row of measured values says: the median, and how sure one may be of it."""

from __future__ import annotations

import math
import random
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

RESAMPLES = 2000
SEED = 2026


@dataclass(frozen=True)
class Estimate:
    """A figure with its 95 % interval."""

    value: float
    low: float
    high: float


def median(values: Sequence[float]) -> Estimate:
    return _bootstrap(lambda picked: statistics.median(values[i] for i in picked), len(values))


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> Estimate:
    """The ratio of the medians; runs of the same number belong together and are drawn together."""
    count = min(len(ours), len(theirs))
    return _bootstrap(lambda picked: statistics.median(ours[i] for i in picked) / statistics.median(theirs[i] for i in picked), count)


def of_pairs(ours: Sequence[float], theirs: Sequence[float]) -> Estimate:
    """The median of the ratios of pairs that ran one right after the other."""
    return median([a / b for a, b in zip(ours, theirs, strict=True)])


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that is at least as large as so many percent of them (nearest rank)."""
    ranked = sorted(values)
    return ranked[max(1, math.ceil(len(ranked) * percent / 100)) - 1]


def _bootstrap(of: Callable[[list[int]], float], count: int) -> Estimate:
    """The percentile bootstrap (Efron 1979), from a fixed seed so that the same runs print the same table."""
    chance = random.Random(SEED)
    drawn = sorted(of([chance.randrange(count) for _ in range(count)]) for _ in range(RESAMPLES))
    return Estimate(of(list(range(count))), drawn[RESAMPLES * 25 // 1000], drawn[RESAMPLES * 975 // 1000 - 1])
