"""Whatever a cell does, an interrupt stops it in time, the variables are kept, and nothing that it started burns on."""

import pytest
from interrupts import GRACE, IGNORED, allowance, is_quiet, stop
from jotter_kernel import distribution

SETUP = """
import java.util.concurrent.*;
int kept = 42;
long n = 0;
long spin() { while (true) n++; }
Object monitor = new Object();
var lock = new java.util.concurrent.locks.ReentrantLock();
var ready = new CountDownLatch(1);
var holder = new Thread(() -> { synchronized (monitor) { lock.lock(); ready.countDown();
    try { new CountDownLatch(1).await(); } catch (InterruptedException e) {} } });
holder.setDaemon(true);
holder.start();
ready.await();
void awaitBlocked(Thread... threads) { for (var each : threads) while (each.getState() != Thread.State.BLOCKED) Thread.onSpinWait(); }
var server = new java.net.ServerSocket(0);
"""
# tells when the cell's thread is at its last wait, so that the interrupt meets it there
TELL = """var cell = Thread.currentThread();
new Thread(() -> { while (cell.getState() == Thread.State.RUNNABLE) Thread.onSpinWait(); System.out.println("waiting"); }).start(); """

# what an ordinary interrupt ends: the thread wakes and throws
WAKES = {
    "sleeps": "Thread.sleep(1_000_000);",
    "waits for a signal": "synchronized (lock) { lock.wait(); }",
    "waits for a process": 'new ProcessBuilder("sleep", "300").start().waitFor();',
    "waits for two threads in a deadlock": """
        Object a = new Object(), b = new Object(); var both = new CyclicBarrier(2);
        var one = new Thread(() -> { synchronized (a) { try { both.await(); } catch (Exception e) {} synchronized (b) {} } });
        var two = new Thread(() -> { synchronized (b) { try { both.await(); } catch (Exception e) {} synchronized (a) {} } });
        one.start(); two.start(); awaitBlocked(one, two); System.out.println("waiting"); one.join();""",
}
# what does not hear an interrupt, and is stopped from outside
DEAF = {
    "loops without a body": "while (true);",
    "counts": "while (true) n++;",
    "streams": "java.util.stream.IntStream.iterate(0, i -> i + 1).filter(i -> i < 0).findAny();",
    "compares": "new ArrayList<>(List.of(2, 1)).sort((x, y) -> { while (true) n++; });",
    "prints": 'while (true) System.out.println("spam");',
    "initialises a class": "class Endless { static long v = spin(); } System.out.println(Endless.v);",
    "holds its own monitor": "synchronized (new Object()) { while (true) n++; }",
    "waits for a lock": TELL + "lock.lock();",
    "waits for a monitor": TELL + "synchronized (monitor) {}",
    "is in a deadlock itself": """
        Object a = new Object(), b = new Object(); var both = new CyclicBarrier(2); var cell = Thread.currentThread();
        new Thread(() -> { synchronized (a) { try { both.await(); } catch (Exception e) {} synchronized (b) {} } }).start();
        new Thread(() -> { awaitBlocked(cell); System.out.println("waiting"); }).start();
        synchronized (b) { both.await(); synchronized (a) {} }""",
}
# what is in the operating system's hands: the socket is closed
AT_A_SOCKET = {
    "accepts": "try (var own = new java.net.ServerSocket(0)) { own.accept(); }",
    "reads": "var client = new java.net.Socket(server.getInetAddress(), server.getLocalPort()); client.getInputStream().read();",
    "receives": "new java.net.DatagramSocket(0).receive(new java.net.DatagramPacket(new byte[1], 1));",
}


@pytest.fixture(scope="module")
def worker(notebook):
    prepared = notebook.run(SETUP)
    assert prepared.status == "ok", prepared.error
    return notebook.worker


def begin(notebook, statements):
    cell = notebook.running(statements)
    if "waiting" in statements:
        notebook.printed(cell, "waiting")
    return cell


def assert_nothing_is_lost(notebook, worker):
    assert notebook.run("kept + \" \" + holder.isAlive()").text == "42 true"
    assert is_quiet(worker, notebook)


@pytest.mark.parametrize("statements", WAKES.values(), ids=WAKES)
def test_what_hears_its_interrupt_is_stopped_at_once(notebook, worker, statements):
    stopped = stop(notebook, begin(notebook, statements))
    assert stopped.result.content["ename"] == "Interrupted"
    assert stopped.result.content["evalue"] == "The cell was interrupted. All variables are kept."
    assert stopped.seconds < IGNORED + allowance(notebook)
    assert_nothing_is_lost(notebook, worker)


@pytest.mark.parametrize("statements", DEAF.values(), ids=DEAF)
def test_what_ignores_its_interrupt_is_stopped_in_time(notebook, worker, statements):
    stopped = stop(notebook, begin(notebook, statements))
    assert stopped.result.content["ename"] == "Interrupted"
    assert "ignored the interrupt and was stopped from outside. All variables are kept" in stopped.result.content["evalue"]
    assert stopped.seconds < IGNORED + allowance(notebook)
    assert_nothing_is_lost(notebook, worker)


@pytest.mark.parametrize("statements", AT_A_SOCKET.values(), ids=AT_A_SOCKET)
def test_what_waits_at_a_socket_is_stopped_in_time(notebook, worker, statements):
    stopped = stop(notebook, begin(notebook, statements))
    assert stopped.result.content["ename"] == "Interrupted"
    assert stopped.seconds < IGNORED + allowance(notebook)
    assert_nothing_is_lost(notebook, worker)


def test_the_reader_is_told_of_a_lock_that_is_not_let_go(notebook, worker):
    stopped = stop(notebook, begin(notebook, DEAF["waits for a monitor"]))
    assert "waited for a lock that another thread holds" in stopped.result.printed("stderr")


def test_a_loop_in_a_maven_library_is_stopped(notebook, worker):
    """The library reads a class file from a stream that has no end; no code of the cell's is in the loop."""
    (jar,) = [jar for jar in distribution.find().libraries() if jar.stem.startswith("asm-9")]
    added = notebook.run(f"%maven org.ow2.asm:asm:{jar.stem.removeprefix('asm-')}\n"
        "class Zeros extends java.io.InputStream { public int read() { return 0; } "
        "public int read(byte[] to, int from, int count) { return from < to.length - 1 ? 0 : 1; } }")
    assert added.status == "ok", added.error
    stopped = stop(notebook, begin(notebook, "new org.objectweb.asm.ClassReader(new Zeros());"))
    assert stopped.result.content["ename"] == "Interrupted"
    assert stopped.seconds < IGNORED + allowance(notebook)
    assert_nothing_is_lost(notebook, worker)


def test_what_takes_its_interrupt_has_two_seconds_and_is_stopped_then(notebook, worker):
    cell = begin(notebook, 'try { Thread.sleep(1_000_000); } catch (InterruptedException e) { System.out.println("saving"); while (true) n++; }')
    stopped = stop(notebook, cell)
    assert GRACE - 0.1 < stopped.seconds < GRACE + IGNORED + allowance(notebook)
    assert "saving" in stopped.result.printed()
    assert_nothing_is_lost(notebook, worker)


def test_what_takes_its_interrupt_may_use_most_of_its_two_seconds(notebook, worker):
    cell = begin(notebook, """try { Thread.sleep(1_000_000); } catch (InterruptedException e) {
        long end = System.nanoTime() + 1_000_000_000L; while (System.nanoTime() < end) n++; System.out.print("saved"); }""")
    stopped = stop(notebook, cell)
    assert stopped.result.status == "ok" and stopped.result.printed().endswith("saved")
