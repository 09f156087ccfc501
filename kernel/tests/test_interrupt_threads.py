"""Threads and pools of an interrupted cell stop with it, also where all is caught; those of earlier cells go on."""

import pytest
from interrupts import GRACE, IGNORED, allowance, is_quiet, part_of_a_processor, stop

SETUP = """
import java.util.concurrent.*;
int kept = 42;
long n = 0;
ExecutorService pool = Executors.newFixedThreadPool(2);
pool.submit(() -> 1).get();
java.util.stream.IntStream.range(0, 1_000).parallel().sum();
"""
WORKING = {
    "a fixed pool": "var own = Executors.newFixedThreadPool(2); for (int i = 0; i < 4; i++) own.submit(() -> { while (true) n++; }); own.submit(() -> 1).get();",
    "a pool of an earlier cell": "pool.submit(() -> { while (true) n++; }).get();",
    "the common pool": "ForkJoinPool.commonPool().submit(() -> { while (true) n++; }).join();",
    "a completable future": "CompletableFuture.runAsync(() -> { while (true) n++; }).get();",
    "a parallel stream": "java.util.stream.IntStream.iterate(0, i -> i + 1).parallel().filter(i -> i < 0).findAny();",
    "a thread whose cell winds up": """
        new Thread(() -> { while (true) n++; }).start(); try { Thread.sleep(1_000_000); } catch (InterruptedException e) {}""",
}
SWALLOWING = {
    "a loop that catches all": "while (true) { try { n++; } catch (Throwable t) {} }",
    "loops in catch and finally": """
        while (true) { try { while (true) { try { while (true) n++; } finally { while (true) n--; } } }
        catch (Throwable t) {} finally { while (true) { try { n++; } catch (Throwable t) {} } } }""",
    "a lambda of a parallel stream": """
        java.util.stream.IntStream.range(0, 2).parallel().forEach(i -> { while (true) { try { n++; } catch (Throwable t) {} } });""",
    "a task of a pool": "pool.submit(() -> { while (true) { try { n++; } catch (Throwable t) {} } }).get();",
}


@pytest.fixture(scope="module")
def worker(notebook):
    prepared = notebook.run(SETUP)
    assert prepared.status == "ok", prepared.error
    return notebook.worker


@pytest.mark.parametrize("statements", WORKING.values(), ids=WORKING)
def test_what_works_for_an_interrupted_cell_stops_with_it(notebook, worker, statements):
    stopped = stop(notebook, notebook.running(statements))
    assert stopped.seconds < IGNORED + allowance(notebook)
    assert is_quiet(worker, notebook)
    assert notebook.run("kept").text == "42"


def test_pools_of_an_interrupted_cell_work_on(notebook, worker):
    stop(notebook, notebook.running("pool.submit(() -> { while (true) n++; }).get();"))
    assert notebook.run("pool.submit(() -> 6).get() + CompletableFuture.supplyAsync(() -> 1).get()").text == "7"
    assert notebook.run("java.util.stream.IntStream.range(0, 100).parallel().sum()").text == "4950"


@pytest.mark.parametrize("statements", SWALLOWING.values(), ids=SWALLOWING)
def test_what_swallows_the_stop_is_stopped_all_the_same(notebook, worker, statements):
    stopped = stop(notebook, notebook.running(statements))
    assert stopped.result.content["ename"] == "Interrupted"
    # each time that it is swallowed costs a round
    assert stopped.seconds < IGNORED + 3 * allowance(notebook)
    assert is_quiet(worker, notebook)
    assert notebook.run("kept").text == "42"


def test_a_cell_that_swallows_interrupts_alone_is_stopped_after_its_grace(notebook, worker):
    cell = notebook.running("while (true) { try { Thread.sleep(1_000); } catch (InterruptedException e) {} }")
    stopped = stop(notebook, cell)
    assert GRACE - 0.1 < stopped.seconds < GRACE + IGNORED + allowance(notebook)
    assert notebook.run("kept").text == "42"


def test_the_work_of_an_earlier_cell_survives_an_interrupt(fresh):
    fresh.run("var ticks = new java.util.concurrent.atomic.AtomicLong();")
    fresh.run("""var earlier = new Thread(() -> { while (true) ticks.incrementAndGet(); }); earlier.setDaemon(true); earlier.start();
        var pooled = java.util.concurrent.CompletableFuture.runAsync(() -> { while (true) ticks.incrementAndGet(); });""")
    worker = fresh.worker
    stop(fresh, fresh.running("while (true);"))
    assert fresh.run('earlier.isAlive() + " " + pooled.isDone()').text == "true false"
    assert part_of_a_processor(worker, fresh) > 0


def test_virtual_threads_that_wait_end_with_their_interrupt(fresh):
    """One that computes is out of a stop's reach: it goes on until the worker ends."""
    fresh.run("int kept = 42; long n = 0;")
    if fresh.run("Runtime.version().feature() < 21").text == "true":
        pytest.skip("virtual threads begin with 21")
    cell = fresh.running("""try (var each = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
        each.submit(() -> { Thread.sleep(1_000_000); return 1; }); }""")
    stopped = stop(fresh, cell)
    assert stopped.seconds < IGNORED + allowance(fresh)
    assert is_quiet(fresh.worker, fresh)
    assert fresh.run("kept").text == "42"
