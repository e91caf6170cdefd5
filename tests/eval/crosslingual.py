"""The open gold's claims in six languages: what language a claim is written in must change no cell.

A cell is one source's stance towards one claim; each language is compared with English over all cells.
"""

from __future__ import annotations

from functools import cache

import yaml

from factcheck import Claim, Source, verify
from factcheck.model import SourceResult, Stance
from factcheck.sources import read_sources
from tests.eval.bench import GOLD, ROOT, SEEDS, Record
from tests.eval.figures import Figure, share

TRANSLATIONS = ROOT / "tests" / "eval" / "open_gold_translations.yaml"
LETTERS = {Stance.SUPPORTS: "S", Stance.CONFLICTS: "C", Stance.PARTIAL: "P", Stance.SILENT: "N"}
LANGUAGES = ("en", "fr", "es", "de", "it", "pt")


@cache
def seeds() -> tuple[Source, ...]:
    """The five seeds as the program reads them."""
    sources, problems = read_sources([str(SEEDS)], ROOT)
    if problems:
        raise ValueError("; ".join(map(str, problems)))
    return sources


@cache
def translations() -> tuple[Record, ...]:
    claims: list[Record] = yaml.safe_load(TRANSLATIONS.read_text(encoding="utf-8"))
    return tuple(claims)


def cells(language: str) -> dict[tuple[str, str], SourceResult]:
    """Each source's answer to each claim said in that language."""
    report = verify([Claim(claim["id"], claim[language], language=language) for claim in translations()], seeds())
    return {(result.claim.id, source.source): source for result in report.claims for source in result.sources}


@cache
def gold() -> dict[tuple[str, str], str]:
    """The letters that are right for each cell, out of `SCPN`; cells that are not scored are left out."""
    claims: list[Record] = yaml.safe_load((GOLD / "seeds_open.yaml").read_text(encoding="utf-8"))
    ids = sorted(source.id for source in seeds())
    cells = ((c["id"], zip(ids, c["cells"].split(), strict=True)) for c in claims)
    return {(claim, source): letters for claim, row in cells for source, letters in row if letters != "X"}


def against_gold(language: str, here: dict[tuple[str, str], SourceResult]) -> Figure:
    """How many cells of that language's claims are right by the gold (for reading)."""
    wrong = [
        f"{claim} in {source}: wanted {letters}, got {here[claim, source].stance.value}"
        for (claim, source), letters in gold().items()
        if LETTERS[here[claim, source].stance] not in letters
    ]
    return share(f"crosslingual.gold.{language}", len(gold()) - len(wrong), len(gold()), wrong, aside=True)


def measure() -> list[Figure]:
    english = cells("en")
    figures = []
    golds = [against_gold("en", english)]
    for language in LANGUAGES[1:]:
        here = cells(language)
        differ = [
            f"{language} {claim} in {source}: {here[claim, source].stance.value}, in English {answer.stance.value}"
            for (claim, source), answer in english.items()
            if here[claim, source].stance is not answer.stance
        ]
        golds.append(against_gold(language, here))
        figures.append(
            share(f"crosslingual.differ.{language}", len(differ), len(english), differ, lower=True, aside=True)
        )
    together = [miss for figure in figures for miss in figure.misses]
    total = sum(figure.n for figure in figures)
    return [share("crosslingual.differ", len(together), total, together, lower=True), *figures, *golds]
