"""YAML as plain text with places: what a person typed, never what a type system made of it.

Reads the part of YAML that a registry needs: maps, lists and text. Every scalar stays the text that was written
(`2021-11-24`, `no`, `1e3`), every node keeps its line and column, and what is not plain (anchors, aliases, tags,
duplicate keys, several documents, deep nesting) is a `Problem` with what to do about it, at its place. Nothing here
raises for bad content.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import yaml
from rapidfuzz import fuzz, process

from factcheck.model import Problem

MAX_DEPTH = 16
"""Levels of nesting; the deepest place of a registry, an alias of a person, is level 7."""

MAX_BYTES = 32 * 1024 * 1024
"""The largest file that is read: some 200,000 claims."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufeff\uff00-\ufffd\U00010000-\U0010ffff]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8", ""),
    (codecs.BOM_UTF32_LE, "", "UTF-32"),
    (codecs.BOM_UTF32_BE, "", "UTF-32"),
    (codecs.BOM_UTF16_LE, "", "UTF-16"),
    (codecs.BOM_UTF16_BE, "", "UTF-16"),
)

# PyYAML's own words, and what an editor can do about them.
_ADVICE = (
    ("found character '\\t'", "a tab cannot indent YAML; use spaces"),
    ("mapping values are not allowed here", "a second `: ` on one line; put the text between quotes"),
    (
        "could not find expected ':'",
        "this is neither `key: value` nor the text of the line above; check its indentation",
    ),
    ("found unexpected end of stream", "a quotation mark that opens here is never closed"),
    ("found character", "YAML keeps this character for itself; put the text between quotes"),
    ("expected alphabetic or numeric character", "YAML keeps `*` and `&` for itself; put the text between quotes"),
    ("expected <block end>", "check the indentation and the quotes; text after a closing quote must be inside it"),
    ("unknown escape character", "a backslash inside double quotes is special; use single quotes or write it twice"),
    ("expected ',' or", "a bracket or brace is not closed, or a comma is missing; put plain text between quotes"),
)


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, as typed. `line` and `column` are 1-based, here and below."""

    value: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class List:
    """A sequence of nodes. `end` is the place behind it, where something else may begin."""

    items: tuple[Node, ...]
    line: int
    column: int
    end: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Map:
    """Keys, each once and in order, with their nodes."""

    entries: tuple[tuple[Text, Node], ...]
    line: int
    column: int

    def get(self, key: str) -> Node | None:
        """The node under `key`, None where there is none."""
        return next((node for name, node in self.entries if name.value == key), None)


Node = Text | List | Map


class _Fault(Exception):
    """A place in a YAML text that ends its reading, with what to do."""

    def __init__(self, line: int, column: int, message: str) -> None:
        super().__init__(message)
        self.line, self.column, self.message = line, column, message


def decode(raw: bytes, path: str) -> tuple[str, tuple[Problem, ...]]:
    """The text of a YAML file, with a problem where it is not UTF-8 (a byte order mark is fine) or too large.

    Bytes that are not UTF-8 become U+FFFD, which `parse` tells wherever it stands, so that the other texts stay
    readable.
    """
    if len(raw) > MAX_BYTES:
        return "", (Problem(path, 0, 0, f"larger than {MAX_BYTES // 1024**2} MB; split it into several files"),)
    mark, _, other = next((bom for bom in _BOMS if raw.startswith(bom[0])), (b"", "", ""))
    if other:
        return "", (Problem(path, 1, 1, f"this is {other} text; save it as UTF-8"),)
    if b"\0" in raw:
        return "", (Problem(path, 0, 0, "this is a binary file, not YAML text; name another"),)
    try:
        return raw.removeprefix(mark).decode("utf-8"), ()
    except UnicodeDecodeError as bad:
        text = raw.removeprefix(mark).decode("utf-8", "replace")
        where = place(text, text.index("\ufffd"))
        return text, (
            Problem(path, *where, f"byte 0x{bad.object[bad.start]:02X} is not UTF-8; save the file as UTF-8"),
        )


def place(text: str, offset: int) -> tuple[int, int]:
    """The 1-based line and column of an offset; lines end with LF, CRLF or CR."""
    lines = re.split("\r\n|\r|\n", text[:offset])
    return len(lines), len(lines[-1]) + 1


def parse(text: str, path: str, pieces: str = "") -> tuple[Node | None, tuple[Problem, ...]]:
    """The tree of a YAML text (None where it holds nothing), and its problems.

    A fault of syntax ends the reading of a YAML text. With `pieces`, the name of a top-level list, the text is then
    read again key by key, and that list entry by entry, so that one bad entry does not hide the others.
    """
    text = _UNPRINTABLE.sub("\ufffd", text)
    try:
        return _tree(text, path)
    except _Fault as fault:
        problem = Problem(path, fault.line, fault.column, fault.message)
        return (_recover(text, path, pieces) if pieces else None) or (None, (problem,))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` (did you mean "x"?)` where a known word is close, otherwise the known words."""
    choices = sorted(known)
    close = process.extractOne(word.strip().lower(), choices, scorer=fuzz.ratio, score_cutoff=65)
    return f'; did you mean "{close[0]}"?' if close else f"; known are {', '.join(choices)}"


# --- one text -------------------------------------------------------------------------------------------------------


def _events(text: str) -> Iterator[yaml.Event]:
    """PyYAML's events; a fault of syntax as `_Fault`, always in the words and places of the pure Python parser."""
    try:
        yield from yaml.parse(text, Loader=_LOADER)
    except yaml.YAMLError:
        try:
            for _ in yaml.parse(text, Loader=yaml.SafeLoader):
                pass
        except yaml.MarkedYAMLError as bad:
            unclosed = "end of stream" in (bad.problem or "") and bad.context_mark
            mark = unclosed or bad.problem_mark or bad.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            raise _Fault(line, column, _advice(bad)) from None
        except (yaml.YAMLError, RecursionError):
            pass
        raise _Fault(1, 1, "this is not YAML; check the quotes, brackets and indentation") from None


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _advice(bad: yaml.MarkedYAMLError) -> str:
    said = f"{bad.context or ''} {bad.problem or ''}".strip()
    advice = next((advice for words, advice in _ADVICE if words in said), "")
    return f"{advice} (YAML: {bad.problem})" if advice else f"not valid YAML: {said}"


@dataclass(slots=True)
class _Open:
    """A collection that is still being read; `key` is the key that waits for its value."""

    is_map: bool
    line: int
    column: int
    items: list[Node]
    entries: dict[str, tuple[Text, Node]]
    key: Text | None = None


def _tree(text: str, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The tree of a text, built without recursion, with problems that leave the rest readable."""
    problems: list[Problem] = []
    stack: list[_Open] = []
    root: Node | None = None
    documents = 0
    for event in _events(text):
        line, column = _place(event)
        node: Node | None = None
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                problems.append(Problem(path, line, column, "a second document (`---`); keep one document in a file"))
                break
        elif isinstance(event, yaml.AliasEvent):
            problems.append(Problem(path, line, column, _ALIAS))
            node = Text("", line, column)
        elif isinstance(event, yaml.ScalarEvent):
            problems.extend(_decorations(event, path))
            problems.extend(_misread(event, text, path))
            node = Text(event.value, line, column)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            problems.extend(_decorations(event, path))
            if len(stack) == MAX_DEPTH:
                raise _Fault(line, column, f"nested more than {MAX_DEPTH} levels deep")
            stack.append(_Open(isinstance(event, yaml.MappingStartEvent), line, column, [], {}))
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            done = stack.pop()
            close = (done.line, done.column)
            if done.is_map:
                node = Map(tuple(done.entries.values()), *close)
            else:
                mark = event.end_mark or event.start_mark
                end = (mark.line + 1, mark.column + 1) if mark else close
                node = List(tuple(done.items), *close, end)
        if node is None:
            continue
        if stack:
            problems.extend(_put(stack[-1], node, path))
        else:
            root = node
    return (None if isinstance(root, Text) and not root.value else root), tuple(problems)


_ALIAS = "an alias (`*name`) is not allowed; write the text out, or put text that starts with * between quotes"
_ANCHOR = "an anchor (`&name`) is not allowed; put text that starts with & between quotes"
_TAG = "a tag (`!name`) is not allowed; put text that starts with ! between quotes"


def _decorations(event: yaml.Event, path: str) -> Iterator[Problem]:
    line, column = _place(event)
    if getattr(event, "anchor", None):
        yield Problem(path, line, column, _ANCHOR)
    if getattr(event, "tag", None):
        yield Problem(path, line, column, _TAG)


def _misread(event: yaml.ScalarEvent, text: str, path: str) -> Iterator[Problem]:
    """Text that is not what was typed: it holds a character that could not be read, or a `#` cuts it short.

    `Ranked #1 in 2021` is "Ranked" to YAML and the rest a comment; cut short it would still be a claim.
    """
    line, column = _place(event)
    if "\ufffd" in event.value:
        yield Problem(path, line, column, "a control character, or one that could not be decoded; type it again")
    if not event.style:
        end = event.end_mark.index if event.end_mark else len(text)
        if re.match(r"[ \t]+#(?![#\s!])", text[end : text.find("\n", end) + 1 or None]):
            message = "YAML reads what follows `#` as a comment; put the text between quotes, or a space after the #"
            yield Problem(path, line, column, message)


def _put(parent: _Open, node: Node, path: str) -> Iterator[Problem]:
    """Adds a node to the collection that is open; a key must be text, and new."""
    if not parent.is_map:
        parent.items.append(node)
    elif parent.key is None:
        parent.key = node if isinstance(node, Text) else Text("", node.line, node.column)
        if not isinstance(node, Text):
            yield Problem(path, node.line, node.column, "a key must be plain text; put the text between quotes")
        elif node.value == "<<":
            yield Problem(path, node.line, node.column, "merge keys (`<<`) are not allowed; write the entries out")
        elif node.value in parent.entries:
            first = parent.entries[node.value][0].line
            message = f'the key "{node.value}" is already there, on line {first}; keep one of the two'
            yield Problem(path, node.line, node.column, message)
    else:
        if parent.key.value != "<<":
            parent.entries.setdefault(parent.key.value, (parent.key, node))
        parent.key = None


# --- a text with a fault of syntax ----------------------------------------------------------------------------------


def _recover(text: str, path: str, pieces: str) -> tuple[Node | None, tuple[Problem, ...]] | None:
    """The tree of a faulty text, read block by block; None where its top level is no block of keys."""
    lines = text.splitlines(keepends=True)
    starts = [i for i, line in enumerate(lines) if re.match(r"[^\s#\-\]}%]", line)]
    if not starts:
        return None
    entries: list[tuple[Text, Node]] = []
    problems: list[Problem] = []
    for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        try:
            tree, told = _shifted(lines[start:stop], start, path)
        except _Fault as fault:
            found = (
                _entries_one_by_one(lines[start:stop], start, path) if lines[start].startswith(f"{pieces}:") else None
            )
            if found is None:
                problems.append(Problem(path, start + fault.line, fault.column, fault.message))
                continue
            tree, told = Map(((Text(pieces, start + 1, 1), found[0]),), start + 1, 1), found[1]
        problems.extend(told)
        if isinstance(tree, Map):
            entries.extend(tree.entries)
    return Map(tuple(entries), 1, 1), tuple(problems)


def _entries_one_by_one(lines: Sequence[str], start: int, path: str) -> tuple[List, tuple[Problem, ...]] | None:
    """The entries of a block list under a key, those that are faulty told and empty; None for another layout."""
    first = next((i for i, line in enumerate(lines) if i and line.strip() and not line.lstrip().startswith("#")), None)
    if first is None or not (dash := re.match(r"( *)-\s", lines[first])):
        return None
    begins = [i for i, line in enumerate(lines) if re.match(rf"(?:{dash[1]}|[ ]*\t\s*)-\s", line)]
    items: list[Node] = []
    problems: list[Problem] = []
    for begin, end in zip(begins, [*begins[1:], len(lines)], strict=True):
        try:
            tree, told = _shifted(lines[begin:end], start + begin, path)
        except _Fault as fault:
            problems.append(Problem(path, start + begin + fault.line, fault.column, fault.message))
            items.append(Text("", start + begin + 1, 1))
            continue
        problems.extend(told)
        items.extend(tree.items if isinstance(tree, List) else ())
    here = (start + first + 1, len(dash[1]) + 1)
    return List(tuple(items), *here, (start + len(lines) + 1, 1)), tuple(problems)


def _shifted(lines: Sequence[str], down: int, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The tree of some lines of a file, its places those of the whole file."""
    tree, problems = _tree("".join(lines), path)
    moved = tuple(Problem(p.path, p.line + down, p.column, p.message) for p in problems)
    return (_move(tree, down) if tree else None), moved


def _move(node: Node, down: int) -> Node:
    if isinstance(node, Text):
        return Text(node.value, node.line + down, node.column)
    if isinstance(node, List):
        end = (node.end[0] + down, node.end[1])
        return List(tuple(_move(item, down) for item in node.items), node.line + down, node.column, end)
    entries = tuple((Text(k.value, k.line + down, k.column), _move(v, down)) for k, v in node.entries)
    return Map(entries, node.line + down, node.column)
