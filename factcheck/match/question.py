"""A claim as the matcher asks it: its elements, each a detail with the part that it plays.

Values and names are read from the statement, or taken from the registry's own `details`; the remaining content words
are the act and its terms. Coordinated names ("by A and B") form one group: a passage that has one of them is about the
event, one that states all of them may support the claim.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from functools import partial

from factcheck.extract import extract
from factcheck.lang import language as language_of
from factcheck.lang.concepts import CONCEPTS, LANGUAGES, known
from factcheck.lang.detect import detect
from factcheck.lang.fold import fold
from factcheck.lang.mood import Cue, closes_with_verb, complementisers, infinitive
from factcheck.lang.slots import slots
from factcheck.lang.superlatives import Peak, peaks
from factcheck.lang.wordlists import HONOURS, TITLES
from factcheck.model import (
    DETAIL_KINDS,
    Claim,
    DateValue,
    Detail,
    Duration,
    Kind,
    Mention,
    Name,
    Ordinal,
    Qualifier,
    Quantity,
)
from factcheck.names import NameLikeness, same_name
from factcheck.quotations import Quotation, quotations
from factcheck.reading import (
    NAME_KINDS,
    TELLING,
    WORD,
    YEAR,
    Reading,
    Sentence,
    Term,
    is_content,
    read,
    year_mention,
)
from factcheck.reading.clauses import Clause, clauses
from factcheck.reading.lives import AGED
from factcheck.reading.passages import ROUND_CLOSING, ROUND_OPENING
from factcheck.units import share_of, unit_of


class Role(StrEnum):
    """The part that an element plays in a claim."""

    VALUE = "value"
    NAME = "name"
    ACT = "act"
    TERM = "term"


WEIGHTS = {Role.VALUE: 2.0, Role.NAME: 3.0, Role.ACT: 2.0, Role.TERM: 1.0}
"""How much each part tells of whether a passage is about the claim's event; a place tells half of another name."""

LIGHT = frozenset({"relations", "happen", "up-from", "down-from"})
"""Concepts that say next to nothing beside an act or a date: "normalise ties" is "normalise"."""

MEASURES = frozenset({"cost", "pay", "spend", "reach-amount", "last-duration"})
"""Acts that only tie a thing to its value: where the value is stated of the thing, they are stated too."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A word of another language, as its folded lemma, that a dictionary gives for a word of the claim."""

    lemma: str
    dictionary: str


@dataclass(frozen=True, slots=True)
class Element:
    """One part of a claim. Names of one `group` are coordinated; `aliases` are other wordings that are allowed."""

    role: Role
    detail: Detail
    weight: float
    group: int = -1
    term: Term | None = None
    aliases: tuple[str, ...] = ()
    quotation: Quotation | None = None
    peak: Peak | None = None
    translations: tuple[Translation, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """A claim read: its elements, and what its own mood is (`negated`, `intended`, …).

    `unread` says, a line each, what of the claim could not be made out and is therefore not checked. A claim with a
    quotation has `by_meaning`, which reads the quoted words like any others, for sources in another language. A claim
    that says several things has `clauses`, each a question of its own: what denies one of them denies the claim.
    `by_dictionary` holds it with the words that the user's dictionaries add, by the language of a source.
    """

    claim: Claim
    reading: Reading
    elements: tuple[Element, ...]
    mood: frozenset[Qualifier]
    unread: tuple[str, ...] = ()
    by_meaning: Question | None = None
    clauses: tuple[Question, ...] = ()
    by_dictionary: Mapping[str, Question] = field(default_factory=dict)

    @property
    def heads(self) -> frozenset[Term]:
        """What the claim says that something is: the nouns of "is a large city", "was an opera"."""
        return frozenset(s.classes[-1] for s in self.reading.sentences if s.classes)

    @property
    def classed(self) -> frozenset[Term]:
        """What the claim says that something is, with what qualifies it: "is a large coastal city"."""
        return frozenset(term for sentence in self.reading.sentences for term in sentence.classes)

    @property
    def details(self) -> tuple[Detail, ...]:
        return tuple(element.detail for element in self.elements)

    def tolerance(self, kind: Kind) -> Decimal:
        """The share that the author allows for a kind of value: `5%` is 0.05."""
        for word, said in self.claim.tolerance.items():
            if DETAIL_KINDS.get(word) is kind:
                number = Decimal(said.strip().rstrip("% ").replace(",", "."))
                return number / 100 if "%" in said else number
        return Decimal(0)


def ask(claim: Claim, default_language: str | None = None) -> Question:
    reading = with_denying_acts(
        with_years(read(claim.statement, claim.language or default_language or spoken(claim.statement)))
    )
    quoted = quotations(claim.statement)
    plain = questioned(claim, reading, ())
    if quoted:
        rest = only(reading, lambda start: not any(q.start <= start < q.end for q in quoted))
        return replace(questioned(claim, rest, quoted), by_meaning=plain)
    if claim.details or claim.people:  # the author says which details to check: they are those of the whole claim
        return plain
    apart = (clause for clause in clauses(reading) if not denied_from_outside(clause, reading))
    parts = (only(reading, partial(within, clause)) for clause in apart)
    return replace(plain, clauses=tuple(replace(questioned(claim, part, ()), mood=plain.mood) for part in parts))


def denied_from_outside(clause: Clause, reading: Reading) -> bool:
    """Whether a clause only tells what is denied before it: "Berg denied, as he had before, that he had paid"."""
    cues = [cue for s in reading.sentences for cue in s.cues if cue.rule == "denial" and not within(clause, cue.start)]
    return any(cue.start < span.start < cue.scope.end for cue in cues for span in clause)


def spoken(statement: str) -> str:
    """A statement's language: by its function words, else that whose dictionary knows most of its small words."""
    words = [found.group() for found in WORD.finditer(statement) if found.group().islower()]
    return detect(statement) or max(LANGUAGES, key=lambda language: sum(known(word, language) for word in words))


def questioned(claim: Claim, reading: Reading, quoted: tuple[Quotation, ...]) -> Question:
    sentences = reading.sentences
    values = joined_days([m for m in reading.mentions if m.kind not in NAME_KINDS])
    names = in_order(
        *(m for m in reading.mentions if m.kind in NAME_KINDS and not is_word(m, reading)),
        *(name for sentence in sentences for name in bare_subject(sentence, claim.statement)),
    )
    elements = [
        *(Element(Role.VALUE, detail_of(m), WEIGHTS[Role.VALUE]) for m in values),
        *named(claim.statement, names, reading.language),
        *worded(
            sentences,
            claim.statement,
            names,
            measured=any(m.kind is not Kind.DATE for m in values),
            telling=bool(quoted),
        ),
        *(Element(Role.VALUE, quoted_detail(q), WEIGHTS[Role.VALUE], quotation=q) for q in quoted),
    ]
    elements = singled(elements, claim.statement, reading.language)
    mood = frozenset(cue.qualifier for sentence in sentences for cue in sentence.cues)
    asked = tuple(aliased(claim, element) for element in overridden(claim, elements, reading.language))
    return Question(claim, reading, asked, mood, tuple(unread(claim, asked, reading.language)))


def singled(elements: list[Element], statement: str, language: str) -> list[Element]:
    """The elements with what singles them out; of the words of one such expression ("the first time") one stays."""
    found = peaks(statement, language)
    kept: list[Element] = []
    told: set[Peak] = set()
    for element in elements:
        peak = next((p for p in found if p.start < element.detail.end and element.detail.start < p.end), None)
        said = element.detail.value
        rank = said.rank if isinstance(said, Ordinal) else 1 if element.term else 0
        if peak is not None and peak.least and element.detail.end < peak.end:
            continue  # "least" says at which end of its scale the next word is, and is compared with it
        if peak is None or rank != 1:
            kept.append(element)
        elif not (peak.apart and peak in told):
            kept.append(replace(element, peak=replace(peak, rank=rank_of(peak, [e.detail for e in elements]))))
            told.add(peak)
    return kept


def rank_of(peak: Peak, said: Sequence[Detail | Mention]) -> int:
    """The rank that stands right before a superlative ("second-largest"), else its own."""
    return next(
        (
            ordinal.value.rank
            for ordinal in said
            if isinstance(ordinal.value, Ordinal) and peak.rank and ordinal.start < peak.start <= ordinal.end + BESIDE
        ),
        peak.rank,
    )


BESIDE = 3
"""Code points that may lie between a rank and what it ranks ("second-largest")."""


def quoted_detail(quotation: Quotation) -> Detail:
    return Detail(Kind.TERM, quotation.text, Name(quotation.text), quotation.start, quotation.end)


def within(spans: Clause, start: int) -> bool:
    return any(span.start <= start < span.end for span in spans)


def only(reading: Reading, keep: Callable[[int], bool]) -> Reading:
    """The reading with nothing but what starts where `keep` says: the rest is not weighed."""
    sentences = tuple(
        replace(
            sentence,
            terms=tuple(t for t in sentence.terms if keep(t.start)),
            mentions=tuple(m for m in sentence.mentions if keep(m.start)),
            cues=tuple(c for c in sentence.cues if keep(c.start)),
            classes=tuple(t for t in sentence.classes if keep(t.start)),
            parts={start: part for start, part in sentence.parts.items() if keep(start)},
        )
        for sentence in reading.sentences
    )
    return replace(reading, sentences=sentences, mentions=tuple(m for m in reading.mentions if keep(m.start)))


def joined_days(values: list[Mention]) -> list[Mention]:
    """The values with a part of the day taken into the day beside it: "on the evening of 23 November"."""
    joined: list[Mention] = []
    for mention in values:
        before = joined[-1] if joined else None
        if before and mention.start - before.end <= DAY_REACH and (day := joined_day(before.value, mention.value)):
            joined[-1] = replace(before, end=mention.end, text=f"{before.text} … {mention.text}", value=day)
        else:
            joined.append(mention)
    return joined


DAY_REACH = 8
"""How many code points may lie between a part of the day and its day."""


def joined_day(a: object, b: object) -> DateValue | None:
    for part, day in ((a, b), (b, a)):
        if not isinstance(part, DateValue) or not isinstance(day, DateValue):
            continue
        if part.timex.startswith("XXXX-XX-XXT") and day.first and day.first == day.last and "T" not in day.timex:
            return replace(day, timex=day.timex + part.timex[10:])
    return None


def with_years(reading: Reading) -> Reading:
    """The claim with years that stand without a preposition ("normalisierte 2020 …"), for a claim means a date."""
    years = [
        year_mention(found)
        for found in YEAR.finditer(reading.text)
        if not any(
            m.start < found.end() and found.start() < m.end for m in reading.mentions if m.kind not in NAME_KINDS
        )
    ]
    sentences = tuple(
        replace(s, mentions=in_order(*s.mentions, *(y for y in years if s.passage.start <= y.start < s.passage.end)))
        for s in reading.sentences
    )
    return replace(reading, sentences=sentences, mentions=in_order(*reading.mentions, *years)) if years else reading


def with_denying_acts(reading: Reading) -> Reading:
    """The claim without the denials that are its own act ("rejected the offer"): they turn nothing round."""
    sentences = tuple(
        replace(s, cues=tuple(cue for cue in s.cues if not is_act(cue, reading))) for s in reading.sentences
    )
    return replace(reading, sentences=sentences)


def is_act(cue: Cue, reading: Reading) -> bool:
    """Whether a verb of denial governs no other verb: a thing or "by" follows on it, or it closes its clause."""
    following = WORD.search(reading.text, cue.end)
    small = slots(reading.language)
    if closes_with_verb(reading.language) and "," in reading.text[cue.end : cue.scope.end]:
        return False  # "bestritt, Geld genommen zu haben"
    article = following is not None and following.group().lower() in small.article
    thing = following is not None and (
        article
        or following.group().lower() in small.by
        or (is_content(following.group(), reading.language) and not infinitive(following.group(), reading.language))
    )
    clause = cue.text.split()[-1].lower() in complementisers(reading.language)  # "impossible que le …"
    plain = cue.rule == "denial" and ((article and not clause) or " " not in cue.text)  # "ruled out a ban"
    return plain and (thing or cue.scope.start < cue.start < cue.end == cue.scope.end)


def in_order(*mentions: Mention) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))


def unread(claim: Claim, elements: tuple[Element, ...], language: str) -> Iterator[str]:
    """What an author must know: a claim with nothing to check, and details of which nothing was made out."""
    if not any(element.weight for element in elements):
        yield f"nothing in this claim can be checked: {claim.statement!r}; name a date, an amount, a person or an act"
    for word, said in claim.details.items():
        if not of_kind(said, DETAIL_KINDS.get(word), language):
            yield f"no {word} was made out of {said!r}: it is not checked"


def of_kind(said: str, kind: Kind | None, language: str) -> list[Mention]:
    return [m for m in extract(said, language=language, published=None) if m.kind is kind]


def aliased(claim: Claim, element: Element) -> Element:
    """The element with the other words that the registry allows for it, by its text, its lemma or a concept's name."""
    if not claim.aliases:
        return element
    term = element.term
    known = {fold(element.detail.text), fold(str(element.detail.value)), *(term.concepts if term else ())}
    others = [other for word, allowed in claim.aliases.items() if fold(word) in known for other in allowed]
    return replace(element, aliases=(*element.aliases, *others))


def is_word(mention: Mention, reading: Reading) -> bool:
    """A name made of ordinary words ("MoU", "Royal Armed Forces") is compared by its words, in any language."""
    if mention.kind not in (Kind.TERM, Kind.ORGANISATION):
        return False
    terms = [term for sentence in reading.sentences for term in sentence.terms]
    if any(t.concepts and t.start <= mention.start and mention.end < t.end for t in terms):
        return True  # the first word of a longer one: "TV" of "TV series"
    inside = [t for t in terms if mention.start <= t.start and t.end <= mention.end]
    if mention.kind is Kind.TERM and told_of(mention, reading):
        return False
    if mention.kind is Kind.ORGANISATION and inside and not (inside[0].concepts or inside[0].territory):
        return False  # a name of its own before the noun: "Lund University"
    known = sum(
        t.end - t.start for t in inside if t.territory or any(CONCEPTS[id].kind not in EVERYDAY for id in t.concepts)
    )
    return 2 * known > mention.end - mention.start


EVERYDAY = frozenset({"thing", "nature", "colour", "geography", "health", "technology", "transport", "weather"})
"""Kinds of words that make up names of their own ("Blue Anchor Pass", "Ida Marsh") more often than translated ones."""


def told_of(mention: Mention, reading: Reading) -> bool:
    """Whether a claim says what a name is ("The Harvest is a novel"): then it is a name, of whatever words."""
    following = WORD.search(reading.text, mention.end)
    copula = following is not None and following.group().lower() in slots(reading.language).copula
    return copula and any(s.classes and mention.end <= s.classes[0].start for s in reading.sentences)


def detail_of(mention: Mention) -> Detail:
    """The detail that a mention makes; a day told only from the day of telling ("last year") is no date, but a term.

    A claim has no such day: the words can be looked for, the date cannot be known.
    """
    kind = Kind.TERM if undatable(mention) else mention.kind
    return Detail(kind, mention.text, mention.value, mention.start, mention.end)


def undatable(mention: Mention) -> bool:
    return isinstance(mention.value, DateValue) and bool(UNDATED.fullmatch(mention.value.timex))


UNDATED = re.compile(r"XXXX(?:-XX|-WXX|-QX|-SX|-HX)?(?:-XX)?(?:T\w+)?|PAST_REF|PRESENT_REF|FUTURE_REF")
"""TIMEX3 values of which no part is known."""


def bare_subject(sentence: Sentence, statement: str) -> Iterator[Mention]:
    """The words of which a claim says what they are, where they stand without an article: "Zephyrine is a film".

    Words that name a concept are compared by it ("Cholera is a disease"), and German writes all nouns with a capital.
    """
    first = sentence.passage.start
    opening = OPENING.match(statement, first)
    told = sentence.classes and opening and opening.end() <= sentence.classes[0].start
    if not told or not opening or sentence.language in CAPITALISING:
        return
    said = opening[1]
    within = [t for t in sentence.terms if t.start < first + len(said)]
    mentioned = any(m.kind in NAME_KINDS and m.start < sentence.classes[0].start for m in sentence.mentions)
    copula = WORD.search(statement, opening.end())
    if mentioned or copula is None or copula.group().lower() not in slots(sentence.language).copula:
        return
    plain = all(is_content(word, sentence.language) for word in said.split())
    if plain and within and not any(t.concepts or t.territory for t in within):
        yield Mention(Kind.TERM, first, first + len(said), said, Name(said, tuple(fold(said).split())))


OPENING = re.compile(r"([A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*)*)\s*" + f"(?:{ROUND_OPENING}.*?{ROUND_CLOSING})?" + r"\s*")
"""Capitalised words that open a sentence, a bracket behind them aside."""

CAPITALISING = frozenset({"de"})
"""Languages that write every noun with a capital letter."""


def named(statement: str, names: Sequence[Mention], language: str) -> list[Element]:
    """The names, those that only small words or commas join in one group ("by A and B")."""
    small = slots(language).together
    elements: list[Element] = []
    group = -1
    for place, mention in enumerate(names):
        before = names[place - 1] if place else None
        joined = (
            before is not None
            and (before.kind is Kind.PLACE) == (mention.kind is Kind.PLACE)
            and set(statement[before.end : mention.start].replace(",", " ").lower().split()) <= small
        )
        group += not joined
        weight = WEIGHTS[Role.NAME] / (2 if mention.kind is Kind.PLACE else 1)
        elements.append(Element(Role.NAME, detail_of(mention), weight, group))
    return elements


def worded(
    sentences: tuple[Sentence, ...], text: str, names: Sequence[Mention], *, measured: bool, telling: bool
) -> list[Element]:
    """The act and the terms: content words that are part of no name and no value."""
    light = LIGHT | (MEASURES if measured else set()) | (TELLING if telling else set())
    return [
        Element(
            role := Role.ACT if term.act else Role.TERM,
            Detail(Kind.TERM, term.text, Name(term.lemma, tuple(term.lemma.split())), term.start, term.end),
            0.0
            if light.intersection(term.concepts)
            or term.lemma in slots(sentence.language).empty
            or serves_as(term, sentence)
            or carries(term, sentence)
            or names_only(term, names, text, sentence.language)
            or has_so_many(term, sentence)
            or exceeds(term, sentence)
            else WEIGHTS[role],
            term=term,
        )
        for sentence in sentences
        for term in sentence.terms
        if not term.valued and not denying(term, sentence) and not any(m.start <= term.start < m.end for m in names)
        if not modal(term, sentence) and not YEAR.fullmatch(term.text) and not titles(term, names)
        if not measures(term, sentence.mentions) and not about_right(term, sentence, text)
        if not tells_age(term, sentence.mentions) and not opens_date(term, sentence.mentions)
        if term.text.lower() not in slots(sentence.language).adding
    ]


def exceeds(term: Term, sentence: Sentence) -> bool:
    """Whether a verb only makes a bound of the figure behind it: "exceeds 10 %"; where it is denied, it says more."""
    figures = (m for m in sentence.mentions if m.start == term.end + 1 and m.kind not in NAME_KINDS)
    denied = any(c.qualifier is Qualifier.NEGATED and c.scope.start <= term.start < c.scope.end for c in sentence.cues)
    return "exceed" in term.concepts and not denied and any(figures)


def about_right(term: Term, sentence: Sentence, text: str) -> bool:
    """Whether a word only says how the figure behind it is meant, rounded, exact or a bound: it is compared with it.

    A verb that makes a bound ("exceeding 10 %") is a word of its own: it may be denied.
    """
    figured = not FIGURED.isdisjoint(term.concepts)
    behind = [m.start for m in sentence.mentions if m.start > term.start and m.kind not in NAME_KINDS]
    meant = (bounding(text, sentence.passage.start, start, sentence.language) for start in behind)
    return any(figured and 0 <= start - term.end <= RIGHT_BEFORE for start in behind) or any(
        first <= term.start and ("ABOUT" in said or not term.concepts) for first, said in meant
    )


def bounding(text: str, opened: int, start: int, language: str) -> tuple[int, frozenset[str]]:
    """Where the words begin that say right before a figure how it is meant ("more than", "about"), with their classes.

    The figure's own place where there are none.
    """
    words = language_of(language).words
    before = list(WORD.finditer(text, opened, start))[-BOUND_WORDS:]
    return next(
        (
            (word.start(), found)
            for word in before
            if (found := BOUNDS & words.get(" ".join(text[word.start() : start].lower().split()), {}).keys())
        ),
        (start, frozenset()),
    )


BOUNDS = frozenset({"ABOUT", "MORE", "LESS", "AT_LEAST", "AT_MOST"})
"""Classes of words that tell how a figure is meant."""

BOUND_WORDS = 4
"""How many words such an expression may have ("por lo menos")."""

FIGURED = frozenset({"approximate", "exact-figure"})
"""Concepts that tell how a figure is meant."""


def opens_date(term: Term, mentions: Sequence[Mention]) -> bool:
    """Whether a word only says that a day follows: "no dia 13 de fevereiro", "el día 4"."""
    return "day" in term.concepts and any(m.kind is Kind.DATE and 0 < m.start - term.end <= 1 for m in mentions)


def tells_age(term: Term, mentions: Sequence[Mention]) -> bool:
    """Whether a word only says that years beside it are an age: "26-year-old", "26 Jahre alt", "âgé de 26 ans"."""
    years = [m for m in mentions if isinstance(m.value, Duration) and m.value.unit == "Y"]
    return not {AGED, "old"}.isdisjoint(term.concepts) and any(
        m.start <= term.start <= m.end + 1 or 0 <= m.start - term.end <= AGE_BEFORE for m in years
    )


AGE_BEFORE = 4
"""How many code points may lie between "age" and the years ("âgé de 26 ans", "the age of 26")."""

RIGHT_BEFORE = 4
"""How many code points may lie between "about" and its figure ("cerca de 58")."""


def serves_as(term: Term, sentence: Sentence) -> bool:
    """Whether a verb only says that an office is held: "works as", "occupe le poste de" right before it."""
    behind = next((t for t in sentence.terms if t.start >= term.end), None)
    return "serve-as" in term.concepts and " " in term.text and behind is not None and behind.office


def carries(term: Term, sentence: Sentence) -> bool:
    """Whether a verb only ties a length of time to what takes it: "took nine years"."""
    lengths = (m for m in sentence.mentions if isinstance(m.value, Duration))
    light = term.lemma in slots(sentence.language).carrying
    return light and any(0 < m.start - term.end <= CARRIED for m in lengths)


def carried(term: Term, sentence: Sentence) -> Term | None:
    """The act that a verb only carries: "took a decision", or what it says to be done: "made a flight"."""
    behind = next((t for t in sentence.terms if t.start >= term.end and not t.attribute and not t.valued), None)
    if behind is None or behind.start - term.end > CARRIED:
        return None
    small = slots(sentence.language)
    return behind if term.lemma in (small.carrying if names_deed(behind) else small.performing) else None


def names_deed(term: Term) -> bool:
    """Whether a word can only name what is done: "ascent", "decision"; not "flight"."""
    return bool(term.concepts) and all(CONCEPTS[id].kind in ("act", "verb") for id in term.concepts)


CARRIED = 12
"""How many code points may lie between a verb and the act or the length that it carries ("took a hasty decision")."""


def names_only(term: Term, names: Sequence[Mention], text: str, language: str) -> bool:
    """Whether a word of a claim only says what something is called: "the name of the ship is Olm" is "the ship Olm"."""
    if set(term.concepts) != {"name-call"}:
        return False
    small = slots(language)
    words = [found.group().lower() for found in WORD.finditer(text, term.end)]
    called = any(0 < m.start - term.end <= CALLED for m in names)
    return called or (words[:1] != [] and words[0] in small.of and not small.copula.isdisjoint(words))


def has_so_many(term: Term, sentence: Sentence) -> bool:
    """Whether a verb only says that something has as many as a figure behind it counts: "compte 40 000 habitants"."""
    counts = (m.start for m in sentence.mentions if m.kind is Kind.QUANTITY)
    had = term.text.lower() in slots(sentence.language).have
    return had and any(0 <= start - term.end <= COUNTED_BEHIND for start in counts)


COUNTED_BEHIND = 16
"""How many code points may lie between a verb and the count of what something has ("compte plus de")."""

CALLED = 2
"""How many code points may lie between "is called" and the name."""


def measures(term: Term, mentions: Sequence[Mention]) -> bool:
    """Whether a word is part of a measure ("40 hectares") or of a fraction ("a quarter of the ships").

    So is "people", of which it matters only how many they are: "six people died" is "six dead".
    """
    for mention in mentions:
        if isinstance(mention.value, Quantity) and mention.start <= term.start and term.end <= mention.end:
            if "people" in term.concepts:
                return True
            counted = fold(mention.value.unit) == term.lemma
            return unit_of(mention.value.unit) is not None or (share_of(mention.value) is not None and not counted)
    return False


def titles(term: Term, names: Sequence[Mention]) -> bool:
    """Whether a word only addresses the name that follows: "Monsieur", "Lady"."""
    return fold(term.text) in TITLES | HONOURS and not term.office and any(m.start == term.end + 1 for m in names)


def modal(term: Term, sentence: Sentence) -> bool:
    """Whether a word only tells how the claim is meant ("is expected to", "según"); what may be done is still claimed.

    An infinitive closes the cue that governs it ("peut réparer"): it is no word of the cue's own.
    """
    return not term.act and any(
        cue.rule in ("intention", "hedge", "attribution") and any(term.start <= at < term.end for at in cue.words)
        for cue in sentence.cues
        if not (cue.start < term.start and term.end == cue.end and term.lemma == fold(term.text))
    )


NEGATIONS = frozenset({"negation", "nothing", "without"})
"""Cues of negation that are small words by themselves; only what stands between two of them says something."""


def denying(term: Term, sentence: Sentence) -> bool:
    """Whether a word belongs to a denial ("refused to", "never"): it turns the claim round, it is not claimed."""
    if any(cue.rule in NEGATIONS and term.start in (cue.start, cue.end - len(term.text)) for cue in sentence.cues):
        return True
    if any(
        cue.rule == "false" and (cue.start <= term.start < cue.end or headed(term, sentence)) for cue in sentence.cues
    ):
        return True
    opening = {
        next((t.start for t in sentence.terms if t.start < cue.end and cue.start < t.end), -1)  # "se negó a"
        for cue in sentence.cues
        if cue.rule == "denial"
    }
    return term.start in opening


def headed(term: Term, sentence: Sentence) -> bool:
    """Whether a word only says that a clause of content follows: "the idea that the tower leans"."""
    return any(0 < place - term.end <= 1 for place in sentence.thats)


def overridden(claim: Claim, elements: list[Element], language: str) -> list[Element]:
    """The registry's own details take the place of those of their kind that were read from the statement."""
    kept = elements
    for word, said in claim.details.items():
        kind = DETAIL_KINDS.get(word)
        found = of_kind(said, kind, language)
        if kind is None or not found:
            continue
        kept = [e for e in kept if e.detail.kind is not kind]
        kept += [
            Element(
                Role.NAME if kind in NAME_KINDS else Role.VALUE,
                replace(detail_of(m), start=0, end=0),
                WEIGHTS[Role.VALUE],
                group=100 if kind in NAME_KINDS else -1,
            )
            for m in found
        ]
    if claim.people:
        kept = [e for e in kept if e.detail.kind is not Kind.PERSON and not given(e, claim)] + [
            Element(
                Role.NAME,
                Detail(Kind.PERSON, person.name, Name(person.name, tuple(fold(person.name).split()))),
                WEIGHTS[Role.NAME],
                group=200,
                aliases=person.aliases,
            )
            for person in claim.people
        ]
    return kept


def given(element: Element, claim: Claim) -> bool:
    """Whether a name of the statement is one of the people whom the registry spells out."""
    read = element.detail.value
    return isinstance(read, Name) and any(
        same_name(read, Name(spelling, tuple(fold(spelling).split()))) is not NameLikeness.OTHER
        for person in claim.people
        for spelling in (person.name, *person.aliases)
    )
