"""Acts that a sentence only names by a noun: whether "the sale of the firm" says that it was sold."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.lang.mood import phrases
from factcheck.lang.slots import slots
from factcheck.match.against.polarity import negations
from factcheck.match.hits import Hit
from factcheck.match.question import Question
from factcheck.match.tenses import done, in_the_past, perfect
from factcheck.model import Kind, Mention, Qualifier
from factcheck.reading import WORD, Sentence
from factcheck.reading.side import Side
from factcheck.reading.voice import names_doer, nominal


def only_named(question: Question, hits: Sequence[Hit], sentence: Sentence, text: str) -> bool:
    """Whether a claim's act, told as done, is here but a noun in a sentence about now: "the sale depends on the banks".

    What has a day or year of its own was done, as was what a sentence tells of the past by, or takes for granted. What
    is denied on both sides is not told to have been done in any case.
    """
    acts, side = [hit.mention for hit in hits], Side(sentence, text)
    denied = negations(sentence) and any(negations(s) for s in question.reading.sentences)
    if not (acts and done(question)) or denied or not all(nominal(act, side) for act in acts):
        return False
    if any(mention.kind is Kind.DATE for mention in sentence.mentions):
        return False
    if in_the_past(sentence, text) or perfect(sentence):
        return False
    coming = any(cue.qualifier is Qualifier.INTENDED for cue in sentence.cues)  # "after the sale, it will …"
    return not any(befallen(act, side) or (taken_for_granted(act, side) and not coming) for act in acts)


UNPLANNED = frozenset(
    (
        "discover find kill murder die be-born injure damage kidnap explosion collapse shipwreck derail suicide theft "
        "rape shooting stabbing hijack massacre drown poison burn atrocity lynch stampede strangle erupt leak escape"
    ).split()
)
"""Acts that are not announced before they happen: who names one says that it happened."""


def befallen(act: Mention, side: Side) -> bool:
    """Whether a noun tells of what nobody plans, or of who does something."""
    noun = side.term_at(act.start)
    return noun is None or names_doer(noun, side.language) or not UNPLANNED.isdisjoint(noun.concepts)


def taken_for_granted(act: Mention, side: Side) -> bool:
    """Whether words right before a noun for an act take it as done: "since the sale", "condemned the arrest"."""
    passage = side.sentence.passage
    said = phrases("given", side.text, passage.start, passage.end, side.language)
    small = slots(side.language).article
    ends = [words.end for words, _ in said if words.end <= act.start]
    return any({w.lower() for w in WORD.findall(side.text[end : act.start])} <= small for end in ends)
