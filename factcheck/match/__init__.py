"""A claim against one source: which passages speak of the same event, and what they say of each detail.

`question` is the claim as it is asked; `hits` finds for each of its elements every place of the source that speaks of
it, and `windows` lays each sentence with its neighbours against the claim: `whose` deed it is, what speaks `against`
it, and in the modules beside them when, where and how much. Here that is weighed: is this the claim's event, and which
details does it state, leave open or deny? A different value of another thing is no conflict.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from factcheck.lang.concepts import CONCEPTS, opposites
from factcheck.lang.mood import Cue, infinitive, no_sooner, wish
from factcheck.lang.slots import slots
from factcheck.match.against.choices import one_of_two
from factcheck.match.against.clashes import nobody_named
from factcheck.match.against.denials import (
    ahead,
    both_deny,
    bounded,
    denied_by_word,
    falls_within,
    no_longer_had,
    of_a_part_there,
    of_another,
    of_wider_place,
    only_of_a_kind,
    told_apart,
)
from factcheck.match.against.endings import told_first, told_over
from factcheck.match.against.lacking import held
from factcheck.match.against.polarity import LEFT_OPEN, left_open, negations, on_condition, polarity, unsaid
from factcheck.match.against.proportions import in_proportion
from factcheck.match.against.quantifiers import about_as_many, beyond, counted_short, left_out, of_all, of_one_whole
from factcheck.match.against.superlatives import singled_out
from factcheck.match.against.wording import Turned, turned
from factcheck.match.complements import changes_of_it, of_this, uncompleted
from factcheck.match.hits import COMPARING, Hit, places
from factcheck.match.implied import implied
from factcheck.match.measures import alike_measured
from factcheck.match.named_acts import only_named
from factcheck.match.others import of_one_gender, of_the_same
from factcheck.match.periods import dated_in_full, ended, is_open, of_then, undated
from factcheck.match.question import Element, Question, Role
from factcheck.match.tenses import done, in_the_past, of_now
from factcheck.match.unstated import counted_elsewhere, paid_otherwise, unsaid_verb
from factcheck.match.whereabouts import in_place
from factcheck.match.whose.converses import mirrored
from factcheck.match.whose.roles import still_held
from factcheck.match.whose.ties import AMOUNTS
from factcheck.match.windows import ENOUGH_TERMS, NOBODY, Row, Window, rows_of, share, window
from factcheck.model import (
    Detail,
    DetailMatch,
    Evidence,
    Kind,
    Mark,
    Qualifier,
    Relation,
    Stance,
    Step,
)
from factcheck.reading import Reading, Sentence, Term
from factcheck.reading.side import Side
from factcheck.reading.voice import infinite, nominal

ENOUGH_WORDS = 0.85
"""Share of its words that a passage must hold to support a claim without typed values: there is nothing else."""

ENOUGH_TO_SPEAK = 0.4
"""Share of a claim's weight below which a passage is not about its event."""

ENOUGH_TO_CONFLICT = 0.5
"""Share of a claim's weight, the conflicting value left out, that makes a passage one about the same event."""


ENOUGH_TO_DENY = 0.5
"""The same share for a passage that denies the act, or states its opposite."""


ENOUGH_TO_AFFIRM = 0.7
"""The same share for a passage beside which a denial elsewhere in the text decides nothing."""


def evidence(question: Question, source: Reading) -> tuple[list[Evidence], list[Step]]:
    """The passages that speak of the claim's event, the most telling first, and how each candidate was settled."""
    found = of_one_gender(question, source, of_the_same(question, source, places(question, source)))
    found = mirrored(question, source, implied(question, source, found))
    found = still_held(question, source, singled_out(question, source, found))
    found = in_place(question, source, found)
    found = of_one_whole(question, source, alike_measured(question, source, found))
    found = counted_short(question, source, left_out(question, source, beyond(question, source, found)))
    found = in_proportion(question, source, about_as_many(question, source, found))
    found = changes_of_it(question, source, of_this(question, source, dated_in_full(question, source, found)))
    numbers = sorted({number for hits in found for number in hits})
    windows = [window(question, source, found, number) for number in numbers]
    weighed = [piece for seen in windows if (piece := weigh(question, source, seen))]
    if any(said_too(question, seen) for seen in windows):
        weighed = undecided(weighed)
    elsewhere = {seen.sentence.number for seen in windows if of_other_event(question, source, seen)}
    denying = [
        reworded(question, source, said, rule="turned-word")
        for said in turned(question, source)
        if not no_sooner_said(question, said.sentence) and said.sentence.number not in elsewhere
        if not (told_over(question, said.sentence) or told_first(question, said.sentence, source.text))
    ]
    denying += [reworded(question, source, said, rule="denied") for said in held(question, source, found)]
    if any(outright(piece) for piece in (*weighed, *denying)):
        weighed = doubted(weighed, {seen.sentence.passage.start for seen in windows if lent_to(question, seen)})
    weighed += denying
    kept = best(
        [*weighed, *(of_whole(piece, question) for part in question.clauses for piece in evidence(part, source)[0])]
    )
    return kept, steps_of(question, source, windows, kept)


def reworded(question: Question, source: Reading, found: Turned, *, rule: str) -> Evidence:
    """A passage that has a row of the claim's words, one of them turned, as evidence: it denies that word."""
    agreeing = {ours.start: theirs for ours, theirs in found.row}
    matches = tuple(
        DetailMatch(e.detail, Relation.CONFLICTS, found.theirs, found.why)
        if e.detail.start <= found.ours.start < e.detail.end
        else DetailMatch(e.detail, Relation.EQUAL, agreeing[e.detail.start])
        if e.detail.start in agreeing and e.detail.end
        else DetailMatch(e.detail, Relation.ABSENT)
        for e in question.elements
    )
    start, end = found.sentence.passage.start, found.sentence.passage.end
    marks = tuple(c.mark for c in found.sentence.cues if c.scope.start <= found.theirs.start < c.scope.end)
    quote = source.text[start:end]
    line, column = line_and_column(start, source.text)
    return Evidence(Stance.CONFLICTS, start, end, quote, line, column, matches, marks, rule=rule, reason=found.why)


def of_whole(piece: Evidence, question: Question) -> Evidence:
    """The evidence of one clause as evidence of the claim: a clause that is stated does not support the whole."""
    said = {match.detail: match for match in piece.details}
    details = tuple(said.get(e.detail, DetailMatch(e.detail, Relation.ABSENT)) for e in question.elements)
    if piece.stance is not Stance.SUPPORTS:
        return replace(piece, details=details)
    return replace(
        piece, stance=Stance.PARTIAL, rule="clause-stated", reason="one part of the claim is stated", details=details
    )


def steps_of(question: Question, source: Reading, windows: list[Window], kept: list[Evidence]) -> list[Step]:
    """What was read, which passages were candidates, and why the likeliest dropped ones are not about the event."""
    steps = [Step("read-source", f"{len(source.sentences)} passages read, {len(windows)} name some part of the claim")]
    steps += [told(piece) for piece in kept]
    used = {number.start for number in kept}
    dropped = [seen for seen in windows if seen.sentence.passage.start not in used and not about(question, seen)]
    for seen in sorted(dropped, key=lambda w: -share(rows_of(question, w, set(Role))))[:MOST_EVIDENCE]:
        line, _ = line_and_column(seen.sentence.passage.start, source.text)
        said = [e.detail.text for e, hit in zip(question.elements, seen.hits, strict=True) if hit]
        steps.append(Step("not-the-event", f"line {line} dropped: it has only {', '.join(said) or 'another value'}"))
    return steps


def said_too(question: Question, seen: Window) -> bool:
    """Whether a passage says the act, denying nothing, of most of what the claim speaks of."""
    rows = rows_of(question, seen, set(Role))
    here = share([(e, hit if own else None) for (e, hit), own in zip(rows, seen.own, strict=True)])
    agreed = polarity(question, seen.hits, seen.sentence).agreed and not any(hit and hit.opposite for _, hit in rows)
    agreed = agreed and not only_late(question, seen)
    return (
        here >= ENOUGH_TO_AFFIRM and agreed and not any(seen.clashes) and not unsaid(question, seen.hits, seen.sentence)
    )


def undecided(weighed: list[Evidence]) -> list[Evidence]:
    """The evidence of a text that says and denies the same: each passage is shown, none decides."""
    return [
        replace(piece, stance=Stance.PARTIAL, rule="said-and-denied", reason=f"{piece.reason}; but said elsewhere")
        if piece.rule == "denied"
        else piece
        for piece in weighed
    ]


DENYING = frozenset({"denied", "turned-word"})
"""The rules by which a passage denies an act that the claim tells."""


def outright(piece: Evidence) -> bool:
    """Whether a passage denies in its own words just what the claim says, of the very same."""
    return piece.rule in DENYING and all(match.relation is not Relation.COMPATIBLE for match in piece.details)


def lent_to(question: Question, seen: Window) -> bool:
    """Whether a word or name of the claim is only in a neighbour of the sentence."""
    return any(hit and not own and e.weight for e, hit, own in zip(question.elements, seen.hits, seen.own, strict=True))


def doubted(weighed: list[Evidence], lent: set[int]) -> list[Evidence]:
    """The evidence of a text that denies the claim outright: no passage supports it with words of another one."""
    return [
        replace(piece, stance=Stance.PARTIAL, rule="said-and-denied", reason=f"{piece.reason}; but denied elsewhere")
        if piece.stance is Stance.SUPPORTS and any(piece.start <= start < piece.end for start in lent)
        else piece
        for piece in weighed
    ]


def told(piece: Evidence) -> Step:
    """How a passage was settled, as a step."""
    return Step(piece.rule, f"line {piece.line}, {piece.stance}: {piece.reason}")


def retold(steps: Sequence[Step], before: Sequence[Evidence], after: Sequence[Evidence]) -> list[Step]:
    """The steps with what was judged anew told as it is now."""
    anew = {told(old): told(new) for old, new in zip(before, after, strict=True)}
    return [anew.get(step, step) for step in steps]


STANCE_ORDER = {Stance.SUPPORTS: 0, Stance.CONFLICTS: 1, Stance.PARTIAL: 2, Stance.SILENT: 3}
MOST_EVIDENCE = 3
MOST_VALUES = 6


def best(weighed: list[Evidence]) -> list[Evidence]:
    """The strongest evidence, none overlapping a stronger one; more passages only where they state a further detail."""
    kept: list[Evidence] = []
    told: set[Detail] = set()
    for piece in sorted(weighed, key=telling):
        if any(piece.start < k.end and k.start < piece.end for k in kept) and stated(piece) <= told:
            continue
        if len(kept) < MOST_EVIDENCE or (len(kept) < MOST_VALUES and not stated(piece) <= told):
            kept.append(piece)
            told |= stated(piece)
    return kept


def telling(piece: Evidence) -> tuple[int, int, bool, int, int]:
    """The stronger stance first, the more details, and of as many rather what is told of the event than of a value."""
    states_only = piece.rule == "value-stated"
    return STANCE_ORDER[piece.stance], -len(stated(piece)), states_only, piece.end - piece.start, piece.start


def stated(piece: Evidence) -> set[Detail]:
    return {match.detail for match in piece.details if match.relation in (Relation.EQUAL, Relation.COMPATIBLE)}


# --- the stance of a passage ---


def weigh(question: Question, source: Reading, seen: Window) -> Evidence | None:
    """A window's stance, or None where it is not about the claim's event."""
    another = said_of_others(question, seen)
    known, valued_here = about(question, seen), states_value(question, seen)
    if not (known or valued_here or another):
        return None
    rows = zip(question.elements, seen.hits, seen.clashes, strict=True)
    matches = tuple(match_of(element, hit or carried(element, seen), denying) for element, hit, denying in rows)
    marks = marks_of(seen)
    stance, rule, reason = in_time(question, source, seen) if known else value_only(question, seen)
    if stance is Stance.SILENT and valued_here:  # too little of a long claim, but a value of it
        stance, rule, reason = value_only(question, seen)
    if another and stance in (Stance.SILENT, Stance.PARTIAL):
        stance, rule, reason = Stance.PARTIAL, "said-of-another", f"said of somebody or something else here: {another}"
    if stance is Stance.SILENT:
        return None
    start, end = quoted(seen, source)
    quote = source.text[start:end]
    return Evidence(stance, start, end, quote, *line_and_column(start, source.text), matches, marks, rule, reason)


def line_and_column(at: int, text: str) -> tuple[int, int]:
    """Both counted from 1."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def said_of_others(question: Question, seen: Window) -> str:
    """What a passage says of another, where it holds every word of the claim; empty where it does not."""
    moved = [hit.mention.text for hit, kept in zip(seen.words, seen.hits, strict=True) if hit and not kept]
    whole = replace(seen, hits=seen.words, clashes=(None,) * len(seen.words))
    return ", ".join(moved) if moved and settle(question, whole)[0] is Stance.SUPPORTS else ""


def carried(element: Element, seen: Window) -> Hit | None:
    """For an act that only ties a thing to its value ("cost"): the value stands for it."""
    if element.role is not Role.ACT or element.weight:
        return None
    said = [
        hit
        for hit in (*seen.hits, *seen.clashes)
        if hit and hit.mention.kind in (Kind.MONEY, Kind.QUANTITY, Kind.PERCENT, Kind.DURATION)
    ]
    return replace(said[0], relation=Relation.COMPATIBLE, why="said by giving the value") if said else None


def match_of(element: Element, hit: Hit | None, clash: Hit | None) -> DetailMatch:
    said = hit or clash
    if said is None:
        return DetailMatch(element.detail, Relation.ABSENT)
    return DetailMatch(element.detail, said.relation, said.mention, said.why)


def quoted(seen: Window, source: Reading) -> tuple[int, int]:
    """The sentence, with those neighbours whose words were used."""
    numbers = {hit.sentence for hit in (*seen.hits, *seen.clashes) if hit} | {seen.sentence.number}
    spoken = [hit.mention for hit in (*seen.hits, *seen.clashes) if hit]
    start, end = source.sentences[min(numbers)].passage.start, source.sentences[max(numbers)].passage.end
    return min([start, *(m.start for m in spoken)]), max([end, *(m.end for m in spoken)])


def marks_of(seen: Window) -> tuple[Mark, ...]:
    """The cues that bear on something that was matched; what a passage says of other things qualifies nothing."""
    said = [hit for hit in (*seen.hits, *seen.clashes) if hit and hit.sentence == seen.sentence.number]
    return tuple(cue.mark for cue in seen.sentence.cues if any(covers(cue, hit) for hit in said))


def about(question: Question, seen: Window) -> bool:
    """The same event or object: somebody or something named of each group, the act, and what it is done to.

    Places count as names only where nobody else is named. A value of the claim's kind stands for what it measures.
    """
    groups: dict[int, bool] = {}
    aside = side_groups(question)
    people = any(e.role is Role.NAME and e.detail.kind is not Kind.PLACE for e in question.elements)
    for element, hit, denying in zip(question.elements, seen.hits, seen.clashes, strict=True):
        if (
            element.role is Role.NAME
            and element.group not in aside
            and not (people and element.detail.kind is Kind.PLACE)
        ):
            groups[element.group] = groups.get(element.group, False) or bool(hit or denying)
    if not all(groups.values()):
        return False
    acts = [row for row in rows_of(question, seen, {Role.ACT}) if row[0].weight]
    terms = [row for row in rows_of(question, seen, {Role.TERM}) if row[0].weight]
    if acts and not any(hit for _, hit in acts):
        return share(terms) >= ENOUGH_TERMS and (valued(question, seen) or other_named(question, seen))
    there = any(hit for element, hit in rows_of(question, seen, {Role.NAME}) if element.detail.kind is Kind.PLACE)
    if people and there and not terms:
        return True
    things = [*terms, *rows_of(question, seen, {Role.VALUE})]
    return not things or any(hit for _, hit in things) or any(seen.clashes)


def other_named(question: Question, seen: Window) -> bool:
    """Whether the passage has somebody or some place else in a name's own part."""
    return any(denying and e.role is Role.NAME for e, denying in zip(question.elements, seen.clashes, strict=True))


def side_groups(question: Question) -> set[int]:
    """The groups of names that only belong to something else ("the mediation of A"), where others are named besides."""
    parts = {start: part for sentence in question.reading.sentences for start, part in sentence.parts.items()}
    groups = {e.group: parts.get(e.detail.start) for e in question.elements if e.role is Role.NAME}
    aside = {group for group, part in groups.items() if part == "of"}
    return aside if len(aside) < len(groups) else set()


def valued(question: Question, seen: Window) -> bool:
    """Whether the passage gives a value of the claim's kinds, dates apart, right or wrong."""
    rows = zip(question.elements, seen.hits, seen.clashes, strict=True)
    return any(
        (hit or clash) and element.role is Role.VALUE and element.detail.kind is not Kind.DATE
        for element, hit, clash in rows
    )


def settle(question: Question, seen: Window) -> tuple[Stance, str, str]:
    """`(stance, rule, reason)` of a window that is about the claim's event."""
    everything = rows_of(question, seen, set(Role))
    rest = [row for row, denying in zip(everything, seen.clashes, strict=True) if denying is None]
    clashes = [denying for denying in seen.clashes if denying]
    turned = [hit for hit in seen.hits if hit and hit.opposite]
    said = polarity(question, seen.hits, seen.sentence)
    unasserted = left_open(question, seen.hits, seen.sentence)
    of_another_one = any(hit and hit.other for hit in seen.hits)
    if of_another_one or another_time(question, seen) or named_behind(question, seen):
        return partial(everything)
    same = said.agreed and not (unasserted or wished(question, seen) or of_wider_place(question, seen))
    same = same and not any(hit and hit.undone for hit in seen.hits)  # "did not rise in May", "fell in June"
    same = same or (said.agreed and any(denying.instead for denying in clashes))
    if clashes and same and share(rest) >= ENOUGH_TO_CONFLICT:
        return Stance.CONFLICTS, "other-value", clashes[0].why
    if clashes:
        return partial(everything)
    if turned and not said.agreed:
        return Stance.PARTIAL, "double-denial", "the opposite is denied"
    negative = any(negations(sentence) for sentence in question.reading.sentences)
    enough = share(rest) >= ENOUGH_TO_DENY or any(hit.firm for hit in turned)
    if turned and not negative and not unasserted and enough and subject_said(question, seen):
        return Stance.CONFLICTS, "opposite-act", turned[0].why
    spoken_of = share(told_of(question, seen)) >= ENOUGH_TERMS
    if (
        said.here
        and not (negative or unasserted or of_another(question, seen) or nobody_of_it(question, seen))
        and not denied_by_word(question, seen, claimed=True)
        and not (both_deny(question, said.here) or only_of_a_kind(question, seen, said.here))
        and spoken_of
        and share(rest) >= ENOUGH_TO_DENY
    ):
        return Stance.CONFLICTS, "denied", f"denied here: {said.here.text}"
    if (
        said.claim
        and not (unasserted or negations(seen.sentence) or wished(question, seen))
        and not (bounded(question, seen, said.claim) or ahead(question, seen))
        and not denied_by_word(question, seen, claimed=False)
        and (falls_within(question, seen, said.claim) or (states_all(question, seen) and share(rest) >= ENOUGH_WORDS))
    ):
        return Stance.CONFLICTS, "denied", f"the claim denies it ({said.claim.text}), the passage says it"
    if (
        states_all(question, seen)
        and said.agreed
        and not turned
        and not negative
        and unsaid(question, seen.hits, seen.sentence)
    ):
        return Stance.PARTIAL, "under-denial", "a denial bears on what is stated here"
    if states_all(question, seen) and said.agreed and not turned:
        if unasserted:
            return Stance.PARTIAL, LEFT_OPEN[unasserted.rule], f"not said to be so: {unasserted.text}"
        if wished(question, seen) or foreseen(question, seen):
            return Stance.PARTIAL, "only-intended", "the act is intended, not said to be done"
        if condition := on_condition(question, seen.hits, seen.sentence):
            return Stance.PARTIAL, "only-supposed", f"only on a condition: {condition.text}"
        if not completed(question, seen) or not lasting(question, seen):
            return partial(everything)
        return Stance.SUPPORTS, "all-stated", "the passage states every detail"
    return partial(everything)


def in_time(question: Question, source: Reading, seen: Window) -> tuple[Stance, str, str]:
    """How a window is settled, with what it tells of a time that is not the claim's: what ended, a figure of old.

    "Did not stay until October" denies "stayed until October", though "did not come until October" says it was then.
    """
    stance, rule, reason = settle(question, seen)
    if stance is Stance.SUPPORTS and ended(question, seen.sentence, source.text):
        return Stance.PARTIAL, "not-asserted", "said to have ended, not to be so still"
    if stance is Stance.SUPPORTS and no_longer_had(question, seen, source.text):
        return Stance.PARTIAL, "not-asserted", "said to be lost, wanted or given away, not to be had"
    if stance is Stance.SUPPORTS and done_before(question, source, seen):
        return Stance.PARTIAL, "not-asserted", "told of the past, not of what is to come"
    if stance is Stance.SUPPORTS and not_wanted(question, source, seen):
        return Stance.PARTIAL, "not-asserted", "told as done, not as wanted"
    if stance is Stance.SUPPORTS and only_named(question, acts_of(seen, question), seen.sentence, source.text):
        return Stance.PARTIAL, "not-asserted", "named here, not told to have been done"
    if stance is Stance.SUPPORTS and unsaid_verb(question, seen, source.text):
        return partial(rows_of(question, seen, set(Role)))
    side = Side(seen.sentence, source.text)
    if stance is Stance.SUPPORTS and (either := one_of_two(question, seen.hits, side)):
        return Stance.PARTIAL, "only-supposed", f"one of two, and not said which: {either}"
    speaks = stance is Stance.SUPPORTS or share(rows_of(question, seen, set(Role))) >= ENOUGH_TO_AFFIRM
    if speaks and (late := only_late(question, seen)):
        return Stance.CONFLICTS, "denied", f"denied here: {late.text}"
    if stance is Stance.CONFLICTS and of_other_event(question, source, seen):
        return partial(rows_of(question, seen, set(Role)))
    if rule == "denied" and no_sooner_said(question, seen.sentence):
        return Stance.PARTIAL, "not-asserted", "only said not to have been so before"
    if rule == "denied" and (told_over(question, seen.sentence) or told_first(question, seen.sentence, source.text)):
        return partial(rows_of(question, seen, set(Role)))
    if rule == "other-value" and of_a_part_there(question, seen):
        return partial(rows_of(question, seen, set(Role)))
    figure = any(c and e.detail.kind in AMOUNTS for e, c in zip(question.elements, seen.clashes, strict=True))
    if rule == "other-value" and figure and of_then(question, seen.sentence, source.text):
        return partial(rows_of(question, seen, set(Role)))
    return stance, rule, reason


def done_before(question: Question, source: Reading, seen: Window) -> bool:
    """Whether a claim of what is to come, without a day, is only said of a day gone by: "in 2016 it closed a plant"."""
    to_come = Qualifier.INTENDED in question.mood and not any(e.detail.kind is Kind.DATE for e in question.elements)
    dated = any(mention.kind is Kind.DATE for mention in seen.sentence.mentions)
    side = Side(seen.sentence, source.text)
    verbs = [hit.mention for hit in acts_of(seen, question) if not nominal(hit.mention, side)]
    bare = any(infinitive(verb.text.lower(), side.language) for verb in verbs)
    if any(not AHEAD.isdisjoint(term.concepts) for term in seen.sentence.terms) and not verbs:
        return False  # "announced on Thursday the closure of its plant"
    told = {c.start for c in source.sentences[seen.sentence.number].cues if c.qualifier is Qualifier.INTENDED}
    said = any(hit.mention.start in told for hit in seen.hits if hit)  # "signed a deal that provides for a cut"
    return (
        to_come and dated and not (bare or said or intentions(question, seen)) and in_the_past(side.sentence, side.text)
    )


AHEAD = frozenset({"announce", "future", "plan", "confirm"})
"""What tells of a deed that a noun names as of one to come."""


def not_wanted(question: Question, source: Reading, seen: Window) -> bool:
    """Whether a claim says that something is wanted or planned, and a passage only that it was done."""
    here = source.sentences[seen.sentence.number]
    wishes = [cue for s in question.reading.sentences for cue in s.cues if wish(cue, s.language)]
    rows = [(e, hit) for e, hit in rows_of(question, seen, {Role.ACT}) if hit and hit.sentence == here.number]
    wanted = [hit.mention for e, hit in rows if any(cue.start < e.detail.start < cue.scope.end for cue in wishes)]
    open_here = any(cue.qualifier in (Qualifier.INTENDED, Qualifier.HEDGED) for cue in here.cues)
    side = Side(here, source.text)
    told = [verb for verb in wanted if not (nominal(verb, side) or infinite(verb, side))]
    return bool(told) and not open_here and in_the_past(here, source.text)


def of_other_event(question: Question, source: Reading, seen: Window) -> bool:
    """Whether a passage tells of another time than the claim's, or of another one of the kind: it denies nothing."""
    return untimed(question, source, seen) or told_apart(question, seen)


def untimed(question: Question, source: Reading, seen: Window) -> bool:
    """Whether a passage is of none of the times that a claim gives: what was so at another time denies nothing."""
    rows = zip(question.elements, seen.hits, seen.clashes, strict=True)
    dates = [row for row in rows if row[0].detail.kind is Kind.DATE]
    return bool(dates) and all(
        not clash
        and not is_open(e.detail.value)
        and undated(
            e.detail, hit if hit and hit.sentence <= seen.sentence.number else None, question, source, seen.sentence
        )
        for e, hit, clash in dates
    )


def only_late(question: Question, seen: Window) -> Cue | None:
    """What says that something was so no earlier than a time until which the claim has it so."""
    lasting = any(not slots(s.language).until.isdisjoint(s.words) for s in question.reading.sentences)
    late = any(cue.rule == NOT_UNTIL for s in question.reading.sentences for cue in s.cues)
    return next((cue for cue in seen.sentence.cues if cue.rule == NOT_UNTIL and lasting and not late), None)


NOT_UNTIL, NOT_BEFORE = "not_until", "not_before"
"""The rules of a denial that only says when."""


def no_sooner_said(question: Question, here: Sentence) -> bool:
    """Whether one side only says that something was not so before a time, and the other speaks of no such time."""
    asked = question.reading.sentences
    return any(only_sooner(s) and not sooner(here) for s in asked) or (
        only_sooner(here) and not any(map(sooner, asked))
    )


def only_sooner(sentence: Sentence) -> bool:
    return any(cue.rule == NOT_BEFORE for cue in sentence.cues)


def sooner(sentence: Sentence) -> bool:
    """Whether a sentence has a word that sets something before another."""
    return not no_sooner(sentence.language).isdisjoint(sentence.words)


def another_time(question: Question, seen: Window) -> bool:
    """Whether the passage gives another date and, of some other kind, other values too: then it is another event."""
    clashing = any(c and e.detail.kind is Kind.DATE for e, c in zip(question.elements, seen.clashes, strict=True))
    kinds = {m.kind for m in seen.sentence.mentions}
    values = [(e, h) for e, h in rows_of(question, seen, {Role.VALUE}) if e.detail.kind is not Kind.DATE]
    return (
        clashing and any(hit is None and e.detail.kind in kinds for e, hit in values) and not any(h for _, h in values)
    )


def opening(question: Question, seen: Window) -> tuple[Element, Hit | None, bool] | None:
    """What the claim opens with, its figures apart, what the window has for it, and whether in the sentence itself."""
    rows = zip(question.elements, seen.hits, seen.own, strict=True)
    named = [row for row in rows if row[0].role is not Role.VALUE]
    return min(named, key=lambda row: row[0].detail.start, default=None)


def named_behind(question: Question, seen: Window) -> bool:
    """Whether what the claim opens with is spoken of only in the sentence behind: this one tells of something else.

    Not so an office: somebody who is named here may be called by it there ("Berg left. The minister …").
    """
    opens = opening(question, seen)
    if opens is None or opens[1] is None or opens[1].sentence <= seen.sentence.number:
        return False
    named = any(m.kind is Kind.PERSON for m in seen.sentence.mentions)
    return not (named and opens[0].term and opens[0].term.office)


def states_value(question: Question, seen: Window) -> bool:
    """Whether the sentence gives a value of the claim beside the word that the claim ties it to.

    A date only where the claim is about nobody: what somebody did on a day says nothing of what another did.
    """
    nobody = not any(element.detail.kind is Kind.PERSON for element in question.elements)
    here = [hit if hit and hit.sentence == seen.sentence.number else None for hit in seen.hits]
    return any(
        hit
        and hit.precise
        and element.role is Role.VALUE
        and (nobody or element.detail.kind is not Kind.DATE)
        and (element.quotation or tied(element, question, here))
        for element, hit in zip(question.elements, here, strict=True)
    ) or presents_somebody(question, seen, here)


def presents_somebody(question: Question, seen: Window, here: Sequence[Hit | None]) -> bool:
    """Whether the sentence, or the line before it, names somebody of the claim, of whom it has much else.

    A claim that names several may be told in parts: who one of them is, elsewhere than what another does. Not among
    strangers, nor where something else stands in a part of theirs.
    """
    rows = list(zip(question.elements, here, strict=True))
    names = rows_of(question, seen, {Role.NAME})
    people = [e for e, hit in names if e.detail.kind is Kind.PERSON and hit and hit.precise]
    own = not seen.crowded and not any(seen.clashes)
    return own and not all(hit for _, hit in names) and any(much_besides(person, rows) for person in people)


def tied(element: Element, question: Question, here: list[Hit | None]) -> bool:
    """Whether the word nearest to a value in the claim, or the next nearest, or many others, are in the sentence."""
    near = sorted(
        (abs(other.detail.start - element.detail.start), place)
        for place, other in enumerate(question.elements)
        if other.term is not None and other.weight
    )
    if any(here[place] for _, place in near[:2]):
        return True
    rows = list(zip(question.elements, here, strict=True))
    return share([row for row in rows if row[0] is not element]) >= ENOUGH_TO_SPEAK or much_besides(element, rows)


def much_besides(element: Element, rows: Sequence[Row]) -> bool:
    """Whether a sentence has much else of a claim, however long that is."""
    return sum(1 for e, hit in rows if e.weight and hit and hit.precise and e is not element) >= MANY


MANY = 3
"""How many other parts of a claim tie a value, or somebody, to it in one sentence."""


def value_only(question: Question, seen: Window) -> tuple[Stance, str, str]:
    firm = [hit for hit in seen.hits if hit and hit.firm]
    named = [hit for e, hit in rows_of(question, seen, {Role.NAME}) if e.detail.kind is not Kind.PLACE]
    if (
        firm
        and subject_said(question, seen)
        and (not named or any(named))
        and polarity(question, seen.hits, seen.sentence).agreed
    ):
        return Stance.CONFLICTS, "opposite-act", firm[0].why
    stated = [e.detail.text for e, hit in zip(question.elements, seen.hits, strict=True) if hit]
    return Stance.PARTIAL, "value-stated", "states " + ", ".join(stated)


def subject_said(question: Question, seen: Window) -> bool:
    """Whether what the claim opens with is spoken of: "Bolt closes 40 shops" is not denied by another's 40 openings."""
    opens = opening(question, seen)
    return not seen.crowded or opens is None or opens[2]


def nobody_of_it(question: Question, seen: Window) -> bool:
    """Whether a passage denies something of another than opens the claim: "Vance did not sign" is not of Hurst."""
    opens = opening(question, seen)
    if opens is None or opens[0].term is None or not may_be_somebody(opens[0].term):
        return False
    heard = {hit.mention.start for hit in seen.hits if hit}
    others = any(may_be_somebody(t) and t.start not in heard for t in seen.sentence.terms)
    return others and (opens[1] is None or (seen.crowded and not opens[2]))


def may_be_somebody(term: Term) -> bool:
    """Whether a word names people, or may be a name that no list has."""
    return term.somebody or (not term.concepts and term.text[:1].isupper())


def partial(rows: list[Row]) -> tuple[Stance, str, str]:
    if share(rows) < ENOUGH_TO_SPEAK:
        return Stance.SILENT, "", ""
    missing = [element.detail.text for element, hit in rows if hit is None or not hit.precise]
    left = "not fully stated here: " + ", ".join(missing) if missing else "each detail is here, but not as one claim"
    return Stance.PARTIAL, "some-stated", left


def states_all(question: Question, seen: Window) -> bool:
    """Every value and name at least as precisely as the claim, the acts, and enough of the words."""
    for _, hit in rows_of(question, seen, {Role.VALUE, Role.NAME}):
        if hit is None or not hit.precise:
            return False
    if any(element.weight and (hit is None or not hit.precise) for element, hit in rows_of(question, seen, {Role.ACT})):
        return False
    whole = question.classed | of_all(question)
    for element, hit in rows_of(question, seen, {Role.TERM}):
        if (hit is None or not hit.precise) and (needed(element) or element.term in whole):
            return False
    if counted_elsewhere(question, seen) or paid_otherwise(question, seen):
        return False
    if uncompleted(question, seen.hits) or unopened(question, seen):
        return False
    terms = rows_of(question, seen, {Role.TERM})
    valued = any(e.role is Role.VALUE for e in question.elements)
    return share(own_terms(question, seen)) >= ENOUGH_TERMS and share(terms, precise=True) >= (
        ENOUGH_TERMS if valued else ENOUGH_WORDS
    )


def needed(element: Element) -> bool:
    """Unread figures and codes, offices, lands, words with an opposite, what singles out: nothing is stated without."""
    term = element.term
    turning = term is not None and any(
        opposites(id) and (CONCEPTS[id].kind != "attribute" or id in COMPARING) for id in term.concepts
    )
    said = term.lemma if term and term.lemma.isdigit() else element.detail.text
    told = term is not None and (term.office or term.territory is not None)
    return said[0].isdigit() or said[-1].isdigit() or turning or bool(element.peak) or told


def completed(question: Question, seen: Window) -> bool:
    """Whether all is said that completes the claim's act, the words behind it: "died of cholera", "fled to a farm"."""
    acts = [e.detail.end for e in question.elements if e.role is Role.ACT and e.weight and e.detail.end]
    terms = rows_of(question, seen, {Role.TERM})
    return not acts or all(hit for e, hit in terms if e.weight and e.detail.start >= min(acts))


def lasting(question: Question, seen: Window) -> bool:
    """Whether what the claim says to be so still is said to be so still: "was taken to hospital" may be over."""
    unmarked = not any(map(lasts, question.reading.sentences))
    return unmarked or lasts(seen.sentence) or kept(question, seen)


def lasts(sentence: Sentence) -> bool:
    return not slots(sentence.language).lasting.isdisjoint(word.lower() for word in sentence.words)


def own_terms(question: Question, seen: Window) -> list[Row]:
    """The claim's words, matched only where the sentence itself holds them."""
    rows = zip(question.elements, seen.hits, seen.own, strict=True)
    return [(element, hit if own else None) for element, hit, own in rows if element.role is Role.TERM]


def unopened(question: Question, seen: Window) -> bool:
    """Whether a claim that names nobody opens with a thing of which the passage says nothing."""
    opens = opening(question, seen)
    if not nobody_named(question) or opens is None or opens[1] is not None:
        return False
    return bool(opens[0].weight) and heads(opens[0], question)


def heads(element: Element, question: Question) -> bool:
    """Whether a word names a thing, and no other word follows it at once that it may only qualify."""
    term = element.term
    if term is None or not term.concepts or term.attribute or term.somebody or term.territory:
        return False
    if term.verbal:
        return False
    return not any(e.detail.start == element.detail.end + 1 for e in question.elements)


def told_of(question: Question, seen: Window) -> list[Row]:
    """The words that tell whether a denial is of the claim's event: the sentence's own; all, where it is of nobody."""
    nobody = any(hit and hit.why == NOBODY for hit in seen.hits)
    return rows_of(question, seen, {Role.TERM}) if nobody else own_terms(question, seen)


def acts_of(seen: Window, question: Question) -> list[Hit]:
    return [hit for element, hit in rows_of(question, seen, {Role.ACT}) if hit]


def wished(question: Question, seen: Window) -> bool:
    """Whether the passage only intends the act that was matched, and the claim does not."""
    if Qualifier.INTENDED in question.mood or kept(question, seen):
        return False
    acts = [hit for hit in acts_of(seen, question) if hit.mention.kind is Kind.TERM]
    acts = [hit for hit in acts if not presupposed(hit, seen)]
    amounts = [hit for e, hit in rows_of(question, seen, {Role.VALUE}) if hit and e.detail.kind in AMOUNTS]
    return any(
        any(covers(cue, hit) for hit in acts) or promised(cue, amounts, acts) for cue in intentions(question, seen)
    )


def kept(question: Question, seen: Window) -> bool:
    """Whether both say that something stays as it is: what "will stay shut until Friday" stays shut now."""
    acts = (e.term for e, hit in rows_of(question, seen, {Role.ACT}) if hit and hit.relation is Relation.EQUAL)
    return of_now(question) and any(act is not None and "stay" in act.concepts for act in acts)


def promised(cue: Cue, amounts: Sequence[Hit], acts: Sequence[Hit]) -> bool:
    """Whether a figure is that of a plan, and the act that of what came of it: "promised 9 million, but paid 2"."""
    early = bool(acts) and all(cue.scope.end <= hit.mention.start for hit in acts)
    return early and any(covers(cue, hit) for hit in amounts)


def intentions(question: Question, seen: Window) -> list[Cue]:
    """What in a passage tells of what is to come; beside a day to come the present of a claim may tell of it too."""
    cues = [cue for cue in seen.sentence.cues if cue.qualifier is Qualifier.INTENDED]
    return [cue for cue in cues if cue.rule != "coming_day" or done(question)]


def presupposed(hit: Hit, seen: Window) -> bool:
    """Whether an act only qualifies an office right before it: who is to meet "le président élu" elects nobody."""
    return any(term.office and term.end + 1 == hit.mention.start for term in seen.sentence.terms)


def foreseen(question: Question, seen: Window) -> bool:
    """Whether a claim without an act ("has 40 shops") is only what the passage says will be or is hoped for."""
    if Qualifier.INTENDED in question.mood or acts_of(seen, question):
        return False
    said = [hit for hit, own in zip(seen.hits, seen.own, strict=True) if hit and own]
    return any(covers(cue, hit) for cue in intentions(question, seen) for hit in said)


def covers(cue: Cue, hit: Hit) -> bool:
    return cue.scope.start <= hit.mention.start and hit.mention.end <= cue.scope.end
