"""Names in running text: persons, organisations and places, each tied to its fullest form; what is unclear is a term.

Two passes over one list of capitalised runs. The first reads each run by itself: known places and organisations, titles,
given names, regnal numbers, offices before and after. The second ties short forms to the full forms of the same text
("Gantz" → Benny Gantz, "FAR" → Forces Armées Royales). A capitalised name of unknown type is a term, never a guess.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import simplemma

from factcheck.lang.fold import fold, fold_words
from factcheck.lang.wordlists import (
    DOMAINS,
    GIVEN,
    ORDINARY,
    ORGANISATION_ADJECTIVES,
    ORGANISATION_FIRST,
    ORGANISATION_LAST,
    ORGANISATION_LINKS,
    PARTICLES,
    ROLES,
    SPEECH,
    STOPWORDS,
    TITLES,
    Phrases,
    city_territory,
    demonym,
    organisations,
    places,
)
from factcheck.model import Kind, Mention, Name
from factcheck.names import NameLikeness, same_name

__all__ = ["city_territory", "demonym", "name_mentions"]


def _letters(test: Callable[[str], bool]) -> str:
    """A character class of the cased scripts' letters that pass a test."""
    blocks = (range(0x41, 0x250), range(0x370, 0x557), range(0x1E00, 0x2000))
    return "".join(chr(code) for block in blocks for code in block if test(chr(code)))


_UPPER = f"[{_letters(lambda letter: letter.isupper() or letter.istitle())}]"
_ELISION = r"(?:[LJSCDMTN]|[Qq]u|Jusqu|Lorsqu|Puisqu|Quoiqu)['’]"
_JOIN = "[-‐‑'’&]"
_ABBREVIATED = r"(?:Mr|Mrs|Ms|Dr|Drs|Prof|St|Ste|Sr|Sra|Dra|Gen|Gén|Col|Lt|Capt|Sgt|Sen|Rep|Gov|Hon|Rev|Jr|Mme|Mlle|Sig|Dott|Ing|Avv)\."
_TOKEN = rf"(?:{_ABBREVIATED}|(?<!\w)[IVX]{{1,5}}(?!\w)(?!\.{_UPPER})|(?:{_UPPER}\.){{1,5}}(?:{_UPPER}(?!\w))?|(?!{_ELISION}){_UPPER}\w*(?:{_JOIN}\w+){{0,5}})"
_SPACE = "[ \u00a0\u202f]"
_INNER = (
    rf"(?:(?:de|du|des|da|do|dos|das|di|del|della|la|le|van|von|der|den|ben|bin|ibn|bint|el|al|abu|abou|ould|zu|ter|ten)"
    rf"{_SPACE}|(?:d|l|al|el|ad|ar|as|ash|ech|es|ez|at|an)['’\-])"
)
_RUN = re.compile(rf"(?<![\w@#])(?:{_ELISION}(?={_UPPER}))?({_TOKEN}(?:{_SPACE}(?:{_INNER}){{0,3}}{_TOKEN}){{0,11}})")
_TOKENS = re.compile(_TOKEN)
_ROMAN = re.compile(r"[IVX]{1,5}$")
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&.-]{1,7}$")
_DEFINED = re.compile(r"\(([A-Z][A-Za-z.&-]{1,9})\)")
_TAIL = re.compile(
    rf"(?:{_SPACE}(?:[^\W\d_]{{1,6}}{_SPACE}|[^\W\d_]{{1,4}}['’]){{0,3}}[^\W\d_][\w'’\-]{{1,24}}){{1,7}}"
)
_TAIL_WORD = re.compile(r"[^\W\d_][\w\-]*")
_NEXT_WORDS = re.compile(r"[^\W\d_][\w]*")
_SENTENCE_END = frozenset('.!?:;…\n«»“”"•|>(–—-')
_ARTICLES = frozenset(
    "le la les l un une the a an el los las il lo i gli der die das den dem des ein eine einen einem einer o os as um uma het de een"
    " this that ce cet cette ces notre son sa ses its their his her".split()
)
_REACH = 90
"""How far to the left, in code points, an office may stand from the name that it belongs to."""


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    folded: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A stretch that is some name, before short forms are tied. `surname` is its last word, folded, with particles."""

    kind: Kind
    start: int
    end: int
    name: str
    tokens: tuple[str, ...]
    initial: bool = False
    certain: bool = True


def name_mentions(text: str, language: str | None = None, taken: Sequence[tuple[int, int]] = ()) -> list[Mention]:
    """Every person, organisation, place and term of a text, in order, without overlap.

    `taken` are the spans of other mentions (dates, money), sorted; no name is read inside them. A person's value is the
    fullest form that the text gives, a territory's its ISO 3166 code, another place's and a known organisation's its
    English name.
    """
    found = list(_read(text, language, taken))
    return [_mention(text, one) for one in _tied(text, found, language)]


def _mention(text: str, one: _Found) -> Mention:
    return Mention(
        one.kind,
        one.start,
        one.end,
        text[one.start : one.end],
        Name(one.name, tuple(one.tokens) or fold_words(one.name)),
    )


# --- first pass: each run by itself -----------------------------------------------------------------------------------


def _read(text: str, language: str | None, taken: Sequence[tuple[int, int]]) -> Iterator[_Found]:
    taken = sorted(taken)
    starts = [start for start, _ in taken]
    lower = frozenset(text.split())
    reader = _Reader(text, language, lower)
    done = 0
    for run in _RUN.finditer(text):
        start, end = run.span(1)
        if end <= done:
            continue
        tokens = [
            _Token(start + token.start(), start + token.end(), sys.intern(token[0]), fold(token[0]).rstrip("."))
            for token in _TOKENS.finditer(run[1])
        ]
        tokens = [token for token in tokens if token.start >= done and not _covered(token, starts, taken)]
        for one in reader.run(tokens):
            yield one
            done = max(done, one.end)


def _covered(token: _Token, starts: Sequence[int], taken: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(starts, token.end - 1) - 1
    return at >= 0 and taken[at][1] > token.start


@lru_cache(maxsize=1 << 16)
def _ordinary(word: str, language: str | None) -> bool:
    """Whether a lower-case word is in the dictionary of a language."""
    return language in _DICTIONARIES and simplemma.is_known(word, lang=language or "en")


_DICTIONARIES = frozenset({"fr", "en", "es", "it", "pt", "de", "nl"})


@dataclass(slots=True)
class _Reader:
    text: str
    language: str | None
    lower: frozenset[str]

    def run(self, tokens: Sequence[_Token]) -> Iterator[_Found]:
        """The names of one run: known phrases first, then what lies between titles, offices and ordinary words."""
        segment: list[_Token] = []
        titled = False
        skip = 0
        for at, token in enumerate(tokens):
            if token.start < skip:
                continue
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            known = self._known(token, segment, after)
            if known:
                yield from self._segment(segment, titled)
                segment, titled, skip = [], False, known.end
                yield known
            elif self._breaks(token, segment, after, titled):
                yield from self._segment(segment, titled, before_role=token.folded in ROLES)
                segment = []
                titled = token.folded in TITLES or token.folded in ROLES
            else:
                segment.append(token)
        yield from self._segment(segment, titled)

    def _breaks(self, token: _Token, segment: Sequence[_Token], after: _Token | None, titled: bool) -> bool:
        """Whether a capitalised word is no part of a name: a title, an office, a nationality, a word of the calendar."""
        word = token.folded
        if segment and segment[-1].folded in GIVEN and word not in ORDINARY:
            return False
        if word in TITLES or word in ROLES:
            return word not in GIVEN or not after
        if word in ORDINARY:
            return not (word in GIVEN and after)
        if demonym(word) and not titled:
            return True
        if not segment and word in STOPWORDS and word not in GIVEN:
            return not (titled and word in PARTICLES)
        return False

    def _known(self, token: _Token, segment: Sequence[_Token], after: _Token | None) -> _Found | None:
        """A place or organisation of the tables that starts here."""
        if segment and segment[-1].folded in GIVEN:
            return None
        one = self._phrase(token, organisations(), Kind.ORGANISATION) or self._phrase(
            token, places(self.language), Kind.PLACE
        )
        if one is None:
            return self._organisation(token) if token.folded in ORGANISATION_FIRST and not segment else None
        single = one.end <= token.end
        if single and after is not None and after.start == token.end + 1:
            if token.folded in GIVEN and after.folded not in STOPWORDS and after.folded not in ORGANISATION_LAST:
                return None
            if after.folded in ORGANISATION_LAST and one.kind is Kind.PLACE:
                return _Found(
                    Kind.ORGANISATION, token.start, after.end, _spaced(self.text[token.start : after.end]), ()
                )
        return one

    def _phrase(self, token: _Token, phrases: Phrases, kind: Kind) -> _Found | None:
        head, _, _ = token.folded.replace("-", " ").replace("'", " ").replace(".", " ").partition(" ")
        candidates = phrases.get(head)
        if not candidates:
            return None
        for words, value, capitals in candidates:
            end = self._match(token.start, words)
            if end and not (capitals and not self.text[token.start : end].isupper()):
                return _Found(kind, token.start, end, value, fold_words(value))
        return None

    def _match(self, start: int, words: Sequence[str]) -> int:
        """Where a phrase that starts here ends, 0 where the text says something else."""
        at = start
        for count, word in enumerate(words):
            if count:
                if self.text[at : at + 1] not in _BETWEEN:
                    return 0
                at += 1
                if self.text[at : at + 1] == " " and self.text[at - 1] == ".":
                    at += 1
            piece = _PHRASE_WORD.match(self.text, at)
            if not piece or fold(piece[0]) != word:
                return 0
            at = piece.end()
        if self.text[at : at + 1] == "." and self.text[at - 2 : at - 1] == ".":
            at += 1
        return at

    def _organisation(self, token: _Token) -> _Found | None:
        """An organisation that starts with its noun: "Banque de développement du Mali", "Ministry of Defence"."""
        tail = _TAIL.match(self.text, token.end)
        if not tail:
            return None
        end, last_capital = token.end, True
        linked = False
        for piece in _TAIL_WORD.finditer(self.text, token.end, tail.end()):
            word = fold(piece[0])
            if piece[0][0].isupper():
                if word in ORDINARY or word in TITLES or (not linked and (word in GIVEN or not last_capital)):
                    break
                end, last_capital, linked = piece.end(), True, False
            elif word in ORGANISATION_ADJECTIVES and not linked:
                end, last_capital = piece.end(), False
            elif word in ORGANISATION_LINKS and not (word in _ANDS and not self._joins(piece.end())):
                linked = True
            else:
                break
        if end == token.end:
            return None
        return _Found(Kind.ORGANISATION, token.start, end, _spaced(self.text[token.start : end]), ())

    def _joins(self, at: int) -> bool:
        """Whether "et", "and" goes on with a field of office ("et des Finances")."""
        words = [fold(word) for word in _TAIL_WORD.findall(self.text[at : at + 30])[:3]]
        return any(word in DOMAINS for word in words)

    def _segment(self, tokens: Sequence[_Token], titled: bool, before_role: bool = False) -> Iterator[_Found]:
        """What a stretch of capitalised words without a break is."""
        if not tokens:
            return
        if before_role:
            return  # "Defense" in "Defense Secretary Lloyd Austin"
        left = self._left(tokens[0].start)
        cued = titled or _role_before(left)
        while len(tokens) > (1 if cued else 2) and tokens[0].folded in DOMAINS and tokens[0].folded not in GIVEN:
            tokens = tokens[1:]
        yield from (
            self._numbered(tokens)
            if _ROMAN.match(tokens[-1].text) and len(tokens) > 1
            else self._plain(tokens, titled, cued, left)
        )

    def _numbered(self, tokens: Sequence[_Token]) -> Iterator[_Found]:
        """Rulers: the given names before a regnal number."""
        first = len(tokens) - 1
        while first and tokens[first - 1].folded in GIVEN:
            first -= 1
        if first == len(tokens) - 1:
            yield self._found(Kind.TERM, tokens)
            return
        yield self._found(Kind.PERSON, tokens[first:])

    def _plain(self, tokens: Sequence[_Token], titled: bool, cued: bool, left: str) -> Iterator[_Found]:
        words = [token.folded for token in tokens]
        if any(word in ORGANISATION_LAST for word in words[1:]):
            yield self._found(Kind.ORGANISATION, tokens)
        elif len(tokens) == 1:
            yield from self._single(tokens[0], titled, cued, left)
        elif any(_DIGIT.search(token.text) for token in tokens):
            yield self._found(Kind.TERM, tokens)
        elif (
            any(word in GIVEN or _INITIAL.match(token.text) for word, token in zip(words[:-1], tokens, strict=False))
            or cued
        ):
            yield self._found(Kind.PERSON, tokens)
        elif self._role_after(tokens[-1].end) or (
            len(tokens) < 5 and self._foreign(words) and not _article_before(left)
        ):
            yield self._found(Kind.PERSON, tokens, certain=False)
        else:
            yield self._found(Kind.TERM, tokens)

    def _foreign(self, words: Sequence[str]) -> bool:
        """No word of the name is in the dictionary of the text's language or of English."""
        return not any(
            _ordinary(part, self.language) or _ordinary(part, "en")
            for word in words
            for part in word.replace("'", "-").split("-")
            if part not in PARTICLES
        )

    def _single(self, token: _Token, titled: bool, cued: bool, left: str) -> Iterator[_Found]:
        if token.folded in DOMAINS or token.folded in ORGANISATION_FIRST:
            return
        if cued:
            yield self._found(Kind.PERSON, [token])
        elif _ACRONYM.match(token.text):
            yield self._found(Kind.TERM, [token])
        elif len(token.text) > 1 and not self._ordinary_start(token, left):
            yield self._found(Kind.TERM, [token])

    def _ordinary_start(self, token: _Token, left: str) -> bool:
        """Whether a single capitalised word may be an ordinary word: at the start of a sentence, or any German noun."""
        word = token.text.lower()
        if token.folded in STOPWORDS or token.folded in DOMAINS or token.folded in ORGANISATION_FIRST:
            return True
        if self.language == "de" or not left.strip():
            return word in self.lower or _ordinary(word, self.language)
        return False

    def _left(self, start: int) -> str:
        """What stands before in the same sentence."""
        left = self.text[max(0, start - _REACH) : start]
        cut = max(map(left.rfind, _STOPS))
        return left[cut + 1 :]

    def _role_after(self, end: int) -> bool:
        """An office or a verb of speech follows: ", ministre de …", " said"."""
        words = [fold(word) for word in _NEXT_WORDS.findall(self.text[end : end + 50])[:3]]
        if self.text[end : end + 2] == ", ":
            return any(word in ROLES for word in words)
        return bool(words) and words[0] in SPEECH and self.text[end : end + 1] == " "

    def _found(self, kind: Kind, tokens: Sequence[_Token], *, certain: bool = True) -> _Found:
        start, end = tokens[0].start, tokens[-1].end
        if tokens[-1].text.endswith(".") and len(tokens) > 1 and kind is not Kind.PERSON:
            end -= 1
        name = _spaced(self.text[start:end])
        return _Found(kind, start, end, name, fold_words(name), certain=certain)


_STOPS = (". ", "! ", "? ", ": ", "; ", "\n", "  ", "« ", "“", "«", '"', "•", "…")
_BETWEEN = frozenset(" \u00a0\u202f-'’.‐‑")
_PHRASE_WORD = re.compile(r"[^\W_]+")
_ANDS = frozenset({"et", "and", "y", "e", "und"})
_DIGIT = re.compile(r"\d")
_INITIAL = re.compile(rf"(?:{_UPPER}\.)+$")


def _spaced(name: str) -> str:
    return " ".join(name.split())


def _article_before(left: str) -> bool:
    words = left.replace("’", "'").replace("'", " ").split()
    return bool(words) and words[-1].lower() in _ARTICLES


def _role_before(left: str) -> bool:
    """An office stands before, with nothing between but its field and a nationality: "ministre de la Défense …"."""
    words = left.replace("’", "'").replace("'", " ").replace(",", " ").split()
    for word in words[:-10:-1]:
        folded = fold(word)
        if folded in ROLES or folded in TITLES:
            return True
        if not (folded in ORGANISATION_LINKS or folded in DOMAINS or folded in _MODIFIERS or demonym(folded)):
            return False
    return False


_MODIFIERS = frozenset("en in ancien ancienne former ex actuel current new nouveau nouvelle a à adjoint".split())


# --- second pass: short forms ------------------------------------------------------------------------------------------


def _tied(text: str, found: Sequence[_Found], language: str | None) -> Iterator[_Found]:
    acronyms = _acronyms(text, found)
    people = _People(found)
    for one in found:
        if one.kind in (Kind.TERM, Kind.ORGANISATION) and one.name in acronyms:
            name = acronyms[one.name]
            yield replace(one, kind=Kind.ORGANISATION, name=name, tokens=fold_words(name))
        elif one.kind in (Kind.TERM, Kind.PERSON):
            yield people.tied(one)
        else:
            yield one


def _acronyms(text: str, found: Sequence[_Found]) -> Mapping[str, str]:
    """Acronyms that the text spells out, by the words before or inside their brackets."""
    full: dict[str, str] = {}
    by_end = {one.end: one for one in found}
    for bracket in _DEFINED.finditer(text):
        one = by_end.get(len(text[: bracket.start()].rstrip())) if bracket.start() < len(text) else None
        if one and one.kind in (Kind.TERM, Kind.ORGANISATION, Kind.PERSON) and _abbreviates(bracket[1], one.name):
            full.setdefault(bracket[1], one.name)
            full.setdefault(one.name, one.name)
    return full


def _abbreviates(letters: str, name: str) -> bool:
    initials = "".join(word[0] for word in fold_words(name))
    rest = iter(initials)
    return len(initials) > 1 and all(letter in rest for letter in fold(letters) if letter.isalpha())


class _People:
    """The full forms of a text's persons, and which short form means which."""

    def __init__(self, found: Sequence[_Found]) -> None:
        self._full: dict[tuple[str, ...], _Found] = {}
        self._short: dict[str, _Found | None] = {}
        self._cued = {one.tokens for one in found if one.kind is Kind.PERSON and len(one.tokens) == 1}
        for one in found:
            if one.kind is Kind.PERSON and len(one.tokens) > 1:
                self._full.setdefault(one.tokens, one)
        for one in self._full.values():
            for short in _short_forms(one.tokens):
                known = self._short.setdefault(short, one)
                if known and known is not one and not _one_person(known, one):
                    self._short[short] = None

    def tied(self, one: _Found) -> _Found:
        """A short form with its full form's value; a full form, or a name of nobody known, as it is."""
        if one.tokens in self._full:
            return replace(one, kind=Kind.PERSON)
        full = self._short.get(" ".join(one.tokens))
        if full:
            return replace(one, kind=Kind.PERSON, name=full.name, tokens=full.tokens)
        return replace(one, kind=Kind.PERSON) if one.tokens in self._cued else one


def _short_forms(words: tuple[str, ...]) -> Iterator[str]:
    """Surname with and without its particles, and with the given name's initial."""
    if _ROMAN.match(words[-1].upper()):
        return
    first = len(words) - 1
    yield words[-1]
    while first > 1 and words[first - 1] in PARTICLES:
        first -= 1
        yield " ".join(words[first:])
    yield f"{words[0][0]} {words[-1]}"


def _one_person(a: _Found, b: _Found) -> bool:
    return same_name(Name(a.name, a.tokens), Name(b.name, b.tokens)) is not NameLikeness.OTHER
