"""claims.yaml → claims and problems, each problem with its line, its column and what to do.

A claim with a fault is left out and told; the others are returned beside it. Nothing is guessed: a key that is not
known, a value of another type or an id that is taken is a problem, never a default.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from anyascii import anyascii

from factcheck.errors import FactcheckError
from factcheck.fields import Desk, called, code, count, day, field, keys, text, texts
from factcheck.model import DETAIL_KINDS, Claim, Person, Problem, Registry, Waiver
from factcheck.yamltree import List, Map, Node, Text, decode, did_you_mean, parse

TOP_KEYS = ("version", "sources", "dictionaries", "defaults", "claims")
DEFAULT_KEYS = ("require", "language")
CLAIM_KEYS = (
    *("id", "statement", "require", "language", "sources", "details"),
    *("tolerance", "aliases", "accept", "note", "waiver"),
)
SOURCES_KEYS = ("only", "exclude")
WAIVER_KEYS = ("reason", "by", "until")
PERSON_KEYS = ("name", "aliases")

TOLERANT_KINDS = ("amount", "money", "quantity", "count", "percent", "duration")
"""The keys of `tolerance:`, each a share of the claim's own value: `5%`, or `0.05` for the same."""

_SLUG_LENGTH = 48


def load(path: Path) -> Registry:
    """The registry in a file: its claims in order, its source patterns and its problems.

    Raises FactcheckError only where the file cannot be read at all.
    """
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise FactcheckError(f"{path}: there is no such registry; write one, or name another") from None
    except IsADirectoryError:
        raise FactcheckError(f"{path}: this is a folder; name the claims file in it") from None
    except OSError as bad:
        raise FactcheckError(f"{path}: cannot be read ({bad.strerror or bad})") from None
    content, problems = decode(raw, str(path))
    return Registry(path, (), (), problems) if problems and not content else _loaded(content, path, problems)


def loads(content: str, path: Path) -> Registry:
    """The registry in a text; `path` only names the place of its problems. Never raises."""
    return _loaded(content, path, ())


def _loaded(content: str, path: Path, problems: tuple[Problem, ...]) -> Registry:
    tree, told = parse(content, str(path), pieces="claims")
    desk = Desk(str(path), [*problems, *told])
    if tree is None:
        if not desk.problems:
            desk.tell(Text("", 1, 1), "the registry is empty; it needs `claims:` with at least one statement")
        return Registry(path, (), (), tuple(desk.problems))
    claims, sources, dictionaries = _registry(tree, desk)
    problems = tuple(sorted(desk.problems, key=lambda p: (p.line, p.column)))
    return Registry(path, claims, sources, problems, dictionaries)


def slug(statement: str) -> str:
    """A stable id for a statement: its words in lower-case ASCII, cut at a word and then told apart by a hash."""
    words = re.findall(r"[a-z0-9]+", anyascii(statement).lower())
    whole = "-".join(words)
    if whole and len(whole) <= _SLUG_LENGTH:
        return whole
    mark = hashlib.sha256(statement.encode()).hexdigest()[:6]
    return f"{whole[:_SLUG_LENGTH].rpartition('-')[0] or 'claim'}-{mark}"


# --- the registry ---------------------------------------------------------------------------------------------------


def _registry(tree: Node, desk: Desk) -> tuple[tuple[Claim, ...], tuple[str, ...], tuple[str, ...]]:
    """The claims, the sources and the dictionaries of a registry."""
    if not isinstance(tree, Map):
        desk.tell(
            tree, f"a registry holds keys ({', '.join(TOP_KEYS)}), not {called(tree)}; write `claims:` above the list"
        )
        return (), (), ()
    found = keys(tree, TOP_KEYS, desk, "registry")
    version = field(found, "version", text, desk)
    if version not in (None, "1"):
        desk.tell(found["version"], f'`version` must be 1, not "{version}"; this program reads no other')
    defaults = keys(found["defaults"], DEFAULT_KEYS, desk, "defaults") if "defaults" in found else {}
    base = Claim("", "", field(defaults, "language", code, desk), field(defaults, "require", count, desk) or 1)
    paths = (field(found, "sources", texts, desk) or (), field(found, "dictionaries", texts, desk) or ())
    if "claims" not in found:
        if not desk.problems:
            desk.tell(tree, "`claims:` is missing; it lists the statements to check")
        return (), *paths
    return _claims(found["claims"], base, desk), *paths


def _claims(node: Node, base: Claim, desk: Desk) -> tuple[Claim, ...]:
    """The claims that have no fault, in order."""
    if not isinstance(node, List):
        empty = isinstance(node, Text) and not node.value.strip()
        lack = "is empty; write at least one statement" if empty else f"must be a list, not {called(node)}"
        desk.tell(node, f"`claims` {lack}")
        return ()
    if not node.items and not desk.problems:
        desk.tell(node, "`claims` is empty; write at least one statement")
    starts = [(item.line, item.column) for item in node.items]
    broken = _faulty(starts, node.end, desk)
    claims = [
        # What YAML could not read is empty here, and was told.
        None if i in broken and isinstance(item, Text) and not item.value else _claim(item, base, desk)
        for i, item in enumerate(node.items)
    ]
    faulty = _faulty(starts, node.end, desk)
    return _identified([claim for i, claim in enumerate(claims) if claim and i not in faulty], desk)


def _faulty(starts: list[tuple[int, int]], end: tuple[int, int], desk: Desk) -> set[int]:
    """Which entries of a list have a problem at their place or below."""
    return {bisect(starts, (p.line, p.column)) - 1 for p in desk.problems if (p.line, p.column) < end}


def _identified(claims: Iterable[Claim], desk: Desk) -> tuple[Claim, ...]:
    """The claims with unique ids: a given id that is taken is a problem, one made for a short form gets a number."""
    owners: dict[str, Claim] = {}
    kept: list[Claim] = []
    for claim in claims:
        if claim.id in owners and claim.id:
            here = Text("", claim.line, claim.column)
            desk.tell(
                here, f'the id "{claim.id}" is taken by the claim on line {owners[claim.id].line}; give it another'
            )
            continue
        owners[claim.id] = claim
        kept.append(claim)
    taken = set(owners)
    for i, claim in enumerate(kept):
        if not claim.id:
            kept[i] = replace(claim, id=_free(slug(claim.statement), taken))
            taken.add(kept[i].id)
    return tuple(kept)


def _free(wanted: str, taken: set[str]) -> str:
    number = 2
    name = wanted
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    return name


# --- one claim ------------------------------------------------------------------------------------------------------


def _claim(node: Node, base: Claim, desk: Desk) -> Claim | None:
    """One claim, short or rich; None where it has no statement."""
    if isinstance(node, Text):
        statement = text(node, desk, "statement")
        return None if statement is None else _made(base, statement, node, desk, {})
    if isinstance(node, List):
        desk.tell(node, "a claim is a text or keys, not a list; put text that starts with [ or - between quotes")
        return None
    if unquoted := _unquoted(node):
        desk.tell(node, f'a claim with a colon must be between quotes: "{unquoted}"')
        return None
    found = keys(node, CLAIM_KEYS, desk, "claim")
    if "statement" not in found:
        desk.tell(node, "the claim has no `statement`; write the sentence to check")
        return None
    statement = text(found["statement"], desk, "statement")
    return None if statement is None else _made(base, statement, node, desk, found)


def _unquoted(node: Map) -> str | None:
    """The statement that was meant where YAML took `MoU: signed` for a key: the only key, and no known one."""
    if len(node.entries) != 1:
        return None
    key, value = node.entries[0]
    close = "did you mean" in did_you_mean(key.value, CLAIM_KEYS)
    if key.value in CLAIM_KEYS or close or not isinstance(value, Text):
        return None
    return f"{key.value}: {value.value}".strip()


def _made(base: Claim, statement: str, node: Node, desk: Desk, found: Mapping[str, Node]) -> Claim:
    sources = keys(found["sources"], SOURCES_KEYS, desk, "sources") if "sources" in found else {}
    details, people = _details(found["details"], desk) if "details" in found else ({}, ())
    return Claim(
        id=field(found, "id", _id, desk) or "",
        statement=statement,
        language=field(found, "language", code, desk) or base.language,
        require=field(found, "require", count, desk) or base.require,
        only=field(sources, "only", texts, desk) or (),
        exclude=field(sources, "exclude", texts, desk) or (),
        details=details,
        people=people,
        tolerance=field(found, "tolerance", _tolerance, desk) or {},
        aliases=field(found, "aliases", _aliases, desk) or {},
        accept=field(found, "accept", texts, desk) or (),
        note=field(found, "note", text, desk),
        waiver=field(found, "waiver", _waiver, desk),
        path=desk.path,
        line=node.line,
        column=node.column,
    )


def _id(node: Node, desk: Desk, name: str) -> str | None:
    said = text(node, desk, name)
    if said is None or re.fullmatch(r"\w[\w.:/-]{0,99}", said):
        return said
    desk.tell(node, f'`id` must be letters, digits and . _ - : / without spaces, at most 100, not "{said[:100]}"')
    return None


def _details(node: Node, desk: Desk) -> tuple[dict[str, str], tuple[Person, ...]]:
    """The overriding details by kind (`amount` is filed under money), and the people."""
    found = keys(node, (*DETAIL_KINDS, "people"), desk, "details")
    people = field(found, "people", _people, desk) or ()
    details: dict[str, str] = {}
    for key, value in found.items():
        if key == "people" or (said := text(value, desk, key)) is None:
            continue
        kind = DETAIL_KINDS[key].value
        if kind in details:
            desk.tell(value, f"`{key}` is another word for a key that is already there; keep one of the two")
        details[kind] = said
    return details, people


def _people(node: Node, desk: Desk, name: str) -> tuple[Person, ...]:
    if not isinstance(node, List):
        desk.tell(node, f"`{name}` must be a list of names, or of {{name, aliases}}, not {called(node)}")
        return ()
    found = (_person(item, desk) for item in node.items)
    return tuple(person for person in found if person is not None)


def _person(node: Node, desk: Desk) -> Person | None:
    if isinstance(node, Text):
        name = text(node, desk, "name")
        return Person(name) if name else None
    found = keys(node, PERSON_KEYS, desk, "people")
    if isinstance(node, Map) and "name" not in found:
        desk.tell(node, "a person needs a `name`")
    name = field(found, "name", text, desk)
    return Person(name, field(found, "aliases", texts, desk) or ()) if name else None


def _tolerance(node: Node, desk: Desk, _name: str) -> dict[str, str]:
    """How far a value may be off, by kind, as written: a share, `5%` or `0.05`. An absolute figure would be misread."""
    tolerances: dict[str, str] = {}
    for key, value in keys(node, TOLERANT_KINDS, desk, "tolerance").items():
        said = text(value, desk, key)
        if said is None:
            continue
        match = re.fullmatch(r"(\d{1,2}(?:\.\d+)?)\s*%|(0\.\d+)", said, re.ASCII)
        kind = DETAIL_KINDS[key].value
        if not match:
            desk.tell(value, f'`{key}` must be a share below 100%, such as 5% or 0.05, not "{said}"')
        elif kind in tolerances:
            desk.tell(value, f"`{key}` is another word for a key that is already there; keep one of the two")
        else:
            tolerances[kind] = f"{match[1]}%" if match[1] else match[2]
    return tolerances


def _aliases(node: Node, desk: Desk, name: str) -> dict[str, tuple[str, ...]]:
    """Other words to accept, by the word that the statement uses."""
    if not isinstance(node, Map):
        desk.tell(node, f"`{name}` must hold words with their other words (`deal: [pact, accord]`), not {called(node)}")
        return {}
    return {key.value: texts(value, desk, key.value) for key, value in node.entries if text(key, desk, name)}


def _waiver(node: Node, desk: Desk, name: str) -> Waiver | None:
    found = keys(node, WAIVER_KEYS, desk, name)
    reason, by = field(found, "reason", text, desk), field(found, "by", text, desk)
    until = field(found, "until", day, desk)
    missing = [key for key in ("reason", "by") if isinstance(node, Map) and key not in found]
    if missing:
        desk.tell(node, f"a waiver needs {' and '.join(f'`{key}`' for key in missing)}")
    return Waiver(reason, by, until) if reason and by else None


# --- against the sources --------------------------------------------------------------------------------------------


def unknown_ids(claims: Iterable[Claim], ids: Iterable[str]) -> tuple[Problem, ...]:
    """A problem for each source id that a claim names (`only`, `exclude`) and that no source has."""
    known = frozenset(ids)
    return tuple(
        Problem(claim.path, claim.line, claim.column, f'no source has the id "{name}"{_close(name, known)}')
        for claim in claims
        for name in (*claim.only, *claim.exclude)
        if name not in known
    )


def _close(name: str, known: frozenset[str]) -> str:
    hint = did_you_mean(name, known) if known else ""
    return hint if "did you mean" in hint else "; an id is a file's name without its suffix"
