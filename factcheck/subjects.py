"""The subject that a sentence itself gives an act: the noun before it, where no name of the claim stands there.

"Anna Berg grew up in Oslo. Officers seized a ship": nobody of the sentence before did what officers did.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.lang.concepts import CONCEPTS
from factcheck.lang.mood import breaks, complementisers
from factcheck.lang.slots import slots
from factcheck.model import Kind, Mention
from factcheck.parties import DOER, Side, opened_otherwise, part, passive
from factcheck.question import Element
from factcheck.reading import NAME_KINDS, Term, is_content


@dataclass(frozen=True, slots=True)
class Subject:
    """A noun before an act, and whether it may stand for somebody or something told before: "the minister"."""

    term: Term
    definite: bool


def stands_for(subject: Subject, element: Element) -> bool:
    """Whether a subject may be who the claim names: "the minister" somebody, "the company" what is nobody."""
    kind = element.detail.kind
    institution = any(CONCEPTS[id].kind == "institution" for id in subject.term.concepts)
    person = subject.term.somebody and not institution
    return subject.definite and (kind is Kind.TERM or person is (kind is Kind.PERSON))


def own_subject(act: Mention, side: Side) -> Subject | None:
    """The noun of an act's clause that no preposition governs; None where there is none, or it cannot be told.

    Of two it is the second, for the first may stand behind a preposition that ends a clause: "after the war a firm …".
    """
    small = slots(side.language)
    values = [m for m in side.sentence.mentions if m.kind not in NAME_KINDS and m.kind is not Kind.QUANTITY]
    found, governed, closed, article = None, False, False, ""
    helping = small.having | small.copula | small.passive
    for word in noun_behind(act, side) if opened_otherwise(act, side) else clause_before(act, side):
        said, term = word.group().lower(), side.term_at(word.start())
        if said in small.pronoun:
            return None
        if said in helping or any(m.start <= word.start() < m.end for m in values):
            governed, article = False, ""
        elif said in small.article | small.possessive:
            governed, article = governed and not closed, said
        elif term and (article or noun(term)) and not (term.attribute or term.territory):
            if not governed and (found is None or (article and not small.closing)):
                found = Subject(term, bool(article) and article not in small.indefinite | small.possessive)
            closed, article = True, ""
        elif said not in joining(side.language) and not is_content(word.group(), side.language):
            governed, closed, article = True, False, ""
    return found


def topic_does(act: Mention, side: Side) -> bool:
    """Whether a pronoun for one person, or a verb alone, says who does an act: somebody whom the text told before."""
    topic, at, small = side.sentence.topic, side.sentence.pronoun, slots(side.language)
    if topic is None or at is None or passive(act, side):
        return False
    pronoun = Mention(Kind.PERSON, at.start, at.end, side.text[at.start : at.end], topic.value)
    beside = [*side.words(at.start - LOOK_ASIDE, at.start)[-1:], *side.words(at.end, at.end + LOOK_ASIDE)[:1]]
    plural = small.closing and any(word.group().endswith(tuple(small.several)) for word in beside)
    several = pronoun.text.lower() in small.they or plural
    return not several and (at.start == act.start or part(pronoun, act, side) == DOER)


LOOK_ASIDE = 16
"""How many code points beside a pronoun are searched for its verb."""


def noun(term: Term) -> bool:
    """Whether a word that no article precedes is known to name something."""
    return bool(term.concepts) and not term.act and not term.attribute


def noun_behind(act: Mention, side: Side) -> list[re.Match[str]]:
    """The word right behind a verb with its article, where that may be a subject's."""
    words = side.words(act.end, act.end + NOUN_REACH)[:2]
    return words if words and words[0].group().lower() in slots(side.language).nominative else []


NOUN_REACH = 40
"""How many code points an article and its noun may take up."""


def clause_before(act: Mention, side: Side) -> list[re.Match[str]]:
    """The words of an act's clause before it."""
    words = side.words(side.sentence.passage.start, act.start)
    ends = breaks(side.language) | complementisers(side.language) | slots(side.language).relative | set(",;:")
    opened = max((w.end() for w in words if w.group().lower() in ends - joining(side.language)), default=0)
    return [word for word in words if word.start() >= opened]


def joining(language: str) -> frozenset[str]:
    """The words that join two clauses or two nouns, and govern nothing: "and", not "with"."""
    return slots(language).together & breaks(language)
