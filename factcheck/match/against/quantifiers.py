"""Claims of all of a kind, or of an exact figure: a passage may say it of fewer, or of about as many.

What counts some ("the first 20 customers") does not say it of every one, nor does what speaks of a single one: "the
older suspect was freed" is not "both suspects were". "About 500" is not "exactly 500".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from factcheck.lang.fold import fold
from factcheck.lang.mood import Cue
from factcheck.lang.slots import slots
from factcheck.match.against.polarity import borne_by
from factcheck.match.hits import Hit, Places
from factcheck.match.question import RIGHT_BEFORE, Element, Question, Role, bounding
from factcheck.model import Amount, Detail, Kind, Mention, Ordinal, Qualifier, Quantity, Relation
from factcheck.reading import Reading, Sentence, Term, portion_before
from factcheck.units import share_of


def of_all(question: Question) -> frozenset[Term]:
    """The words of which a claim says something of every one: "all customers", "every customer"; not "all but one"."""
    text, language = question.reading.text, question.reading.language
    if any(cue.rule == "except" for sentence in question.reading.sentences for cue in sentence.cues):
        return frozenset()
    each = slots(language).every
    words = [e.term for e in question.elements if e.term]
    whole = [t for t in words if opens_with_all(t.start, text, language) or t.text.lower().split()[0] in each]
    return frozenset(t for t in whole if not any(almost_all(t.start, s, text) for s in question.reading.sentences))


def opens_with_all(start: int, text: str, language: str) -> bool:
    """Whether "all", perhaps with an article behind it, stands right before a word: "all firms", "all of the firms"."""
    small = slots(language)
    passed = small.article | small.of | small.possessive | small.theirs
    before = [word for word in text[:start].lower().split()[-3:] if word not in passed]
    return bool(before) and before[-1] in small.every


def counted_short(question: Question, source: Reading, found: Places) -> Places:
    """The hits with those short of the claim that speak of a number of what the claim says of all.

    "The firms" are all of those that there are, so that "two of the firms" are not; "300 firms" may be.
    """
    every, known = of_all(question), of_those_known(question)
    return tuple(
        short(here, element.term, source)
        if element.term and element.term in every
        else {number: tuple(as_portion(hit, source) for hit in hits) for number, hits in here.items()}
        if element.term and element.term in known
        else here
        for element, here in zip(question.elements, found, strict=True)
    )


def of_those_known(question: Question) -> frozenset[Term]:
    """The nouns in the plural that stand behind "the" in a claim, and are no part of those: not "two of the firms"."""
    text, language = question.reading.text, question.reading.language
    definite = slots(language).article - slots(language).indefinite - slots(language).of
    nouns = [e.term for e in question.elements if e.term and plural(e.term) and not (e.term.act or e.term.attribute)]
    return frozenset(
        t
        for t in nouns
        if not definite.isdisjoint(text[: t.start].lower().split()[-1:])
        and not portion_before(t.start, text, 0, language)
    )


def as_portion(hit: Hit, source: Reading) -> Hit:
    """A hit that falls short where it is of some only: "two of the firms", "most of the firms"."""
    sentence = source.sentences[hit.sentence]
    some = portion_before(hit.mention.start, source.text, sentence.passage.start, sentence.language)
    if not some or hit.relation is Relation.CONFLICTS:
        return hit
    return replace(hit, relation=Relation.COMPATIBLE, precise=False, why=f"{ONLY}{some} here, not all")


def short(here: Mapping[int, tuple[Hit, ...]], term: Term, source: Reading) -> dict[int, tuple[Hit, ...]]:
    """The hits of one word; where a paragraph counts it, what stands beside in that paragraph is of that number too."""
    judged = {number: tuple(as_counted(hit, term, source) for hit in hits) for number, hits in here.items()}
    only = {
        source.sentences[number].passage.paragraph: hit.why
        for number, hits in judged.items()
        for hit in hits
        if hit.why.startswith(ONLY)
    }
    return {
        number: tuple(within(hit, only.get(source.sentences[number].passage.paragraph, ""), source) for hit in hits)
        for number, hits in judged.items()
    }


ONLY = "only "
"""How the reason opens why a passage is short of the claim."""


def within(hit: Hit, why: str, source: Reading) -> Hit:
    """A hit where its paragraph says it of a number only, unless it is itself of all."""
    sentence = source.sentences[hit.sentence]
    if not why or not hit.precise or opens_with_all(hit.mention.start, source.text, sentence.language):
        return hit
    return (
        hit
        if hit.relation is Relation.CONFLICTS
        else replace(hit, relation=Relation.COMPATIBLE, precise=False, why=why)
    )


def plural(term: Term) -> bool:
    """Whether a word of the claim is written otherwise than its lemma, as a plural is."""
    return fold(term.text) != term.lemma


def as_counted(hit: Hit, term: Term, source: Reading) -> Hit:
    sentence = source.sentences[hit.sentence]
    if hit.relation is not Relation.CONFLICTS and plural(term) and str(hit.mention.value) == fold(hit.mention.text):
        return replace(hit, relation=Relation.COMPATIBLE, precise=False, why=f"{ONLY}one here: {hit.mention.text}")
    some = as_portion(hit, source)
    if some is not hit:
        return some
    almost = almost_all(hit.mention.start, sentence, source.text)
    if almost and hit.relation is not Relation.CONFLICTS:
        return replace(hit, relation=Relation.COMPATIBLE, precise=False, why=f"{ONLY}{almost} here, not all")
    if hit.relation is not Relation.CONFLICTS and (but := taken_out(hit, sentence)):
        return replace(hit, relation=Relation.COMPATIBLE, precise=False, why=f"{ONLY}with “{but.text}” here, not all")
    if one_in_several(hit, sentence, source.text):
        return replace(hit, relation=Relation.COMPATIBLE, precise=False, why=f"{ONLY}one in several here, not all")
    counts = [m for m in sentence.mentions if isinstance(m.value, Quantity) and m.start < hit.mention.start < m.end]
    if hit.relation is Relation.CONFLICTS or not counts:
        return hit
    if opens_with_all(counts[0].start, source.text, sentence.language) or the_very(counts[0], sentence, source.text):
        return hit
    return replace(hit, relation=Relation.COMPATIBLE, precise=False, why=f"{ONLY}{counts[0].text} here, not all")


def the_very(count: Mention, sentence: Sentence, text: str) -> bool:
    """Whether a definite article before a count tells that there are no more: "the two countries" are both of them."""
    small = slots(sentence.language)
    before = text[sentence.passage.start : count.start].lower().split()[-1:]
    return not (small.article - small.indefinite - small.of).isdisjoint(before)


def taken_out(hit: Hit, sentence: Sentence) -> Cue | None:
    """What takes some out of all: "all shops except the one in Lund"."""
    return next((cue for cue in sentence.cues if cue.rule == "except" and cue.start >= hit.mention.end), None)


def left_out(question: Question, source: Reading, found: Places) -> Places:
    """The hits with those short of the claim that tell of what the claim takes out: "visited Oslo, but not Bergen"."""
    outs = [(cue, s) for s in question.reading.sentences for cue in s.cues if cue.rule == "except"]
    starts = {item.start for cue, sentence in outs for item in borne_by(cue, sentence)}
    return tuple(
        {number: tuple(as_left_out(hit, source) for hit in hits) for number, hits in here.items()}
        if element.role is Role.NAME and element.detail.start in starts
        else here
        for element, here in zip(question.elements, found, strict=True)
    )


def as_left_out(hit: Hit, source: Reading) -> Hit:
    cues = source.sentences[hit.sentence].cues
    out = any(c.rule == "except" or c.qualifier is Qualifier.NEGATED for c in cues)
    if out or hit.relation is Relation.CONFLICTS:
        return hit
    return replace(hit, relation=Relation.COMPATIBLE, precise=False, why="the claim takes it out, the passage does not")


def one_in_several(hit: Hit, sentence: Sentence, text: str) -> bool:
    """Whether a rank stands between "every" and a noun: "every second pupil"."""
    ranks = (m for m in sentence.mentions if isinstance(m.value, Ordinal) and m.start <= hit.mention.start < m.end)
    return hit.relation is not Relation.CONFLICTS and any(
        opens_with_all(m.start, text, sentence.language) for m in ranks
    )


def almost_all(start: int, sentence: Sentence, text: str) -> str:
    """What a sentence says of a noun before which it has "almost all": those words, else none."""
    small = slots(sentence.language)
    for cue in sentence.cues:
        between = text[cue.end : start].lower().split()
        if cue.rule == "almost" and between and between[0] in small.every:
            return text[cue.start : start].strip() if small.article.issuperset(between[1:]) else ""
    return ""


# --- exact figures ---


def about_as_many(question: Question, source: Reading, found: Places) -> Places:
    """The hits with those short of the claim that give about the figure which the claim calls exact."""
    exact = frozenset(e.detail.start for e in question.elements if exactly(e.detail.start, question.reading))
    return tuple(
        {number: tuple(as_exact(hit, source) for hit in hits) for number, hits in here.items()}
        if element.detail.start in exact
        else here
        for element, here in zip(question.elements, found, strict=True)
    )


def exactly(start: int, reading: Reading) -> bool:
    """Whether a word right before a figure says that it is exact: "exactly 500"."""
    return any(
        "exact-figure" in term.concepts and 0 <= start - term.end <= RIGHT_BEFORE
        for sentence in reading.sentences
        for term in sentence.terms
    )


def as_exact(hit: Hit, source: Reading) -> Hit:
    amount = getattr(hit.mention.value, "amount", None)
    about = (isinstance(amount, Amount) and amount.approx) or hit.relation is Relation.COMPATIBLE
    hedges = (c for c in source.sentences[hit.sentence].cues if c.qualifier is Qualifier.HEDGED)
    if hit.relation is Relation.CONFLICTS or not (
        about or any(c.scope.start <= hit.mention.start < c.scope.end for c in hedges)
    ):
        return hit
    return replace(
        hit, relation=Relation.COMPATIBLE, precise=False, why=f"{ONLY}about as many here: {hit.mention.text}"
    )


# --- bounds ---


def beyond(question: Question, source: Reading, found: Places) -> Places:
    """The hits with those short of a bound of the claim that give the very figure at which it ends.

    "Nearly 40" settles neither "more than 40" nor "at least 40", and "40" is not "more than 40".
    """
    return tuple(
        {number: tuple(as_bound(hit, bound, source, strict) for hit in hits) for number, hits in here.items()}
        if (bound := bound_of(element.detail.value)) is not None
        else here
        for element, here in zip(question.elements, found, strict=True)
        for strict in (is_strict(element.detail, question.reading),)
    )


def bound_of(value: object) -> Decimal | None:
    """The figure at which a value ends, whose other side is open; None for any other value."""
    amount = getattr(value, "amount", None)
    if not isinstance(amount, Amount) or (amount.low is None) == (amount.high is None):
        return None
    return amount.low if amount.high is None else amount.high


STRICT = frozenset({"MORE", "LESS"})
"""Classes of words that leave out the figure behind them: "more than 40" is not 40."""


DIGIT = re.compile(r"\d")


def is_strict(figure: Detail | Mention, reading: Reading) -> bool:
    """Whether small words right before a figure leave it out; those that its own text opens with are among them."""
    digit = DIGIT.search(figure.text)
    start = figure.start + (digit.start() if digit else 0)
    own = (s for s in reading.sentences if s.passage.start <= figure.start < s.passage.end)
    for sentence in own:
        first, said = bounding(reading.text, sentence.passage.start, start, sentence.language)
        return not STRICT.isdisjoint(said) and not any(t.act and t.start == first for t in sentence.terms)
    return False


def as_bound(hit: Hit, bound: Decimal, source: Reading, strict: bool) -> Hit:
    amount = getattr(hit.mention.value, "amount", None)
    if hit.relation is Relation.CONFLICTS or not isinstance(amount, Amount) or bound not in (amount.low, amount.high):
        return hit
    point = amount.low == amount.high
    within = strict and not is_strict(hit.mention, source)
    if not within and not (point and amount.approx):
        return hit
    why = f"no more than at the bound here: {hit.mention.text}"
    return replace(hit, relation=Relation.COMPATIBLE, precise=False, why=why)


# --- shares ---


def of_one_whole(question: Question, source: Reading, found: Places) -> Places:
    """The hits with each share short of the claim's that here is a share of something else that the claim names.

    "40 percent of the smokers are women" does not say that 40 percent of the women are smokers.
    """
    return tuple(
        {number: tuple(as_share(hit, whole, source, question, found) for hit in hits) for number, hits in here.items()}
        if (whole := claimed_whole(element, question))
        else here
        for element, here in zip(question.elements, found, strict=True)
    )


def claimed_whole(element: Element, question: Question) -> Term | None:
    """The noun of which a share of the claim is told; None where the element is no share."""
    words = slots(question.reading.language).portion
    portion = element.term is not None and element.term.text.lower() in words
    if element.detail.kind is not Kind.PERCENT and share_of(element.detail.value) is None and not portion:
        return None
    at = element.detail
    own = (s for s in question.reading.sentences if at.end and s.passage.start <= at.start < s.passage.end)
    return next((whole_of(at, s, question.reading.text) for s in own), None)


def whole_of(share: Detail | Mention, sentence: Sentence, text: str) -> Term | None:
    """The noun behind a share and its "of", or the one that an "of" opens the sentence with."""
    small = slots(sentence.language)
    if share_of(share.value) is not None:
        return next((t for t in reversed(sentence.terms) if share.start < t.start and t.end <= share.end), None)
    behind = next((t for t in sentence.terms if t.start >= share.end and not t.attribute), None)
    led = text[share.end : behind.start].lower().replace("’", "'").replace("'", "' ").split() if behind else []
    if led and led[0] in small.of and small.of | small.article >= set(led):
        return behind if behind and not behind.named else None
    ahead = text[sentence.passage.start : share.start].lower().split()
    opens = bool(ahead) and ahead[0] in small.among and ahead[-1].endswith(",")
    return next(iter(sentence.terms), None) if opens else None


def as_share(hit: Hit, whole: Term, source: Reading, question: Question, found: Places) -> Hit:
    sentence = source.sentences[hit.sentence]
    here = whole_of(hit.mention, sentence, source.text)
    if here is None or hit.relation is Relation.CONFLICTS:
        return hit
    others = [
        e.term is not None and e.term.start == whole.start
        for e, by in zip(question.elements, found, strict=True)
        if any(h.mention.start == here.start for h in by.get(hit.sentence, ()))
    ]
    if not others or any(others):
        return hit
    why = f"a share of “{here.text}” here, not of “{whole.text}”"
    return replace(hit, relation=Relation.COMPATIBLE, precise=False, other=True, why=why)
