"""What is known of a source beside its text, and where each key was read.

In this order: `sources.yaml` beside the sources, a sidecar (`<file>.meta.yaml`), the document's own metadata, and what
its dateline says. The first that gives a key wins; `provenance` tells which it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from factcheck.fields import Desk, called, code, day, keys, text
from factcheck.fields import field as field_of
from factcheck.lang.detect import detect
from factcheck.model import Problem, ZoneName
from factcheck.sources import dateline
from factcheck.sources.document import Document
from factcheck.sources.zones import Layout
from factcheck.yamltree import Map, Node, decode, did_you_mean, parse

DESK_FILE = "sources.yaml"
SIDECAR = ".meta.yaml"

KEYS: Mapping[str, Callable[[Node, Desk, str], Any]] = {
    "label": text,
    "publisher": text,
    "published": day,
    "url": text,
    "language": code,
    "origin": text,
    "retrieved": day,
}
"""The keys of `sources.yaml` and of sidecars, with their readers."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Metadata by key, all read in one place."""

    named: str
    values: Mapping[str, Any] = field(default_factory=dict)


def desk_facts(folder: Path, shown: str) -> tuple[dict[str, Facts], tuple[Problem, ...]]:
    """What a folder's `sources.yaml` says by file name or stem (nothing where there is none), and its problems."""
    path = folder / DESK_FILE
    tree, desk = _tree(path, shown)
    entries: dict[str, Facts] = {}
    if tree is None:
        return entries, tuple(desk.problems)
    if not isinstance(tree, Map):
        desk.tell(tree, f"`{DESK_FILE}` maps file names to keys ({', '.join(KEYS)}); this is {called(tree)}")
        return entries, tuple(desk.problems)
    names = {name for entry in sorted(folder.iterdir()) if entry.name != DESK_FILE for name in (entry.name, entry.stem)}
    for key, node in tree.entries:
        if key.value not in names:
            desk.tell(key, f'there is no file "{key.value}" beside this file{_near(key.value, names)}')
            continue
        entries[key.value] = Facts(DESK_FILE, _values(node, desk, key.value))
    return entries, tuple(sorted(desk.problems, key=lambda problem: (problem.line, problem.column)))


def sidecar_facts(path: Path, shown: str) -> tuple[Facts | None, tuple[Problem, ...]]:
    """What a source's sidecar says, `<file>.meta.yaml` or `<stem>.meta.yaml`; None where there is none."""
    for name in (path.name + SIDECAR, path.stem + SIDECAR):
        sidecar = path.with_name(name)
        tree, desk = _tree(sidecar, shown.removesuffix(path.name) + name)
        if tree is not None or desk.problems:
            return Facts(name, _values(tree, desk, name) if tree is not None else {}), tuple(desk.problems)
    return None, ()


def document_facts(document: Document) -> Facts:
    """What a document says of itself; its days may be written in any absolute way."""
    said = dict(document.metadata)
    language = said.get("language", "").replace("_", "-").split("-")[0].lower() or None
    values: dict[str, Any] = {key: said[key] for key in ("label", "publisher", "url", "origin") if key in said}
    days = {key: dateline.day_in(said[key], language) for key in ("published", "retrieved") if key in said}
    values |= {key: found for key, found in days.items() if found}
    if language and language.isalpha() and len(language) <= 3:
        values["language"] = language
    return Facts(document.named, values)


def dateline_facts(layout: Layout) -> Facts:
    """Day and outlet of a text's datelines; where only a revision is dated, that is the day, and said to be so."""
    lines = [found for _, found in layout.datelines]
    published = next((line.published for line in lines if line.cue and line.published), None)
    published = published or next((line.published for line in lines if line.published), None)
    updated = next((line.updated for line in lines if line.updated), None)
    publisher = next((line.publisher for line in lines if line.publisher), None)
    values = {"published": published or updated, "publisher": publisher}
    named = "dateline" if published or not updated else "dateline (updated)"
    return Facts(named, {key: value for key, value in values.items() if value})


def language_facts(text: str, layout: Layout) -> Facts:
    """The language of a text's body, its furniture left out, by its words."""
    body = " ".join(text[z.start : z.end] for z in layout.zones if z.zone is not ZoneName.FURNITURE)
    found = detect(body)
    return Facts("detected", {"language": found} if found else {})


def merged(facts: Sequence[Facts]) -> tuple[dict[str, str | date], dict[str, str]]:
    """The values by key, of the first that gives each, and where each was read."""
    values: dict[str, Any] = {}
    provenance: dict[str, str] = {}
    for key in KEYS:
        for given in facts:
            if given.values.get(key):
                values[key], provenance[key] = given.values[key], given.named
                break
    return values, provenance


def _tree(path: Path, shown: str) -> tuple[Node | None, Desk]:
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return None, Desk(shown)
    except OSError as bad:
        return None, Desk(shown, [Problem(shown, 0, 0, f"cannot be read ({bad.strerror or bad})")])
    content, problems = decode(raw, shown)
    tree, told = parse(content, shown) if content else (None, ())
    return tree, Desk(shown, [*problems, *told])


def _values(node: Node, desk: Desk, name: str) -> dict[str, Any]:
    found = keys(node, tuple(KEYS), desk, name)
    return {key: field_of(found, key, read, desk) for key, read in KEYS.items() if key in found}


def _near(name: str, names: set[str]) -> str:
    hint = did_you_mean(name, names)
    return hint if "did you mean" in hint else ""
