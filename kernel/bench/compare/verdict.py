"""What a probe has found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Verdict:
    """`word` is yes, no, partly, or – where the question does not arise."""

    word: str
    note: str = ""


def yes(note: str = "") -> Verdict:
    return Verdict("yes", note)


def no(note: str = "") -> Verdict:
    return Verdict("no", note)


def partly(note: str) -> Verdict:
    return Verdict("partly", note)


NOT_ASKED = Verdict("–")


def judged(right: bool, note: str = "", otherwise: str = "") -> Verdict:
    return yes(note) if right else no(otherwise or note)
