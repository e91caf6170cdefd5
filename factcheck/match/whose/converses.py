"""Acts told from the other side: what one sells another buys, what one lends another borrows, whom one beats loses.

"Lund sold the mill to Holm" says that Holm bought it. The parts are those that `parties` reads off the order of the
words: to whom an act is done here must be who does its converse in the claim, and the thing the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.lang.mood import participle
from factcheck.lang.slots import slots
from factcheck.match.hits import Hit, Places, mention_of
from factcheck.match.question import Question, Role
from factcheck.match.whose.parties import PLAIN, acts, agrees, by_name, mention_of_detail, party
from factcheck.match.whose.parts import DOER, marking, part
from factcheck.model import Mention, Relation
from factcheck.reading import Reading, Sentence, Term
from factcheck.reading.side import Side
from factcheck.reading.voice import passive

CONVERSES: Mapping[str, frozenset[str]] = {
    "buy": frozenset({"sell"}),
    "takeover": frozenset({"sell"}),
    "sell": frozenset({"buy", "takeover"}),
    "borrow": frozenset({"lend"}),
    "lend": frozenset({"borrow"}),
    "win": frozenset({"lose"}),
    "lose": frozenset({"win"}),
}
"""By an act, those that tell it from the other side."""

THING, TO = "thing", "to"
"""What an act is done to, and whom it is done to, or had from."""


def mirrored(question: Question, source: Reading, found: Places) -> Places:
    """The places with those added that tell a claim's act from its other side, of the same two sides."""
    added = list(found)
    for place, known, wanted in asked(question):
        for sentence in source.sentences:
            if told := told_in(sentence, source.text, known, wanted, found):
                hit = Hit(sentence.number, told, Relation.COMPATIBLE, why="told from the other side", converse=True)
                rest = (h for h in found[place].get(sentence.number, ()) if not h.opposite)
                added[place] = {**added[place], sentence.number: (*rest, hit)}
    return tuple(added)


def asked(question: Question) -> Iterator[tuple[int, dict[int, str], set[str]]]:
    """The claim's acts that have another side, with what its parties are to that, and what tells it.

    Who does it must be known, but for what suffers it and names nobody ("was sold").
    """
    rows = list(enumerate(question.elements))
    ends = frozenset(e.detail.end for _, e in rows)
    for place, act, claim in acts(rows, question):
        wanted = {id for own in (act.term.concepts if act.term else ()) for id in CONVERSES.get(own, ())}
        if act.term is None or not wanted:
            continue
        them = [(n, e) for n, e in rows if party(e, claim.language) and not e.detail.text.isdigit()]  # "won 3-1"
        them = by_name(them)
        sides = {n: side_of(mention_of_detail(e), act.term, claim, ends) for n, e in them}
        mirror = WON if "lose" in wanted else LOST if "win" in wanted else CONVERSE_SIDE
        told = {
            n: said for n, said in sides.items() if said and (said in mirror or question.elements[n].role is Role.NAME)
        }
        known = {n: mirror.get(said, "") for n, said in told.items()}
        if DOER in sides.values() or (known and passive(mention_of_detail(act), claim)):
            yield place, known, wanted


def told_in(sentence: Sentence, text: str, known: Mapping[int, str], wanted: set[str], found: Places) -> Mention | None:
    """Where a sentence tells an act from its other side, all that the claim names in its mirrored part."""
    here = Side(sentence, text)
    names = [[h.mention for h in by_number.get(sentence.number, ()) if agrees(h)] for by_number in found]
    heard = frozenset(name.end for said in names for name in said)
    for term in sentence.terms:
        if not wanted.isdisjoint(term.concepts) and all(
            answers(said, names[place], term, here, heard) for place, said in known.items()
        ):
            return mention_of(term)
    return None


def beaten(claimed: Term | None, said: Mention, side: Side) -> bool:
    """Whether a win that is suffered here denies no loss that a claim tells: who was beaten lost."""
    return claimed is not None and "lose" in claimed.concepts and passive(said, side)


def answers(said: str, names: list[Mention], act: Term, here: Side, heard: frozenset[int]) -> bool:
    """Whether some name is to an act what the mirrored party of the claim is."""
    return said != "" and any(side_of(name, act, here, heard) == said for name in names)


CONVERSE_SIDE: Mapping[str, str] = {DOER: TO, TO: DOER, THING: THING}
WON: Mapping[str, str] = {DOER: TO, THING: DOER}
LOST: Mapping[str, str] = {DOER: THING, TO: DOER}
"""What each party of an act is to its converse; who is beaten does what the loser does."""


def side_of(name: Mention, act: Term, side: Side, heard: frozenset[int]) -> str:
    """What somebody or something is to an act: who does it, to whom, or what; nothing where that cannot be told.

    `heard` has where what is known of the claim ends in the sentence.
    """
    done = mention_of(act)
    if not SCORING.isdisjoint(act.concepts) and faced(name, act, side):
        return TO if "lose" in act.concepts else THING
    if "win" in act.concepts and act.end <= name.start and marked_object(name, side):
        return THING
    if marking(name, side) == "to":
        return TO if act.end <= name.start and dealt_with(name, act, side, heard) else ""
    if name.end <= act.start and not marking(name, side) and by_itself(done, side):
        return THING
    played = part(name, done, side)
    return DOER if played == DOER else THING if played in PLAIN else ""


def marked_object(name: Mention, side: Side) -> bool:
    """Whether a name stands behind the preposition that marks whom an act is done to: "derrotó al Ladera"."""
    before = side.words(name.start - 6, name.start)[-1:]
    return any(word.group().lower() in slots(side.language).marked for word in before)


def dealt_with(name: Mention, act: Term, side: Side, heard: frozenset[int]) -> bool:
    """Whether a name is whom an act is done to or had from: right behind "to" or "from", and that behind no such word.

    "Sold the mill to Holm", "on Friday to a collector"; not "to Holm's brother", "next to Holm", "to help Holm".
    """
    small = slots(side.language)
    if side.text[name.end : name.end + 2] in ("'s", "’s"):
        return False
    words = side.words(act.end, name.start)
    while words and words[-1].group().lower() in small.article - small.party:
        words.pop()
    marks = small.party - (small.whence if HANDING.intersection(act.concepts) else small.whither)
    if not words or words[-1].group().lower() not in marks:
        return False
    return words[-1].start() - 1 in heard | {act.end} | {m.end for m in side.sentence.mentions}


def faced(name: Mention, act: Term, side: Side) -> bool:
    """Whether a name is whom somebody loses to or wins against."""
    small = slots(side.language)
    words = [word.group().lower() for word in side.words(act.start, name.start)][1:]  # "lost to" is one word
    lost = small.party if "lose" in act.concepts else frozenset()
    ahead = [word for word in words if word not in small.article - lost]
    # "lost 3-1 to", "lost the final against"
    return act.end <= name.start and bool(ahead) and ahead[-1] in small.facing | small.versus | small.dative | lost


SCORING = frozenset({"win", "lose"})

HANDING = frozenset({"sell", "lend"})
"""Acts that are done to somebody; the others have a thing from them."""


def by_itself(act: Mention, side: Side) -> bool:
    """Whether an act is told of the thing itself: "la maison s'est vendue"."""
    words = [word.group().lower().rstrip("'’") for word in side.words(act.start - REFLEXIVE_REACH, act.start)]
    return participle(act.text, side.language) and not slots(side.language).reflexive.isdisjoint(words[-2:])


REFLEXIVE_REACH = 10
"""How many code points before an act may hold what turns it on the thing itself ("s'est vendue")."""
