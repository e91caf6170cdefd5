"""From what was found to what is shown: one module a format, each a pure function of an outcome and a screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from factcheck.model import DiffReport, Extraction, Problem, Report


@dataclass(frozen=True, slots=True)
class Screen:
    """Where an outcome is shown: `width` in columns, colour or not, signs in ASCII only, one line a claim or all."""

    width: int = 80
    color: bool = False
    ascii: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Extractions:
    """What `factcheck extract` saw in each source, and the sources that it could not read."""

    sources: tuple[Extraction, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """The report of one claim, to be told step by step."""

    report: Report


Outcome = Report | DiffReport | Extractions | Explanation
Renderers = Mapping[type, Callable[[Any, Screen], str]]


@dataclass(frozen=True, slots=True)
class Format:
    """A way to show an outcome: the file name's ending that asks for it, and what it is for, in a few words."""

    suffix: str
    summary: str


FORMATS: dict[str, Format] = {
    "terminal": Format(".txt", "for people, at any width"),
    "json": Format(".json", "for programs; the stable format"),
    "markdown": Format(".md", "for notes, wikis and comments"),
    "csv": Format(".csv", "for spreadsheets; a row for each claim and source"),
    "html": Format(".html", "one page to send, without scripts"),
    "sarif": Format(".sarif", "for code hosts and editors"),
    "junit": Format(".xml", "for test dashboards; a test for each claim"),
}


def renderers(name: str) -> Renderers:
    """What a format can show: a function for each type of outcome. KeyError where there is no such format.

    The module is imported only now, so that JSON never waits for the terminal's libraries.
    """
    if name not in FORMATS:
        raise KeyError(name)
    module: Any = import_module(f"{__name__}.{name}")
    found: Renderers = module.RENDERERS
    return found


def format_of(path: str, default: str = "terminal") -> str:
    """The format that a file's name asks for: `report.json` is JSON."""
    return next((name for name, form in FORMATS.items() if path.endswith(form.suffix)), default)
