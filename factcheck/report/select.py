"""What a report picks and in which order; shared by the formats for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.model import ClaimResult, Detail, Relation, Report, SourceResult
from factcheck.report.signs import VERDICTS


def worst_first(results: Sequence[ClaimResult]) -> list[ClaimResult]:
    """Refuted claims first, supported ones last; waived ones after the others of their verdict; else as they came."""
    order = list(VERDICTS)
    return sorted(results, key=lambda result: (order.index(result.verdict), result.waived))


def leading_relations(result: SourceResult, detail: Detail) -> list[Relation]:
    """How a source stands to one detail: the relation of its best passage first, then any other that it also states."""
    relations = [match.relation for one in result.evidence for match in one.details if match.detail == detail]
    return list(dict.fromkeys(r for r in relations if r is not Relation.ABSENT)) or [Relation.ABSENT]


def counted(number: int, noun: str) -> str:
    """A number and its noun: `1 claim`, `1,200 sources`."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def summary_words(report: Report) -> str:
    """`12 claims checked against 5 sources: 2 refuted, 0 conflicting, 3 insufficient, 7 supported`."""
    verdicts = Counter(result.verdict for result in report.claims)
    counts = ", ".join(f"{verdicts[verdict]} {verdict}" for verdict in VERDICTS)
    claims, sources = counted(len(report.claims), "claim"), counted(len(report.sources), "source")
    return f"{claims} checked against {sources}: {counts}"
