"""What a claim and a passage deny: the words that a negation bears on, and whether both sides deny the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from factcheck.lang.concepts import CONCEPTS
from factcheck.lang.fold import fold
from factcheck.lang.mood import Cue, breaks, closes_with_verb, sets_ahead
from factcheck.lang.slots import slots
from factcheck.match.hits import Hit
from factcheck.match.question import Element, Question, Role
from factcheck.match.tenses import of_now
from factcheck.model import Kind, Mention, Qualifier
from factcheck.reading import NAME_KINDS, Sentence, Term


@dataclass(frozen=True, slots=True)
class Polarity:
    """Whether claim and passage deny the same words: `agreed`, or the words that only one of them denies."""

    agreed: bool
    here: Cue | None = None
    claim: Cue | None = None


def polarity(question: Question, hits: Sequence[Hit | None], sentence: Sentence) -> Polarity:
    """How the denials of a claim stand to those of the sentence in which its elements were found."""
    asked = question.reading.sentences
    claimed = {start: cue for s in asked for start, cue in denied(s).items()}
    weighed = [claimed.get(element.detail.start) for element in question.elements if element.weight]
    said = denied(sentence)
    here = claim = None
    unmet = False
    met: list[Cue] = []
    for element, hit in zip(question.elements, hits, strict=True):
        mine = None if hit and hit.undone else claimed.get(element.detail.start)
        if hit is None or hit.sentence != sentence.number:
            unmet = unmet or (mine is not None and (bool(element.weight) or mine not in weighed))
            continue
        theirs = said.get(hit.mention.start)
        met = [*met, theirs] if mine and theirs else met
        plain = theirs and theirs.rule != "affix" and not supposed(theirs, sentence)
        here = here or (theirs if plain and not mine else None)
        unmet = unmet or bool(theirs and theirs.rule == "affix" and not mine)  # "the non-payment of bonuses"
        claim = claim or (mine if mine and not theirs else None)
    elements = {element.detail.start for element in question.elements}
    stray = any(not covers_any(cue, elements & claimed.keys()) for s in asked for cue in negations(s))
    doubled = any(map(denies_denial, asked))
    strange = not denies_denial(sentence) if doubled else stray
    unmet = unmet or wider(question, hits, sentence, met)
    return Polarity(not (here or claim or unmet or strange), here, claim)


def wider(question: Question, hits: Sequence[Hit | None], sentence: Sentence, met: Sequence[Cue]) -> bool:
    """Whether a claim denies more than the denials that meet its own: who did not fight there may have served there."""
    claimed = [cue for s in question.reading.sentences for cue in negations(s)]
    rows = [(e, h) for e, h in zip(question.elements, hits, strict=True) if h and h.sentence == sentence.number]
    return any(
        any(cue.start <= element.detail.start < cue.scope.end for cue in claimed)
        and not any(cue.scope.start <= hit.mention.start < cue.scope.end for cue in met)
        for element, hit in rows
        if met
    )


def plainly_denied(element: Element, question: Question) -> bool:
    """Whether all that a claim denies is one of its words, and by a mere "not": "never" and "no longer" say more."""
    cues = [(cue, s) for s in question.reading.sentences for cue in negations(s)]
    return len(cues) == 1 and all(
        cue.rule in ("negation", "nothing")
        and LETTERS.findall(cue.text.lower())[-1] in slots(s.language).simply
        and denied(s).keys() == {element.detail.start}
        for cue, s in cues
    )


LETTERS = re.compile(r"[^\W\d_]+(?:['’]t)?")
"""A word; "n't" is one."""


def supposed(cue: Cue, sentence: Sentence) -> bool:
    """Whether a denial is only a condition or a plan ("if the talks do not succeed"), or denies but "all"."""
    return any(
        (c.qualifier is Qualifier.INTENDED and c.start < cue.start < c.scope.end)
        or (c.rule == "partly" and c.start <= cue.start < c.end)
        for c in sentence.cues
    )


def negations(sentence: Sentence) -> list[Cue]:
    return [cue for cue in sentence.cues if cue.qualifier is Qualifier.NEGATED]


def denied(sentence: Sentence) -> dict[int, Cue]:
    """The words and names that a sentence denies, by their start.

    A negation bears on the word that follows, and through a light word, an adverb or an attribute on the next one:
    "did not formally sign", "was not a rich man". What stands further on in the clause is not what is denied.
    """
    found: dict[int, Cue] = {}
    cues = negations(sentence)
    for cue in cues:
        if cancelled(cue, cues):
            continue  # "does not rule out a rise" denies no rise
        for item in borne_by(cue, sentence):
            if not (cue.rule == "denial" and thing(item)):
                found.setdefault(item.start, cue)
    return found


def cancelled(cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether a word of denial is itself denied: "does not rule out"."""
    return cue.rule == "denial" and any(o.rule in PLAIN and o.start <= cue.start < o.scope.end for o in cues)


def denies_denial(sentence: Sentence) -> bool:
    """Whether a sentence denies a denial ("was not incapable of"): it does not say the thing, nor the contrary."""
    cues = negations(sentence)
    return any(cancelled(cue, cues) for cue in cues)


def borne_by(cue: Cue, sentence: Sentence) -> list[Term | Mention]:
    """What a cue bears on: what stands between its parts, else what follows, else the act that stands before it.

    "Ne signe pas", "did not sign", "unterzeichnete nicht".
    """
    bearing = [item for item in content(sentence) if cue.scope.start <= item.start < cue.scope.end]
    bearing = [
        item for item in bearing if item.end != cue.end or item.start == cue.start
    ]  # the "longer" of "no longer"
    inside = [item for item in bearing if cue.start < item.start < cue.end and cue.rule == "negation"]
    ending = cue.text.lower().replace("’", "'").split()[-1]
    if cue.rule == "denial":
        verb = denied_verb(cue, bearing, sentence)
        bearing = [*verb, *(item for item in bearing if item not in verb)]
    none_of = cue.rule == "negation" and ending in slots(sentence.language).of  # "n'entraînent pas d'usure"
    following = list(borne([*inside, *(i for i in bearing if i.start >= cue.end)], sentence.language, none_of=none_of))
    if any(not hands_on(item, sentence.language) for item in following):
        return following
    before = [item for item in bearing if item.end <= cue.start]
    acts = [item for item in before if isinstance(item, Term) and item.act]
    return following + (acts or before)[-1:]


def denied_verb(cue: Cue, bearing: Sequence[Term | Mention], sentence: Sentence) -> list[Term]:
    """The verb that closes what somebody denies or refuses to do, or died before doing.

    "Bestritt, Geld genommen zu haben", "starb, bevor er die Brücke beendete".
    """
    doing = any(c.rule == "infinitive" and cue.end <= c.start < cue.scope.end for c in sentence.cues)
    subordinate = any(marker in cue.text.lower().split() for marker in breaks(sentence.language))
    if not ((doing or subordinate) and closes_with_verb(sentence.language)):
        return []
    behind = [item for item in bearing if item.start >= cue.end and isinstance(item, Term)]
    words = [item for item in behind if item.text[0].islower() and not item.attribute]
    return ([item for item in words if item.act] or words)[-1:]  # "verkaufen konnte"


PLAIN = frozenset({"negation", "nothing", "without"})
"""Cues that deny by a small word; over a denial they cancel it."""


def thing(item: Term | Mention) -> bool:
    """Whether a word only names somebody or something: "excluded a rival" does not deny the rival."""
    return isinstance(item, Term) and bool(item.concepts) and not any(CONCEPTS[id].kind in DONE for id in item.concepts)


DONE = frozenset({"act", "verb", "attribute", "relation"})
"""Kinds of concepts that can be denied of something; all others name things."""


def content(sentence: Sentence) -> list[Term | Mention]:
    """The terms and the names of a sentence in their order; a name stands for the words in it."""
    names = sentence.names
    words = [t for t in sentence.terms if not any(m.start <= t.start and t.end <= m.end for m in names)]
    return sorted((*words, *names), key=lambda item: (item.start, item.end))


def borne(items: Sequence[Term | Mention], language: str, *, none_of: bool = False) -> Iterator[Term | Mention]:
    """The first of the items, and those after it as long as each only hands on what is said of it.

    What causes none of a thing denies the thing.
    """
    for item in items:
        yield item
        if not hands_on(item, language) and not (none_of and isinstance(item, Term) and "cause-act" in item.concepts):
            return


def hands_on(term: Term | Mention, language: str) -> bool:
    if not isinstance(term, Term):
        return False
    small, said = slots(language), term.text.lower()
    if said.endswith(ADVERBS) or said in small.lasting or "succeed" in term.concepts:
        return True
    return term.attribute or not small.light.isdisjoint((fold(said), term.lemma))


ADVERBS = ("ly", "ment", "mente")
"""How adverbs of manner end in English and the Romance languages; German ones look like adjectives."""


def unsaid(question: Question, hits: Sequence[Hit | None], sentence: Sentence) -> bool:
    """Whether the act, or where there is none a word or name, was found where a negation of the sentence reaches."""
    rows = [(e, h) for e, h in zip(question.elements, hits, strict=True) if h and h.sentence == sentence.number]
    acts = [(e, h) for e, h in rows if e.role is Role.ACT]
    reach = [reach_of(cue, sentence) for cue in negations(sentence) if cue.rule != "affix"]
    told = [h.mention.start for e, h in acts or rows if e.role is not Role.VALUE]
    return any(first <= start < last for start in told for first, last in reach)


def reach_of(cue: Cue, sentence: Sentence) -> tuple[int, int]:
    """What a denial may reach: what follows it; its whole clause where it closes it."""
    borne_here = borne_by(cue, sentence)
    closes = any(item.start < cue.start for item in borne_here)
    if cue.rule == "without" and borne_here and not closes:
        return cue.end, borne_here[0].end  # "arrested without violence by the police"
    return (cue.scope.start if closes else cue.end, cue.scope.end)


LEFT_OPEN: Mapping[str, str] = {
    "question": "only-supposed",
    "possibility": "only-supposed",
    "open": "not-asserted",
    "undone": "not-asserted",
    "contested": "not-asserted",
    "partly": "not-asserted",
    "except": "not-asserted",
    "styled": "not-asserted",
    "over": "not-asserted",
    "fiction": "not-asserted",
    "almost": "not-asserted",
    "infinitive": "not-asserted",
}
"""The cues of what a sentence speaks of without saying that it is so, and the rule that each fires."""


def left_open(question: Question, hits: Sequence[Hit | None], sentence: Sentence) -> Cue | None:
    """What keeps a sentence from saying what was found in it; None where it says so, or the claim is as open."""
    own = [(e, h) for e, h in zip(question.elements, hits, strict=True) if h and h.sentence == sentence.number]
    cues = [
        c for c in sentence.cues if c.rule in LEFT_OPEN and not (as_open(c, question, sentence) or refused(c, sentence))
    ]
    return next((cue for cue in cues if any(reaches(cue, e, h, own, sentence) for e, h in own)), None)


def on_condition(question: Question, hits: Sequence[Hit | None], sentence: Sentence) -> Cue | None:
    """The "if" on which alone a sentence says that what was found will be; None where the claim has one too."""
    claimed = any(conditions(claim) for claim in question.reading.sentences)
    if claimed or Qualifier.INTENDED not in question.mood:
        return None
    found = [hit.mention.start for hit in hits if hit and hit.sentence == sentence.number]
    outside = (cue for cue in conditions(sentence) if any(not cue.scope.start <= at < cue.scope.end for at in found))
    return next(outside, None)


def conditions(sentence: Sentence) -> list[Cue]:
    """Where a sentence says "if"; nothing hangs on "if you want to know"."""
    supposing = slots(sentence.language).supposing
    wishes = [t.start for t in sentence.terms if "want" in t.concepts]
    said = [c for c in sentence.cues if c.rule == "intention" and c.text.lower().replace("’", "'") in supposing]
    return [cue for cue in said if not any(0 < at - cue.end <= WISH_REACH for at in wishes)]


WISH_REACH = 8
"""How many code points may lie between "if" and what somebody wants: "si vous voulez"."""


def refused(cue: Cue, sentence: Sentence) -> bool:
    """Whether an infinitive is what somebody denies or refuses: that says more than "to sign"."""
    others = (c for c in sentence.cues if c.rule == "denial" and c.start < cue.start)
    return cue.rule == "infinitive" and any(cue.start < c.scope.end for c in others)


Own = Sequence[tuple[Element, Hit]]


def as_open(cue: Cue, question: Question, here: Sentence) -> bool:
    """Whether the claim is open in the same way: it is asked or supposed too, or opens with the same words.

    What was so once may be claimed of the past, and what is planned as what is to come.
    """
    if cue.rule == "over":
        return not of_now(question)
    if Qualifier.INTENDED in question.mood and sets_ahead(cue, here.language):
        return True
    claimed = [other for sentence in question.reading.sentences for other in sentence.cues if other.rule == cue.rule]
    return any(cue.rule != "open" or other.text.lower() == cue.text.lower() for other in claimed)


def heard(sentence: Sentence, hits: Sequence[Hit | None]) -> Sentence:
    """The sentence without the denials and other governing words that the claim has among its own words."""
    words = [hit.mention for hit in hits if hit and hit.mention.kind is Kind.TERM]  # no name: "Ojalá Berg firme"
    starts, ends = {word.start for word in words}, {word.end for word in words}
    answered = {cue for cue in negations(sentence) if of_the_rest(cue, hits, sentence)}
    cues = tuple(
        cue
        for cue in sentence.cues
        if cue not in answered
        and not (cue.rule in GOVERNING and (cue.start in starts or (cue.rule != "intention" and cue.end in ends)))
    )
    return replace(sentence, cues=cues)


def of_the_rest(cue: Cue, hits: Sequence[Hit | None], sentence: Sentence) -> bool:
    """Whether a denial bears on nothing of the claim, for what is so instead is told: "makes no hats but boots".

    Who makes boots is said to. What has a verb of its own must have all of the claim that is denied: "did not win the
    first game but won the second game".
    """
    instead = next(
        (c.scope for c in sentence.cues if c.rule == "correction" and 0 <= c.start - cue.scope.end <= 2), None
    )
    denied = [item for item in content(sentence) if cue.end <= item.start < cue.scope.end]
    found = {hit.mention.start for hit in hits if hit and hit.sentence == sentence.number}
    if instead is None or not denied:
        return False
    acts = [t.start for t in sentence.terms if t.act]
    here = [item for item in content(sentence) if instead.start <= item.start < instead.end]
    said = [item.start in found for item in here]
    of_old = [item for item in denied if item.start in found and item.start not in acts]
    if not any(item.start in acts for item in here) or not any(cue.scope.start <= at < cue.scope.end for at in acts):
        return denied[-1].start not in found and any(said) and (all(said) or not of_old)
    told = {key for item in here if isinstance(item, Term) for key in (item.lemma, *item.concepts)}
    again = [t for t in sentence.terms if t.start in found and cue.end <= t.start < cue.scope.end]
    return any(said) and all(not told.isdisjoint((t.lemma, *t.concepts)) for t in again)


GOVERNING = frozenset({"denial", "open", "undone", "intention"})
"""Cues that may be the very word of a claim: who says that an offer was rejected, or that a law provides for a rise."""


def corrected(hits: Sequence[Hit | None], sentence: Sentence) -> bool:
    """Whether something of the claim stands in what is so instead of what is denied: "not the mill, but the farm".

    With an act of its own that is another clause: "did not sign, but left".
    """
    acts = [term.start for term in sentence.terms if term.act]
    instead = [cue.scope for cue in sentence.cues if cue.rule == "correction"]
    instead = [scope for scope in instead if not any(scope.start <= at < scope.end for at in acts)]
    found = [hit.mention.start for hit in hits if hit and hit.sentence == sentence.number]
    return any(scope.start <= at < scope.end for scope in instead for at in found)


def reaches(cue: Cue, element: Element, hit: Hit, own: Own, sentence: Sentence) -> bool:
    """Whether a cue leaves open what was found for an element."""
    at = hit.mention.start
    if cue.rule == "except":
        return at in {item.start for item in borne_by(cue, sentence)}
    if cue.rule == "styled":  # "so-called" before a name only tells what it is called
        return at in {item.start for item in borne_by(cue, sentence) if isinstance(item, Term)}
    if cue.rule == "almost":
        return at == not_quite_done(cue, sentence)
    if cue.rule == "infinitive" and cue.start <= at < cue.end:
        return True  # whatever it is that is done
    term = element.term
    undone = cue.rule == "undone" and term is not None and any(CONCEPTS[id].kind == "act" for id in term.concepts)
    if element.role is not Role.ACT and not undone and any(e.role is Role.ACT for e, _ in own):
        return False
    presupposed = cue.rule == "open" and (term is None or term.office or term.attribute)
    if cue.rule == "fiction":  # "in the film, she plays a nurse"
        presupposed = term is not None and not STAGED.isdisjoint(term.concepts)
    if cue.rule == "infinitive":  # "vowed to find the murderers of Berg": there was a murder
        presupposed = at >= cue.end
    return not presupposed and cue.scope.start <= at < cue.scope.end


STAGED = frozenset({"play-role", "star-in", "play-sport", "play-music", "perform", "appear", "actor", "film-shoot"})
"""What somebody does in a story that they play in: that is said of themselves."""


def not_quite_done(cue: Cue, sentence: Sentence) -> int | None:
    """Where stands what was almost so: the word behind for what something is like, else the first act of the clause.

    None where only a value is almost reached, or almost all did it.
    """
    values = (m for m in sentence.mentions if m.kind not in NAME_KINDS)
    if any(m.start <= cue.end + 1 and cue.start < m.end for m in values) or of_almost_all(cue, sentence):
        return None
    behind = (t for t in sentence.terms if t.start == cue.end + 1)
    beside = next((t for t in behind if not (t.named or t.text.endswith(ADVERBS))), None)
    acts = [t for t in sentence.terms if t.act and cue.end <= t.start < cue.scope.end]
    if not any(t.start >= cue.end for t in sentence.terms if t.start < cue.scope.end):  # "gewann das Rennen beinahe"
        acts = [t for t in sentence.terms if t.act and t.end <= cue.start][-1:]
    return beside.start if beside else acts[0].start if acts else None


def of_almost_all(cue: Cue, sentence: Sentence) -> bool:
    """Whether "almost" only says of how many something is so: "almost all"."""
    every = {fold(word) for word in slots(sentence.language).every}
    return any(a == fold(cue.text).split()[-1] and b in every for a, b in pairwise(sentence.words))


def borrowable(hit: Hit, term: Term, sentence: Sentence) -> bool:
    """Whether a word of one sentence may stand for one that another leaves unsaid: a thing, or what is plainly said."""
    at = hit.mention.start
    shut = [cue.scope for cue in sentence.cues if cue.rule in LEFT_OPEN or cue.qualifier is Qualifier.NEGATED]
    return thing(term) or not any(scope.start <= at < scope.end for scope in shut)


def covers_any(cue: Cue, starts: set[int]) -> bool:
    return any(cue.scope.start <= start < cue.scope.end for start in starts)
