"""Are changed claims noticed? Every claim that a source supports is changed in each way that `changes` knows.

A change is noticed where that source no longer supports the claim. It is confirmed, the worst fault of all, where the
source still does and calls the changed detail `equal`. Supported are: the open gold's claims in six languages, the
sample registry's, and the pairs of the public sets whose label and stance both are SUPPORTS.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck import Claim, Source, verify
from factcheck.model import Relation, SourceResult, Stance
from factcheck.registry import load
from tests.eval.bench import ROOT, records
from tests.eval.changes import Change, changes, replaced
from tests.eval.crosslingual import LANGUAGES, seeds, translations
from tests.eval.figures import Figure, count, share
from tests.eval.pairs import judge

REGISTRY = ROOT / "claims.yaml"
PAIRS = ("fever_symmetric", "rte3_fr")


def judged(
    made: Sequence[Change], language: str, sources: Sequence[Source]
) -> list[tuple[Change, dict[str, SourceResult]]]:
    """Each changed claim with every source's answer."""
    claims = [Claim(str(number), change.statement, language=language) for number, change in enumerate(made)]
    report = verify(claims, sources)
    return [(c, {s.source: s for s in r.sources}) for c, r in zip(made, report.claims, strict=True)]


def of_seeds() -> Iterator[tuple[Change, SourceResult]]:
    """Changes of the claims about the seeds, each with the answer of one source that supported the claim unchanged."""
    for result in verify(list(claims_of_seeds()), seeds()).claims:
        supporting = [answer.source for answer in result.sources if answer.stance is Stance.SUPPORTS]
        language = result.claim.language or "en"
        said = result.claim.statement
        made = [*changes(said, language), *swapped_names(said)] if supporting else []
        for change, answers in judged(made, language, seeds()):
            yield from ((change, answers[source]) for source in supporting)


SWAPS = {
    "Gantz": "Aviv Kohavi",
    "Kohavi": "Benny Gantz",
    "Loudiyi": "Nasser Bourita",
    "Bourita": "Abdellatif Loudiyi",
    "Blinken": "Benny Gantz",
    "Bayoudh": "Nasser Bourita",
}
"""People of the seeds, each with another whom the same sources name for other things: the hardest swap to notice."""


def swapped_names(statement: str) -> Iterator[Change]:
    for surname, other in SWAPS.items():
        match = re.search(rf"(?:Benny |Aviv |Abdelrahim )?\b{surname}\b", statement)
        if match and other.split()[-1] not in statement:
            yield replaced("swapped name", statement, match.span(), other)


def claims_of_seeds() -> Iterator[Claim]:
    """The open gold's claims in every language, then those of the sample registry that say all in their statement."""
    for claim in translations():
        yield from (Claim(f"{claim['id']}-{code}", claim[code], language=code) for code in LANGUAGES)
    if REGISTRY.exists():
        yield from (c for c in load(REGISTRY).claims if not (c.details or c.people or c.only or c.exclude))


def of_pairs(name: str) -> Iterator[tuple[Change, SourceResult]]:
    for record in records(name):
        if record["label"] != "SUPPORTS" or judge(record).stance is not Stance.SUPPORTS:
            continue
        source = Source.from_text("source", record["source"], language=record["source_language"])
        for change, answers in judged(changes(record["claim"], record["language"]), record["language"], [source]):
            yield change, answers["source"]


def confirmed(change: Change, answer: SourceResult) -> bool:
    """Whether supporting evidence calls a detail within the changed words equal."""
    return any(
        match.relation is Relation.EQUAL and match.detail.start < change.end and change.start < match.detail.end
        for evidence in answer.evidence
        if evidence.stance is Stance.SUPPORTS
        for match in evidence.details
    )


def line(change: Change, answer: SourceResult) -> str:
    quote = answer.evidence[0].quote[:200] if answer.evidence else ""
    return f"{change.kind}: {change.statement!r} still supported by {answer.source}: {quote!r}"


def measure() -> list[Figure]:
    made = [*of_seeds(), *(pair for name in PAIRS for pair in of_pairs(name))]
    unnoticed = [(c, a) for c, a in made if a.stance is Stance.SUPPORTS]
    worst = [line(c, a) for c, a in unnoticed if confirmed(c, a)]
    figures = [
        share("mutations.noticed", len(made) - len(unnoticed), len(made), (line(c, a) for c, a in unnoticed)),
        count("mutations.confirmed", len(worst), len(made), worst),
    ]
    for kind in dict.fromkeys(change.kind for change, _ in made):
        here = [answer for change, answer in made if change.kind == kind]
        missed = [line(c, a) for c, a in unnoticed if c.kind == kind]
        name = f"mutations.noticed.{kind.replace(' ', '_')}"
        figures.append(share(name, len(here) - len(missed), len(here), missed, aside=True))
    return figures
