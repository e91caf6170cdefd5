"""Where the work is done: in this process or in several, behind the one surface of `concurrent.futures.Executor`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from signal import SIG_IGN, SIGINT, signal
from typing import Any


class Later(Future[Any]):
    """A call that is made in this process when its result is asked for."""

    def __init__(self, call: Callable[[], Any]) -> None:
        super().__init__()
        self.call = call

    def result(self, timeout: float | None = None) -> Any:
        if not self.done():
            try:
                self.set_result(self.call())
            except Exception as error:  # noqa: BLE001 — an executor keeps whatever a call raises
                self.set_exception(error)
        return super().result(timeout)


class Serial(Executor):
    """Makes each call in this process, when its result is asked for: progress is seen as it happens."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        return Later(partial(fn, *args, **kwargs))


def deaf() -> None:
    """A worker leaves an interrupt to the process that started it, which stops them all."""
    signal(SIGINT, SIG_IGN)


@contextmanager
def executor(jobs: int, tasks: int) -> Iterator[Executor]:
    """An executor for that many tasks; more than one process only where there is more than one task.

    What has not been started is dropped where the work is interrupted.
    """
    workers = min(jobs, tasks)
    pool = ProcessPoolExecutor(workers, get_context("spawn"), deaf) if workers > 1 else Serial()
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)
