"""Quotations found word for word, as drift, or not at all: what makes no difference, what does, and at what cost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Claim, Source, verify
from factcheck.quotations import Found, find, quotations

SAID = "We will not sign this treaty before the summer"


def found_in(claim: str, source: str, language: str | None = "en") -> list[Found]:
    return [found for q in quotations(claim) for found in find(q, source, ((0, len(source)),), language)]


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        (f"“{SAID}”", f"He said: “{SAID}”."),
        (f"“{SAID}”", f'He said that "{SAID.lower()}".'),
        (f"“{SAID}”", SAID.replace(" ", "\u00a0\n")),
        (f'"{SAID}"', "“We will not sign this treaty”, said the minister of fisheries, “before the summer”."),
        ("“We will […] before the summer”", SAID),
        ("“[The council] will not sign this treaty”", SAID),
        ("«Nous n’avons pas signé l’accord»", "« Nous n'avons pas signé l'accord »"),
        ("«Nous avons signé en de\u0301cembre»", "Nous avons signé en décembre"),
        ("„Wir werden den Vertrag nicht unterschreiben“", "»Wir werden den Vertrag nicht unterschreiben«"),
        ("「我们不会签署条约」", "他说：「我们不会签署条约。」"),
        ("«لن نوقع هذه المعاهدة قبل الصيف»", "قالت الوزيرة: “لن نوقع هذه المعاهدة قبل الصيف”."),
        ("“He told me ‘go home now’ twice”", "“He told me ‘go home now’ twice”"),
    ],
)
def test_the_same_words_are_found(claim: str, source: str) -> None:
    (found,) = found_in(claim, source)
    assert not found.drift


@pytest.mark.parametrize(
    ("said", "source", "drift"),
    [
        (SAID, "We will not sign that treaty before the summer", "“that” for “this”"),
        (SAID, "We will not sign this treaty before the long summer", "with “long”"),
        (SAID, "We will not sign this before the summer", "without “treaty”"),
    ],
)
def test_drift_tells_what_differs(said: str, source: str, drift: str) -> None:
    (found,) = found_in(f"“{said}”", source)
    assert (found.drift, found.turned) == (drift, "")


@pytest.mark.parametrize(
    ("said", "source", "language"),
    [
        (SAID, "We will sign this treaty before the summer", "en"),
        ("We bought five of these new ships", "We bought six of these new ships", "en"),
        ("We met on Monday to speak of peace", "We met on Tuesday to speak of peace", "en"),
        ("Nous avons accepté leur offre hier soir", "Nous avons refusé leur offre hier soir", "fr"),
        ("No vamos a Noruega con las manos vacías", "No vamos a Islandia con las manos vacías", "es"),
    ],
)
def test_drift_that_says_something_else(said: str, source: str, language: str) -> None:
    (found,) = found_in(f"“{said}”", source, language)
    assert found.turned


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        (f"“{SAID}”", "The summer was wet, and the treaty is old."),
        (f"“{SAID}”", "We will not sign"),
        ("the “historic” treaty", "the historic treaty"),
        ("“We will […] before the summer”", "before the summer we will"),
        (f"“{SAID}”", "“We will not sign this”.\n\nMuch later he spoke of another “treaty before the summer”."),
    ],
)
def test_nothing_is_found(claim: str, source: str) -> None:
    assert not [found for found in found_in(claim, source, None) if not found.drift]


def test_words_at_the_end_that_one_side_leaves_out_deny_nothing() -> None:
    (found,) = found_in("“We will build the long bridge and not the tunnel”", "We will build the long bridge")
    assert found.drift
    assert not found.turned


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_what_is_found_stands_in_the_text(before: str, after: str) -> None:
    text = f"{before} {SAID} {after}"
    for found in found_in(f"“{SAID}”", text):
        assert 0 <= found.start < found.end <= len(text)
        assert found.drift or text[found.start : found.end].casefold().startswith("we will")


@pytest.mark.parametrize("noise", ["we will not ", "“", "“we ", "« « a »", '"', "‘", "’ ", "summer "])
def test_repeated_text_does_no_harm(noise: str) -> None:
    found_in(f"“{SAID}”", noise * 20_000)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", f"“{SAID}”, Anna Berg said."),
        ("fr", "« Nous ne signerons pas ce traité avant l’été », a dit Anna Berg."),
    ],
)
def test_the_steps_tell_what_the_evidence_says(language: str, text: str) -> None:
    claim = Claim("c", f"Anna Berg said: “{SAID}”", language="en")
    (found,) = verify([claim], [Source.from_text("s", text, language=language)]).claims[0].sources
    settled = {step.rule for step in found.steps if step.message.startswith("line 1, ")}
    assert settled == {piece.rule for piece in found.evidence}
