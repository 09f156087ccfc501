"""The suite that Jupyter has for kernels, whole."""

from __future__ import annotations

import jupyter_kernel_test
import pytest


@pytest.fixture(scope="class", autouse=True)
def where_the_kernel_is(request, specs, monkeypatch_class):
    monkeypatch_class.setattr("jupyter_client.manager.KernelManager._kernel_spec_manager_changed", lambda *a: None, raising=False)
    request.cls.specs = specs


@pytest.fixture(scope="class")
def monkeypatch_class():
    with pytest.MonkeyPatch.context() as patch:
        yield patch


class TestJotter(jupyter_kernel_test.KernelTests):
    kernel_name = "jotter"
    language_name = "java"
    file_extension = ".java"
    code_hello_world = 'System.out.println("hello, world")'
    code_stderr = 'System.err.println("oops")'
    completion_samples = [{"text": "Math.flo", "matches": {"floor("}}, {"text": 'String word = "a";\nword.isBl', "matches": {"isBlank()"}}]
    complete_code_samples = ["1 + 1", "int f() { return 1; }", "// nothing", "for (int i = 0; i < 3; i++) {}"]
    incomplete_code_samples = ["int f() {", "Math.max(1,", "/* open", 'String s = """\n  open']
    invalid_code_samples = ["int 1x = 2;", "}"]
    code_page_something = ""
    code_generate_error = 'throw new IllegalStateException("on purpose")'
    code_execute_result = [
        {"code": "6 * 7", "result": "42", "mime": "text/plain"},
        {"code": 'markdown("*hi*")', "result": "*hi*", "mime": "text/markdown"},
    ]
    code_display_data = [{"code": 'display(html("<b>bold</b>"));', "mime": "text/html"}, {"code": 'display("plain")', "mime": "text/plain"}]
    code_history_pattern = "1?2*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.max"
    code_clear_output = "clearOutput();"
