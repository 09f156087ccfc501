"""Memory of each kind may run out; the cell is told, and what stood before stands."""

import pytest

OPTIONS = "-Xmx96m -XX:MaxMetaspaceSize=48m -XX:MaxDirectMemorySize=4m"
# half a minute of full heap would be no use to anyone; the threads hold it for as long as the kernel is asked
SECONDS_FULL = 3
HOGS = """
var hogs = new java.util.concurrent.ConcurrentLinkedQueue<byte[]>();
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
    from kernels import kernel

    with kernel(specs, tmp_path_factory.mktemp("small"), {"JOTTER_JVM_OPTS": OPTIONS}) as shared:
        yield shared


@pytest.fixture(autouse=True)
def _goes_on(small):
    small.run("int kept = 42;")
    worker = small.worker
    yield
    assert small.run("kept").text == "42"
    assert small.worker == worker


def full(result):
    assert result.content.get("ename") == "java.lang.OutOfMemoryError", result.content
    return result.error


def test_a_full_heap_is_an_ordinary_error_with_the_variables_kept(small):
    small.run("var hog = new java.util.ArrayList<byte[]>();")
    assert "heap space" in full(small.run("while (true) hog.add(new byte[1 << 20]);"))
    assert small.run("hog.clear();\nkept").text == "42"


def test_a_heap_that_is_full_to_the_last_object_is_an_ordinary_error(small):
    small.run("Object[] chain = null;")
    full(small.run("while (true) chain = new Object[] {chain};"))
    assert small.run("chain = null;\nkept").text == "42"


def test_a_text_that_the_heap_cannot_hold_is_an_ordinary_error(small):
    full(small.run('new Object() { public String toString() { return "x".repeat(Integer.MAX_VALUE - 8); } }'))


def test_full_metaspace_is_an_ordinary_error(small):
    result = small.run(
        "interface Plain {}\nvar loaders = new java.util.ArrayList<Object>();\n"
        "while (true) loaders.add(java.lang.reflect.Proxy.newProxyInstance(new ClassLoader(Plain.class.getClassLoader()) {}, new Class<?>[] {Runnable.class}, (p, m, a) -> null));"
    )
    assert "etaspace" in full(result)
    # even the next cell's own class finds no room now; the worker is what has to be started anew, with more
    small.run("loaders.clear();")


def test_full_direct_memory_is_an_ordinary_error_and_the_wire_needs_none(small):
    small.run("var buffers = new java.util.ArrayList<java.nio.ByteBuffer>();")
    assert "direct buffer" in full(small.run("while (true) buffers.add(java.nio.ByteBuffer.allocateDirect(1 << 10));"))
    # more text each way than there is direct memory, while none is left
    assert small.run('"x".repeat(5_000_000).length()').text == "5000000"
    assert len(small.run('System.out.print("x".repeat(5_000_000));').printed()) == 5_000_000
    assert small.run("int length = \"\"\"\n" + "y" * 60_000 + '""".length();\nlength').text == "60000"
    small.run("buffers.clear();")


def test_a_thread_that_the_system_refuses_is_an_ordinary_error(small):
    # no address space has room for this stack, so the refusal costs the machine nothing
    assert "native thread" in full(small.run("new Thread(null, () -> {}, \"huge\", 1L << 47).start();"))


def test_a_heap_kept_full_by_several_threads_leaves_the_kernel_answering(small):
    small.run(HOGS % SECONDS_FULL)
    told = [small.run("kept") for _ in range(5)]
    assert all(result.text == "42" or result.content.get("ename") == "java.lang.OutOfMemoryError" for result in told)
    assert small.control("kernel_info_request")["content"]["status"] == "ok"
    small.run("for (Thread hog : threads) hog.join();")
