"""Days and places that a sentence gives up for others: where a meeting was moved from, when it was to be at first.

"The fair, planned for 5 May in Olm, was put off until 12 May" does not say that it is on 5 May, nor does "it opens on
the 12th and not on 5 May". Who claims the move itself ("was moved from Olm") tells of both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.compare import Likeness, compare
from factcheck.lang.mood import closes_with_verb, phrases
from factcheck.lang.slots import slots
from factcheck.match.hits import Hit
from factcheck.match.question import Question, Role
from factcheck.match.tenses import of_now
from factcheck.model import DateValue, Kind, Mention, Qualifier, Relation, Span, Value
from factcheck.reading import NAME_KINDS, WORD, Sentence

CHANGES = ("planned", "was_due", "postponed", "relocated")
"""The tables of words that tell of what was planned, and of what was given up for something else."""


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence with its words of change, by their table, each with its clause."""

    sentence: Sentence
    text: str
    said: dict[str, list[tuple[Span, Span]]]

    def before(self, at: int) -> str:
        """The word right before a place of the sentence, articles apart."""
        words = [w.lower() for w in WORD.findall(self.text[self.sentence.passage.start : at])]
        small = slots(self.sentence.language)
        while len(words) > 1 and words[-1] in small.article and words[-1] not in small.moved | small.moved_to:
            words.pop()
        return words[-1] if words else ""

    def planned(self, at: int) -> Span | None:
        """The stretch that tells what was planned, where a place of the sentence lies in one."""
        moves = [word.start for rule in ("postponed", "relocated") for word, _ in self.said[rule]]
        closing = closes_with_verb(self.sentence.language)
        for word, clause in (*self.said["was_due"], *self.said["planned"]):
            start = clause.start if closing else word.start
            moved = min((m for m in moves if m > word.end), default=clause.end)
            end = word.end if closing and word.start > at else min(clause.end, moved)
            if start <= at < end:
                return Span(start, end)
        return None


def superseded(
    question: Question, sentence: Sentence, hits: Sequence[Hit | None], text: str
) -> Iterator[tuple[int, Hit | None]]:
    """The days and places of a claim that the sentence gives up for others, with what stands in their stead."""
    change = change_of(sentence, text)
    if tells(question, CHANGES):
        return
    for place, (element, hit) in enumerate(zip(question.elements, hits, strict=True)):
        if hit is None or hit.sentence != sentence.number or hit.relation is Relation.CONFLICTS:
            continue
        if element.detail.kind is Kind.DATE:
            yield from ((place, said) for said in other_day(element.detail.value, hit, change))
        elif element.role in (Role.NAME, Role.TERM) and element.detail.kind is not Kind.PERSON:
            yield from ((place, said) for said in other_place(question, hit, change))


def tells(question: Question, rules: Sequence[str]) -> bool:
    """Whether the claim has words of change of its own."""
    return any(change_of(s, question.reading.text).said[rule] for s in question.reading.sentences for rule in rules)


def change_of(sentence: Sentence, text: str) -> Change:
    start, end = sentence.passage.start, sentence.passage.end
    return Change(sentence, text, {rule: phrases(rule, text, start, end, sentence.language) for rule in CHANGES})


def other_day(claimed: Value, hit: Hit, change: Change) -> Iterator[Hit | None]:
    """The day that stands in the stead of a claimed one that is given up; None where it is only not said which."""
    date = hit.mention
    if not_then(date, change):
        yield replace(hit, relation=Relation.CONFLICTS, instead=True, why=f"not {date.text}, it says")
        return
    small = slots(change.sentence.language)
    if change.said["postponed"] and is_range(date.value) and leads_on(date, small.moved_to):
        last = replace(date.value, first=date.value.last) if isinstance(date.value, DateValue) else date.value
        if compare(claimed, last).likeness is Likeness.CONFLICTS:
            yield replace(hit, relation=Relation.CONFLICTS, instead=True, why=f"moved: {date.text}")
        return
    if instead := day_instead(date, change):
        yield Hit(
            hit.sentence, instead, Relation.CONFLICTS, instead=True, why=f"{instead.text} in place of {date.text}"
        )


def day_instead(date: Mention, change: Change) -> Mention | None:
    """The day that a sentence puts in the place of one that was planned, or from which something was moved."""
    small = slots(change.sentence.language)
    others = [m for m in change.sentence.mentions if m.kind is Kind.DATE and m != date]
    others = [m for m in others if other_than(date.value, m.value)]
    stretch = change.planned(date.start)
    if stretch:
        firm = any(stretch.start <= word.start < stretch.end for word, _ in change.said["was_due"])
        return next((m for m in others if m.start >= stretch.end and (firm or change.said["postponed"])), None)
    moved = change.said["postponed"] and change.before(date.start) in small.moved
    return next((m for m in others if moved and change.before(m.start) in small.moved_to), None)


def other_than(a: Value, b: Value) -> bool:
    """Whether two dates are two days; two days of the week are."""
    weekdays = [isinstance(v, DateValue) and v.timex.startswith("XXXX-WXX") for v in (a, b)]
    return compare(a, b).likeness is Likeness.CONFLICTS or (all(weekdays) and a != b)


def given_up(question: Question, sentence: Sentence, text: str) -> set[Mention]:
    """The days of a sentence that it gives up for others; none where the claim tells what was planned."""
    if tells(question, ("planned", "was_due")):
        return set()
    change = change_of(sentence, text)
    return {m for m in sentence.mentions if m.kind is Kind.DATE and day_instead(m, change)}


def not_then(date: Mention, change: Change) -> bool:
    """Whether a "not", or "rather than", stands before a date and its preposition: "on the 12th and not on 5 May"."""
    small = slots(change.sentence.language)
    words = change.text[change.sentence.passage.start : date.start].lower().split()
    led = bool(words) and words[-1] in small.dated
    cues = (c for c in change.sentence.cues if c.rule in ("negation", "nothing") and c.end <= date.start)
    return led and any({w.lower() for w in WORD.findall(change.text[c.end : date.start])} <= small.dated for c in cues)


def is_range(value: object) -> bool:
    return isinstance(value, DateValue) and None not in (value.first, value.last) and "/" in value.timex


def leads_on(date: Mention, until: frozenset[str]) -> bool:
    """Whether a range is one from a day to the next: "7. auf den 21. März"."""
    return not until.isdisjoint(word.lower() for word in WORD.findall(date.text))


TO_REACH = 40
"""How many code points may lie between the place that something is moved from and the one it is moved to."""


def other_place(question: Question, hit: Hit, change: Change) -> Iterator[Hit | None]:
    """The place that stands in the stead of a claimed one; None for a claim of the past, of which it is not said."""
    small = slots(change.sentence.language)
    at, before = hit.mention, change.before(hit.mention.start)
    whither = small.whither | small.moved_to | small.place
    names = [m for m in change.sentence.mentions if m.kind in NAME_KINDS and change.before(m.start) in whither]
    names = [m for m in names if m.start > at.end]
    stretch = change.planned(at.start)
    if stretch and before in whither:
        firm = any(stretch.start <= word.start < stretch.end for word, _ in change.said["was_due"])
        instead = [m for m in names if m.start >= stretch.end and (firm or change.said["relocated"])]
    else:
        verbs = [word.start for word, _ in change.said["relocated"]]
        led = verbs and (closes_with_verb(change.sentence.language) or verbs[0] < at.start)
        moved = led and before in small.whence | small.moved
        instead = [m for m in names if moved and m.start - at.end <= TO_REACH]
    if instead:
        past = Qualifier.INTENDED not in question.mood and not of_now(question)
        why = f"{instead[0].text} in place of {at.text}"
        yield None if past else Hit(hit.sentence, instead[0], Relation.CONFLICTS, instead=True, why=why)
