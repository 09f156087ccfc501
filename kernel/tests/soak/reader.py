"""One who uses a notebook: does this or that, knows what the answer has to be, and says so."""

from __future__ import annotations

from random import Random
from typing import Any

from talk import SECONDS, Notebook, Result

ENDLESS = [
    "while (true) Thread.sleep(1_000);",
    "long turns = 0; while (true) turns++;",
    'while (true) System.out.println("spam");',
    "java.util.stream.LongStream.iterate(0, i -> i + 1).filter(i -> i < 0).findAny();",
]
ECHO = 'host().comms().onOpen("echo", (comm, data, buffers) -> comm.onMessage((said, more) -> comm.send(said, "{}", more)));'
ARRAYS = "scope(() -> manager().ones(new Shape({rows}, 1_000)).mul(2).sum().getFloat())"
GARBAGE = "long bytes = 0;\nfor (int i = 0; i < {blocks}; i++) bytes += new byte[1 << 20].length;\nbytes >> 20"
BURST = 2_000


class Reader:
    """Keeps in mind what the kernel has been told; a wrong answer is an AssertionError."""

    def __init__(self, notebook: Notebook, random: Random) -> None:
        self.notebook = notebook
        self.random = random
        self.numbers: dict[str, int] = {}
        self.area: int | None = None
        self.comms = 0
        self.echoes = False

    def run(self, code: str) -> Result:
        result = self.notebook.run(code)
        assert result.kinds[0] == "busy" and result.kinds[-1] == "idle", result.kinds
        return result

    def fine(self, code: str) -> Result:
        result = self.run(code)
        assert result.status == "ok", f"{code}\n{result.error}"
        return result

    def forget_messages(self) -> None:
        """What has been checked is not kept: a long use would fill this process instead of the kernel's."""
        self.notebook.heard.clear()
        self.notebook.replies.clear()

    # cells

    def keep_a_number(self) -> None:
        name, value = f"n{self.random.randrange(20)}", self.random.randrange(1_000_000)
        self.fine(f"int {name} = {value};")
        self.numbers[name] = value

    def add_up(self) -> None:
        chosen = self.random.sample(sorted(self.numbers), min(3, len(self.numbers)))
        assert self.fine(" + ".join(["0", *chosen])).text == str(sum(self.numbers[name] for name in chosen))

    def redefine_classes(self) -> None:
        area = self.random.randrange(1_000)
        self.fine(f"class Crate {{ int area() {{ return {area}; }} }}\nrecord Pair(int a, int b) {{}}\nint twice(Pair pair) {{ return 2 * (pair.a() + pair.b()); }}")
        self.area = area
        self.use_classes()

    def use_classes(self) -> None:
        if self.area is None:
            assert self.run("new Crate()").status == "error"
        else:
            assert self.fine("new Crate().area() + twice(new Pair(1, 2))").text == str(self.area + 6)

    def work_with_arrays(self) -> None:
        rows = self.random.randrange(100, 500)
        assert float(self.fine(ARRAYS.format(rows=rows)).text) == rows * 2_000

    def make_garbage(self) -> None:
        blocks = self.random.randrange(50, 200)
        assert self.fine(GARBAGE.format(blocks=blocks)).text == str(blocks)

    # errors and interrupts

    def fail_to_compile(self) -> None:
        result = self.run('int wrong = "text";')
        assert result.status == "error" and "incompatible types" in result.error

    def throw(self) -> None:
        number = self.random.randrange(1_000)
        result = self.run(f'throw new IllegalStateException("number {number}");')
        assert result.content["ename"] == "java.lang.IllegalStateException" and result.content["evalue"] == f"number {number}"

    def interrupt(self) -> None:
        cell = self.notebook.running(self.random.choice(ENDLESS))
        self.notebook.interrupt()
        assert self.notebook.result(cell).content["ename"] == "Interrupted"
        self.add_up()

    # output and input

    def print_a_burst(self) -> None:
        result = self.fine(f"for (int i = 0; i < {BURST}; i++) System.out.println(i);\nSystem.err.print(\"end\");")
        assert result.printed() == "".join(f"{i}\n" for i in range(BURST)) and result.printed("stderr") == "end"

    def print_from_a_thread(self) -> None:
        result = self.fine('Thread printer = new Thread(() -> System.out.print("from a thread"));\nprinter.start();\nprinter.join();')
        assert result.printed() == "from a thread"

    def show_and_update(self) -> None:
        result = self.fine('String shown = display("first");\nupdateDisplay(shown, "second");')
        assert [shown["text/plain"] for shown in result.shown] == ["first"]
        assert [shown["data"]["text/plain"] for shown in result.of("update_display_data")] == ["second"]

    def answer_a_question(self) -> None:
        cell = self.notebook.send('readLine("name? ") + "!"', allow_stdin=True)
        assert self.notebook.client.get_stdin_msg(timeout=SECONDS)["content"]["prompt"] == "name? "
        self.notebook.client.input("Ünï 😀")
        assert self.notebook.result(cell).text == "Ünï 😀!"

    # what an editor asks

    def complete(self) -> None:
        code = "java.util.List.of(1).str"
        reply = self.notebook.reply(self.notebook.client.complete(code, len(code)))
        assert any(match.startswith("stream") for match in reply["content"]["matches"]), reply["content"]

    def inspect(self) -> None:
        reply = self.notebook.reply(self.notebook.client.inspect("Math.max(1, 2)", 7))
        assert reply["content"]["found"] and "max" in reply["content"]["data"]["text/plain"]

    def ask_whether_complete(self) -> None:
        assert self.notebook.reply(self.notebook.client.is_complete("for (int i = 0;"))["content"]["status"] == "incomplete"

    def recall(self) -> None:
        reply = self.notebook.reply(self.notebook.client.history(hist_access_type="tail", n=5))
        assert reply["content"]["status"] == "ok" and len(reply["content"]["history"]) <= 5

    def talk_over_a_comm(self) -> None:
        if not self.echoes:
            self.fine(ECHO)
            self.echoes = True
        self.comms += 1
        comm, said = f"comm-{self.comms}", {"n": self.random.randrange(1_000)}
        self._tell("comm_open", comm_id=comm, target_name="echo", data={})
        self._tell("comm_msg", comm_id=comm, data=said)
        heard = self.notebook.until(lambda message: message["msg_type"] == "comm_msg" and message["content"]["comm_id"] == comm)
        assert heard["content"]["data"] == said
        self.notebook.idle(self._tell("comm_close", comm_id=comm, data={}))
        assert self.notebook.reply(self.notebook.client.comm_info())["content"]["comms"] == {}

    def _tell(self, kind: str, **content: Any) -> str:
        message = self.notebook.client.session.msg(kind, content)
        self.notebook.client.shell_channel.send(message)
        return message["header"]["msg_id"]

    # ends

    def exit_in_a_cell(self) -> None:
        result = self.run("System.exit(3);")
        assert result.content["ename"] == "WorkerDied" and "exit code 3" in result.error
        self._after_a_death()

    def lose_the_worker(self) -> None:
        worker = self.notebook.worker
        worker.kill()
        worker.wait(SECONDS)
        result = self.fine("1 + 1")
        assert result.text == "2" and "signal 9" in result.printed("stderr")
        self._after_a_death()

    def _after_a_death(self) -> None:
        self.numbers.clear()
        self.echoes = False
        self.use_classes()

    def restart(self) -> None:
        self.notebook.manager.restart_kernel()
        self.notebook.client.wait_for_ready(timeout=SECONDS)
        self.numbers.clear()
        self.area = None
        self.echoes = False
        self.use_classes()


# how often each, of a hundred
EVERYDAY = [
    (Reader.keep_a_number, 15),
    (Reader.add_up, 15),
    (Reader.redefine_classes, 8),
    (Reader.use_classes, 7),
    (Reader.work_with_arrays, 4),
    (Reader.make_garbage, 4),
    (Reader.fail_to_compile, 6),
    (Reader.throw, 5),
    (Reader.interrupt, 4),
    (Reader.print_a_burst, 5),
    (Reader.print_from_a_thread, 4),
    (Reader.show_and_update, 4),
    (Reader.answer_a_question, 4),
    (Reader.complete, 5),
    (Reader.inspect, 4),
    (Reader.ask_whether_complete, 1),
    (Reader.recall, 1),
    (Reader.talk_over_a_comm, 4),
]
DEATHS = [(Reader.exit_in_a_cell, 2), (Reader.lose_the_worker, 2)]
RESTARTS = [(Reader.restart, 1)]
