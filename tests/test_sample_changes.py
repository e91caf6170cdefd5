"""No supported claim of the sample stays supported when a date, an amount, a count or a name of it is changed."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path

from babel.dates import format_date
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck.match import evidence
from factcheck.match.question import Question, ask
from factcheck.model import Claim, DateValue, Kind, Mention, Money, Quantity, Stance
from factcheck.reading import Reading, read_source
from factcheck.registry import load
from factcheck.sources import read_sources
from factcheck.verdict import stance_of

ROOT = Path(__file__).parent.parent
STRANGERS = ("Anna Berg", "Pierre Dupont", "Aiko Tanaka", "Carlos Pérez")
CHANGED = (Kind.DATE, Kind.MONEY, Kind.QUANTITY, Kind.PERSON)


@cache
def readings() -> tuple[Reading, ...]:
    sources, problems = read_sources(["seeds/"], ROOT)
    assert not problems
    return tuple(map(read_source, sources))


def supported(question: Question) -> bool:
    return any(stance_of(evidence(question, source)[0]) is Stance.SUPPORTS for source in readings())


@cache
def places() -> tuple[tuple[str, str, Mention], ...]:
    """Every value and person that can be changed: a supported sample claim's statement, its language, the mention."""
    statements = [claim.statement for claim in load(ROOT / "claims.yaml").claims]
    asked = [ask(Claim("c", statement)) for statement in statements]
    return tuple(
        (question.claim.statement, question.reading.language, mention)
        for question in asked
        if supported(question)
        for mention in question.reading.mentions
        if mention.kind in CHANGED
    )


def changed(mention: Mention, language: str, by: int) -> str:
    """Another value of the mention's kind, in words of the language; `by` is never 0."""
    match mention.value:
        case DateValue(first=date() as day):
            return format_date(day + timedelta(days=by), "long", language)
        case Money(amount=amount, currency=currency) if amount.low is not None:
            less, more = (int(amount.low) + turn * int(amount.step) for turn in (by, abs(by)))
            return f"{less if less > 0 else more} {currency}"
        case Quantity(amount=amount) if amount.low is not None:
            return " ".join([str(abs(int(amount.low) + by) + 1000), *mention.text.split()[1:]])
    return STRANGERS[by % len(STRANGERS)]


@settings(max_examples=60, deadline=None)
@given(st.data(), st.integers(-400, 400).filter(bool))
def test_a_changed_claim_is_no_longer_supported(data: st.DataObject, by: int) -> None:
    statement, language, mention = data.draw(st.sampled_from(places()))
    new = changed(mention, language, by)
    assume(new not in statement)
    said = statement[: mention.start] + new + statement[mention.end :]
    assert not supported(ask(Claim("c", said, language=language))), said


def test_there_is_something_to_change() -> None:
    kinds = {mention.kind for _, _, mention in places()}
    assert {Kind.DATE, Kind.MONEY, Kind.QUANTITY, Kind.PERSON} <= kinds
