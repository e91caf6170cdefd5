"""What a passage that has enough of a claim's words still leaves unstated: its verb, what is paid, what is counted."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.lang.fold import fold
from factcheck.lang.mood import closes_with_verb, inflected, participle
from factcheck.lang.slots import slots
from factcheck.match.hits import mention_of
from factcheck.match.measures import dimension_of, measured
from factcheck.match.question import Element, Question, Role
from factcheck.match.whose.ties import AMOUNTS
from factcheck.match.windows import Window, rows_of
from factcheck.model import Kind, Mention
from factcheck.reading import Sentence, Term
from factcheck.reading.side import Side
from factcheck.reading.voice import nominal


def unsaid_verb(question: Question, seen: Window, text: str) -> bool:
    """Whether the only verb of a claim that gives a figure, or the word for what it measures, is not said here."""
    figures = [hit.mention for e, hit in rows_of(question, seen, {Role.VALUE}) if hit and e.detail.kind in AMOUNTS]
    unsaid = [e.term for e, hit in rows_of(question, seen, {Role.TERM}) if e.weight and not (hit and hit.precise)]
    acting = any(e.weight for e, _ in rows_of(question, seen, {Role.ACT}))
    claimed = [Side(sentence, question.reading.text) for sentence in question.reading.sentences]
    verb = not acting and any(stands_as_verb(term, question, claim) for term in unsaid if term for claim in claimed)
    measures = {dimension_of(term) for term in unsaid if term} - {None}
    here = {measured(figure, seen.sentence, text).dimension for figure in figures}
    measure = not measures <= here and not told_before_noun(question, seen, figures)
    return (bool(figures) and (verb or measure)) or (
        not acting and any(leads_to_date(t, s) for t in unsaid if t for s in claimed)
    )


def leads_to_date(term: Term, claim: Side) -> bool:
    """Whether an inflected verb of a claim stands right before its day: "rige desde el 1 de julio"."""
    small = slots(claim.language)
    if not inflected(term.text, claim.language) or term.concepts or nominal(mention_of(term), claim):
        return False
    days = [m.start for m in claim.sentence.mentions if m.kind is Kind.DATE and m.start > term.end]
    leading = ({w.group().lower() for w in claim.words(term.end, day)} for day in days)
    return any(words <= small.article | small.marked | small.dated | small.start | small.until for words in leading)


def stands_as_verb(term: Term, question: Question, claim: Side) -> bool:
    """Whether a word of a claim stands right before a figure, in German also behind it, as its verb does.

    A word that no table has is one where no more than a name or a noun stands before it.
    """
    mention, small = mention_of(term), slots(claim.language)
    known_noun = bool(term.concepts) and not (term.verbal or participle(term.text, claim.language))
    light = term.text.lower() in small.have or not small.light.isdisjoint((term.lemma, fold(term.text)))
    if term.attribute or term.named or known_noun or light or not term.text.islower() or nominal(mention, claim):
        return False
    if not term.concepts and sum(e.detail.end <= term.start for e in question.elements) > 1:
        return False
    figures = [m for m in claim.sentence.mentions if m.kind in AMOUNTS]
    leading = ({word.group().lower() for word in claim.words(term.end, m.start)} for m in figures if m.start > term.end)
    closing = bool(small.closing) and any(m.end <= term.start for m in figures)
    return closing or any(words <= small.article | small.marked for words in leading)


def told_before_noun(question: Question, seen: Window, figures: Sequence[Mention]) -> bool:
    """Whether a figure stands right before a word of the claim, and tells how large that is: "the 50-metre bridge"."""
    words = [hit.mention.start for e, hit in rows_of(question, seen, {Role.TERM}) if e.weight and hit]
    return any(0 <= start - figure.end <= 1 for start in words for figure in figures)


def paid_otherwise(question: Question, seen: Window) -> bool:
    """Whether a sum is what is paid in the claim, and here what is lent, given, owed or earned, or only offered."""
    unsaid = {id for e, hit in rows_of(question, seen, {Role.ACT}) if e.term and hit is None for id in e.term.concepts}
    others = OTHER_SUMS if "cost" in unsaid else OTHER_SUMS | UNPAID if unsaid & SPENT else frozenset[str]()
    sums = [hit for _, hit in rows_of(question, seen, {Role.VALUE}) if hit and hit.mention.kind is Kind.MONEY]
    return any(not others.isdisjoint(word.concepts) for hit in sums if (word := sum_word(hit.mention, seen.sentence)))


def sum_word(amount: Mention, sentence: Sentence) -> Term | None:
    """The noun or verb of money changing hands that tells what a sum is: the last before it, or a closing verb."""
    told = OTHER_SUMS | UNPAID | SPENDING
    words = [t for t in sentence.terms if not (t.valued or t.named or told.isdisjoint(t.concepts))]
    before = [t for t in words if t.end <= amount.start][-1:]
    behind = [t for t in words if t.start >= amount.end][:1] if closes_with_verb(sentence.language) else []
    return next(iter(before or behind), None)


OTHER_SUMS = frozenset(
    "loan lend donate give subsidise aid obtain debt profit lose earn revenue fine-penalty compensation "
    "finance contribute gift-present".split()
)
"""What a sum of money may be that is no cost."""

UNPAID = frozenset("offer propose provide tender ask owe borrow promise claim-assert".split())
"""What is done with a sum that is not paid, or not yet; what is "offered for 5 euros" costs as much."""

SPENT = frozenset({"pay", "spend"})
"""What is done with a sum that is paid."""

SPENDING = SPENT | frozenset("cost buy sell invest budget build award".split())
"""What a sum may be that is the cost of what it is for."""


def counted_elsewhere(question: Question, seen: Window) -> bool:
    """Whether a claim without an act counts what is here, and says of it what stands in the sentence behind.

    "Three children fell ill. A woman is in hospital" does not say that three children are in hospital.
    """
    terms = rows_of(question, seen, {Role.TERM})
    behind = [e for e, hit in terms if hit and hit.sentence > seen.sentence.number]
    acting = any(e.role is Role.ACT for e in question.elements)
    return not acting and any(counted(e, question) for e, _ in terms) and not all(counted(e, question) for e in behind)


def counted(element: Element, question: Question) -> bool:
    """Whether a word is what a figure of the claim counts: its own value says it already."""
    values = (e.detail for e in question.elements if e.role is Role.VALUE)
    return any(value.start <= element.detail.start and element.detail.end <= value.end for value in values)
