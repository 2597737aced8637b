"""Runners: the same answer from each, and a word when a worker dies."""

import math
import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain

import pytest

from lint.engine import lint
from lint.errors import WorkerError
from lint.read import Source
from lint.runners import Runner, automatic
from lint.runners import runner as runner_of
from lint.runners.automatic import Automatic
from lint.runners.pool import Pool, bundles
from lint.runners.serial import Serial
from tests.own_rules.crashing_rule import CrashingRule


@pytest.mark.parametrize("runner", [Serial(), Pool(1), Pool(2), Pool(3, "fork")], ids=str)
@pytest.mark.parametrize("count", [0, 1, 2, 40, 100])
def test_a_runner_gives_one_result_an_item(runner: Runner, count: int) -> None:
    assert sorted(runner.map(partial(map, math.sqrt), range(count))) == [math.sqrt(number) for number in range(count)]


@pytest.mark.parametrize("runner", [Serial(), Pool(2)], ids=str)
def test_what_the_work_raises_is_raised_here(runner: Runner) -> None:
    with pytest.raises(ValueError, match=r"math domain|nonnegative"):
        list(runner.map(partial(map, math.sqrt), [4, -1, 9]))


def test_a_small_run_is_shared_among_the_workers() -> None:
    assert len(set(Pool(2).map(partial(map, _process), [0.05] * 8))) == 2


@pytest.mark.parametrize("count", [1, 9, 250, 700, 4000])
def test_the_last_bundles_are_small_so_that_no_worker_waits_long_for_another(count: int) -> None:
    sizes = [*map(len, bundles(range(count), 2))]
    assert sizes == sorted(sizes, reverse=True)
    assert max(sizes[0] / 64, sizes[-1] / 16) <= 1
    assert [*chain.from_iterable(bundles(range(count), 2))] == [*range(count)]


def test_a_worker_that_dies_is_one_line_for_the_user() -> None:
    sources = [Source("1.txt", b"DIE"), Source("2.txt", b"It lives.")]
    with pytest.raises(WorkerError, match="a worker process died"):
        lint(sources, [CrashingRule()], Pool(2))


def test_workers_that_die_while_a_run_is_given_up_say_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    shut_down = ProcessPoolExecutor.shutdown

    def shut_down_when_all_have_died(executor: ProcessPoolExecutor, **how: bool) -> None:
        for process in [*(executor._processes or {}).values()]:
            process.kill()
        for thread in threading.enumerate():
            if thread is not threading.current_thread():
                thread.join(timeout=10)  # what that of the executor says, pytest makes an error of
        shut_down(executor, **how)

    monkeypatch.setattr(ProcessPoolExecutor, "shutdown", shut_down_when_all_have_died)
    with pytest.raises(ValueError, match="negative"):
        list(Pool(2).map(partial(map, _process), [-1, *[1] * 20]))


@pytest.mark.parametrize(
    ("here", "there"), [(signal.default_int_handler, signal.SIG_DFL), (signal.SIG_IGN, signal.SIG_IGN)]
)
def test_ctrl_c_ends_no_worker_of_a_process_that_it_does_not_end(here: signal.Handlers, there: signal.Handlers) -> None:
    before = signal.signal(signal.SIGINT, here)
    try:
        assert set(Pool(2).map(partial(map, signal.getsignal), [signal.SIGINT] * 4)) == {there}
    finally:
        signal.signal(signal.SIGINT, before)


def test_a_process_that_cannot_be_started_is_one_line_and_nobody_waits_for_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fork, started = os.fork, list[int]()

    def fork_once() -> int:
        if started:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        started.append(fork())
        return started[0]

    monkeypatch.setattr(os, "fork", fork_once)
    with pytest.raises(WorkerError, match="Resource temporarily unavailable"):
        list(Pool(2, "fork").map(partial(map, abs), range(100)))
    assert started
    assert not multiprocessing.active_children()


def _process(seconds: float) -> int:
    import time

    time.sleep(seconds)
    return os.getpid()


def test_few_items_stay_in_this_process_and_many_are_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(automatic, "FEW", 7)
    assert set(Automatic().map(partial(map, _process), [0] * 7)) == {os.getpid()}
    assert os.getpid() not in set(Automatic().map(partial(map, _process), [0] * 8))


@pytest.mark.parametrize(("jobs", "expected"), [(None, Automatic()), (1, Serial()), (3, Pool(3))])
def test_the_number_of_jobs_names_the_runner(jobs: int | None, expected: Runner) -> None:
    assert runner_of(jobs) == expected
