"""Dates that say less than the day or year a claim gives its figure: what a period sums up, what is only compared.

"Has planted 300 trees since 2008" does not give 300 trees to 2008, nor does "planted 300 trees, more than in 2019" give
them to 2019.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeGuard

from factcheck.compare import Likeness, compare, end_points, limits_conflict, plain_date
from factcheck.lang import language as language_of
from factcheck.lang.slots import slots
from factcheck.match.hits import Hit, Places, mention_of
from factcheck.match.question import Question, Role
from factcheck.match.tenses import in_the_past, of_now
from factcheck.match.whose.ties import AMOUNTS
from factcheck.model import DateValue, Detail, Kind, Mention, Qualifier, Relation, Value
from factcheck.reading import Reading, Sentence, Term
from factcheck.reading.side import Side
from factcheck.reading.voice import passive


def dated_in_full(question: Question, source: Reading, found: Places) -> Places:
    """The hits with the dates short of the claim that the source gives to more than the claimed day, or to another."""
    return tuple(
        {number: kept for number, hits in here.items() if (kept := as_dated(hits, e.detail, question, source))}
        if e.detail.kind is Kind.DATE and not claimed_by_comparison(e.detail, question)
        else here
        for e, here in zip(question.elements, found, strict=True)
    )


def as_dated(hits: tuple[Hit, ...], claimed: Detail, question: Question, source: Reading) -> tuple[Hit, ...]:
    counting = any(e.detail.kind in AMOUNTS for e in question.elements)
    kept = [as_end(judged, claimed, question) for hit in hits if (judged := as_compared(hit, source))]
    if counting:
        kept = [summed(hit, claimed) for hit in kept]
    elif not lasting(question):
        kept = [begun_elsewhen(hit, claimed) for hit in kept]
    kept = [as_limit(hit, claimed, question, source) for hit in kept if not meets(hit, claimed, question, source)]
    if spans(claimed, question):
        once = any(e.term and LEFT_SO.intersection(e.term.concepts) for e in question.elements)
        ends = end_asked(claimed, question) is not None
        kept = [
            hit
            if (once and begun_then(hit, claimed)) or (ends and told_whole(hit.mention.value))
            else throughout(hit, claimed)
            for hit in kept
        ]
    return tuple(sorted(kept, key=lambda hit: hit.rank))


def spans(date: Detail, question: Question) -> bool:
    """Whether a claim tells of all of a time: "since 2015", "until May", "from 2015 to 2018"; not "between the two"."""
    value = date.value
    if not isinstance(value, DateValue) or value.mod:
        return False
    sentences = question.reading.sentences
    here = next((s for s in sentences if s.passage.start <= date.start < s.passage.end), None)
    if here is None:
        return False
    small = slots(here.language)
    before = set(TOKEN.findall(question.reading.text[here.passage.start : date.start].lower())[-UNTIL_REACH:])
    if "/" in value.timex:
        return not any("BETWEEN" in language_of(here.language).words.get(word, {}) for word in before)
    return is_open(value) and (value.last is None or not small.until.isdisjoint(before))


def begun_then(hit: Hit, claimed: Detail) -> bool:
    """Whether a date is the day or in the year from which a claim says something to be so: "closed it in May 2018"."""
    said, since = hit.mention.value, claimed.value
    return isinstance(said, DateValue) and isinstance(since, DateValue) and said.timex.startswith(since.timex)


def throughout(hit: Hit, claimed: Detail) -> Hit:
    """A hit, imprecise where the source gives only a day or a part of the time that the claim tells of."""
    said = hit.mention.value
    if (
        hit.relation is Relation.CONFLICTS
        or not isinstance(said, DateValue)
        or not isinstance(claimed.value, DateValue)
    ):
        return hit
    if "/" in said.timex if "/" in claimed.value.timex else is_open(said):
        return hit
    why = f"of a part of the time that {claimed.text} tells of"
    return replace(hit, relation=Relation.COMPATIBLE, precise=False, why=why)


LASTING = frozenset(
    {"lead", "manage", "live-reside", "work-act", "serve-as", "teach", "study", "stay", "represent", "own-hold"}
    | {"govern", "exist", "cooperate", "suffer", "allow"}
)
"""Acts that go on from the day they begin: who leads a firm since 2016 does not lead it since 2015."""

LEFT_SO = frozenset(
    {"open", "close", "suspend", "ban", "imprison", "occupy", "block", "isolate", "connect", "unite", "divide"}
)
"""Acts that leave something so, once it is done: what has been closed since May is not closed again in June."""


def lasting(question: Question) -> bool:
    """Whether a claim tells how something is, and not what was done several times or more and more."""
    sides = [Side(sentence, question.reading.text) for sentence in question.reading.sentences[:1]]
    acts = [e.term for e in question.elements if e.term and e.term.act and not e.term.attribute]
    return all(goes_on(act, side) for side in sides for act in acts)


def goes_on(act: Term, side: Side) -> bool:
    if LEFT_SO.intersection(act.concepts):
        return passive(mention_of(act), side)
    return bool(LASTING.intersection(act.concepts))


def begun_elsewhen(hit: Hit, claimed: Detail) -> Hit:
    """A hit that denies nothing where both sides only tell since or until when something was done, again and again."""
    if hit.relation is not Relation.CONFLICTS or not (is_open(claimed.value) and is_open(hit.mention.value)):
        return hit
    why = f"of another time than {claimed.text}, which may both be so"
    return replace(hit, relation=Relation.COMPATIBLE, precise=False, why=why)


def summed(hit: Hit, claimed: Detail) -> Hit:
    """A hit, imprecise where a figure of the claimed time is one of all the time since or until then."""
    if hit.relation is Relation.CONFLICTS or not is_closed(claimed.value) or not is_open(hit.mention.value):
        return hit
    why = f"of a longer time, not of {claimed.text} alone"
    return replace(hit, relation=Relation.COMPATIBLE, precise=False, why=why)


def as_limit(hit: Hit, claimed: Detail, question: Question, source: Reading) -> Hit:
    """A hit on a day before which something is to be, or was: an offer "until 30 May" is none "until 31 May".

    Of what is past and done both may be told: who left before the 30th left before the 31st.
    """
    ours, theirs = claimed.value, hit.mention.value
    if not (ends_then(ours) and ends_then(theirs) and limits_conflict(ours, theirs)):
        return hit
    if of_now(question) and not in_the_past(source.sentences[hit.sentence], source.text):
        why = f"until {theirs.timex}, not until {ours.timex}"
        return replace(hit, relation=Relation.CONFLICTS, why=why)
    if ours.mod and theirs.mod and hit.relation is Relation.CONFLICTS:
        why = f"before {theirs.timex}, which may be before {ours.timex} too"
        return replace(hit, relation=Relation.COMPATIBLE, precise=False, why=why)
    return hit


BEGINS, ENDS = frozenset({"start", "take-office"}), frozenset({"end", "expire", "leave-office"})
"""Acts that give their date to the beginning of something, and to its end."""


def as_end(hit: Hit, claimed: Detail, question: Question) -> Hit:
    """A hit on a time told from end to end, where the claim tells but one of them: "began on the 3rd", "until 2015"."""
    ours, theirs = claimed.value, hit.mention.value
    if not isinstance(ours, DateValue) or not isinstance(theirs, DateValue) or ours.mod or ours.each:
        return hit
    own, ends, asked = plain_date(ours.timex), end_points(theirs), end_asked(claimed, question)
    if own is None or ends is None or asked is None:
        return hit
    told = compare(own, ends[asked])
    if told.likeness is Likeness.UNLIKE:
        return hit
    why = f"{'ends' if asked else 'begins'} {ends[asked].timex}"
    if told.likeness is Likeness.CONFLICTS:
        return replace(hit, relation=Relation.CONFLICTS, why=f"{why}, not {ours.timex}")
    relation = Relation.EQUAL if told.likeness is Likeness.EQUAL else Relation.COMPATIBLE
    return replace(hit, relation=relation, precise=told.finer >= 0 and not told.loose, why=why)


def end_asked(claimed: Detail, question: Question) -> int | None:
    """Which end of a time a claim's date is, 0 for its beginning and 1 for its end; None where it tells neither."""
    asked = next((s for s in question.reading.sentences if s.passage.start <= claimed.start < s.passage.end), None)
    if asked is None:
        return None
    small = slots(asked.language)
    before = ahead(claimed.start, asked, question.reading.text)
    if not before.isdisjoint(small.until):
        return 1
    acts = {id for e in question.elements if e.term and e.role is Role.ACT for id in e.term.concepts}
    since = isinstance(claimed.value, DateValue) and opens_only(claimed.value)
    if since or not (acts.isdisjoint(BEGINS) and before.isdisjoint(small.start - small.of)):
        return 0
    return 1 if not acts.isdisjoint(ENDS) else None


def told_whole(value: Value) -> bool:
    """Whether a time is told from end to end: "from 2010 to 2015"."""
    return isinstance(value, DateValue) and end_points(value) is not None


def opens_only(value: DateValue) -> bool:
    return value.first is not None and value.last is None


def meets(hit: Hit, claimed: Detail, question: Question, source: Reading) -> bool:
    """Whether one side tells from when something is so and the other until when: neither denies the other's day."""
    if hit.relation is not Relation.CONFLICTS or told_whole(hit.mention.value):
        return False
    asked = next((s for s in question.reading.sentences if s.passage.start <= claimed.start < s.passage.end), None)
    here = source.sentences[hit.sentence]
    ours = ahead(claimed.start, asked, question.reading.text) if asked else set()
    theirs = ahead(hit.mention.start, here, source.text)
    mine, small = slots(question.reading.language), slots(here.language)
    begun_here = bool(ours & mine.until) and bool(theirs & small.start)
    return begun_here or (bool(ours & mine.start) and bool(theirs & small.until))


def ahead(start: int, sentence: Sentence, text: str) -> set[str]:
    """The words right before a date that tell how it is meant: "until", "from"."""
    return set(TOKEN.findall(text[sentence.passage.start : start].lower())[-UNTIL_REACH:])


def ends_then(value: object) -> TypeGuard[DateValue]:
    """Whether a date only closes a time: "until May", "before 3 June"."""
    return isinstance(value, DateValue) and (value.mod == "BEFORE" or (value.first is None and value.last is not None))


def is_open(value: object) -> bool:
    """Whether a date opens or closes a time whose other end is not told: "since 2008", "by 2018"."""
    return isinstance(value, DateValue) and (value.first is None) != (value.last is None)


def is_closed(value: object) -> bool:
    return isinstance(value, DateValue) and value.first is not None and value.last is not None


def as_compared(hit: Hit, source: Reading) -> Hit | None:
    """A hit, imprecise where something is only compared with its date; no other date denies the claim so."""
    if not compared(hit.mention, source.sentences[hit.sentence], source.text):
        return hit
    if hit.relation is Relation.CONFLICTS:
        return None
    why = f"only compared with {hit.mention.text}"
    return replace(hit, relation=Relation.COMPATIBLE, precise=False, why=why)


def claimed_by_comparison(date: Detail, question: Question) -> bool:
    text = question.reading.text
    said = Mention(date.kind, date.start, date.end, date.text, date.value)
    return any(
        compared(said, sentence, text)
        for sentence in question.reading.sentences
        if sentence.passage.start <= date.start < sentence.passage.end
    )


def undated(claimed: Detail, said: Hit | None, question: Question, source: Reading, here: Sentence) -> bool:
    """Whether a passage is of no such time as a claim gives: of another, of none told, or only compared with it.

    A claim may itself only compare with a date.
    """
    if claimed_by_comparison(claimed, question):
        return False
    if said:
        return compared(said.mention, source.sentences[said.sentence], source.text)
    dates = [m.value for m in here.mentions if isinstance(m.value, DateValue)]
    if not dates and known_year(claimed.value):
        return not any(agree(claimed.value, running) for running in running_dates(here, source))
    return any(map(known_year, (claimed.value, *dates))) or any(apart(claimed.value, when) for when in dates)


def known_year(value: object) -> bool:
    return isinstance(value, DateValue) and value.timex[:4].isdigit()


def apart(a: Value, b: Value) -> bool:
    """Whether two dates name two times, be it two weekdays of unknown weeks."""
    days = [v.weekday for v in (a, b) if isinstance(v, DateValue) and v.weekday is not None]
    return compare(a, b).likeness is Likeness.CONFLICTS or len(set(days)) > 1


def agree(a: Value, b: Value) -> bool:
    return compare(a, b).likeness in (Likeness.EQUAL, Likeness.COMPATIBLE)


def running_dates(sentence: Sentence, source: Reading) -> Iterator[DateValue]:
    """The times that a sentence without a date may be of: the last that was told before it, the day of publication."""
    before = [m.value for m in source.mentions if m.end <= sentence.passage.start]
    yield from [v for v in before if isinstance(v, DateValue) and known_year(v)][-1:]
    if day := source.published:
        yield DateValue(day.isoformat(), day, day)


THAN_REACH = 6
"""How many words may lie between a "than" and its date ("more than it had sold in 2019")."""

MORE_REACH = 3
"""How many words before the "than" may hold the "more" ("plus d'arbres qu'en 2019")."""

TOKEN = re.compile(r"[^\W\d_]+['’]?|\d+|[^\w\s]")


def compared(date: Mention, sentence: Sentence, text: str) -> bool:
    """Whether a "more than" leads to a date, no other figure and no comma between."""
    small = slots(sentence.language)
    words = [word.lower() for word in TOKEN.findall(text[sentence.passage.start : date.start])]
    at = next((n for n in range(len(words) - 1, -1, -1) if words[n] in small.than), None)
    if at is None or len(words) - at - 1 > THAN_REACH or not all(word[0].isalpha() for word in words[at:]):
        return False
    return not small.more.isdisjoint(words[max(0, at - MORE_REACH) : at])


# --- what was so then ---


def ended(question: Question, sentence: Sentence, text: str) -> bool:
    """Whether a sentence tells until when something was so, which a claim says to be so: "lived there until 2010"."""
    small = slots(sentence.language)
    return of_now(question) and any(
        is_open(m.value)
        and isinstance(m.value, DateValue)
        and m.value.first is None
        and not small.until.isdisjoint(TOKEN.findall(text[sentence.passage.start : m.start].lower())[-UNTIL_REACH:])
        and in_the_past(sentence, text)
        for m in sentence.mentions
    )


UNTIL_REACH = 2
"""How many words before a date may hold the one that says that something ended then ("fino al 2010")."""


def of_then(question: Question, sentence: Sentence, text: str) -> bool:
    """Whether a sentence gives its figures for a time gone by, and the claim its own for now: "in 1950 it had 300"."""
    if Qualifier.INTENDED in question.mood or any(e.detail.kind is Kind.DATE for e in question.elements):
        return False
    years = [m.value for m in sentence.mentions if isinstance(m.value, DateValue) and m.value.timex[:4].isdigit()]
    return bool(years) and all(map(is_closed, years)) and of_now(question) and in_the_past(sentence, text)
