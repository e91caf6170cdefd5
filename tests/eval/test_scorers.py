"""The scorers themselves: what reads their sets, what changes claims, what keeps floors."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from tests.eval.changes import changes
from tests.eval.duckling import Apply, Term, read
from tests.eval.figures import Figure, count, floors, record, share
from tests.eval.recognizers import length


@pytest.mark.parametrize(
    ("expression", "term"),
    [
        ("simple EUR 1.5e3", Apply("simple", ("EUR", Decimal(1500)))),
        ("NumeralValue (-7)", Apply("NumeralValue", (Decimal(-7),))),
        ("between Dollar (1, 2)", Apply("between", ("Dollar", (Decimal(1), Decimal(2))))),
        (
            'datetimeHoliday (2013, 5, 1) Day "May Day"',
            Apply("datetimeHoliday", ((Decimal(2013), Decimal(5), Decimal(1)), "Day", "May Day")),
        ),
    ],
)
def test_a_haskell_expression_is_read(expression: str, term: Term) -> None:
    assert read(expression) == term


@pytest.mark.parametrize(
    ("statement", "language", "kind", "changed"),
    [
        ("Ann Lee was born on 3 May 1990", "en", "day", "Ann Lee was born on 4 May 1990"),
        ("Ann Lee was born on May 3, 1990", "en", "day", "Ann Lee was born on May 2, 1990"),
        ("Signé le 3 mai 1990", "fr", "month", "Signé le 3 juin 1990"),
        ("Firmado el 3 de mayo de 1990", "es", "month", "Firmado el 3 de abril de 1990"),
        ("Am Montag kam er an", "de", "weekday", "Am Dienstag kam er an"),
        ("It was sold in 1990", "en", "year", "It was sold in 1991"),
        ("It cost $4.5M", "en", "times ten", "It cost $45.0M"),
        ("It has 12,000 seats", "en", "times ten", "It has 120000 seats"),
        ("It cost $45M", "en", "digit swap", "It cost $54M"),
        ("Il a coûté 45 millions d'euros", "fr", "currency", "Il a coûté 45 millions de dollars"),
        ("Hanno comprato tre navi", "it", "count", "Hanno comprato quattro navi"),
        ("The ship was bought by Lee", "en", "name", "The ship was bought by Joaquim Vestergaard"),
        ("A play by Zoë Lee", "en", "name", "A play by Joaquim Vestergaard"),
        ("Ann Lee bought it", "en", "negation", "Ann Lee did not buy it"),
        ("Les ventes ont augmenté", "fr", "negation", "Les ventes n'ont pas augmenté"),
        ("Prices rose", "en", "opposite", "Prices fell"),
    ],
)
def test_a_claim_is_changed(statement: str, language: str, kind: str, changed: str) -> None:
    assert changed in [c.statement for c in changes(statement, language) if c.kind == kind]


@pytest.mark.parametrize(
    "statement",
    ["Ann Lee did not sign on 3 May 1990", "Le Maroc a acheté 45 drones le 3 mai", "The Hague has 12,000 seats"],
)
def test_a_change_names_its_own_place(statement: str) -> None:
    for change in changes(statement, "en"):
        before, after = change.statement[: change.start], change.statement[change.end :]
        assert statement.startswith(before)
        assert change.kind == "currency" or statement.endswith(after)


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("It has grown since 1990", "year"),
        ("Ann Lee did not sign", "negation"),
        ("It cost 500", "digit swap"),
        ("The Hague is a city", "name"),
    ],
)
def test_what_might_stay_true_is_left_alone(statement: str, kind: str) -> None:
    assert kind not in [c.kind for c in changes(statement, "en")]


def test_durations_of_one_length_are_equal() -> None:
    assert length("PT1.5H") == length("PT90M") == length("PT1H30M")
    assert length("P1Y") == length("P12M") != length("PT12M")


def test_floors_only_rise(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text("# head\n[targets]\n[floors]\n", encoding="utf-8")
    assert record([share("a", 2, 3), count("faults", 3, 9)], path=path) == []
    assert floors(path)["floors"] == {"a": 0.6666, "faults": 3}
    assert record([share("a", 1, 3), count("faults", 4, 9)], path=path) == ["a", "faults"]
    assert record([share("a", 1, 3), count("faults", 2, 9)], accept_lower=True, path=path) == []
    assert floors(path)["floors"] == {"a": 0.3333, "faults": 2}
    assert path.read_text(encoding="utf-8").startswith("# head\n")


def test_an_empty_set_never_passes() -> None:
    assert share("empty", 0, 0).value == 0
    assert share("empty", 0, 0, lower=True).value == 1
    assert record([share("empty", 0, 0)]) == []


def test_a_floor_just_holds_its_figure() -> None:
    for lower in (False, True):
        figure = Figure("third", 3, Fraction(1, 3), lower)
        assert figure.keeps(figure.floor)
