"""The suite that Jupyter has for kernels, whole."""

from __future__ import annotations

import unittest

import jupyter_kernel_test
import pytest
from jupyter_client import KernelManager


class _Jotter(jupyter_kernel_test.KernelTests):
    __test__ = False  # its methods are run by the test below: a TestCase of pytest's has no fixtures

    language_name = "java"
    file_extension = ".java"
    code_hello_world = 'System.out.println("hello, world")'
    code_stderr = 'System.err.println("oops")'
    completion_samples = [{"text": "Math.hyp", "matches": {"hypot("}}, {"text": 'String word = "a";\nword.isBl', "matches": {"isBlank()"}}]
    complete_code_samples = ["1 + 1", "int f() { return 1; }", "// nothing", "for (int i = 0; i < 3; i++) {}"]
    incomplete_code_samples = ["int f() {", "Math.max(1,", "/* open", 'String s = """\n  open']
    invalid_code_samples = ["}", "1 +) 2"]
    code_generate_error = 'throw new IllegalStateException("on purpose")'
    code_execute_result = [
        {"code": "6 * 7", "result": "42", "mime": "text/plain"},
        {"code": 'markdown("*hi*")', "result": "*hi*", "mime": "text/markdown"},
    ]
    code_display_data = [{"code": 'display(html("<b>bold</b>"));', "mime": "text/html"}, {"code": 'display("plain")', "mime": "text/plain"}]
    code_history_pattern = "6?*7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.max"
    code_clear_output = "clearOutput();"

    def test_pager(self) -> None:
        """In place of the suite's: payloads, by which a page was opened, are deprecated in the protocol. Help is a result."""
        self.flush_channels()
        reply, messages = self.execute_helper("%help")
        assert reply["content"]["payload"] == []
        assert "%maven" in messages[0]["content"]["data"]["text/plain"]


class _Welcome(jupyter_kernel_test.IopubWelcomeTests):
    __test__ = False
    support_iopub_welcome = True


def _run(case: unittest.TestCase) -> None:
    try:
        case.debug()
    except unittest.SkipTest as skipped:
        pytest.fail(f"The suite has passed over this test: {skipped}")


@pytest.mark.parametrize("name", unittest.defaultTestLoader.getTestCaseNames(_Jotter))
def test_jupyters_own_suite_passes(notebook, name):
    case = _Jotter(name)
    case.km, case.kc = notebook.manager, notebook.client
    _run(case)


def test_a_subscriber_is_welcomed_before_it_hears_anything_else(specs):
    case = _Welcome("test_recv_iopub_welcome_msg")
    case.km = KernelManager(kernel_name="jotter", kernel_spec_manager=specs)
    case.km.start_kernel()
    case.kc = case.km.client()
    try:
        _run(case)
    finally:
        case.kc.stop_channels()
        case.km.shutdown_kernel(now=True)
