"""What of a thing a figure measures: how deep or wide it is, how old, how long it lasts, of how much it is a price.

"Eight metres wide" does not say "eight metres deep", nor denies it, and "4 euros a crate" is no price of a kilo.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.lang import language as language_of
from factcheck.lang.concepts import lemma
from factcheck.lang.fold import fold
from factcheck.lang.slots import slots
from factcheck.match.hits import Hit, Places, same_noun
from factcheck.match.question import Element, Question, Role, bounding
from factcheck.model import DateValue, Detail, Duration, Mention, Money, Quantity, Relation
from factcheck.reading import WORD, Reading, Sentence, Term
from factcheck.units import unit_of

DIMENSIONS = {
    **dict.fromkeys(("deep", "depth", "shallow"), "depth"),
    **dict.fromkeys(("wide", "width", "narrow"), "width"),
    **dict.fromkeys(("long", "length", "last-duration"), "length"),
    **dict.fromkeys(("high", "height-size"), "height"),
    **dict.fromkeys(("weight", "heavy"), "weight"),
    **dict.fromkeys(("consist", "capacity"), "content"),
    **dict.fromkeys(("age", "old"), "age"),
    "thick": "thickness",
    "diameter": "diameter",
    "radius": "radius",
    "distance": "distance",
    "speed": "speed",
}
"""What a figure beside a word of these concepts measures."""

LED = 4
"""How many small words may stand between a figure and the word that tells what it measures ("depth of about 8 m")."""


def alike_measured(question: Question, source: Reading, found: Places) -> Places:
    """The hits without the figures that measure something else of the thing than the claim's."""
    return tuple(
        {number: kept for number, hits in here.items() if (kept := of_one_measure(hits, claimed, source))}
        if element.role is Role.VALUE and (claimed := of_claim(element.detail, question))
        else here
        for element, here in zip(question.elements, found, strict=True)
    )


def of_one_measure(hits: tuple[Hit, ...], claimed: Measure, source: Reading) -> tuple[Hit, ...]:
    """The hits of a sentence that measure what the claim does; where none does, what has its figure is short of it."""
    hits = tuple(as_rated(hit, claimed.rate, of_source(hit, source).rate) for hit in hits)
    alike = tuple(hit for hit in hits if not unlike(claimed, of_source(hit, source)) or hit.why == OTHER_TIME)
    others = (hit for hit in hits if hit.relation is not Relation.CONFLICTS)
    return alike or tuple(
        replace(hit, relation=Relation.COMPATIBLE, precise=False, other=True, why=OTHER) for hit in others
    )


OTHER = "measures something else here"
"""Why a figure that is the claim's is not the claimed one."""

OTHER_TIME = "the same sum, for another length of time"
"""Why a price denies the claimed one that has its figure: "9 euros a month" is not "9 euros a year"."""


def as_rated(hit: Hit, claimed: Rate | None, here: Rate | None) -> Hit:
    """A hit, denying the claim where it is the same sum for another length of time."""
    times = claimed is not None and here is not None and bool(claimed.unit and here.unit) and not claimed.same(here)
    equal = times and hit.relation is Relation.EQUAL
    return replace(hit, relation=Relation.CONFLICTS, why=OTHER_TIME) if equal else hit


@dataclass(frozen=True, slots=True)
class Rate:
    """The noun of which a sum is the price, as its lemma ("kilo" of "4 euros a kilo"); `unit` where it is of time."""

    noun: str
    language: str
    unit: object = None

    def same(self, other: Rate) -> bool:
        if self.unit or other.unit:
            return self.unit == other.unit
        mine, theirs = unit_of(self.noun), unit_of(other.noun)
        return (mine is not None and mine == theirs) or same_noun(self.noun, self.language, other.noun, other.language)


@dataclass(frozen=True, slots=True)
class Measure:
    """What a figure measures: a dimension, and a rate; each None where nothing tells."""

    dimension: str | None = None
    rate: Rate | None = None


def unlike(claimed: Measure | None, here: Measure) -> bool:
    """Whether a figure here cannot be the claimed one. A sum without a rate is none of a rate, but of a time's."""
    if claimed is None:
        return False
    if claimed.dimension and here.dimension:
        return claimed.dimension != here.dimension
    if claimed.rate is None:
        return False
    return not claimed.rate.same(here.rate) if here.rate else claimed.rate.unit is None


def of_claim(detail: Detail, question: Question) -> Measure | None:
    """What a value of a claim measures; None where nothing tells."""
    said = Mention(detail.kind, detail.start, detail.end, detail.text, detail.value)
    return next(
        (
            told
            for sentence in question.reading.sentences
            if detail.end and sentence.passage.start <= detail.start < sentence.passage.end
            if (told := measured(said, sentence, question.reading.text)) != Measure()
        ),
        None,
    )


def measured_alike(
    element: Element, figures: Sequence[Mention], question: Question, sentence: Sentence, text: str
) -> list[Mention]:
    """The figures of a sentence that may measure what a value of the claim does."""
    claimed = of_claim(element.detail, question)
    return [m for m in figures if not unlike(claimed, measured(m, sentence, text))]


def of_source(hit: Hit, source: Reading) -> Measure:
    return measured(hit.mention, source.sentences[hit.sentence], source.text)


def measured(figure: Mention, sentence: Sentence, text: str) -> Measure:
    """What the words beside a figure tell it to measure."""
    if isinstance(figure.value, Money):
        return Measure(rate=rate(figure, sentence, text))
    if isinstance(figure.value, Quantity | Duration):
        return Measure(dimension(figure, sentence, text))
    return Measure()


def dimension(figure: Mention, sentence: Sentence, text: str) -> str | None:
    """What a length or a time is: "depth" of "8 metres deep" and of "a depth of 8 metres"."""
    if isinstance(figure.value, Duration) and (told := of_time(figure, sentence, text)):
        return told
    small = slots(sentence.language)
    behind = next((t for t in sentence.terms if t.end > figure.end), None)
    next_to = behind and leads(text[figure.end : behind.start], small.of | small.article | small.place | {"-"})
    told = dimension_of(behind) if behind and next_to else None
    before = (dimension_of(t) for t in ahead(figure, sentence, text))
    return told or next((found for found in before if found and found != "age"), None)


def ahead(figure: Mention, sentence: Sentence, text: str) -> Sequence[Term]:
    """The words that lead to a figure: the last before it, and with "is" before it what that one belongs to.

    "A depth of 8 metres", "the depth of the lake is 8 metres".
    """
    small = slots(sentence.language)
    last = [m.end for m in sentence.mentions if m.end <= figure.start and isinstance(m.value, Quantity | Duration)]
    before = [t for t in sentence.terms if t.end <= figure.start and not t.valued and t.start >= max(last, default=0)]
    if not before:
        return ()
    between = text[before[-1].end : plain_start(figure, sentence, text)]
    if not leads(between, small.of | small.article | small.copula | small.have):
        return ()
    is_so = not small.copula.isdisjoint(between.lower().split())
    of = len(before) > 1 and leads(text[before[-2].end : before[-1].start], small.of | small.article)
    return before[-1:] if not (is_so and of) else before[-1:-3:-1]


def dimension_of(term: Term) -> str | None:
    return next((DIMENSIONS[id] for id in term.concepts if id in DIMENSIONS), None)


def leads(between: str, allowed: frozenset[str]) -> bool:
    """Whether nothing but a few small words stands between two places."""
    words = words_of(between)
    return len(words) <= LED and allowed.issuperset(words)


def words_of(text: str) -> list[str]:
    return [found.group().lower() for found in WORD.finditer(text)]


STARTS = frozenset({"start", "open", "end", "close"})
"""Acts that are done at a moment: they begin or end in so many days, and do not last them."""


ENDS = frozenset({"end", "stop", "close"})
"""Acts that tell how long something lasted by the time after which they were done."""

APART = frozenset({"LATER", "EARLIER", "AFTER", "BEFORE"})
"""The senses of words behind a time that lies between two things: "two hours later", "two hours before the vote"."""


def of_time(figure: Mention, sentence: Sentence, text: str) -> str | None:
    """What a time is where small words tell: how old somebody is, how long something lasts, how far off it is."""
    if figure.text.isdigit():
        return "age"  # "Berg, 58,"
    words = language_of(sentence.language).words
    before = words_of(text[sentence.passage.start : figure.start])
    behind = words_of(text[figure.end : sentence.passage.end])[:2]
    lead = [" ".join(before[-n:]) for n in (1, 2, 3)]
    if any("AGO" in words.get(said, {}) for said in lead) or any(
        "AGO_AFTER" in words.get(" ".join(behind[:n]), {}) for n in (1, 2)
    ):
        return "ago"
    close = text[figure.end : figure.end + 1] == " "
    lasting = not slots(sentence.language).during.isdisjoint(before[-1:])  # "shut for two hours after the alarm"
    if close and not lasting and any(APART & words.get(" ".join(behind[:n]), {}).keys() for n in (1, 2)):
        return "apart"
    ends = any(not ENDS.isdisjoint(t.concepts) for t in sentence.terms)  # "ended after two days"
    of_it = not slots(sentence.language).of.isdisjoint(behind[:1])  # "after six hours of talks"
    if any("AFTER" in words.get(said, {}) for said in lead) and not (ends or of_it):
        return "apart"
    acts = [t for t in sentence.terms if t.end <= figure.start][-1:]
    inside = any({"LENGTH_IN", "WITHIN"} & words.get(said, {}).keys() for said in lead)
    if inside and any(not STARTS.isdisjoint(t.concepts) for t in acts):
        return "ahead"
    return "length" if lasts(plain_start(figure, sentence, text), acts, sentence, text) else None


def plain_start(figure: Mention, sentence: Sentence, text: str) -> int:
    """Where a figure begins, with the "about" or "more than" before it."""
    return bounding(text, sentence.passage.start, figure.start, sentence.language)[0]


def lasts(start: int, acts: Sequence[Term], sentence: Sentence, text: str) -> bool:
    """Whether something goes on for the time that begins at `start`: "for six days", "took six days"."""
    small, before = slots(sentence.language), words_of(text[sentence.passage.start : start])
    return not small.during.isdisjoint(before[-1:]) or any(
        fold(lemma(t.text.lower(), sentence.language)) in small.taking and leads(text[t.end : start], small.article)
        for t in acts
    )


# --- what a sum is paid for ---


def measured_out(figure: Mention, sentence: Sentence, text: str) -> Rate | None:
    """The rate of a sum that is told of a measure of something: "a kilo of tomatoes costs 3 euros"."""
    small = slots(sentence.language)
    words = WORD.findall(text, sentence.passage.start, figure.start)
    for article, noun, of in zip(words, words[1:], words[2:], strict=False):
        told = lemma(noun, sentence.language).lower()
        measures = of.lower() in small.of or bool(small.closing)  # "ein Kilo Tomaten"
        if article.lower() in small.article and measures and unit_of(told) is not None:
            return Rate(told, sentence.language)
    return None


def rate(figure: Mention, sentence: Sentence, text: str) -> Rate | None:
    """Of what a sum is the price, as the words right behind it tell: "4 euros a kilo", "8 euros le pot".

    What may be a plain article tells so only before a noun that ends its phrase: not "8 euros la semaine dernière".
    """
    small = slots(sentence.language)
    words = list(WORD.finditer(text, figure.end, sentence.passage.end))[:4]
    said = [word.group().lower() for word in words]
    led = next((n for n in (2, 1) if " ".join(said[:n]) in small.rate | small.rate_article), 0)
    if not led or len(said) <= led or not said[led].isalpha() or text[figure.end : words[0].start()].strip():
        return measured_out(figure, sentence, text)
    noun, after = words[led], said[led + 1 : led + 2]
    plain = " ".join(said[:led]) in small.rate
    closed = not after or not after[0].isalpha() or after[0] in small.stop | small.together
    if not (plain or closed) or any(
        isinstance(m.value, DateValue) and m.start <= noun.start() < m.end for m in sentence.mentions
    ):
        return None
    unit = language_of(sentence.language).words.get(said[led], {}).get("UNIT")
    return Rate(lemma(noun.group(), sentence.language).lower(), sentence.language, unit)
