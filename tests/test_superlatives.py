"""The words that single something out, and claims of a first, an only one or the largest against weaker ones."""

from __future__ import annotations

import pytest

from factcheck import Claim, Source, verify
from factcheck.lang.superlatives import peaks


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "en",
            "the first official visit, the largest ever, one of the city's oldest",
            ["first 1", "largest 1", "oldest 0"],
        ),
        ("en", "at least 40 ships, most of them old, at first", []),
        ("en", "the forest and the rest of the harvest", []),
        (
            "fr",
            "la plus grande usine, l’une des plus vieilles, pour la première fois",
            ["plus grande 1", "plus vieilles 0", "pour la première fois 1"],
        ),
        ("fr", "plus de 40 navires, la plupart vieux ; le premier ministre est plus grand", []),
        ("es", "la mayor fábrica, la planta más cara, por primera vez", ["mayor 1", "más cara 1", "por primera vez 1"]),
        ("es", "más de 40 barcos, una planta más cara, la primera dama", []),
        ("de", "die zweitgrößte und älteste Stadt, erstmals", ["zweitgrößte 2", "älteste 1", "erstmals 1"]),
        ("de", "er musste in erster Linie reisen", []),
        ("it", "la fabbrica più grande, una delle più belle", ["più grande 1", "più belle 0"]),
        ("pt", "a maior fábrica, pela primeira vez; mais de 40 navios", ["maior 1", "pela primeira vez 1"]),
        ("nl", "de eerste en grootste", []),
    ],
)
def test_peaks(language: str, text: str, found: list[str]) -> None:
    assert [f"{text[peak.start : peak.end]} {peak.rank}" for peak in peaks(text, language)] == found


VISIT = "The Norwegian minister visited Chile for the first time"
LARGEST = "Acme is the largest brewery in Norway"
LARGEST_FR = "Acme est la plus grande usine de Norvège"
RECORD = "Acme made a record profit in 2019"


@pytest.mark.parametrize(
    ("claim", "source", "language", "stance"),
    [
        (VISIT, "The Norwegian minister visited Chile for the first time.", "en", "supports"),
        (VISIT, "It was the first visit of a Norwegian minister to Chile.", "en", "supports"),
        (VISIT, "La ministre norvégienne a effectué une visite inédite au Chili.", "fr", "supports"),
        (VISIT, "La ministra noruega hizo su primera visita a Chile.", "es", "supports"),
        (VISIT, "The Norwegian minister visited Chile.", "en", "partial"),
        (VISIT, "The Norwegian minister visited Chile on the first Monday of May.", "en", "partial"),
        (VISIT, "The Norwegian minister, the first woman in office, visited Chile.", "en", "partial"),
        (VISIT, "La ministre norvégienne a de nouveau visité le Chili.", "fr", "partial"),
        (VISIT, "It was not the first visit of a Norwegian minister to Chile.", "en", "conflicts"),
        (VISIT, "The visit of the first woman minister of Norway to Chile was short.", "en", "partial"),
        ("The treaty is unprecedented", "C’est un traité inédit.", "fr", "supports"),
        ("The treaty is unprecedented", "El tratado no tiene importancia.", "es", "partial"),
        (LARGEST, "Acme is the largest brewery in Norway.", "en", "supports"),
        (LARGEST, "Acme is a large brewery in Norway.", "en", "partial"),
        (LARGEST, "Acme is one of the largest breweries in Norway.", "en", "partial"),
        (LARGEST, "Acme is the second-largest brewery in Norway.", "en", "conflicts"),
        (LARGEST, "Acme is not the largest brewery in Norway.", "en", "conflicts"),
        ("Acme is one of the largest breweries in Norway", "Acme is the largest brewery in Norway.", "en", "supports"),
        (
            "Acme is the second largest brewery in Norway",
            "Acme is the second-largest brewery in Norway.",
            "en",
            "supports",
        ),
        ("Acme is the second largest brewery in Norway", "Acme is the largest brewery in Norway.", "en", "partial"),
        (LARGEST_FR, "Acme est la plus grande usine de Norvège.", "fr", "supports"),
        (LARGEST_FR, "Acme es la fábrica más grande de Noruega.", "es", "supports"),
        (LARGEST_FR, "Acme est une grande usine de Norvège.", "fr", "partial"),
        (LARGEST_FR, "Acme est la deuxième plus grande usine de Norvège.", "fr", "conflicts"),
        (
            "Berg est l’une des actrices norvégiennes les plus connues",
            "Berg, l’une des actrices les plus connues de Norvège, est malade.",
            "fr",
            "supports",
        ),
        (RECORD, "Acme made a profit in 2019.", "en", "partial"),
        (RECORD, "Acme made a record profit in 2019.", "en", "supports"),
        ("Acme is the only brewery in Norway", "Acme is a brewery in Norway.", "en", "partial"),
    ],
)
def test_stance(claim: str, source: str, language: str, stance: str) -> None:
    spoken = "fr" if " est " in claim else "en"
    report = verify([Claim("c", claim, language=spoken)], [Source.from_text("s", source, language=language)])
    assert str(report.claims[0].sources[0].stance) == stance
