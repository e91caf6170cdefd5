"""Paths → sources: which files are meant, which reader reads each, and what is known of it.

A format is one module with a `read` and its line in `READERS`. What cannot be read is a problem, never an exception,
and never hides the others.
"""

from __future__ import annotations

import glob
import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from factcheck.model import Problem, Source, ZoneName
from factcheck.sources import text
from factcheck.sources.document import Document, Reader, Unreadable
from factcheck.sources.metadata import (
    DESK_FILE,
    SIDECAR,
    Facts,
    dateline_facts,
    desk_facts,
    document_facts,
    language_facts,
    merged,
    sidecar_facts,
)
from factcheck.sources.zones import Layout, layout

READERS: Mapping[str, Reader] = {
    ".txt": text.read,
    ".text": text.read,
    ".md": text.read,
    ".markdown": text.read,
}
"""The reader of each suffix (lower case)."""


def read_sources(patterns: Sequence[str], base: Path) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """The sources that files, folders and globs name, relative to `base`, and what could not be read.

    Folders are read with all below them, but for hidden files; each file once, in the order of the patterns and by
    path. Two files with one stem are one id too many: the second is a problem.
    """
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    desks: dict[Path, dict[str, Facts]] = {}
    for path in _files(patterns, base, problems):
        if path.parent not in desks:
            desks[path.parent], told = desk_facts(path.parent, _shown(path.parent / DESK_FILE, base))
            problems.extend(told)
        shown = _shown(path, base)
        if path.stem in sources:
            first = sources[path.stem].path
            problems.append(
                Problem(shown, 0, 0, f'the id "{path.stem}" is taken by {first}; rename one of the two files')
            )
        elif source := _source(path, shown, desks[path.parent], problems):
            sources[source.id] = source
    return tuple(sources.values()), tuple(problems)


def read_source(path: Path, shown: str, desk: Mapping[str, Facts]) -> tuple[Source, tuple[Problem, ...]]:
    """One file as a source, with problems that leave it readable; raises Unreadable or OSError.

    `desk` holds what the folder's `sources.yaml` says by file name or stem.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise Unreadable(f"not a format that is read ({', '.join(READERS)}); save it as text, or leave it out")
    if not _encodable(path.name):
        raise Unreadable("its name is not UTF-8; rename it")
    if path.exists() and not path.is_file():
        raise Unreadable("this is no file to read but a pipe or a device; leave it out")
    raw = path.read_bytes()
    document = reader(raw, shown)
    sidecar, told = sidecar_facts(path, shown)
    given = (desk.get(path.name), desk.get(path.stem), sidecar, document_facts(document))
    return _assembled(path, shown, raw, document, [facts for facts in given if facts]), (*document.problems, *told)


def _source(path: Path, shown: str, desk: Mapping[str, Facts], problems: list[Problem]) -> Source | None:
    try:
        source, told = read_source(path, shown, desk)
    except Unreadable as bad:
        problems.append(Problem(shown, bad.line, bad.column, str(bad)))
    except OSError as bad:
        problems.append(Problem(shown, 0, 0, f"cannot be read ({bad.strerror or bad})"))
    else:
        problems.extend(told)
        return source
    return None


def _assembled(path: Path, shown: str, raw: bytes, document: Document, given: list[Facts]) -> Source:
    language = next((facts.values["language"] for facts in given if facts.values.get("language")), None)
    page = _layout(document, language)
    if language is None and (found := language_facts(document.text, page)).values:
        given = [*given, found]
        # A day that is open without a language (04/05/2021) may be settled with it; the rest of the layout stays.
        page = page if "published" in dateline_facts(page).values else _layout(document, found.values["language"])
    values, provenance = merged([*given, dateline_facts(page)])
    if document.encoding != "utf-8":
        provenance["encoding"] = document.encoding
    label: Any = values.pop("label", None) or values.get("publisher") or _title(document, page) or path.stem
    fields: dict[str, Any] = dict(values)
    return Source(
        id=path.stem,
        text=document.text,
        path=shown,
        label=label,
        sha256=hashlib.sha256(raw).hexdigest(),
        zones=page.zones,
        provenance=provenance,
        **fields,
    )


def _layout(document: Document, language: str | None) -> Layout:
    found = layout(document.text, body=document.body, language=language)
    return Layout(document.zones, found.datelines) if document.zones else found


def _title(document: Document, page: Layout) -> str | None:
    titles = (document.text[z.start : z.end].strip() for z in page.zones if z.zone is ZoneName.TITLE)
    return document.metadata.get("title") or next(titles, None)


# --- which files ----------------------------------------------------------------------------------------------------


def _files(patterns: Sequence[str], base: Path, problems: list[Problem]) -> Iterator[Path]:
    """The files that the patterns name, each once; what names none is a problem."""
    seen: set[Path] = set()
    for pattern in patterns:
        found = False
        for path in _matches(base, pattern):
            found = True
            if path.is_dir():
                yield from _fresh(_below(path, base, problems), seen)
            else:
                yield from _fresh([path], seen)
        if not found:
            problems.append(
                Problem(pattern, 0, 0, f"no such file or folder, and no file matches (looked in {base or '.'})")
            )


def _matches(base: Path, pattern: str) -> list[Path]:
    """A path as it is written, or else the paths that match it as a glob, in order; side files are no sources."""
    whole = base / pattern
    if os.path.lexists(whole):
        return [whole]
    # Path.glob refuses absolute patterns and would take brackets in the base for a pattern.
    anchored = pattern if Path(pattern).is_absolute() else str(Path(glob.escape(str(base)), pattern))
    names = sorted(glob.glob(anchored, recursive=True))  # noqa: PTH207
    return [Path(name) for name in names if not _is_side_file(Path(name).name)]


def _below(folder: Path, base: Path, problems: list[Problem]) -> list[Path]:
    """The files in a folder and its folders, in order; links are followed, but never back into a folder on the way."""
    found: list[Path] = []

    def refused(bad: OSError) -> None:
        problems.append(Problem(_shown(Path(bad.filename), base), 0, 0, f"cannot be read ({bad.strerror or bad})"))

    entered: set[str] = set()
    before = len(problems)
    for root, folders, names in os.walk(folder, followlinks=True, onerror=refused):
        real = os.path.realpath(root)
        if real in entered:
            folders.clear()
            continue
        entered.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found.extend(Path(root) / name for name in sorted(names) if not _is_side_file(name))
        problems.extend(_orphans(Path(root), names, base))
    if not found and before == len(problems):
        problems.append(Problem(_shown(folder, base), 0, 0, "the folder holds no source"))
    return found


def _orphans(folder: Path, names: Sequence[str], base: Path) -> Iterator[Problem]:
    """The sidecars in a folder that stand beside no source: what they say would be lost without a word."""
    known = {key for name in names if not _is_side_file(name) for key in (name, Path(name).stem)}
    for name in sorted(names):
        if name.endswith(SIDECAR) and not name.startswith(".") and name.removesuffix(SIDECAR) not in known:
            yield Problem(
                _shown(folder / name, base), 0, 0, "there is no source of this name beside it; rename one of the two"
            )


def _is_side_file(name: str) -> bool:
    return name.startswith(".") or name == DESK_FILE or name.endswith(SIDECAR)


def _fresh(paths: Sequence[Path], seen: set[Path]) -> Iterator[Path]:
    for path in paths:
        real = path.resolve()
        if real not in seen:
            seen.add(real)
            yield path


def _shown(path: Path, base: Path) -> str:
    """A path as reports show it: from `base` where it is below, with forward slashes."""
    shown = os.path.normpath(path)
    inside = os.path.relpath(shown, base) if Path(shown).is_absolute() == base.is_absolute() else shown
    chosen = Path(shown if inside.startswith("..") else inside).as_posix()
    return os.fsencode(chosen).decode("utf-8", "replace")


def _encodable(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
