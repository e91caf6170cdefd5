"""Whether two names mean the same person, organisation or place: typos, transliterations, short forms, regnal numbers.

Nothing is looked up in the world: two spellings are likened by their letters alone, and a given name that contradicts
another given name always separates two people, however alike the surnames.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from factcheck.lang.fold import fold_words
from factcheck.lang.wordlists import EQUIVALENT, GIVEN, PARTICLES, ROLES, TITLES
from factcheck.model import Kind, Name


class NameLikeness(StrEnum):
    """How two names stand to each other."""

    SAME = "same"
    """One name: equal but for case, accents, script, transliteration or one slip of the pen in a long word."""
    SHORT = "short"
    """One is a short form that fits the other: surname alone, initials, a middle name left out, letters of an acronym."""
    VARIANT = "variant"
    """Probably one name, spelled differently: to be shown as such."""
    OTHER = "other"
    """Two names."""


_ROMAN = re.compile(r"[ivx]{1,6}$")
_ARTICLES = frozenset("el al ul as es ez ad ar at ed an en".split())


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """What a folded word sounds like across the usual transliterations: `kadhafi`, `qaddafi` and `gaddafi` are one."""
    for pattern, letters in _SOUNDS:
        word = pattern.sub(letters, word)
    return word


# Written for names out of Arabic, Hebrew, Cyrillic and Greek into the spellings of en, fr, de, es and it. Order matters.
_SOUNDS = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"tsch|tch", "c"),
        (r"sch|sh|ch(?=[aeiouy])|sz", "s"),
        (r"kh|gh|ck|q|g(?![ei])|x$", "k"),
        (r"ph", "f"),
        (r"[dt]h", "d"),
        (r"w(?=[aeiou])", "v"),
        (r"ou|oo|u|w|o", "u"),
        (r"ee|ie$|ei|ai|ay|ey|ij|iy|yj|y|j|i", "i"),
        (r"e", "a"),
        (r"z|ts", "s"),
        (r"c", "k"),
        (r"h", ""),
        (r"(.)\1+", r"\1"),
    )
)


def same_name(a: Name, b: Name, *, kind: Kind = Kind.PERSON) -> NameLikeness:
    """How two names of one kind stand to each other; symmetric, and SAME for equal names."""
    if kind is Kind.PLACE:
        return _same_place(a.name, b.name)
    one, two = _words(a), _words(b)
    if one == two:
        return NameLikeness.SAME
    if not one or not two:
        return NameLikeness.OTHER
    if kind is Kind.PERSON or (kind is Kind.TERM and _ROMAN.match(one[-1]) and _ROMAN.match(two[-1])):
        return _same_person(one, two)
    return _same_thing(one, two)


def _words(name: Name) -> tuple[str, ...]:
    return name.parts or fold_words(name.name)


def _same_place(a: str, b: str) -> NameLikeness:
    one, two = fold_words(a), fold_words(b)
    if one == two:
        return NameLikeness.SAME
    if min(len(a), len(b)) < 5 or len(one) != len(two):
        return NameLikeness.OTHER
    return NameLikeness.VARIANT if _slip("".join(one), "".join(two), 1) else NameLikeness.OTHER


def _same_thing(one: tuple[str, ...], two: tuple[str, ...]) -> NameLikeness:
    """Organisations and terms: the same words, letters that abbreviate them, or all words of the shorter in the longer."""
    short, long = sorted((one, two), key=len)
    if "".join(one) == "".join(two):
        return NameLikeness.SAME
    if len(short) == 1 and len(long) > 1 and short[0] in _initials(long):
        return NameLikeness.SHORT
    if len(one) == len(two):
        unequal = [(p, q) for p, q in zip(one, two, strict=True) if p != q]
        if all(_slip(p, q, 1) and min(len(p), len(q)) >= 6 and not p.isdigit() for p, q in unequal):
            return NameLikeness.VARIANT
        return NameLikeness.OTHER
    return NameLikeness.SHORT if _inside(short, long) else NameLikeness.OTHER


def _initials(words: tuple[str, ...]) -> set[str]:
    """The letters that may abbreviate these words, with and without the small ones."""
    large = [
        word for word in words if word not in PARTICLES and word not in {"for", "et", "and", "the", "pour", "para"}
    ]
    return {"".join(word[0] for word in words), "".join(word[0] for word in large)}


def _same_person(one: tuple[str, ...], two: tuple[str, ...]) -> NameLikeness:
    one, two = _untitled(one), _untitled(two)
    one_number, two_number = _regnal(one), _regnal(two)
    if one_number and two_number:
        if one_number != two_number:
            return NameLikeness.OTHER
        return NameLikeness.SAME if _alike_rulers(one[:-1], two[:-1]) else NameLikeness.OTHER
    if one_number or two_number:
        short, long = (two, one) if one_number else (one, two)
        return NameLikeness.SHORT if short == long[:-1] else NameLikeness.OTHER
    if _joined(one) == _joined(two) or sorted(one) == sorted(two):
        return NameLikeness.SAME
    return _aligned(_content(one), _content(two))


def _untitled(words: tuple[str, ...]) -> tuple[str, ...]:
    while len(words) > 1 and (words[0] in TITLES or words[0] in ROLES) and words[0] not in GIVEN:
        words = words[1:]
    return words


def _regnal(words: tuple[str, ...]) -> str:
    return words[-1] if len(words) > 1 and _ROMAN.match(words[-1]) else ""


def _alike_rulers(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    return len(one) == len(two) and all(
        _alike(p, q) is not None or equivalent(p, q) for p, q in zip(one, two, strict=True)
    )


def equivalent(a: str, b: str) -> bool:
    """Whether two folded given names are one across languages (`charles`, `carlos`) or for short (`benjamin`, `benny`)."""
    return bool(EQUIVALENT.get(a, frozenset()) & EQUIVALENT.get(b, frozenset()))


def _joined(words: tuple[str, ...]) -> str:
    """All words as one sound, articles inside left out: `abdel rahim`, `abdelrahim` and `abderrahim` are one."""
    return skeleton("".join(_article_joined(words)))


_ABD_WORD = re.compile(r"^abd[aeou]?[lrnsz]?$")


def _article_joined(words: tuple[str, ...]) -> list[str]:
    joined: list[str] = []
    for word in words:
        if joined and _ABD_WORD.match(joined[-1]) and len(word) > 2:
            joined[-1] = f"abdel{word}"
        elif joined and joined[-1] == "abd" and word in _ARTICLES:
            joined[-1] = "abdel"
        elif word.startswith("abd") and len(word) > 6:
            joined.append(_normal_abd(word))
        else:
            joined.append(word)
    return joined


def _normal_abd(word: str) -> str:
    """`abderrahim`, `abdurrahim`, `abdulrahim`, `abdelrahim` → `abdelrahim`; `abdellatif` → `abdellatif`."""
    found = re.match(r"abd[aeou](?:l|(?P<sun>[rnszdt]|sh|ch)(?=(?P=sun)))(?=[a-z]{3})", word)
    if not found:
        return word
    rest = word[found.end() :]
    return f"abdel{rest}"


def _content(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that count: particles aside, joined forms normalised."""
    kept = tuple(word for word in _article_joined(words) if word not in PARTICLES)
    return kept or words


def _alike(a: str, b: str) -> NameLikeness | None:
    """Two words of a name: SAME, VARIANT, SHORT for a fitting initial, None where they are two names."""
    if a == b:
        return NameLikeness.SAME
    if len(a) == 1 or len(b) == 1:
        return NameLikeness.SHORT if a[0] == b[0] else None
    if skeleton(a) == skeleton(b) and len(a) > 2 and len(b) > 2:
        return NameLikeness.SAME
    if a in GIVEN and b in GIVEN:
        return NameLikeness.VARIANT if equivalent(a, b) else None
    if equivalent(a, b):
        return NameLikeness.VARIANT
    shorter = min(len(a), len(b))
    if shorter >= 7 and _slip(a, b, 1):
        return NameLikeness.SAME
    if shorter >= 5 and a[0] == b[0] and _slip(a, b, 1):
        return NameLikeness.VARIANT
    if shorter >= 5 and _slip(skeleton(a), skeleton(b), 1) and a[0] == b[0]:
        return NameLikeness.VARIANT
    if shorter >= 9 and _slip(a, b, 2):
        return NameLikeness.VARIANT
    return None


def _slip(a: str, b: str, most: int) -> bool:
    return DamerauLevenshtein.distance(a, b, score_cutoff=most) <= most


def _aligned(one: tuple[str, ...], two: tuple[str, ...]) -> NameLikeness:
    """Words against words: as many, in order; else the shorter inside the longer."""
    if len(one) == len(two):
        found = [_alike(p, q) for p, q in zip(one, two, strict=True)]
        if all(found):
            return max((likeness for likeness in found if likeness), key=_DISTANCE.index)
        return NameLikeness.OTHER
    short, long = sorted((one, two), key=len)
    if len(short) == 1:
        return _surname(short[0], long)
    worst = _inside_alike(short, long)
    return worst if worst else NameLikeness.OTHER


_DISTANCE = (NameLikeness.SAME, NameLikeness.SHORT, NameLikeness.VARIANT, NameLikeness.OTHER)


def _surname(word: str, long: tuple[str, ...]) -> NameLikeness:
    """One word against a full name: it must be the surname, or any part that is no common given name."""
    places = long[-1:] if word in GIVEN else long[::-1]
    for part in places:
        if len(part) > 1 and len(word) > 1 and (likeness := _alike(word, part)):
            return NameLikeness.SHORT if likeness is NameLikeness.SAME else likeness
    return NameLikeness.OTHER


def _inside_alike(short: tuple[str, ...], long: tuple[str, ...]) -> NameLikeness | None:
    """All words of the shorter, in order, in the longer, the surname among them."""
    found: list[NameLikeness] = []
    rest = iter(long)
    for word in short:
        likeness = next((alike for part in rest if (alike := _alike(word, part))), None)
        if likeness is None:
            return None
        found.append(likeness)
    return NameLikeness.VARIANT if NameLikeness.VARIANT in found else NameLikeness.SHORT


def _inside(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    rest = iter(long)
    return all(any(word == part for part in rest) for word in short)
