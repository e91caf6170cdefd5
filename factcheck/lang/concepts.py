"""Newsroom vocabulary shared by six languages: lemmas, and the concepts that words and fixed phrases name.

A concept is what a fact-checker accepts as the same act, office or thing: "signature", "firmó" and "unterzeichnet" are
one, "deputy minister" and "ministre délégué" are two. The words are in `concepts.tsv`, one concept a row, dictionary
forms and phrases parted by `|`; its columns are those of `Concept`. The table is our own, grown from what news talks
about and held against simplemma 2.0's dictionaries and lists of frequent words in November 2026; `lemmas.toml` has what
it needs to know of each language's grammar. Tokens are words as a text writes them; punctuation may be among them.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

import simplemma
from anyascii import anyascii

from factcheck.lang.wordlists import demonym

LANGUAGES = ("en", "fr", "es", "de", "it", "pt")
_IDIOM = "idiom"  # the kind of rows whose phrases name nothing: "at least" is no superlative, "last week" no last one
_REACH = 8  # how many words of a phrase are looked at when a nationality parts it
_ADVERBS = ("ment", "mente")  # how adverbs end that may part a phrase
_PRONOUNS = frozenset(("se", "si", "sich"))

Kinship = Literal["same", "broader", "narrower", "opposite", "none"]


@dataclass(frozen=True, slots=True)
class Concept:
    """One row of the table. `broader` names what it is a kind of; `opposites` and `excludes` hold both ways.

    `root` is what it is in the world: a person, a work, a place, an organisation, an animal, a disease, a vehicle or a
    weapon; empty where it is none of these, or may be several. What is of one root is of no other.

    Opposites deny each other of the same thing (rise, fall); excluded classes do so only as an answer to "what is it"
    (a city is no country), never merely by standing in one sentence.
    """

    id: str
    kind: str
    opposites: frozenset[str] = frozenset()
    broader: frozenset[str] = frozenset()
    excludes: frozenset[str] = frozenset()
    root: str = ""
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
            row["class"],
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
    """Whether simplemma has a dictionary of that language; it says so only by failing.

    Its compact dictionaries are used: the same answers in a seventh of the memory, read in two thirds of the time.
    """
    try:
        simplemma.lemmatize("a", lang=language, low_memory=True)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=1 << 17)
def lemma(word: str, language: str) -> str:
    """The dictionary form of a word, lower case; the lower-cased word itself where the language has no dictionary.

    A capital is kept for German, where it tells a noun from a verb: "Plan" is no form of "planen".
    """
    lower = word.lower().replace("’", "'")
    corrected = _correction(lower, language)
    if corrected is not None:
        return corrected
    if not lower or not lower[0].isalpha() or not _served(language):
        return lower
    form = lower.capitalize() if language == "de" and word[0].isupper() else lower
    found = simplemma.lemmatize(form, lang=language, low_memory=True).lower()
    for old, new in _corrections().get(language, {}).get("spellings", {}).items():
        found = found.replace(old, new) if old not in lower else found
    return found


@lru_cache(maxsize=1 << 17)
def known(word: str, language: str) -> bool:
    """Whether the language's dictionary has the word, in any of its forms; never where there is no dictionary."""
    return _served(language) and simplemma.is_known(word, lang=language, low_memory=True)


def _correction(lower: str, language: str) -> str | None:
    found: str | None = _corrections().get(language, {}).get("lemmas", {}).get(lower)
    return found


# --- finding concepts -----------------------------------------------------------------------------------------------


def _pieces(token: str, language: str) -> list[str]:
    """The words of one token: "cessez-le-feu" has three; an elided article ("l'") has none, so phrases ignore it."""
    word = token.replace("’", "'")
    if len(word) > 3 and word.lower().endswith(("'s", "s'")):
        word = word[:-2] if word[-2] == "'" else word[:-1]
    head, apostrophe, tail = word.rpartition("'")
    if apostrophe and len(head) <= 6:  # l'accord, dell'esercito, aujourd'hui
        reflexive = ["se"] if language == "fr" and head.lower() == "s" else []
        return reflexive + [piece for piece in tail.split("-") if piece]
    return [piece for piece in word.replace("‑", "-").split("-") if piece]


def _spelled(phrase: str, language: str) -> list[tuple[str, ...]]:
    """The word sequences that a phrase of the table stands for: "reunirse" is also "se … reunir"."""
    words = tuple(piece for token in phrase.split() for piece in _pieces(token, language))
    grammar = _corrections().get(language, {})
    pronoun, ending = grammar.get("reflexive", ("", ""))
    if pronoun and words and words[0].endswith(ending) and len(words[0]) > len(ending) + 1:
        return [words, (pronoun, words[0].removesuffix(pronoun) + grammar["infinitive"], *words[1:])]
    if language == "pt" and words[1:2] == ("se",):
        return [words, ("se", words[0], *words[2:])]
    return [words]


@cache
def _index(language: str) -> _Node:
    """The trie of a language's phrases, keyed by their words as the table writes them (dictionary forms)."""
    root = _Node()
    for concept in CONCEPTS.values():
        for phrase in (concept.words or {}).get(language, ()):
            for words in _spelled(phrase, language):
                node = root
                for word in words:
                    node = node.setdefault(word, _Node())
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


def infinitives(word: str, language: str) -> Iterator[str]:
    """The infinitives that a verb form may come from: "firmado" → firmar; the caller keeps those it knows."""
    for ending, infinitives in _corrections().get(language, {}).get("endings", {}).items():
        if word.endswith(ending) and len(word) >= len(ending) + 2:
            yield from (word[: -len(ending)] + infinitive for infinitive in infinitives)


@lru_cache(maxsize=1 << 17)
def _keys(piece: str, language: str, capitals: bool) -> tuple[str, ...]:
    """The words of the table that a word of a text may stand for: itself, its lemma, its infinitive, its accents."""
    word, vocabulary = piece.lower(), _vocabulary(language)
    base = lemma(piece, language)
    if _correction(word, language) is not None:
        return tuple(key for key in dict.fromkeys((word, base)) if key in vocabulary)
    again = lemma(base, language)
    keys = [key for key in dict.fromkeys((word, base, again, *infinitives(again, language))) if key in vocabulary]
    if not keys and piece != word:  # a verb that opens a sentence
        keys = [key for key in (lemma(word, language),) if key in vocabulary]
    if not keys:
        keys = [key for key in dict.fromkeys(infinitives(word, language)) if key in vocabulary]
    if not keys and piece != word:
        keys = list(_head(base, language))
    if word.isascii() and len(word) > 3 and (capitals or not (keys or known(word, language))):
        forms = (word, base, *(infinitives(word, language) if capitals else ()))
        keys += [key for form in dict.fromkeys(forms) for key in _unaccented(language).get(form, ())]
    return tuple(key for key in dict.fromkeys(keys) if key == word or not _denies(word, key, language))


def _head(word: str, language: str) -> Iterator[str]:
    """The last part of a compound that the table knows, the longest one; nothing where the language builds none."""
    fewest, root = _corrections().get(language, {}).get("heads", 0), _index(language)
    parts = (word[place:] for place in range(4, len(word) - fewest + 1)) if fewest else iter(())
    yield from (part for part in parts if part in root and root[part].ids)


def by_last_part(piece: str, language: str) -> bool:
    """Whether a word is known only by the last part of the compound that it is: "Tabaksteuer" as a tax."""
    word = piece.lower()
    return piece != word and not _keys(word, language, False) and any(_head(lemma(piece, language), language))


def _denies(word: str, key: str, language: str) -> bool:
    """Whether the table gives the word itself a meaning that the key would turn into its opposite."""
    root = _index(language)
    named = root[word].ids if word in root else ()
    return any(other in CONCEPTS[id].opposites for id in named for other in root.get(key, _Node()).ids)


def _longest(
    root: _Node, keys: Sequence[tuple[str, ...]], start: int, leaps: Sequence[bool], put_in: Sequence[bool]
) -> tuple[int, tuple[str, ...]]:
    """The end (exclusive) of the longest phrase at `start` and every concept it names; `(start, ())` where none.

    A reflexive pronoun may be parted from its verb by an auxiliary or another pronoun ("s'est réuni", "se ha reunido"),
    and the words of a phrase by what denies it or by an adverb ("ne fait pas partie", "fait actuellement partie").
    """
    end, ids = start, tuple[str, ...]()
    nodes = [root]
    reflexive = not _PRONOUNS.isdisjoint(keys[start])
    for position in range(start, len(keys)):
        ahead = [node[key] for node in nodes for key in keys[position] if key in node]
        if not ahead and position > start and put_in[position]:
            continue
        if not ahead and reflexive and leaps[position]:
            continue
        if not ahead:
            break
        nodes = ahead
        if named := tuple(dict.fromkeys(id for node in nodes for id in node.ids)):
            end, ids = position + 1, named
    return end, ids


def find(tokens: Sequence[str], language: str) -> list[Found]:
    """The concepts named in a passage, in order: the longest phrase first, a word in at most one phrase.

    A word with several meanings gives several concepts on the same tokens. Empty for a language without a table.
    """
    if language not in LANGUAGES:
        return []
    root = _index(language)
    between, within, idle = _between(language), _within(language), _idle()
    read = [(place, piece, known) for place, token in enumerate(tokens) for piece, known in _read(token, language)]
    places = [place for place, _, _ in read]
    words = [piece for _, piece, _ in read]
    keys = [known for _, _, known in read]
    leaps = [word in between for word in words]
    put_in = [word.lower() in within or word.endswith(_ADVERBS) for word in words]
    for place, verb in _reunited(words, language):
        keys[place] = (verb,)
    found: list[Found] = []
    start = 0
    while start < len(keys):
        if not keys[start]:
            start += 1
            continue
        end, ids = _longest(root, keys, start, leaps, put_in)
        opened = start + 2 < len(keys) and _nationality(words[start + 1], language)
        if opened and (parted := _parted(root, keys[start : start + _REACH])):
            end, ids = start + 1, parted
        found += [Found(id, places[start], places[end - 1]) for id in ids if id not in idle]
        start = max(end, start + 1)
    return found


@lru_cache(maxsize=1 << 17)
def _read(token: str, language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The words of one token, each with what it may stand for in the table."""
    pieces = _pieces(token, language)
    return tuple((piece, _keys(piece, language, len(piece) > 3 and piece.isupper())) for piece in pieces)


@cache
def _idle() -> frozenset[str]:
    """The rows that name nothing."""
    return frozenset(id for id, concept in CONCEPTS.items() if concept.kind == _IDIOM)


@lru_cache(maxsize=1 << 14)
def _nationality(word: str, language: str) -> bool:
    return demonym(word, language) is not None


def _parted(root: _Node, keys: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The concepts of a phrase whose first word a nationality follows ("ministre israélien de la Défense")."""
    end, ids = _longest(root, [keys[0], *keys[2:]], 0, [False] * len(keys), [False] * len(keys))
    return ids if end > 1 else ()


def _reunited(words: Sequence[str], language: str) -> Iterator[tuple[int, str]]:
    """Verbs whose particle closes their clause, with their places: "kündigte einen Plan an" is "ankündigen"."""
    grammar, root = _corrections().get(language, {}), _index(language)
    if not (particles := grammar.get("particles")):
        return
    begun = 0
    for place, word in enumerate([*words, "."]):
        if word.lower() not in grammar["clauses"]:
            continue
        particle = words[place - 1].lower() if place > begun else ""
        if particle in particles:
            for verb in range(place - 2, begun - 1, -1):
                whole = particle + lemma(words[verb].lower(), language)
                if whole in root:
                    yield verb, whole
                    break
        begun = place + 1


@cache
def _between(language: str) -> frozenset[str]:
    """What may stand between a reflexive pronoun and its verb."""
    return frozenset(_corrections().get(language, {}).get("between", ()))


@cache
def _within(language: str) -> frozenset[str]:
    """What may deny a phrase from within."""
    return frozenset(_corrections().get(language, {}).get("within", ()))


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
    """Whether being an `a` denies being a `b`, or what these are kinds of do: a city is no country, and no song."""
    mine, theirs = _with_kinds(a), _with_kinds(b)
    roots = [{CONCEPTS[id].root for id in ids} - {""} for ids in (mine, theirs)]
    apart = all(roots) and roots[0].isdisjoint(roots[1])
    return apart or any(other in CONCEPTS[id].excludes for id in mine for other in theirs)


def _with_kinds(id: str) -> tuple[str, ...]:
    return (id, *kinds(id))


def exclude(these: Collection[str], those: Collection[str]) -> bool:
    """Whether two words deny each other as classes in every meaning that they have; never where one has none."""
    return bool(these and those) and all(excluded(a, b) for a in these for b in those)
