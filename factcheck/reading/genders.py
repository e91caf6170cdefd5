"""Whether a name or a pronoun is a woman's or a man's, where it can be told: "she" does not stand for Karl."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from factcheck.lang.fold import fold
from factcheck.lang.slots import slots
from factcheck.lang.wordlists import given_of
from factcheck.model import Name


class Gender(StrEnum):
    WOMAN = "woman"
    MAN = "man"


def of_name(name: Name, language: str) -> Gender | None:
    """By the given name that opens it; None for a surname alone, or for a given name that both have there."""
    first = name.parts[0] if len(name.parts) > 1 else ""
    return given_genders(language).get(first)


def of_title(word: str, language: str) -> Gender | None:
    """Of the title that stands before a surname: "Mrs", "M.", "Herr"."""
    return _titles(language).get(fold(word).rstrip("."))


@cache
def _titles(language: str) -> Mapping[str, Gender]:
    rows = _table()["titles"]
    here = rows["in"].get(language, {})
    return {word: gender for gender in Gender for word in (rows[gender] + " " + here.get(gender, "")).split()}


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(files("factcheck.lang").joinpath("genders.toml").read_text(encoding="utf-8"))


def of_words(concepts: Iterable[str]) -> Gender | None:
    """Of a noun that says so: "the boy"."""
    return next((GENDERED[id] for id in concepts if id in GENDERED), None)


GENDERED = dict.fromkeys(
    "man husband father son brother grandfather grandson uncle father-in-law brother-in-law son-in-law half-brother "
    "boyfriend king prince".split(),
    Gender.MAN,
) | dict.fromkeys(
    "woman wife mother daughter sister grandmother aunt mother-in-law sister-in-law daughter-in-law half-sister "
    "girlfriend queen princess".split(),
    Gender.WOMAN,
)
"""Concepts of nouns that are a man's or a woman's."""


def of_article(article: str, language: str) -> Gender | None:
    """Of the article of somebody who is told by an age or a trade: "la ventunenne", "der Spieler"."""
    small = slots(language)
    woman, man = article in small.female, article in small.male
    return None if woman is man else Gender.WOMAN if woman else Gender.MAN


def of_pronoun(word: str, language: str) -> Gender | None:
    small, said = slots(language), word.lower()
    return Gender.WOMAN if said in small.she else Gender.MAN if said in small.he else None


def disagree(one: Gender | None, other: Gender | None) -> bool:
    return one is not None and other is not None and one is not other


@cache
def given_genders(language: str) -> Mapping[str, Gender]:
    """The given names that are a woman's or a man's only, in a language."""
    table = _table()
    women, men, either = (frozenset(table[row].split()) for row in ("women", "men", "either"))
    names = {name for line in table["lines"].split() for name in given_of(line)} - either
    told = {
        name: Gender.WOMAN if name in women or (name.endswith("a") and name not in men) else Gender.MAN
        for name in names
    }
    here = table["in"].get(language, {})
    return told | {name: gender for gender in Gender for name in here.get(gender, "").split()}
