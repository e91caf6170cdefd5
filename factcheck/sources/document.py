"""What a reader makes of one file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from factcheck.model import Problem, Zone


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text, whose code points all offsets count, and what the file itself says of it.

    `metadata` are the document's own words by key (see `metadata.KEYS`, and `title`), `named` where they stand ("front
    matter"). `body` is the offset where the text begins after them. A reader that knows the layout of its format gives
    the `zones`; where it gives none they are found in the text.
    """

    text: str
    metadata: Mapping[str, str] = field(default_factory=dict)
    named: str = ""
    body: int = 0
    zones: tuple[Zone, ...] = ()
    encoding: str = "utf-8"
    problems: tuple[Problem, ...] = ()


class Unreadable(Exception):
    """A file that no text can be had from. `line` and `column` are 1-based, 0 where there is no place."""

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.line, self.column = line, column


Reader = Callable[[bytes, str], Document]
"""Makes a document of a file's bytes and the path to name in problems; raises Unreadable."""
