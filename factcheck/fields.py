"""Typed fields out of a YAML tree: each reader gives a value, or tells at the node's place what it should have been."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as default
from datetime import date
from typing import TypeVar

from factcheck.model import Problem
from factcheck.yamltree import List, Map, Node, Text, did_you_mean

_T = TypeVar("_T")


@dataclass(slots=True)
class Desk:
    """Where the problems of one file are told while its tree is read."""

    path: str
    problems: list[Problem] = default(default_factory=list)

    def tell(self, node: Node, message: str) -> None:
        self.problems.append(Problem(self.path, node.line, node.column, message))


def called(node: Node) -> str:
    """What a node is, in a person's words."""
    return {Text: "text", List: "a list", Map: "keys"}[type(node)]


def text(node: Node, desk: Desk, name: str) -> str | None:
    """A text that says something."""
    if isinstance(node, Text) and node.value.strip():
        return node.value.strip()
    if isinstance(node, Text):
        desk.tell(node, f"`{name}` is empty; write its text, or leave the key out")
    else:
        desk.tell(node, f"`{name}` must be text, not {called(node)}; put text with a colon or brackets between quotes")
    return None


def texts(node: Node, desk: Desk, name: str) -> tuple[str, ...]:
    """A list of texts; one text stands for a list of one."""
    if isinstance(node, Map):
        desk.tell(node, f"`{name}` must be a list of texts, not keys")
        return ()
    items = (node,) if isinstance(node, Text) else node.items
    found = (text(item, desk, name) for item in items)
    return tuple(said for said in found if said is not None)


def count(node: Node, desk: Desk, name: str) -> int | None:
    """A whole number from 1 up."""
    said = text(node, desk, name)
    if said is not None and re.fullmatch(r"[1-9][0-9]{0,3}", said):
        return int(said)
    if said is not None:
        desk.tell(node, f'`{name}` must be a whole number from 1 up, not "{said}"')
    return None


def day(node: Node, desk: Desk, name: str) -> date | None:
    """An ISO day."""
    said = text(node, desk, name)
    if said is None:
        return None
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", said, re.ASCII):
        desk.tell(node, f'`{name}` must be a day such as 2021-12-01, not "{said}"')
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        desk.tell(node, f'`{name}`: there is no day "{said}"')
        return None


def code(node: Node, desk: Desk, name: str) -> str | None:
    """An ISO 639 code of a language."""
    said = text(node, desk, name)
    if said is None or re.fullmatch(r"[a-z]{2,3}", said):
        return said
    desk.tell(node, f'`{name}` must be a code such as en, fr or es, not "{said}"')
    return None


def keys(node: Node, known: Iterable[str], desk: Desk, name: str) -> dict[str, Node]:
    """The known keys of a map; each other one is told, with the word that was probably meant."""
    if not isinstance(node, Map):
        desk.tell(node, f"`{name}` must hold keys ({', '.join(known)}), not {called(node)}")
        return {}
    found = {}
    for key, value in node.entries:
        if key.value in known:
            found[key.value] = value
        else:
            desk.tell(key, f'unknown key "{key.value}" in `{name}`{did_you_mean(key.value, known)}')
    return found


def field(found: Mapping[str, Node], key: str, read: Callable[[Node, Desk, str], _T | None], desk: Desk) -> _T | None:
    """The value under a key by a reader, None where the key is absent or wrong."""
    return read(found[key], desk, key) if key in found else None
