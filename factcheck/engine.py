"""Where the work is done: in this process or in several, behind the one surface of `concurrent.futures.Executor`."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any


class Serial(Executor):
    """Runs each call at once, in this process; what a call raises is kept for its result, as in any executor."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def executor(jobs: int, tasks: int) -> Executor:
    """An executor for that many tasks; more than one process only where there is more than one task."""
    workers = min(jobs, tasks)
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn")) if workers > 1 else Serial()
