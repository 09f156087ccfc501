"""What docs/promises.md says is held by a test, is: every test that it names exists."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROW = re.compile(r"^\| (?P<promise>.+?) \| (?P<tests>.+?) \|$")
NAME = re.compile(r"`(?P<place>\w+\.py|\w+Tests)::(?P<name>\w+)`")


def _rows() -> list[re.Match[str]]:
    lines = (ROOT / "docs/promises.md").read_text(encoding="utf-8").splitlines()
    return [row for line in lines if (row := ROW.match(line)) and row["promise"] != "promise" and not line.startswith("|---")]


def _exists(place: str, name: str) -> bool:
    if place.endswith(".py"):
        tree = ast.parse((Path(__file__).parent / place).read_text(encoding="utf-8"))
        return any(isinstance(node, ast.FunctionDef) and node.name == name for node in ast.walk(tree))
    sources = ROOT.glob(f"kernel/*/src/test/java/**/{place}.java")
    return any(re.search(rf"\bvoid {name}\(", source.read_text(encoding="utf-8")) for source in sources)


def test_each_promise_names_its_tests_and_they_exist():
    rows = _rows()
    unnamed = [row["promise"] for row in rows if not NAME.search(row["tests"])]
    missing = [name.group() for row in rows for name in NAME.finditer(row["tests"]) if not _exists(name["place"], name["name"])]
    assert (unnamed, missing) == ([], [])
