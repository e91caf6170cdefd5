"""Names in running text: persons, organisations and places, each tied to its fullest form; what is unclear is a term.

Runs of capitalised words are read by themselves first (`runs`). Only what that leaves open is judged by what stands
around it: an office before, speech after, the start of a sentence. Last, short forms are tied to the full forms of the
same text ("Berg" → Anna Berg, "NPA" → Norwegian Police Academy). A name of unknown type is a term, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from factcheck.extract.runs import (
    FIELD,
    GAP,
    LINK,
    NONE,
    ROMAN,
    RUN,
    STRONG,
    WORD,
    WRAPPED_RUN,
    Piece,
    State,
    Token,
    alone,
    common,
    given,
    named,
    office,
    phrase,
    pieces,
    spaced,
    strange,
)
from factcheck.lang.concepts import CONCEPTS, concepts, kinds
from factcheck.lang.detect import Stretch
from factcheck.lang.fold import fold
from factcheck.lang.wordlists import (
    DATED,
    DETERMINERS,
    DOMAINS,
    MODIFIERS,
    ORDINARY,
    ORGANISATION_ADJECTIVES,
    ORGANISATION_FIRST,
    ORGANISATION_LAST,
    ORGANISATION_LINKS,
    PARTICLES,
    RULERS,
    SAINTS,
    SPEECH,
    TITLES,
    city_territory,
    demonym,
    organisations,
    places,
    territory_names,
)
from factcheck.model import Kind, Mention, Name
from factcheck.names import NameLikeness, same_name

__all__ = ["city_territory", "demonym", "name_mentions"]


_Found = tuple[Kind, int, int, Name, bool]
"""A stretch of the text that is some name: kind, start, end, name, and whether it is `weak`: it may be an ordinary word
then, and counts only where tied."""


def name_mentions(
    text: str,
    language: str | None = None,
    taken: Sequence[tuple[int, int]] = (),
    days: Collection[tuple[int, int]] = (),
    spoken: Sequence[Stretch] = (),
) -> list[Mention]:
    """Every person, organisation, place and term of a text, in order, without overlap.

    `taken` are the spans of other mentions (dates, money); no name is read inside them, save for those `days` and
    months that may be part of a name ("Frau Mai"). `spoken` tells the languages of
    a text that has several. A person's value is the fullest form that the text gives, a territory's its ISO 3166 code,
    another known place's or organisation's its English name.
    """
    found = [
        one
        for start, end, code in spoken or ((0, len(text), language),)
        for one in (_written_out if code in _UNCASED else _read)(text, start, end, code)
    ]
    free = _free(text, found, sorted(taken), days) if taken else found
    return _tied(text, free)


def _free(
    text: str, found: Sequence[_Found], taken: Sequence[tuple[int, int]], days: Collection[tuple[int, int]]
) -> list[_Found]:
    """The names that touch no taken span, or none but a day that is part of them."""
    free = []
    at, last = 0, len(taken)
    for one in found:
        _, start, end, _, _ = one
        while at < last and taken[at][1] <= start:
            at += 1
        if at == last or end <= taken[at][0] or (taken[at] in days and _named_after(text, one, taken[at])):
            free.append(one)
    return free


def _named_after(text: str, one: _Found, day: tuple[int, int]) -> bool:
    """Whether a day or month is part of a person's or an organisation's name: "Domingo Ortega", "in August Berg …"."""
    kind, start, end, name, _ = one
    if kind not in (Kind.PERSON, Kind.ORGANISATION) or not start <= day[0] < day[1] <= end:
        return False
    before = text[max(start - 12, 0) : start].split()
    if day[0] > start or len(name.parts) == 1:
        return True
    return not (given(name.parts[1]) or (before and fold(before[-1]) in DATED))


# --- a run in its place -----------------------------------------------------------------------------------------------


def _read(text: str, first: int, last: int, language: str | None) -> list[_Found]:
    """Every name of a stretch of a text in order, each by itself."""
    found: list[_Found] = []
    done = 0
    firm, head, organisation, english = State.FIRM, State.HEAD, Kind.ORGANISATION, language == "en"
    judge = _Surroundings(text, language)
    known = pieces(language)
    known.forget(_MOST_RUNS)
    ministries = [*judge.ministries(first, last)][::-1]
    turns = judge.turns(first, last)
    next_one = ministries[-1][1] if ministries else last
    for run in (WRAPPED_RUN if _is_wrapped(text) else RUN).finditer(text, first, last):
        origin = run.start()
        for piece in known[run[0]]:
            state, start, end = piece.state, origin + piece.start, origin + piece.end
            while start > next_one:
                found.append(ministries.pop())
                done, next_one = found[-1][2], ministries[-1][1] if ministries else last
            if start < done:
                continue
            if english and len(piece.tokens) > 1 and piece.kind is not organisation and judge.in_headline(start):
                found += judge.headline(piece, origin)
                done = end
                continue
            if state is firm:
                one: _Found | None = None if start in turns else (piece.kind, start, end, piece.name, False)
            elif state is head:
                one = judge.headed(piece, start, end)
            elif not piece.tokens:
                one = judge.single(piece, start, end)
            else:
                one = judge.several(piece, origin)
            if one:
                found.append(one)
                done = one[2]
    return found + ministries[::-1]


def _is_wrapped(text: str) -> bool:
    """Whether the lines of a text were broken at a width, so that a name may go on in the next line."""
    lines = text[:4000].split("\n")[:-1]
    long = [line for line in lines if 50 <= len(line) <= 100]
    return len(lines) > 4 and len(long) * 3 > len(lines) * 2


_SET_OFF = re.compile(r"[\w ]{0,30},(?=\s)")
"""What closes an apposition behind a name: a comma, few words before it at most."""


class _Surroundings:
    """Judges what a run alone leaves open, by the text around it."""

    def __init__(self, text: str, language: str | None) -> None:
        self._text = text
        self._language = language
        self._headlines: dict[int, bool] = {}

    def ministries(self, first: int, last: int) -> Iterator[_Found]:
        """The ministries that are written small: "le ministère de la Justice"."""
        for found in _MINISTRY.finditer(self._text, first, last):
            start, end = found.span()
            one = None if self._text[start - 1 : start].isalpha() else self._organisation(start, end)
            if one and _CAPITAL.search(self._text, end, one[2]):
                yield one

    def turns(self, first: int, last: int) -> Collection[int]:
        """Where the turns of a transcript begin: "Q. Where were you?", "A. Out"."""
        if "Q. " not in self._text:
            return ()
        return {turn.start() for turn in _TURN.finditer(self._text, first, last)}

    def headed(self, piece: Piece, start: int, end: int) -> _Found | None:
        """A known phrase or an organisation that goes on in small letters; else what stands there without them."""
        if piece.tokens:
            return self._organisation(start, end)
        after = _NEXT_WORD.match(self._text, end)
        if after and fold(after[1]) in piece.following:
            for phrases, kind in ((organisations(), Kind.ORGANISATION), (places(self._language), Kind.PLACE)):
                whole = phrase(self._text, start, phrases, kind)
                if whole and whole.name.parts:
                    return kind, start, whole.end, whole.name, False
        if piece.name.parts:
            return piece.kind, start, end, piece.name, False
        run = self._text[start:end]
        if fold(run) in ORGANISATION_FIRST:
            return self._organisation(start, end)
        fallback = alone(run, self._language)
        return self.single(fallback, start, end) if fallback else None

    def _organisation(self, start: int, end: int) -> _Found | None:
        """An organisation that starts with its noun: "Banque de développement du Mali", "Ministry of Defence"."""
        text, noun_end, at, last = self._text, end, end, start
        linked, capital = False, True
        while (word := _TAIL_WORD.match(text, at)) and at - noun_end < _LONGEST:
            at, folded = word.end(), fold(word[1])
            if word[1][0].isupper():
                if folded in ORDINARY or folded in TITLES or (not linked and (given(folded) or not capital)):
                    break
                last, end, capital, linked = word.start(1), at, True, folded in SAINTS
            elif folded in ORGANISATION_ADJECTIVES and not linked:
                end, capital = at, False
            elif folded in ORGANISATION_LINKS and not (folded in _ANDS and not self._goes_on(at, last)):
                linked = True
            else:
                break
        if end == noun_end:
            return None
        end = self._listed(end)
        return Kind.ORGANISATION, start, end, named(spaced(text[start:end])), False

    def _goes_on(self, at: int, last: int) -> bool:
        """Whether "et", "and" goes on with another field of one office ("et des Finances") or within a place's name."""
        field = _FIELD.match(self._text, at)
        if not field:
            return False
        place = phrase(self._text, last, places(self._language), Kind.PLACE)
        return self._is_field(field) or (place is not None and bool(place.name.parts) and place.end > at)

    def _is_field(self, field: re.Match[str]) -> bool:
        """Whether a capitalised word is what an office is for, and opens no other name: "and Fisheries"."""
        word, after = fold(field["field"]), field["after"]
        if word in ORGANISATION_FIRST or word in ORDINARY or word in TITLES or given(word) or office(word):
            return False
        if after and after[0].isupper() and (office(fold(after)) or fold(after) in _HEADS):
            return False  # "and Prime Minister Berg"
        known = word in organisations() or word in places(self._language) or demonym(word)
        return word in DOMAINS or (not known and common(field["field"], self._language))

    def _listed(self, end: int) -> int:
        """Where a list of fields ends that begins behind a comma ("Ministère de la Culture, des Sports et de …")."""
        at = end
        while field := _LISTED.match(self._text, at):
            if not self._is_field(field):
                break
            at = field.end("field")
            if field["and"]:
                return at
        return end

    def several(self, piece: Piece, origin: int) -> _Found | None:
        """Several words of unknown type: a person where an office, speech or their strangeness tells, else a term."""
        tokens = piece.tokens
        start = origin + piece.start
        vouched = STRONG if piece.titled else self._office_before(start, tokens[0].folded in DOMAINS)
        while tokens and tokens[0].folded in DOMAINS and (vouched or len(tokens) > 2):
            tokens = tokens[1:]  # "ministre de la Défense Pierre Martin"
        first = next((at for at, token in enumerate(tokens[:-1]) if given(token.folded)), -1)
        if first > 0 and all(self._ordinary(token.text, start) for token in tokens[:first]):
            tokens = tokens[first:]  # "Actrice Scarlett Johansson"
        if not tokens:
            return None
        opens = self._opens(origin + tokens[0].start)
        firm = False
        if (opens or self._language == "de") and not vouched and self._leads(tokens, start):
            meaning = concepts(tokens[0].text.lower(), self._language or "")
            tokens = tokens[1:]  # "Discover UltraLux"
            firm = any(CONCEPTS[id].root == "organisation" for id in meaning)  # "Carmaker Norvik said"
        start, end = origin + tokens[0].start, origin + tokens[-1].end
        name = spaced(self._text[start:end])
        telling = self._vouched(end) or (strange(name, self._language) and not self._article(start))
        if vouched or first >= 0 or (telling and not firm):
            return Kind.PERSON, start, end, named(name), False
        capitals_tell = self._language != "de" and not self.in_headline(start)  # those past the first word
        weak = opens and not capitals_tell and all(self._ordinary(token.text, start) for token in tokens)
        return Kind.TERM, start, end, named(name), weak

    def _leads(self, tokens: Sequence[Token], start: int) -> bool:
        """Whether the first word opens the sentence as an ordinary word before a name: "Discover"."""
        first, second, *_ = *tokens, tokens[0]
        adjacent = second.start == first.end + 1 and first.folded not in PARTICLES
        if second.start > first.end + 1 and self._ordinary(first.text, start):
            return self._of_somebody(first.text, start + tokens[-1].end - first.start)
        return (
            adjacent
            and self._ordinary(first.text, start)
            and not any(self._ordinary(token.text, start) for token in tokens[1:])
        )

    def _of_somebody(self, word: str, end: int) -> bool:
        """Whether a word opens what somebody is to another: "Client de Norvik, Tavira …"; never in English."""
        if self._language == "en" or not _SET_OFF.match(self._text, end):
            return False
        meant = {kind for id in concepts(word.lower(), self._language) for kind in (id, *kinds(id))}
        return (
            any(CONCEPTS[id].root == "person" or CONCEPTS[id].kind == "relation" for id in meant) or "company" in meant
        )

    def in_headline(self, start: int) -> bool:
        """Whether a line is written the English way, With Capitals for Nearly Every Word."""
        if self._language != "en":
            return False
        first = self._text.rfind("\n", max(0, start - _HEADLINE), start) + 1
        if first not in self._headlines:
            line, _, _ = self._text[first : first + _HEADLINE + 1].partition("\n")
            words = [word for word in WORD.findall(line) if len(word) > 3]
            capitals = sum(word[0].isupper() for word in words)
            self._headlines[first] = len(line) <= _HEADLINE and len(words) > 3 and capitals > 0.8 * len(words)
        return self._headlines[first] and start < first + _HEADLINE

    def headline(self, piece: Piece, origin: int) -> Iterator[_Found]:
        """The names of a stretch of headline, where a capital tells nothing: given names with a surname, rare words."""
        group: list[Token] = []
        for token in (*piece.tokens, None):
            person = bool(group) and given(group[0].folded)
            if token and ((person and len(group) == 1) or not common(token.text, self._language)):
                group.append(token)
                continue
            if group:
                start, end = origin + group[0].start, origin + group[-1].end
                name = spaced(self._text[start:end])
                told = len(group) > 1 and (person or strange(name, self._language))
                yield Kind.PERSON if told else Kind.TERM, start, end, named(name), False
            group = [token] if token and given(token.folded) else []
            if token and not group:
                yield Kind.TERM, origin + token.start, origin + token.end, named(token.text), True

    def single(self, piece: Piece, start: int, end: int) -> _Found:
        """One word of unknown type: a person after an office, else a term; weak where it may be an ordinary word."""
        name, ordinary = piece.name.name, piece.common
        if piece.titled or self._office_before(start, False) == STRONG:
            return Kind.PERSON, start, end, piece.name, False
        if name.isupper() and len(name) < 6:
            weak = ordinary and self._shouted(start, end)
        elif name.isupper() or self._language == "de" or self.in_headline(start):
            weak = ordinary
        else:
            weak = self._opens(start) and (ordinary or self._written_small(name, start))
        return Kind.TERM, start, end, piece.name, weak

    def _shouted(self, start: int, end: int) -> bool:
        """Whether what stands around is in capitals too, so that they make no acronym."""
        return self._text[max(0, start - 20) : start].isupper() or self._text[end : end + 20].isupper()

    def _opens(self, start: int) -> bool:
        """Whether a word opens a sentence, a line, a quotation or a column of a ticker."""
        before = self._text[max(0, start - 2) : start]
        return not before or before[-1] in _OPENERS or (before[-1] in " \u00a0\u202f" and before[0] in _OPENERS_SPACED)

    def _ordinary(self, word: str, start: int) -> bool:
        """Whether a capitalised word is an ordinary one: written small in the same text, or in the dictionary."""
        return common(word, self._language) or self._written_small(word, start)

    def _written_small(self, word: str, start: int) -> bool:
        """Whether a word stands with a small letter in the text around."""
        return len(word) > 2 and self._text.find(f" {word.lower()} ", max(0, start - _AROUND), start + _AROUND) >= 0

    def _article(self, start: int) -> bool:
        """Whether an article or its like stands before, which persons do not have."""
        before = self._text[max(0, start - 12) : start].replace("’", " ").replace("'", " ").split()
        return bool(before) and before[-1].lower() in DETERMINERS.get(self._language or "", frozenset())

    def _office_before(self, start: int, linked: bool) -> int:
        """The office before a name, with nothing between but its field and nationality: "ministre de la Défense …".

        Right before the name "de", "of" shows an office of that name ("président de Renault"), unless it is `linked`.
        """
        text, end = self._text, start
        nearest = max(0, start - _REACH)
        while end > nearest:
            end -= text[end - 1] == " "
            space = text.rfind(" ", nearest, end)
            step = _step(text[max(space + 1, nearest) : end])
            if step > FIELD or space < 0 or (step == LINK and end > start - 2 and not linked):
                return max(step, NONE)
            end = space + 1
        return NONE

    def _vouched(self, end: int) -> bool:
        """An office or a verb of speech follows: ", ministre de …", " said"."""
        text = self._text
        if text[end : end + 2] == ", ":
            return any(office(fold(word)) for word in WORD.findall(text[end : end + 50])[:3])
        after = _NEXT_WORD.match(text, end)
        return after is not None and fold(after[1]) in SPEECH


_MOST_RUNS = 1 << 16
"""How many runs of words are remembered, at most."""
_REACH = 90
"""How far to the left, in code points, an office may stand from the name that it belongs to."""
_AROUND = 4_000
"""How far, in code points, a capitalised word is looked for in small letters."""
_HEADLINE = 200
"""The longest line that may be a headline."""
_LONGEST = 90
"""How many code points an organisation's name may go on after its noun."""
_TAIL_WORD = re.compile(rf"(?:{GAP}|{GAP}(?:d|l|dell|all|nell)['’]|['’])([^\W\d_][\w\-\u0300-\u036f]*)")
_NEXT_WORD = re.compile(rf"(?:{GAP}|[-'’])([^\W_][\w\u0300-\u036f]*)")
_ANDS = frozenset(("et", "and", "y", "e", "und", "en"))
_MINISTRY = re.compile(r"minist(?:ère|ero|erio|ério|erie)(?= )")
_CAPITAL = re.compile(r"[^\W\d_a-zà-ÿ]")
_TURN = re.compile(r"^[QA]\. ", re.MULTILINE)
_HEADS = ORGANISATION_FIRST | ORGANISATION_LAST
_FIELD_OF = (
    rf"{GAP}(?:(?:of|d[eu]|des|del|dell[aeo]|dei|degli|d[oa]s?|für|voor){GAP}(?:(?:l[aeo]s?|the){GAP}|l['’])?"
    rf"|(?:d|dell)['’])?(?P<field>[^\W\d_a-zà-ÿ][\w\-\u0300-\u036f]+)(?:{GAP}(?P<after>[^\W\d_]+))?"
)
_FIELD = re.compile(_FIELD_OF)
_LISTED = re.compile(rf"(?:,|,?{GAP}(?P<and>et|and|y|e|und|en)){_FIELD_OF}")
_OPENERS = frozenset('\n\t\r«“"„‘([•|*')
_OPENERS_SPACED = frozenset(" \n.!?:;…»«”“\"'–—-•|*>)\u00a0")


@lru_cache(maxsize=1 << 15)
def _step(word: str) -> int:
    """What a word left of a name is: an office, a link on the way to one, or the end of the way."""
    folded = fold(word.rpartition("’")[2].rpartition("'")[2].rstrip(","))
    if not folded:
        return LINK if word else NONE
    if folded in RULERS:
        return STRONG
    if vouches := office(folded):
        return vouches
    if folded in DOMAINS or folded in MODIFIERS or demonym(folded):
        return FIELD
    return LINK if folded in ORGANISATION_LINKS else NONE


# --- short forms ------------------------------------------------------------------------------------------------------


def _tied(text: str, found: Sequence[_Found]) -> list[Mention]:
    """The names of a text with short forms tied to full ones, and weak ones left out that nothing ties."""
    acronyms = _acronyms(text, found)
    people = _people(found)
    term, person, place = Kind.TERM, Kind.PERSON, Kind.PLACE
    firm = {name.parts for kind, _, _, name, weak in found if kind is term and not weak}
    tied: list[Mention] = []
    for one in found:
        kind, start, end, name, weak = one
        if kind is not place:
            if acronyms and name.name in acronyms:
                kind, name = Kind.ORGANISATION, named(acronyms[name.name])
            elif (kind is person or kind is term) and (known := people.get(name.parts)):
                kind, name = person, known
            elif weak and name.parts not in firm:
                continue
        tied.append(Mention(kind, start, end, text[start:end], name))
    return tied


def _acronyms(text: str, found: Sequence[_Found]) -> Mapping[str, str]:
    """Acronyms that the text spells out, each with the name that stands before its brackets."""
    spelled: dict[str, str] = {}
    for (kind, _, before, full, _), (_, start, end, _, _) in pairwise(found):
        if start - before < 4 and text[before:start] in _BRACKETS and kind is not Kind.PLACE:
            letters = text[start:end]
            if text[end : end + 1] == ")" and _abbreviates(letters, full):
                spelled[letters] = spelled[full.name] = full.name
    return spelled


_BRACKETS = frozenset((" (", "\u00a0(", " («", " (« "))


def _abbreviates(letters: str, name: Name) -> bool:
    """Whether letters stand for a name: in its words' order, or all of them in another language's (OTAN, NATO)."""
    initials = [word[0] for word in name.parts]
    wanted = [letter for letter in fold(letters) if letter.isalpha()]
    if not 1 < len(wanted) < 9:
        return False
    rest = iter(initials)
    return all(letter in rest for letter in wanted) or sorted(wanted) == sorted(initials)


def _people(found: Sequence[_Found]) -> Mapping[_Words, Name]:
    """The words by which a text names its persons → the full form that it gives; no short form of several persons."""
    full: dict[_Words, Name] = {}
    short: dict[_Words, Name | None] = {}
    vouched: dict[_Words, Name] = {}
    person = Kind.PERSON
    for kind, _, _, name, _ in found:
        if kind is person:
            (full if len(name.parts) > 1 else vouched).setdefault(name.parts, name)
    for name in full.values():
        for form in _short_forms(name.parts):
            known = short.setdefault(form, name)
            if known is not name and known and same_name(known, name) is NameLikeness.OTHER:
                short[form] = None
    return vouched | full | {form: name for form, name in short.items() if name}


_Words = tuple[str, ...]


@lru_cache(maxsize=1 << 14)
def _short_forms(words: _Words) -> tuple[_Words, ...]:
    """The surnames ("García Márquez", "Márquez", "García"), and the last after the given name's initial."""
    if ROMAN.match(words[-1].upper()):
        return ()
    surnames = [words[first:] for first in range(1, len(words))]
    if len(words) > 2 and not (given(words[1]) or words[1] in PARTICLES or len(words[1]) < 3):
        surnames.append(words[1:2])
    return (*surnames, (words[0][0], words[-1]))


# --- scripts without capitals -----------------------------------------------------------------------------------------

_UNCASED = frozenset({"ar", "fa", "he", "hi", "ja", "ka", "ko", "th", "ur", "zh"})


def _written_out(text: str, first: int, last: int, language: str | None) -> list[_Found]:
    """Territories by their CLDR names, the only names that a script without capitals shows by itself."""
    pattern, codes = _territory_pattern(language or "")
    return [
        (Kind.PLACE, *found.span(1), named(codes[found[1]]), False) for found in pattern.finditer(text, first, last)
    ]


@lru_cache(maxsize=8)
def _territory_pattern(language: str) -> tuple[re.Pattern[str], Mapping[str, str]]:
    codes = territory_names(language)
    names = "|".join(re.escape(name) for name in sorted(codes, key=lambda name: (-len(name), name)))
    clitic = "[وبلفك]?" if language in {"ar", "fa", "ur"} else "[ובלמהכש]?" if language == "he" else ""
    edges = ("", "") if language in {"ja", "th", "zh", "ko"} else (rf"(?<!\w){clitic}", r"(?!\w)")
    return re.compile(f"{edges[0]}({names}){edges[1]}"), codes
