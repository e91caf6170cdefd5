"""Newsroom vocabulary shared by six languages: lemmas, and the concepts that words and fixed phrases name.

The words are in `concepts.tsv`, one concept a row; the corrections of lemmas in `lemmas.toml`. A concept is what a
fact-checker accepts as the same act, office or thing: "signature", "firmó" and "unterzeichnet" are one, "deputy
minister" and "ministre délégué" are two. Tokens are words as a text writes them; punctuation may be among them.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

import simplemma
from anyascii import anyascii

LANGUAGES = ("en", "fr", "es", "de", "it", "pt")

Kinship = Literal["same", "broader", "narrower", "opposite", "none"]


@dataclass(frozen=True, slots=True)
class Concept:
    """One row of the table. `broader` names what it is a kind of; `opposites` and `excludes` hold both ways.

    Opposites deny each other of the same thing (rise, fall); excluded classes do so only as an answer to "what is it"
    (a city is no country), never merely by standing in one sentence.
    """

    id: str
    kind: str
    opposites: frozenset[str] = frozenset()
    broader: frozenset[str] = frozenset()
    excludes: frozenset[str] = frozenset()
    words: Mapping[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A concept named by the tokens `first` to `last`, both inclusive."""

    concept_id: str
    first: int
    last: int


class _Node(dict[str, "_Node"]):
    """A step of the phrase trie: the words that may follow, and the concepts named by the words so far."""

    ids: tuple[str, ...] = ()


# --- the table ------------------------------------------------------------------------------------------------------


def _rows() -> Iterator[dict[str, str]]:
    table = files(__package__).joinpath("concepts.tsv").read_text(encoding="utf-8")
    yield from csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


def _ids(cell: str) -> set[str]:
    return {name.strip() for name in cell.split(",") if name.strip()}


def _both_ways(one_way: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    both: dict[str, set[str]] = {name: set(others) for name, others in one_way.items()}
    for name, others in one_way.items():
        for other in others:
            both[other].add(name)
    return {name: frozenset(others) for name, others in both.items()}


@cache
def _concepts() -> dict[str, Concept]:
    rows = list(_rows())
    opposites = _both_ways({row["id"]: _ids(row["opposite"]) for row in rows})
    excludes = _both_ways({row["id"]: _ids(row["excludes"]) for row in rows})
    return {
        row["id"]: Concept(
            row["id"],
            row["kind"],
            opposites[row["id"]],
            frozenset(_ids(row["broader"])),
            excludes[row["id"]],
            {code: tuple(filter(None, row[code].split("|"))) for code in LANGUAGES},
        )
        for row in rows
    }


class _Table(Mapping[str, Concept]):
    """The concepts by id, read from the table on first use."""

    def __getitem__(self, id: str) -> Concept:
        return _concepts()[id]

    def __iter__(self) -> Iterator[str]:
        return iter(_concepts())

    def __len__(self) -> int:
        return len(_concepts())


CONCEPTS: Mapping[str, Concept] = _Table()


# --- lemmas ---------------------------------------------------------------------------------------------------------


@cache
def _corrections() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("lemmas.toml").read_text(encoding="utf-8"))


@cache
def _served(language: str) -> bool:
    """Whether simplemma has a dictionary of that language; it says so only by failing."""
    try:
        simplemma.lemmatize("a", lang=language)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=1 << 17)
def lemma(word: str, language: str) -> str:
    """The dictionary form of a word, lower case; the lower-cased word itself where the language has no dictionary."""
    lower = word.lower().replace("’", "'")
    corrected = _corrections().get(language, {}).get("lemmas", {}).get(lower)
    if corrected is not None:
        return str(corrected)
    if not lower or not lower[0].isalpha() or not _served(language):
        return lower
    return simplemma.lemmatize(lower, lang=language).lower()


# --- finding concepts -----------------------------------------------------------------------------------------------


def _pieces(token: str) -> list[str]:
    """The words of one token: "cessez-le-feu" has three; an elided article ("l'") has none, so phrases ignore it."""
    lower = token.lower().replace("’", "'")
    for apostrophe_s in ("'s", "s'"):
        if lower.endswith(apostrophe_s) and len(lower) > 3:
            lower = lower[: -2 if apostrophe_s == "'s" else -1]
    head, apostrophe, tail = lower.rpartition("'")
    if apostrophe and len(head) <= 6:  # l'accord, dell'esercito, aujourd'hui
        lower = tail
    return [piece for piece in lower.replace("‑", "-").split("-") if piece]


@cache
def _index(language: str) -> _Node:
    """The trie of a language's phrases, keyed by their words as the table writes them (dictionary forms)."""
    root = _Node()
    for concept in CONCEPTS.values():
        for phrase in (concept.words or {}).get(language, ()):
            node = root
            for token in phrase.split():
                for piece in _pieces(token):
                    node = node.setdefault(piece, _Node())
            node.ids = (*node.ids, concept.id) if concept.id not in node.ids else node.ids
    return root


@cache
def _vocabulary(language: str) -> frozenset[str]:
    """Every word that stands in some phrase of the table."""

    def words(node: _Node) -> Iterator[str]:
        for word, after in node.items():
            yield word
            yield from words(after)

    return frozenset(words(_index(language)))


@cache
def _unaccented(language: str) -> dict[str, tuple[str, ...]]:
    """The accented words of the table by their ASCII form, for texts that drop accents (capitals, old wires)."""
    by_ascii: dict[str, tuple[str, ...]] = {}
    for word in sorted(_vocabulary(language)):
        if not word.isascii():
            by_ascii[anyascii(word).lower()] = (*by_ascii.get(anyascii(word).lower(), ()), word)
    return by_ascii


def _participle(word: str, language: str) -> Iterator[str]:
    """The infinitives that a participle may come from: "firmado" → firmar; the caller keeps those it knows."""
    for ending, infinitives in _corrections().get(language, {}).get("participles", {}).items():
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield from (word[: -len(ending)] + infinitive for infinitive in infinitives)


@lru_cache(maxsize=1 << 17)
def _keys(piece: str, language: str, capitals: bool) -> tuple[str, ...]:
    """The words of the table that a word of a text may stand for: itself, its lemma, its infinitive, its accents."""
    base = lemma(piece, language)
    again = lemma(base, language)
    known = _vocabulary(language)
    candidates = [piece, base, again, *_participle(again, language)]
    keys = [word for word in dict.fromkeys(candidates) if word in known]
    if piece.isascii() and (capitals or not (keys or simplemma.is_known(piece, lang=language))):
        keys += [word for form in dict.fromkeys((piece, base)) for word in _unaccented(language).get(form, ())]
    return tuple(dict.fromkeys(keys))


def _longest(root: _Node, keys: Sequence[tuple[str, ...]], start: int) -> tuple[int, tuple[str, ...]]:
    """The end (exclusive) of the longest phrase at `start` and every concept it names; `(start, ())` where none."""
    end, ids = start, tuple[str, ...]()
    nodes = [root]
    for position in range(start, len(keys)):
        nodes = [node[key] for node in nodes for key in keys[position] if key in node]
        if not nodes:
            break
        named = tuple(dict.fromkeys(id for node in nodes for id in node.ids))
        if named:
            end, ids = position + 1, named
    return end, ids


def find(tokens: Sequence[str], language: str) -> list[Found]:
    """The concepts named in a passage, in order: the longest phrase first, a word in at most one phrase.

    A word with several meanings gives several concepts on the same tokens. Empty for a language without a table.
    """
    if language not in LANGUAGES:
        return []
    root = _index(language)
    pieces = [(piece, place) for place, token in enumerate(tokens) for piece in _pieces(token)]
    keys = [_keys(piece, language, len(piece) > 3 and tokens[place].isupper()) for piece, place in pieces]
    found: list[Found] = []
    start = 0
    while start < len(keys):
        end, ids = _longest(root, keys, start) if keys[start] else (start, ())
        found += [Found(id, pieces[start][1], pieces[end - 1][1]) for id in ids]
        start = max(end, start + 1)
    return found


@lru_cache(maxsize=1 << 14)
def concepts(phrase: str, language: str) -> tuple[str, ...]:
    """The concepts that a whole word or phrase names; empty where only a part of it names one."""
    tokens = phrase.split()
    whole = [found.concept_id for found in find(tokens, language) if (found.first, found.last) == (0, len(tokens) - 1)]
    return tuple(whole)


# --- relations ------------------------------------------------------------------------------------------------------


def opposites(id: str) -> frozenset[str]:
    """The concepts that deny this one of the same thing: rise, fall. Holds both ways."""
    return CONCEPTS[id].opposites


@lru_cache(maxsize=1 << 14)
def kinds(id: str) -> frozenset[str]:
    """Everything that the concept is a kind of, at any distance: a colonel is an officer, a soldier."""
    reached: set[str] = set()
    ahead: list[str] = [id]
    while ahead:
        parents = CONCEPTS[ahead.pop()].broader - reached
        reached |= parents
        ahead += parents
    return frozenset(reached)


def related(a: str, b: str) -> Kinship:
    """How `b` stands to `a`: the same concept, a broader one, a narrower one, its opposite, or none of these."""
    if a == b:
        return "same"
    if b in CONCEPTS[a].opposites:
        return "opposite"
    if b in kinds(a):
        return "broader"
    return "narrower" if a in kinds(b) else "none"


def excluded(a: str, b: str) -> bool:
    """Whether being an `a` denies being a `b`, for these or for what they are kinds of: a city is no country."""
    return any(other in CONCEPTS[mine].excludes for mine in _with_kinds(a) for other in _with_kinds(b))


def _with_kinds(id: str) -> Iterable[str]:
    return (id, *kinds(id))
