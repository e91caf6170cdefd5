"""The one error the program raises on purpose, and its exit codes."""

from enum import IntEnum

from factcheck.model import Problem


class Exit(IntEnum):
    """What a command's exit code says."""

    FINE = 0
    FINDINGS = 1
    BAD_INPUT = 2
    FAULT = 3
    INTERRUPTED = 130


class FactcheckError(Exception):
    """Bad input that stops the run: one clear line, exit code 2. Carries every problem found on the way."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems
