"""What `./jotter test` counts, and names in the end."""

from pathlib import Path

from verify import Count

REPORT = """<testsuite name="io.jotter.XTests" tests="3" failures="1" errors="1" skipped="0">
  <testcase name="ends" classname="io.jotter.XTests"/>
  <testcase name="waits" classname="io.jotter.XTests"><failure message="expected 2&#10;but was 1">stack</failure></testcase>
  <testcase name="starts" classname="io.jotter.XTests"><error>java.io.IOException: gone
    at io.jotter.X</error></testcase>
</testsuite>"""


def test_a_failed_test_is_named_with_the_first_line_of_what_it_said(tmp_path: Path) -> None:
    report = tmp_path / "TEST-x.xml"
    report.write_text(REPORT)
    count = Count()
    count.add(report)
    assert (count.passed, count.failed) == (1, 2)
    assert count.flaws == ["io.jotter.XTests.waits: expected 2", "io.jotter.XTests.starts: java.io.IOException: gone"]
