"""Threads of a cell: what they print stands under the cell that started them, also when it has long ended."""

LATE = """
var gate = new java.util.concurrent.CountDownLatch(1);
var all = new java.util.concurrent.CountDownLatch(6);
var pool = java.util.concurrent.Executors.newFixedThreadPool(2);
void print(String who) {
    try { gate.await(); } catch (InterruptedException e) { return; }
    for (int i = 0; i < 100; i++) System.out.println(who + " " + i);
    all.countDown();
}
pool.submit(() -> print("pool"));
java.util.concurrent.CompletableFuture.runAsync(() -> print("future"), pool);
new Timer(true).schedule(new TimerTask() { public void run() { print("timer"); } }, 0);
new Thread(() -> new Thread(() -> print("grandchild")).start()).start();
new java.util.concurrent.ForkJoinPool(2).execute(() -> print("own fork-join pool"));
new Thread(() -> print("thread")).start();
"""
WHO = ["pool", "future", "timer", "grandchild", "own fork-join pool", "thread"]


def test_every_kind_of_thread_prints_under_its_cell_after_the_cells_end(notebook):
    starter = notebook.send(LATE)
    assert notebook.result(starter).status == "ok"
    opener = notebook.run('gate.countDown();\nall.await();\nSystem.out.println("opened");')
    assert opener.printed() == "opened\n"
    text = "".join(message["content"]["text"] for message in notebook.under(starter) if message["msg_type"] == "stream")
    for who in WHO:
        assert [line for line in text.splitlines() if line.startswith(f"{who} ")] == [f"{who} {i}" for i in range(100)]
    assert len(text.splitlines()) == 100 * len(WHO)


def test_the_common_pool_prints_under_the_running_cell(notebook):
    result = notebook.run(
        'java.util.stream.IntStream.range(0, 100).parallel().forEach(i -> System.out.println("p" + i));\n'
        'java.util.concurrent.CompletableFuture.runAsync(() -> System.out.println("async")).join();'
    )
    assert sorted(result.printed().splitlines()) == sorted([*[f"p{i}" for i in range(100)], "async"])


def test_a_virtual_thread_prints_under_its_cell(notebook):
    if notebook.run("Runtime.version().feature() >= 21").text == "false":
        return
    starter = notebook.send(
        "var open = new java.util.concurrent.CountDownLatch(1);\n"
        'var virtual = Thread.ofVirtual().start(() -> { try { open.await(); } catch (InterruptedException e) {} System.out.println("virtual"); });'
    )
    notebook.result(starter)
    assert notebook.run("open.countDown();\nvirtual.join();").printed() == ""
    notebook.printed(starter, "virtual\n")


def test_streams_that_a_cell_has_set_are_given_back_at_its_end(notebook):
    result = notebook.run(
        'var kept = new java.io.ByteArrayOutputStream();\nSystem.setOut(new java.io.PrintStream(kept, true));\nSystem.out.print("caught");\n'
        'System.setErr(System.out);\nSystem.setIn(new java.io.ByteArrayInputStream("given\\n".getBytes()));\nString line = new Scanner(System.in).nextLine();'
    )
    assert result.printed() == "" and "Given back at the end of the cell: System.out, System.err, System.in." in result.printed("stderr")
    result = notebook.run('System.out.print("shown");\nSystem.err.print("told");\nkept + line')
    assert (result.printed(), result.printed("stderr"), result.text) == ("shown", "told", "caughtgiven")


def test_a_cell_that_gives_its_streams_back_itself_hears_nothing_of_it(notebook):
    result = notebook.run("var before = System.out;\nSystem.setOut(new java.io.PrintStream(java.io.OutputStream.nullOutputStream()));\nSystem.setOut(before);")
    assert result.printed("stderr") == ""
