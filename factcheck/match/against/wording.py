"""The claim's own row of words in a source, with one among them turned: an opposite, another label, another period.

A long claim lists many things. A passage that has four of its words in a row, but "low" for "high" or "Tier 2" for
"Tier 1" among them, speaks of that very thing, however little it has of the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from rapidfuzz.distance import JaroWinkler

from factcheck.compare import Likeness, compare
from factcheck.lang.concepts import opposites
from factcheck.lang.mood import Cue
from factcheck.lang.slots import slots
from factcheck.match.against.clashes import of_nobody_here
from factcheck.match.against.polarity import LEFT_OPEN, denied, negations, supposed
from factcheck.match.hits import BEFORE_AND_AFTER, SUCCESSIVE, mention_of, same_term
from factcheck.match.question import CAPITALISING, Question, undatable
from factcheck.match.whose.converses import beaten
from factcheck.model import Kind, Mention, Qualifier
from factcheck.names import NameLikeness, same_name
from factcheck.reading import CODE, NAME_KINDS, PAUSE, Reading, Sentence, Term
from factcheck.reading.side import Side
from factcheck.units import comparable

ROW = 3
"""How many words and values next to a turned one must be the claim's, one gap aside, for it to be of the same thing."""

BOTH_SIDES = 2
"""How many are enough where the turned one stands between them."""

Item = Mention | Term
"""A value, or a word outside values."""


@dataclass(frozen=True, slots=True)
class Place:
    """An item among those of its sentence, with what denies it there."""

    text: str
    sentence: Sentence
    items: tuple[Item, ...]
    at: int
    denial: Cue | None = None

    @property
    def item(self) -> Item:
        return self.items[self.at]


@dataclass(frozen=True, slots=True)
class Turned:
    """What stands in a sentence in place of a word of the claim; `row` has the mentions that agree around it."""

    sentence: Sentence
    ours: Mention
    theirs: Mention
    row: tuple[tuple[Mention, Mention], ...]
    why: str


def turned(question: Question, source: Reading) -> Iterator[Turned]:
    """Where a source has a row of the claim's words with one of them turned, and nowhere as the claim has it."""
    asked = question.reading
    if source.language != asked.language:
        return
    checked = [element.detail for element in question.elements if element.detail.end]
    laid_out = cache(lambda number: places(source.sentences[number], source.text))
    claimed = (place for sentence in asked.sentences for place in places(sentence, asked.text))
    for ours in (p for p in claimed if any(d.start <= p.item.start < d.end for d in checked)):
        there = [place for number in holding(ours, source) for place in laid_out(number)]
        same = [p for p in there if alike(ours.item, p.item) and of_the_same(ours, p) and not other_code(ours, p)]
        if any((p.denial is None) is (ours.denial is None) for p in same):
            continue  # the source has it as the claim has it
        unheard = not holding_item(ours.item, source)
        for theirs in (p for p in there if of_one_thing(ours, p) or of_one_offer(ours, p)):
            if why := denied_once(ours, theirs) if theirs in same else "" if same else replaced(ours, theirs, unheard):
                yield Turned(theirs.sentence, mention(ours.item), mention(theirs.item), tuple(row(ours, theirs)), why)


def places(sentence: Sentence, text: str) -> list[Place]:
    """The values of a sentence and its words outside them, in order; the words of names are words like any others."""
    values = [m for m in sentence.mentions if m.kind not in NAME_KINDS]
    words = [t for t in sentence.terms if not any(m.start <= t.start < m.end for m in values)]
    items: tuple[Item, ...] = tuple(sorted((*values, *words), key=lambda item: item.start))
    denials = denied(sentence)
    return [Place(text, sentence, items, at, denials.get(item.start)) for at, item in enumerate(items)]


def mention(item: Item) -> Mention:
    return mention_of(item) if isinstance(item, Term) else item


def displayed(place: Place) -> str:
    """An item as a report shows it: a bare figure with the letters behind it, or with the word that it numbers."""
    item, text = place.item, place.text
    if not item.text.isdigit():
        return item.text
    if compound(place):
        return text[item.start :].split(maxsplit=1)[0].rstrip(".,;:!?")
    before = place.items[place.at - 1] if place.at else item
    return text[before.start : item.end] if item.start - before.end == 1 else item.text


# --- of one thing, and plainly said ---


def of_one_thing(ours: Place, theirs: Place) -> bool:
    """Whether enough of the same words stand around two items, on one occasion."""
    sides = [sum(1 for _ in agreeing(ours, theirs, step)) for step in (-1, 1)]
    in_row = sum(sides) >= (BOTH_SIDES if all(sides) else ROW) or turned_about(ours, theirs)
    return bool(in_row) and same_occasion(ours, theirs)


def row(ours: Place, theirs: Place) -> Iterator[tuple[Mention, Mention]]:
    yield from agreeing(ours, theirs, -1)
    yield from agreeing(ours, theirs, 1)
    yield from turned_about(ours, theirs)


LOOK_ABOUT = 9
"""How many words on the other side of an act are looked at for those that the claim has on this side."""


def turned_about(ours: Place, theirs: Place) -> list[tuple[Mention, Mention]]:
    """What agrees where an act stands behind its words, and not before them: "a fall in net rental income".

    None unless all of the row's words right beside the one are near the other.
    """
    if not (acting(ours) and acting(theirs)):
        return []
    for step in (-1, 1):
        mine, near = beside(ours, step, ROW), beside(theirs, -step, LOOK_ABOUT)
        pairs = [(mention(a), mention(b)) for a in mine for b in near if alike(a, b)]
        if len({a.start for a, _ in pairs}) == len({b.start for _, b in pairs}) == ROW:
            return pairs
    return []


def acting(place: Place) -> bool:
    return isinstance(place.item, Term) and place.item.act and not capital(place)


def beside(place: Place, step: int, most: int) -> list[Item]:
    """The words beside an item, outwards, up to a value or a mark that parts two clauses."""
    found: list[Item] = []
    at = place.at + step
    while 0 <= at < len(place.items) and len(found) < most:
        near, far = sorted((place.items[at - step], place.items[at]), key=lambda item: item.start)
        if not isinstance(place.items[at], Term) or PAUSE.search(place.text, near.end, far.start):
            break
        found.append(place.items[at])
        at += step
    return found


def agreeing(ours: Place, theirs: Place, step: int) -> Iterator[tuple[Mention, Mention]]:
    """What agrees on one side of two items, outwards; one item that the sentence has besides is passed over.

    Not around what only qualifies something: "high-quality chairs and oak desks" says nothing of the desks.
    """
    mine, other = ours.at + step, theirs.at + step
    passed = isinstance(ours.item, Term) and not (ours.item.act or ours.item.text.isdigit())
    while 0 <= mine < len(ours.items) and 0 <= other < len(theirs.items):
        if alike(ours.items[mine], theirs.items[other]):
            yield mention(ours.items[mine]), mention(theirs.items[other])
            mine, other = mine + step, other + step
        elif passed:
            return
        else:
            other, passed = other + step, True


def of_the_same(ours: Place, theirs: Place) -> bool:
    return beside_the_same(ours, theirs) or bool(turned_about(ours, theirs))


def beside_the_same(ours: Place, theirs: Place) -> bool:
    """Whether the very next item on one side of two items agrees."""
    return any(next_agrees(ours, theirs, step) for step in (-1, 1))


def next_agrees(ours: Place, theirs: Place, step: int) -> bool:
    """Whether the very next item before (-1) or behind (1) two items agrees."""
    mine, other = ours.at + step, theirs.at + step
    within = 0 <= mine < len(ours.items) and 0 <= other < len(theirs.items)
    return within and alike(ours.items[mine], theirs.items[other])


def alike(a: Item, b: Item) -> bool:
    if isinstance(a, Term) and isinstance(b, Term):
        return same_term(a, b)
    if isinstance(a, Term) or isinstance(b, Term):
        return False
    return comparable(a.value, b.value) and compare(a.value, b.value).likeness is Likeness.EQUAL


def same_occasion(ours: Place, theirs: Place) -> bool:
    """Whether a sentence gives no other date than the claim, no other place, and is not about somebody else.

    The names that the two items are part of are set against each other elsewhere.
    """
    dates, their_dates = (
        [m for m in p.sentence.mentions if m.kind is Kind.DATE and not undatable(m)] for p in (ours, theirs)
    )
    names, their_names = (
        [m for m in p.sentence.mentions if m.kind in NAME_KINDS and not m.start <= p.item.start < m.end]
        for p in (ours, theirs)
    )
    places = [m for m in names if m.kind is Kind.PLACE]
    strangers = without(their_names, names)
    return (
        not (dates and their_dates and len(without(dates, their_dates)) == len(dates))
        and not (names and strangers and len(strangers) == len(their_names))
        and not (strangers and without(places, their_names))
    )


def without(these: list[Mention], those: list[Mention]) -> list[Mention]:
    """The dates or names of one side that the other has not."""
    return [a for a in these if not any(may_be_one(a, b) for b in those)]


def may_be_one(a: Mention, b: Mention) -> bool:
    if a.kind is Kind.DATE:
        return compare(a.value, b.value).likeness in (Likeness.EQUAL, Likeness.COMPATIBLE)
    return same_name(a.value, b.value) is not NameLikeness.OTHER


NEGATED = Qualifier.NEGATED
UNPLAIN = frozenset({NEGATED, Qualifier.INTENDED})


def moods(place: Place) -> set[str]:
    """What keeps a sentence from plainly saying a word: a denial, a plan, a question."""
    cues = reaching(place)
    return {c.rule for c in cues if c.rule in LEFT_OPEN} | {c.qualifier for c in cues if c.qualifier in UNPLAIN}


def reaching(place: Place) -> list[Cue]:
    return [cue for cue in place.sentence.cues if cue.scope.start <= place.item.start < cue.scope.end]


# --- what turns ---


def denied_once(ours: Place, theirs: Place) -> str:
    """Why a word is denied on one of two sides only; empty where both deny something, or where one only supposes it."""
    other = theirs if ours.denial else ours
    corrected = any(cue.rule == "correction" for cue in theirs.sentence.cues)
    if corrected or negations(other.sentence) or of_another_value(ours, theirs) or of_others(ours, theirs):
        return ""
    if moods(theirs) - moods(ours) - {NEGATED}:
        return ""
    if ours.denial:
        if not all_of_it(ours, ours.denial, theirs):
            return ""
        return f"the claim denies it ({ours.denial.text}), the passage says it"
    cue = theirs.denial
    return "" if cue is None or supposed(cue, theirs.sentence) or reported(theirs) else f"denied here: {cue.text}"


def all_of_it(ours: Place, denial: Cue, theirs: Place) -> bool:
    """Whether a sentence has all that a claim denies: who did not sign in May may have signed in June."""
    start = denial.end if denial.rule == "affix" else denial.scope.start  # "non" is no word that is denied
    denied_items = [item for item in ours.items if start <= item.start < denial.scope.end]
    return all(any(alike(item, other) for other in theirs.items) for item in denied_items)


def reported(place: Place) -> bool:
    """Whether a word stands in what somebody is only said to say: "said that he did not know"."""
    return any(cue.qualifier is Qualifier.ATTRIBUTED for cue in reaching(place))


def of_others(ours: Place, theirs: Place) -> bool:
    """Whether "non" only tells others from those spoken of ("the non-vaccinated"), with no figure of the claim's."""
    cue = ours.denial or theirs.denial
    return cue is not None and cue.rule == "affix" and not valued(ours, theirs)


def of_another_value(ours: Place, theirs: Place) -> bool:
    """Whether a figure follows on one of two items, and not on the other: "did not grow 5 %", "grew 3 %"."""
    following = [place.items[place.at + 1 : place.at + 2] for place in (ours, theirs)]
    values = any(not isinstance(item, Term) for items in following for item in items)
    return values and not any(agreeing(ours, theirs, 1))


def replaced(ours: Place, theirs: Place, unheard: bool) -> str:
    """Why what stands in a word's place denies it; empty where it does not, or is itself denied or not asserted.

    Of what is only planned or offered the name is said all the same. `unheard` says that the source never has the word.
    """
    said, here = moods(ours), moods(theirs)
    if NEGATED in said | here:
        return ""
    clash = (here <= said and unlike(ours, theirs)) or other_name(ours, theirs)
    clash = clash or (unheard and supplanted(ours, theirs))
    return f"“{displayed(theirs)}” is not “{displayed(ours)}”" if clash else ""


def unlike(ours: Place, theirs: Place) -> bool:
    """Whether one of two items denies the other in the same place.

    An opposite does. Another label or period may be of another thing, unless a value beside it is the claim's own.
    """
    a, b = ours.item, theirs.item
    if isinstance(a, Term) and isinstance(b, Term):
        if beaten(a, mention_of(b), Side(theirs.sentence, theirs.text)):
            return False
        if a.act and of_nobody_here(b, theirs.sentence, theirs.text):
            return False
        if opposed(a, b) or contrary(a.lemma, b.lemma, ours.sentence.language) or other_side(ours, theirs):
            return True
        other = other_label(a, b) or other_unit(a, b)
        return other and (valued(ours, theirs) or (compound(ours) and compound(theirs)))
    if isinstance(a, Term) or isinstance(b, Term):
        return False
    return other_period(a, b) and valued(ours, theirs)


def opposed(a: Term, b: Term) -> bool:
    return set(a.concepts).isdisjoint(b.concepts) and any(opposites(id) & set(b.concepts) for id in lasting(a))


def lasting(term: Term) -> Iterator[str]:
    """The concepts of a word whose opposite is not as true of the same thing at another time."""
    return (id for id in term.concepts if id not in SUCCESSIVE)


def other_side(ours: Place, theirs: Place) -> bool:
    """Whether one thing is said to be before and after the same: "opened after the war", "opened before the war"."""
    a, b = ours.item, theirs.item
    sided = isinstance(a, Term) and isinstance(b, Term) and set(a.concepts) | set(b.concepts) >= BEFORE_AND_AFTER
    return (
        sided and all(next_agrees(ours, theirs, step) for step in (-1, 1)) and sum(1 for _ in row(ours, theirs)) >= ROW
    )


SHORTEST = 4
"""How many letters a word has at least of which a prefix makes the contrary."""


def contrary(a: str, b: str, language: str) -> bool:
    """Whether one word is the other with a prefix that denies it: "professional", "unprofessional"."""
    short, long = sorted((a, b), key=len)
    return len(short) >= SHORTEST and any(long == prefix + short for prefix in slots(language).contrary)


def other_label(a: Term, b: Term) -> bool:
    """Whether both are bare figures, which tell things of one name apart: "Tier 1", "3D"."""
    return a.text.isdigit() and b.text.isdigit() and int(a.text) != int(b.text)


def other_period(a: Mention, b: Mention) -> bool:
    """Whether both are told from the day of telling, and are not the same: "last quarter", "last year"."""
    return undatable(a) and undatable(b) and str(a.value) != str(b.value)


UNITS = frozenset(
    {"hour", "day", "daily", "week", "weekly", "month", "monthly", "quarter-time", "year", "yearly", "decade"}
)


def other_unit(a: Term, b: Term) -> bool:
    """Whether two words tell how often something is: "annual", "monthly"."""
    mine, theirs = (UNITS.intersection(term.concepts) for term in (a, b))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def compound(place: Place) -> bool:
    """Whether a figure is written in one with letters, and so tells what something is like: "3D"."""
    return place.item.text.isdigit() and place.text[place.item.end : place.item.end + 1].isalpha()


def valued(ours: Place, theirs: Place) -> bool:
    """Whether a value stands in the row around two items."""
    return any(mine.kind is not Kind.TERM for mine, _ in row(ours, theirs))


# --- names ---


def other_name(ours: Place, theirs: Place) -> bool:
    """Whether two capitalised words make two names of one thing: "Blue Harbour Pass", "Blue Harbour Card".

    A value that both sentences state tells that they speak of one thing.
    """
    if not (capital(ours) and capital(theirs)) or alike(ours.item, theirs.item) or not one_value(ours, theirs):
        return False
    return other_code(ours, theirs) or any(named_alike(ours, theirs, step) for step in (-1, 1))


def capital(place: Place) -> bool:
    """Whether a word is written with a capital among small ones, and tells no rank or office of somebody."""
    item, words = place.item, [i for i in place.items if isinstance(i, Term) and not i.text.isdigit()]
    return (
        isinstance(item, Term)
        and item.text[0].isupper()
        and not (item.office or item.somebody or item.territory)
        and item.start > place.sentence.passage.start
        and place.sentence.language not in CAPITALISING
        and any(word.text[0].islower() for word in words)
    )


def one_value(ours: Place, theirs: Place) -> bool:
    """Whether both sentences state one value, dates apart."""
    mine, other = ([m for m in p.items if isinstance(m, Mention) and m.kind is not Kind.DATE] for p in (ours, theirs))
    return any(alike(a, b) for a in mine for b in other)


def supplanted(ours: Place, theirs: Place) -> bool:
    """Whether another name of one word stands in a name's place: "asked Volm to build 12", "asked Tarn to build 12".

    With the same word on both sides of it, and a value that both sentences state.
    """
    return (
        lone_name(ours)
        and lone_name(theirs)
        and one_value(ours, theirs)
        and all(any(agreeing(ours, theirs, step)) for step in (-1, 1))
        and JaroWinkler.similarity(ours.item.text.lower(), theirs.item.text.lower()) < ONE_SPELLING
    )


ONE_SPELLING = 0.8
"""From what likeness on two words may be one name, spelled otherwise."""


def lone_name(place: Place) -> bool:
    """Whether a capitalised word that names no concept stands by itself, as no part of a longer name."""
    alone = not any(any(run(place, step)) for step in (-1, 1))
    return capital(place) and alone and isinstance(place.item, Term) and not place.item.concepts


SHARED = 2
"""How many words of a name must be the same beside the one that differs."""


def named_alike(ours: Place, theirs: Place, step: int) -> bool:
    """Whether the same capitalised words stand, one space apart, on one side of two words."""
    runs = zip(run(ours, step), run(theirs, step), strict=False)
    return sum(1 for _ in takewhile(lambda pair: alike(*pair), runs)) >= SHARED


def run(place: Place, step: int) -> Iterator[Item]:
    """The capitalised words beside an item, outwards, as long as only a space parts them."""
    at = place.at + step
    while 0 <= at < len(place.items):
        near, far = sorted((place.items[at - step], place.items[at]), key=lambda item: item.start)
        if far.start - near.end != 1 or not place.items[at].text[0].isupper():
            return
        yield place.items[at]
        at += step


def code(place: Place) -> str:
    """The code that an item is, capitals and figures in one; empty where it is none."""
    return place.item.text if CODE.fullmatch(place.item.text) else ""


def other_code(ours: Place, theirs: Place) -> bool:
    """Whether two items are of two codes: "SPRING20", "SPRING25"."""
    mine, other = code(ours), code(theirs)
    return bool(mine and other) and mine != other


def of_one_offer(ours: Place, theirs: Place) -> bool:
    """Whether two codes stand beside one word, in sentences that state one value: "code SPRING20 gives 15 %"."""
    told = other_code(ours, theirs) and beside_the_same(ours, theirs)
    return told and one_value(ours, theirs) and same_occasion(ours, theirs)


def holding(ours: Place, source: Reading) -> list[int]:
    """The numbers of the sentences that may have what denies an item, or the item itself."""
    numbers = holding_item(ours.item, source)
    if capital(ours):
        beside = [ours.items[at] for at in (ours.at - 1, ours.at + 1) if 0 <= at < len(ours.items)]
        keys = {
            key for item in beside if isinstance(item, Term) for key in (item.lemma, *("@" + c for c in item.concepts))
        }
        numbers = sorted({*numbers, *(number for key in keys for number, _ in source.where.get(key, ()))})
    return numbers


def holding_item(item: Item, source: Reading) -> list[int]:
    """The numbers of the sentences that have an item, its opposite, its contrary, or another label or unit."""
    if not isinstance(item, Term):
        return [s.number for s in source.sentences if any(undatable(m) for m in s.mentions)] if undatable(item) else []
    if item.text.isdigit():
        return [s.number for s in source.sentences if any(t.text.isdigit() for t in s.terms)]
    prefixes = slots(source.language).contrary
    keys = {item.lemma, *(prefix + item.lemma for prefix in prefixes), *map(item.lemma.removeprefix, prefixes)}
    keys |= {"@" + id for id in UNITS if not UNITS.isdisjoint(item.concepts)}
    keys |= {"@" + id for id in item.concepts} | {"@" + other for id in item.concepts for other in opposites(id)}
    return sorted({number for key in keys for number, _ in source.where.get(key, ())})
