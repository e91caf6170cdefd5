"""A claim against one source: which passages speak of the same event, and what they say of each detail.

Two steps. `places` finds for every element of the claim each place of the source that speaks of it, with how the two
compare. `weigh` then looks at each sentence with its neighbours and asks: is this the claim's event, and which details
does it state, leave open or deny? A different value of another thing is no conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from factcheck.compare import Comparison, Likeness, compare
from factcheck.lang.wordlists import city_territory
from factcheck.lang.concepts import concepts, kinds, opposites
from factcheck.lang.fold import fold
from factcheck.lang.mood import Cue
from factcheck.model import (
    Detail,
    DetailMatch,
    Evidence,
    Kind,
    Mark,
    Mention,
    Name,
    Qualifier,
    Relation,
    Stance,
    Step,
)
from factcheck.names import NameLikeness, same_name
from factcheck.question import Element, Question, Role
from factcheck.reading import COGNATE_PREFIX, NAME_KINDS, Reading, Sentence, Term

# --- what a place of a source says of an element ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that speaks of an element. `precise` says that it is at least as precise as the claim."""

    sentence: int
    mention: Mention
    relation: Relation
    precise: bool = True
    opposite: bool = False
    why: str = ""

    @property
    def rank(self) -> tuple[bool, bool, bool]:
        """Better hits sort first."""
        return (self.relation is Relation.CONFLICTS, not self.precise, self.relation is not Relation.EQUAL)


Places = tuple[dict[int, tuple[Hit, ...]], ...]
"""For each element of a claim: the hits by sentence, best first."""


def places(question: Question, source: Reading) -> Places:
    return tuple(by_sentence(hits_of(element, question, source)) for element in question.elements)


def by_sentence(hits: Iterable[Hit]) -> dict[int, tuple[Hit, ...]]:
    found: dict[int, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.sentence, []).append(hit)
    return {number: tuple(sorted(group, key=lambda hit: hit.rank)) for number, group in found.items()}


def hits_of(element: Element, question: Question, source: Reading) -> Iterator[Hit]:
    if element.term is not None:
        yield from term_hits(element.term, question.reading.language, source)
    elif element.role is Role.NAME:
        yield from name_hits(element, source)
    else:
        yield from value_hits(element.detail, question, source)


def value_hits(detail: Detail, question: Question, source: Reading) -> Iterator[Hit]:
    tolerance = question.tolerance(detail.kind)

    def same_unit(mine: str, theirs: str) -> bool:
        return same_noun(mine, question.reading.language, theirs, source.language)

    for sentence in source.sentences:
        for mention in sentence.mentions:
            if mention.kind is detail.kind:
                found = compare(detail.value, mention.value, tolerance, same_unit)
                if found.likeness is not Likeness.UNLIKE:
                    yield Hit(sentence.number, mention, relation(found), found.finer >= 0, why=found.why)


def relation(found: Comparison) -> Relation:
    return Relation(found.likeness.value)


@lru_cache(maxsize=1 << 14)
def same_noun(a: str, language_a: str, b: str, language_b: str) -> bool:
    """Whether two counted nouns, each a lemma of its language, name the same thing."""
    if not a or not b:
        return a == b
    shared = set(concepts(a, language_a)) & set(concepts(b, language_b))
    return bool(shared) or fold(a) == fold(b) or cognate(fold(a), fold(b))


@lru_cache(maxsize=1 << 16)
def cognate(a: str, b: str) -> bool:
    """Words of two languages, or of one family, alike enough to be one: "ministère" and "ministry"."""
    if min(len(a), len(b)) < COGNATE_PREFIX or a[:COGNATE_PREFIX] != b[:COGNATE_PREFIX]:
        return False
    return JaroWinkler.similarity(a, b) >= 0.92


# --- names ---


NAME_RELATIONS = {
    NameLikeness.SAME: (Relation.EQUAL, ""),
    NameLikeness.SHORT: (Relation.EQUAL, "a shorter form of the name"),
    NameLikeness.VARIANT: (Relation.COMPATIBLE, "another spelling of the name"),
}


def name_hits(element: Element, source: Reading) -> Iterator[Hit]:
    wanted = [element.detail.value, *(Name(alias, tuple(fold(alias).split())) for alias in element.aliases)]
    for sentence in source.sentences:
        found = [hit for m in sentence.mentions if m.kind in NAME_KINDS for hit in compare_names(wanted, element, m)]
        yield from (Hit(sentence.number, *rest) for rest in found)
        if element.detail.kind is Kind.PLACE:
            yield from demonym_hits(str(element.detail.value), sentence)
        if not found:
            yield from spelled_hits(element, sentence, source.text)


def compare_names(wanted: list[object], element: Element, mention: Mention) -> Iterator[tuple[Mention, Relation, bool, bool, str]]:
    for name in wanted:
        if not isinstance(name, Name) or not isinstance(mention.value, Name):
            continue
        if Kind.PLACE in (element.detail.kind, mention.kind):
            likeness = compare_places(name, mention.value)
        else:
            likeness = NAME_RELATIONS.get(same_name(name, mention.value, kind=element.detail.kind))
        if likeness:
            said, why = likeness
            yield mention, said, said is Relation.EQUAL or "within" in why, False, why
            return


def compare_places(claimed: Name, said: Name) -> tuple[Relation, str] | None:
    """A city lies within its territory: naming the city is finer than naming the country."""
    if claimed.name == said.name or (claimed.parts and claimed.parts == said.parts):
        return Relation.EQUAL, ""
    if city_territory(said.name) == claimed.name:
        return Relation.COMPATIBLE, f"{said.name} lies within {claimed.name}"
    if city_territory(claimed.name) == said.name:
        return Relation.COMPATIBLE, f"{said.name} holds {claimed.name}"
    return None


def demonym_hits(territory: str, sentence: Sentence) -> Iterator[Hit]:
    for term in sentence.terms:
        if term.territory == territory:
            yield Hit(sentence.number, mention_of(term), Relation.EQUAL, why="by its adjective")


def spelled_hits(element: Element, sentence: Sentence, text: str) -> Iterator[Hit]:
    """A name that the recogniser did not see as one here, but whose words stand in the sentence one after the other."""
    parts = getattr(element.detail.value, "parts", ())
    if not parts or len("".join(parts)) < 3 or parts[0] not in sentence.words:
        return
    joined = " " + " ".join(sentence.words) + " "
    if f" {' '.join(parts)} " not in joined:
        return
    start = fold(text[sentence.passage.start : sentence.passage.end]).find(parts[0])
    at = sentence.passage.start + max(start, 0)
    end = min(at + len(element.detail.text), sentence.passage.end)
    yield Hit(sentence.number, Mention(element.detail.kind, at, end, text[at:end], element.detail.value), Relation.EQUAL)


# --- words ---


def mention_of(term: Term) -> Mention:
    return Mention(Kind.TERM, term.start, term.end, term.text, Name(term.lemma, tuple(term.lemma.split())))


def term_hits(term: Term, language: str, source: Reading) -> Iterator[Hit]:
    """Places that name the same concept, a broader or narrower one, its opposite, or the same or a kindred word."""
    seen: set[tuple[int, int]] = set()
    for key, relation, precise, opposite, why in term_keys(term):
        for place in source.where.get(key, ()):
            other = source.sentences[place[0]].terms[place[1]]
            if place in seen or (key.startswith("~") and not cognate(term.lemma, other.lemma)):
                continue
            if key.startswith("@") and not opposite and key[1:] not in other.concepts:
                relation, precise, why = Relation.COMPATIBLE, True, f"“{other.text}” is a kind of “{term.text}”"
            seen.add(place)
            yield Hit(place[0], mention_of(other), relation, precise, opposite, why)


def term_keys(term: Term) -> Iterator[tuple[str, Relation, bool, bool, str]]:
    """`(key, relation, precise, opposite, why)` of everything that speaks of a term, the closest first."""
    yield term.lemma, Relation.EQUAL, True, False, ""
    for id in term.concepts:
        yield "@" + id, Relation.EQUAL, True, False, ""
    for id in term.concepts:
        for wider in sorted(kinds(id)):
            yield "@" + wider, Relation.COMPATIBLE, False, False, "a wider word"
        for other in sorted(opposites(id)):
            yield "@" + other, Relation.CONFLICTS, True, True, f"the opposite of “{term.text}”"
    yield "~" + term.lemma[:COGNATE_PREFIX], Relation.EQUAL, True, False, "a kindred word"


# --- weighing a passage ---------------------------------------------------------------------------------------------

BEFORE, AFTER = 2, 1
"""How many sentences before and after are taken in for what a sentence leaves unsaid ("Ils ont signé …")."""

ENOUGH_TERMS = 0.5
"""Share of a claim's words that a passage must hold to support it where values and names are stated too."""

ENOUGH_WORDS = 0.85
"""The same share for a claim without typed values: the words are all that there is to check."""

ENOUGH_TO_SPEAK = 0.4
"""Share of a claim's weight below which a passage is not about its event."""

ENOUGH_TO_CONFLICT = 0.5
"""Share of a claim's weight, the conflicting value left out, that makes a passage one about the same event."""


@dataclass(frozen=True, slots=True)
class Window:
    """A sentence with what it and its neighbours say of each element; None where they say nothing."""

    sentence: Sentence
    hits: tuple[Hit | None, ...]
    clashes: tuple[Hit | None, ...]


def evidence(question: Question, source: Reading) -> tuple[list[Evidence], list[Step]]:
    """The passages that speak of the claim's event, the most telling first, and how each candidate was settled."""
    found = places(question, source)
    numbers = sorted({number for hits in found for number in hits})
    windows = [window(question, source, found, number) for number in numbers]
    weighed = [piece for seen in windows if (piece := weigh(question, source, seen))]
    kept = best(weighed)
    return kept, steps_of(question, source, windows, kept)


def steps_of(question: Question, source: Reading, windows: list[Window], kept: list[Evidence]) -> list[Step]:
    """What was read, which passages were candidates, and why the likeliest dropped ones are not about the event."""
    steps = [Step("read-source", f"{len(source.sentences)} passages read, {len(windows)} name some part of the claim")]
    for piece in kept:
        steps.append(Step(piece.rule, f"line {piece.line}, {piece.stance}: {piece.reason}"))
    used = {number.start for number in kept}
    dropped = [seen for seen in windows if seen.sentence.passage.start not in used and not about(question, seen)]
    for seen in sorted(dropped, key=lambda w: -share(rows_of(question, w, set(Role))))[:MOST_EVIDENCE]:
        line = source.text.count("\n", 0, seen.sentence.passage.start) + 1
        said = [e.detail.text for e, hit in zip(question.elements, seen.hits, strict=True) if hit]
        steps.append(Step("not-the-event", f"line {line} dropped: it has only {', '.join(said) or 'another value'}"))
    return steps


STANCE_ORDER = {Stance.SUPPORTS: 0, Stance.CONFLICTS: 1, Stance.PARTIAL: 2, Stance.SILENT: 3}
MOST_EVIDENCE = 3


def best(weighed: list[Evidence]) -> list[Evidence]:
    """The strongest evidence of each stance, without passages that overlap a stronger one of the same stance."""
    kept: list[Evidence] = []
    for piece in sorted(weighed, key=lambda e: (STANCE_ORDER[e.stance], -stated(e), e.end - e.start, e.start)):
        if not any(piece.start < k.end and k.start < piece.end for k in kept):
            kept.append(piece)
    return kept[:MOST_EVIDENCE]


def stated(piece: Evidence) -> int:
    return sum(match.relation in (Relation.EQUAL, Relation.COMPATIBLE) for match in piece.details)


def window(question: Question, source: Reading, found: Places, number: int) -> Window:
    sentence = source.sentences[number]
    hits, clashes = [], []
    for element, by_number in zip(question.elements, found, strict=True):
        agreeing = first(by_number.get(number, ()), conflicting=False)
        clash = None
        if agreeing is None and element.role is Role.VALUE:
            clash = clash_here(element, by_number.get(number, ()), sentence, question, found)
        if agreeing is None and clash is None:
            agreeing = from_neighbours(element, by_number, sentence, source)
            if agreeing is None and element.detail.kind is Kind.DATE and continues(sentence, source):
                clash = first(by_number.get(number - 1, ()), conflicting=True)
        hits.append(agreeing)
        clashes.append(clash)
    return Window(sentence, dated_by_act(question, sentence, hits), tuple(clashes))


def dated_by_act(question: Question, sentence: Sentence, hits: list[Hit | None]) -> tuple[Hit | None, ...]:
    """The hits without a date of the sentence that belongs to something else: another date stands nearer to the act."""
    acts = [hit for e, hit in zip(question.elements, hits, strict=True) if e.role is Role.ACT and hit]
    dates = [m for m in sentence.mentions if m.kind is Kind.DATE]
    if not acts or len(dates) < 2:
        return tuple(hits)
    nearest = min(dates, key=lambda m: min(apart(m, act.mention) for act in acts))
    return tuple(
        None
        if hit and hit.mention.kind is Kind.DATE and hit.mention in dates and elsewhere(hit.mention, nearest)
        else hit
        for hit in hits
    )


def elsewhere(mention: Mention, nearest: Mention) -> bool:
    """Whether the date nearest to the act is another day than the one that agrees."""
    return mention != nearest and compare(mention.value, nearest.value).likeness is Likeness.CONFLICTS


def first(hits: Iterable[Hit], *, conflicting: bool) -> Hit | None:
    return next((hit for hit in hits if (hit.relation is Relation.CONFLICTS) is conflicting), None)


def neighbours(sentence: Sentence, source: Reading) -> Iterator[Sentence]:
    """The sentences before and after, nearest first: of the same paragraph, or the end of the one before."""
    order = [-1, *range(-2, -BEFORE - 1, -1), *range(1, AFTER + 1)]
    for step in order:
        number = sentence.number + step
        if 0 <= number < len(source.sentences):
            other = source.sentences[number]
            ahead = other.passage.paragraph - sentence.passage.paragraph
            if ahead == 0 or (step < 0 and ahead == -1):
                yield other


def from_neighbours(
    element: Element, by_number: dict[int, tuple[Hit, ...]], sentence: Sentence, source: Reading
) -> Hit | None:
    """What the neighbours say of an element that the sentence leaves unsaid; an act must stand in the sentence itself."""
    if element.role is Role.ACT:
        return None
    if element.role is Role.VALUE and any(m.kind is element.detail.kind for m in sentence.mentions):
        return None
    for other in neighbours(sentence, source):
        if hit := first(by_number.get(other.number, ()), conflicting=False):
            return hit
    return None


def continues(sentence: Sentence, source: Reading) -> bool:
    """Whether a sentence carries on the one before: same paragraph, no date of its own."""
    before = source.sentences[sentence.number - 1] if sentence.number else None
    return (
        before is not None
        and before.passage.paragraph == sentence.passage.paragraph
        and not any(m.kind is Kind.DATE for m in sentence.mentions)
    )


# --- conflicts of values ---


def clash_here(
    element: Element, hits: tuple[Hit, ...], sentence: Sentence, question: Question, found: Places
) -> Hit | None:
    """The other value that this sentence gives for the element's own slot; None where it may be of another thing."""
    taken = {hit.mention for by_number in found for hit in by_number.get(sentence.number, ()) if hit.relation is Relation.EQUAL}
    rivals = [hit for hit in hits if hit.relation is Relation.CONFLICTS and hit.mention not in taken]
    if not rivals:
        return None
    anchors = anchor_places(element, sentence, question, found)
    if not anchors:
        return rivals[0] if len(rivals) == 1 else None
    return min(rivals, key=lambda hit: min(apart(hit.mention, place) for place in anchors))


def anchor_places(element: Element, sentence: Sentence, question: Question, found: Places) -> list[Mention]:
    """Where the sentence names what stands nearest to the value in the claim."""
    near = sorted(
        (abs(other.detail.start - element.detail.start), place)
        for place, other in enumerate(question.elements)
        if other is not element and other.role is not Role.VALUE
    )
    for _, place in near:
        hits = [hit.mention for hit in found[place].get(sentence.number, ()) if not hit.opposite]
        if hits:
            return hits
    return []


def apart(a: Mention, b: Mention) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


# --- the stance of a passage ---


def weigh(question: Question, source: Reading, seen: Window) -> Evidence | None:
    """A window's stance, or None where it is not about the claim's event."""
    if not about(question, seen):
        return None
    matches = tuple(match_of(*row) for row in zip(question.elements, seen.hits, seen.clashes, strict=True))
    marks = marks_of(seen)
    stance, rule, reason = settle(question, seen, marks)
    if stance is Stance.SILENT:
        return None
    start, end = quoted(seen, source)
    quote = source.text[start:end]
    line = source.text.count("\n", 0, start) + 1
    column = start - source.text.rfind("\n", 0, start)
    return Evidence(stance, start, end, quote, line, column, matches, marks, rule, reason)


def match_of(element: Element, hit: Hit | None, clash: Hit | None) -> DetailMatch:
    said = hit or clash
    if said is None:
        return DetailMatch(element.detail, Relation.ABSENT)
    return DetailMatch(element.detail, said.relation, said.mention, said.why)


def quoted(seen: Window, source: Reading) -> tuple[int, int]:
    """The sentence, with those neighbours whose words were used."""
    numbers = {hit.sentence for hit in (*seen.hits, *seen.clashes) if hit} | {seen.sentence.number}
    return source.sentences[min(numbers)].passage.start, source.sentences[max(numbers)].passage.end


def marks_of(seen: Window) -> tuple[Mark, ...]:
    return tuple(cue.mark for cue in seen.sentence.cues)


def about(question: Question, seen: Window) -> bool:
    """The same event or object: somebody or something named of each group, the act, and what it is done to.

    Places count as names only where nobody else is named. A value of the claim's kind stands for what it measures.
    """
    groups: dict[int, bool] = {}
    people = any(e.role is Role.NAME and e.detail.kind is not Kind.PLACE for e in question.elements)
    for element, hit in rows_of(question, seen, {Role.NAME}):
        if not (people and element.detail.kind is Kind.PLACE):
            groups[element.group] = groups.get(element.group, False) or hit is not None
    if not all(groups.values()):
        return False
    acts = rows_of(question, seen, {Role.ACT})
    terms = rows_of(question, seen, {Role.TERM})
    if acts and not any(hit for _, hit in acts):
        return share(terms) >= ENOUGH_TERMS and valued(question, seen)
    things = [hit for _, hit in (*terms, *rows_of(question, seen, {Role.VALUE}))] + list(seen.clashes)
    return not things or any(things)


def valued(question: Question, seen: Window) -> bool:
    """Whether the passage gives a value of the claim's kinds, dates apart, right or wrong."""
    rows = zip(question.elements, seen.hits, seen.clashes, strict=True)
    return any(
        (hit or clash) and element.role is Role.VALUE and element.detail.kind is not Kind.DATE
        for element, hit, clash in rows
    )


Row = tuple[Element, Hit | None]


def rows_of(question: Question, seen: Window, roles: set[Role]) -> list[Row]:
    return [(e, hit) for e, hit in zip(question.elements, seen.hits, strict=True) if e.role in roles]


def share(rows: list[Row], *, precise: bool = False) -> float:
    """How much of the rows' weight is matched, at least as precisely as claimed if so asked; 1 where there are none."""
    whole = sum(element.weight for element, _ in rows)
    held = sum(element.weight for element, hit in rows if hit and (hit.precise or not precise))
    return held / whole if whole else 1.0


def settle(question: Question, seen: Window, marks: tuple[Mark, ...]) -> tuple[Stance, str, str]:
    """`(stance, rule, reason)` of a window that is about the claim's event."""
    everything = rows_of(question, seen, set(Role))
    rest = [row for row, clash in zip(everything, seen.clashes, strict=True) if clash is None]
    clashes = [clash for clash in seen.clashes if clash]
    turned = [hit for hit in seen.hits if hit and hit.opposite]
    denied = polarity_differs(question, seen)
    if clashes and share(rest) >= ENOUGH_TO_CONFLICT and not wished(seen):
        return Stance.CONFLICTS, "other-value", clashes[0].why
    if (denied or turned) and share(rest) >= ENOUGH_TO_CONFLICT:
        if denied and turned:
            return Stance.PARTIAL, "double-denial", "the opposite is denied"
        return Stance.CONFLICTS, "denied" if denied else "opposite-act", denied or turned[0].why
    if states_all(question, seen) and not clashes:
        if wished(seen) and Qualifier.INTENDED not in question.mood:
            return Stance.PARTIAL, "only-intended", "the act is intended, not said to be done"
        return Stance.SUPPORTS, "all-stated", "the passage states every detail"
    if share(everything) >= ENOUGH_TO_SPEAK:
        missing = [e.detail.text for e, hit in everything if hit is None or not hit.precise]
        return Stance.PARTIAL, "some-stated", "not stated here: " + ", ".join(missing)
    return Stance.SILENT, "", ""


MEASURES = frozenset({"cost", "pay", "spend", "reach-amount"})
"""Acts that only tie a thing to its value: where the value is stated of the thing, they are stated too."""


def states_all(question: Question, seen: Window) -> bool:
    """Every value and name at least as precisely as the claim, the acts, and enough of the words."""
    for _, hit in rows_of(question, seen, {Role.VALUE, Role.NAME}):
        if hit is None or not hit.precise:
            return False
    acts = [row for row in rows_of(question, seen, {Role.ACT}) if not (measured(seen, question) and is_measure(row[0]))]
    if any(hit is None or not hit.precise for _, hit in acts):
        return False
    valued = any(e.role is Role.VALUE for e in question.elements)
    return share(rows_of(question, seen, {Role.TERM}), precise=True) >= (ENOUGH_TERMS if valued else ENOUGH_WORDS)


def is_measure(element: Element) -> bool:
    return element.term is not None and not MEASURES.isdisjoint(element.term.concepts)


def measured(seen: Window, question: Question) -> bool:
    """Whether a value other than a date stands in the sentence itself."""
    return any(
        hit and hit.sentence == seen.sentence.number and element.detail.kind is not Kind.DATE
        for element, hit in rows_of(question, seen, {Role.VALUE})
    )


def acts_of(seen: Window, question: Question) -> list[Hit]:
    return [hit for element, hit in rows_of(question, seen, {Role.ACT}) if hit]


def wished(seen: Window) -> bool:
    """Whether the passage only intends the act that was matched."""
    return any(
        mark.qualifier is Qualifier.INTENDED and any(covers(mark, hit) for hit in seen.hits if hit and act_hit(hit))
        for mark in seen.sentence.cues
    )


def act_hit(hit: Hit) -> bool:
    return hit.mention.kind is Kind.TERM


def covers(cue: Cue, hit: Hit) -> bool:
    return cue.scope.start <= hit.mention.start and hit.mention.end <= cue.scope.end


def polarity_differs(question: Question, seen: Window) -> str:
    """The words that deny the act where the claim affirms it, or affirm it where the claim denies it; else nothing."""
    denials = [
        mark
        for mark in seen.sentence.cues
        if mark.qualifier is Qualifier.NEGATED and any(covers(mark, hit) for hit in acts_of(seen, question))
    ]
    claimed = Qualifier.NEGATED in question.mood
    if bool(denials) == claimed:
        return ""
    return f"denied here: {denials[0].text}" if denials else "the claim denies what the passage says"
