"""Widgets, as the page sees them: the protocol of ipywidgets 8, spoken by a test in the page's place."""

import json

import pytest
import widget_models
from widget_page import VIEW, Page


@pytest.fixture
def page(notebook):
    return Page(notebook)


def test_the_kernel_s_copy_of_the_stock_models_is_what_ipywidgets_makes():
    assert json.loads(widget_models.COPY.read_text(encoding="utf-8")) == widget_models.models()


def test_each_built_in_widget_opens_with_its_whole_state_and_its_module_s_version(notebook, page):
    request = notebook.send("for (var each : Widgets.builtIn()) display(each.get());")
    notebook.result(request)
    opened = [message for message in notebook.under(request) if message["msg_type"] == "comm_open"]
    assert all(message["metadata"] == {"version": "2.1.0"} and message["content"]["target_name"] == "jupyter.widget" for message in opened)
    states = {message["content"]["data"]["state"]["_model_name"]: message["content"]["data"]["state"] for message in opened}
    links = {"LinkModel", "DirectionalLinkModel"}
    assert states.keys() == widget_models.models().keys() - links
    for name, state in states.items():
        stock = widget_models.models()[name]["state"]
        assert state.keys() | {"value"} == stock.keys() | {"value"}, name
        for trait, value in state.items():
            assert value == stock[trait] or str(value).startswith("IPY_MODEL_") or trait in ("selected_index", "index"), (name, trait)


def test_a_widget_s_plain_text_says_what_it_is(notebook):
    result = notebook.run('new FloatSlider(0, 1).value(0.25).description("η")')
    assert result.text == "FloatSlider(description='η', max=1.0, step=0.01, value=0.25)"


def test_what_the_reader_moves_is_echoed_and_handled_under_the_cell_that_made_the_widget(notebook, page):
    made = notebook.send('var moved = new IntSlider(0, 10).value(3); moved.onChange(v -> System.out.println("moved to " + v))')
    slider = notebook.result(made).data[VIEW]["model_id"]
    message = page.moves(slider, value=7)
    notebook.printed(made, "moved to 7")
    echo = page.of(slider, "echo_update")[-1]
    assert echo["content"]["data"]["state"] == {"value": 7} and echo["parent_header"]["msg_id"] == message
    assert notebook.run("moved.value()").text == "7"


def test_a_value_that_cannot_be_is_put_right_on_the_page(notebook, page):
    slider = page.show("var bounded = new IntSlider(0, 10); bounded")
    page.moves(slider, value=99)
    page.awaits(slider, "value", 10)
    page.moves(slider, value="far", no_such_trait=1)
    notebook.until(lambda message: message in page.of(slider, "update")[1:])
    assert page.state(slider)["value"] == 10 and "no_such_trait" not in page.state(slider)


def test_a_value_that_code_gives_is_shown_and_one_that_cannot_be_is_refused_in_words(notebook, page):
    slider = page.show("var given = new FloatSlider(0, 1); given")
    assert notebook.run("new Thread(() -> given.value(0.5)).start();").status == "ok"
    page.awaits(slider, "value", 0.5)
    assert "FloatSlider cannot have the value 2: it goes from 0 to 1." in notebook.run("given.value(2)").error


def test_a_button_stops_the_cell_that_runs(notebook, page):
    button = page.show('var stopping = new java.util.concurrent.atomic.AtomicBoolean(); var stop = new Button("stop").onClick(() -> stopping.set(true)); stop')
    running = notebook.running('while (!stopping.get()) Thread.onSpinWait(); System.out.println("wound up");')
    page.clicks(button)
    assert "wound up" in notebook.result(running).printed()


def test_a_button_stops_what_another_one_began(notebook, page):
    made = notebook.send('var ends = new CountDownLatch(1); var go = new Button("go").onClick(() -> { System.out.println("begun"); try { ends.await(); } catch (InterruptedException e) {} System.out.println("ended"); }); go')
    begin = notebook.result(made).data[VIEW]["model_id"]
    end = page.show('new Button("end").onClick(ends::countDown)')
    page.clicks(begin)
    notebook.printed(made, "begun")
    page.clicks(end)
    notebook.printed(made, "ended")


def test_a_handler_s_exception_is_shown_under_its_cell_and_breaks_nothing(notebook, page):
    made = notebook.send('var failing = new Checkbox("fail"); failing.onChange(on -> { if (on) throw new IllegalStateException("ticked"); System.out.println("fine"); })')
    box = notebook.result(made).data[VIEW]["model_id"]
    page.moves(box, value=True)
    error = notebook.until(lambda message: message["msg_type"] == "error" and message["content"]["evalue"] == "ticked")
    assert error["parent_header"]["msg_id"] == made and error["content"]["ename"] == "java.lang.IllegalStateException"
    assert any("In [" in line and "throw new IllegalStateException" in line for line in error["content"]["traceback"])
    page.moves(box, value=False)
    notebook.printed(made, "fine")


@pytest.mark.parametrize("work", ["Thread.sleep(600_000)", "if (System.nanoTime() != 0) while (true) {}"], ids=["sleeping", "spinning"])
def test_an_interrupt_ends_a_handler_where_no_cell_runs(notebook, page, work):
    made = notebook.send(f'new Button("hang").onClick(() -> {{ System.out.println("hanging"); try {{ {work}; }} catch (Exception e) {{ System.out.println("told " + e); }} }})')
    button = notebook.result(made).data[VIEW]["model_id"]
    page.clicks(button)
    notebook.printed(made, "hanging")
    notebook.interrupt()
    notebook.until(lambda message: message["parent_header"].get("msg_id") == made and any(word in str(message["content"]) for word in ("told java.lang.InterruptedException", "was stopped from outside")))
    before = len(notebook.heard)
    page.clicks(button)
    while not any("hanging" in str(message["content"]) for message in notebook.heard[before:]):
        notebook.hear()
    notebook.interrupt()


def test_interact_shows_the_last_of_a_burst(notebook, page):
    box = page.show('interact((Integer steps) -> { if (steps == 1) Thread.sleep(700); return "result " + steps; }, range(0, 100))')
    slider, output = (child.removeprefix("IPY_MODEL_") for child in page.state(box)["children"])
    assert page.state(slider)["description"] == "steps" and "result 50" in str(page.state(output)["outputs"])
    heard = len(notebook.heard)
    for value in range(1, 60):
        page.moves(slider, value=value)
    page.awaits_text(output, "result 59")
    shown = [message for message in notebook.heard[heard:] if message in page.of(output, "update")]
    assert len(shown) < 30, "those between are passed over"
    assert all(message["content"]["data"]["state"]["outputs"] for message in shown), "it is never empty between two results"


def test_interact_shows_the_lambda_s_exception_in_the_place_of_its_result_and_goes_on(notebook, page):
    box = page.show("interact((n) -> 12 / n, range(0, 4))")
    slider, output = (child.removeprefix("IPY_MODEL_") for child in page.state(box)["children"])
    page.moves(slider, value=0)
    page.awaits_text(output, "java.lang.ArithmeticException")
    page.moves(slider, value=3)
    page.awaits_text(output, "{'text/plain': '4'}")
    assert "Arithmetic" not in str(page.state(output)["outputs"])


def test_an_output_takes_what_is_printed_and_shown_in_it(notebook, page):
    output = page.show('var place = new Output(); place.capture(() -> { System.out.println("printed"); System.err.print("warned"); display(html("<b>bold</b>")); }); place')
    kinds = [(each["output_type"], each.get("name")) for each in page.state(output)["outputs"]]
    assert kinds == [("stream", "stdout"), ("stream", "stderr"), ("display_data", None)]
    result = notebook.run('for (int i = 0; i < 10_000; i++) place.print("x"); place.clear().show(7);')
    assert result.printed() == "" and [each["data"] for each in page.state(output)["outputs"]] == [{"text/plain": "7"}]
    assert len(page.of(output, "update")) < 100


def test_a_page_that_is_loaded_anew_is_told_all_widgets_with_their_bytes(notebook, page):
    picture = page.show('new io.jotter.api.widgets.Image(new byte[] {1, 2, 3}, "png")')
    page.send("comm_open", comm_id="control", target_name="jupyter.widget.control", data={})
    page.says("control", {"method": "request_states"})
    answer = notebook.until(lambda message: message["content"].get("comm_id") == "control" and "data" in message["content"])
    data = answer["content"]["data"]
    told = data["states"][picture]
    assert (told["model_name"], told["model_module"], told["model_module_version"]) == ("ImageModel", "@jupyter-widgets/controls", "2.0.0")
    at = data["buffer_paths"].index([picture, "state", "value"])
    assert bytes(answer["buffers"][at]) == b"\1\2\3"
    page.send("comm_close", comm_id="control", data={})


def test_a_widget_that_the_page_has_closed_can_be_used_and_shown_again(notebook, page):
    first = page.show("var again = new IntSlider(); again")
    notebook.idle(page.send("comm_close", comm_id=first, data={}))
    second = page.show("again.value(5); again")
    assert second != first and page.state(second)["value"] == 5


def test_the_widgets_of_a_cell_that_is_run_again_are_let_go_and_those_of_a_variable_are_not(notebook, page):
    def run(code):
        message = notebook.client.session.msg("execute_request", {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False})
        message["metadata"] = {"cellId": "one"}
        notebook.client.shell_channel.send(message)
        return notebook.result(message["header"]["msg_id"]).data[VIEW]["model_id"]

    notebook.run("var held = new IntText(1); ")
    kept = page.show("held")
    first = run('new VBox(new IntSlider(), held)')
    run('new Label("another")')
    notebook.run("System.gc();")
    page.closed(first)
    assert not [message for message in page.of(kept) if message["msg_type"] == "comm_close"]


def test_the_widgets_of_a_worker_that_ends_are_closed_and_that_is_said(fresh):
    page = Page(fresh)
    slider = page.show("new IntSlider()")
    died = fresh.run("System.exit(3)")
    page.closed(slider)
    assert "widgets have gone with the worker" in "".join(content["text"] for message in fresh.heard if message["msg_type"] == "stream" for content in [message["content"]])
    assert died.status == "error"
    assert page.state(page.show("new IntSlider().value(4)"))["value"] == 4


def test_the_widgets_names_take_none_away_from_the_jdk_s(notebook):
    assert notebook.run("Stack<Integer> pile = new Stack<>(); pile.push(1); new Stacked(new Label()).selected() + pile.size()").text == "1"
