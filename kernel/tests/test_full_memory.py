"""Memory of each kind may run out; the cell is told, and what stood before stands."""

import pytest
from kernels import kernel

OPTIONS = "-Xmx96m -XX:MaxDirectMemorySize=4m"
# half a minute of full heap would be no use to anyone; the threads hold it for as long as the kernel is asked
SECONDS_FULL = 3
# each in a loader of its own, and none is let go
CLASSES = """
var loaders = new java.util.ArrayList<Object>();
while (true) loaders.add(java.lang.reflect.Proxy.newProxyInstance(new ClassLoader(Thread.currentThread().getContextClassLoader()) {}, new Class<?>[] {Runnable.class}, (proxy, method, arguments) -> null));
"""
# what is called for the first time is linked, and that wants memory: a hog that cannot let go would keep it full for ever
HOGS = """
var hogs = new java.util.concurrent.ConcurrentLinkedQueue<byte[]>();
hogs.add(new byte[1]);
hogs.clear();
new java.util.concurrent.CountDownLatch(1).countDown();
var full = new java.util.concurrent.CountDownLatch(1);
var threads = new java.util.ArrayList<Thread>();
for (int i = 0; i < 4; i++) {
    int size = 16 << (5 * i);
    Thread hog = new Thread(() -> {
        long end = System.nanoTime() + %d * 1_000_000_000L;
        while (System.nanoTime() < end) {
            try { hogs.add(new byte[size]); } catch (OutOfMemoryError e) { full.countDown(); }
        }
        hogs.clear();
    });
    threads.add(hog);
}
threads.forEach(Thread::start);
full.await();
"""


@pytest.fixture(scope="module")
def small(specs, tmp_path_factory):
    """A kernel with little of each kind of memory, which the tests share: none of them may end its worker."""
    with kernel(specs, tmp_path_factory.mktemp("small"), {"JOTTER_JVM_OPTS": OPTIONS}) as shared:
        yield shared


@pytest.fixture
def goes_on(small):
    """In the same worker, with its variables."""
    small.run("int kept = 42;")
    worker = small.worker
    yield
    assert small.run("kept").text == "42"
    assert small.worker == worker


def full(result):
    assert result.content.get("ename") == "java.lang.OutOfMemoryError", result.content
    return result.error


@pytest.mark.usefixtures("goes_on")
def test_a_full_heap_is_an_ordinary_error_with_the_variables_kept(small):
    small.run("var hog = new java.util.ArrayList<byte[]>();")
    assert "heap space" in full(small.run("while (true) hog.add(new byte[1 << 20]);"))
    assert small.run("hog.clear();\nkept").text == "42"


@pytest.mark.usefixtures("goes_on")
def test_a_heap_that_is_full_to_the_last_object_is_an_ordinary_error(small):
    small.run("Object[] chain = null;")
    full(small.run("while (true) chain = new Object[] {chain};"))
    assert small.run("chain = null;\nkept").text == "42"


@pytest.mark.usefixtures("goes_on")
def test_a_text_that_the_heap_cannot_hold_is_an_ordinary_error(small):
    full(small.run('new Object() { public String toString() { return "x".repeat(Integer.MAX_VALUE - 8); } }'))


@pytest.mark.usefixtures("goes_on")
def test_full_direct_memory_is_an_ordinary_error_and_the_wire_needs_none(small):
    small.run("var buffers = new java.util.ArrayList<java.nio.ByteBuffer>();")
    assert "direct buffer" in full(small.run("while (true) buffers.add(java.nio.ByteBuffer.allocateDirect(1 << 10));"))
    # more text each way than there is direct memory, while none is left
    assert small.run('"x".repeat(5_000_000).length()').text == "5000000"
    assert len(small.run('System.out.print("x".repeat(5_000_000));').printed()) == 5_000_000
    assert small.run("int length = \"\"\"\n" + "y" * 60_000 + '""".length();\nlength').text == "60000"
    small.run("buffers.clear();")


@pytest.mark.usefixtures("goes_on")
def test_a_thread_that_the_system_refuses_is_an_ordinary_error(small):
    # no address space has room for this stack, so the refusal costs the machine nothing
    assert "native thread" in full(small.run("new Thread(null, () -> {}, \"huge\", 1L << 47).start();"))


def test_a_heap_kept_full_by_several_threads_leaves_the_kernel_answering(start):
    notebook = start(JOTTER_JVM_OPTS=OPTIONS)
    notebook.run("int kept = 42;")
    told = [notebook.run(HOGS % SECONDS_FULL), *[notebook.run("kept") for _ in range(5)]]
    # on a machine without time to collect anything it may stay full for longer than the worker waits, which is then said
    ended = "its memory stayed full" in "".join(result.error + result.printed("stderr") for result in told)
    assert ended or all(result.text in {None, "42"} and result.content.get("ename") in {None, "java.lang.OutOfMemoryError"} for result in told)
    assert notebook.control("kernel_info_request")["content"]["status"] == "ok"
    assert notebook.run("1 + 1").text == "2" or notebook.run("for (Thread hog : threads) hog.join();\n1 + 1").text == "2"


def test_a_heap_that_stays_full_for_good_is_told_and_the_kernel_goes_on(start):
    notebook = start(JOTTER_JVM_OPTS=OPTIONS)
    told = [notebook.run(HOGS.replace("hogs.clear();\n    });", "});") % 1), *[notebook.run("1 + 1") for _ in range(3)]]
    assert all(result.text in {None, "2"} for result in told)
    assert notebook.run("hogs.clear();").status in {"ok", "error"}
    assert notebook.run("1 + 1").text == "2"


def test_a_full_metaspace_is_told_at_each_cell_until_the_worker_has_more(start):
    notebook = start(JOTTER_JVM_OPTS="-XX:MaxMetaspaceSize=16m")
    notebook.run("int kept = 42;")
    told = notebook.run(CLASSES)
    # what tells of it may itself find no room for a class, which is then said
    ended = "its memory stayed full" in told.error
    assert ended or "etaspace" in full(told)
    # the class of the next cell finds no room either: all that is promised is an answer
    for cell in ("kept", "int kept = 43;", "class More {}\nnew More()"):
        assert notebook.run(cell).status in {"ok", "error"}
    told = notebook.run("%jvm -XX:MaxMetaspaceSize=256m")
    assert told.status == "ok" and (ended or "kept" in told.printed())
    assert notebook.run("1 + 1").text == "2"
