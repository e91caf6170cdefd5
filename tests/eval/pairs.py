"""Pairs of a claim and one source with a label: SUPPORTS, REFUTES, or NEI (compatible, or not told).

Each pair is one run of `verify`; its prediction is the source's stance. Precision and recall of `conflicts` are against
REFUTES, of `supports` against SUPPORTS; a false conflict is one on a pair of another label, as a share of those pairs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from factcheck import Claim, Source, verify
from factcheck.model import Relation, SourceResult, Stance
from tests.eval.bench import Record, records
from tests.eval.figures import Figure, share

AGREES = {Stance.SUPPORTS: "SUPPORTS", Stance.CONFLICTS: "REFUTES", Stance.PARTIAL: "NEI", Stance.SILENT: "NEI"}
"""The label that each stance amounts to."""


def judge(record: Record) -> SourceResult:
    """What the program says of the pair's one source."""
    claim = Claim(record["id"], record["claim"], language=record["language"])
    source = Source.from_text("source", record["source"], language=record["source_language"])
    return verify([claim], [source]).claims[0].sources[0]


def line(record: Record, result: SourceResult) -> str:
    """A pair with what was said of it and why."""
    best = result.evidence[0] if result.evidence else None
    why = f"{best.rule}: {best.reason}" if best else "no evidence"
    head = f"{record['id']} {record['label']} → {result.stance.value} ({why})"
    return f"{head}\n      {record['claim']}\n      {record['source'][:400]}"


def cause(result: SourceResult) -> str:
    """The rule that settled a stance, with the kinds of the details in conflict."""
    if not result.evidence:
        return "no evidence"
    best = result.evidence[0]
    kinds = sorted({match.detail.kind.value for match in best.details if match.relation is Relation.CONFLICTS})
    return " ".join([best.rule, *kinds])


def by_cause(results: Iterable[tuple[SourceResult, bool]], stance: Stance) -> Iterator[str]:
    """How often each cause of that stance was right and wrong, most wrong first."""
    said = [(cause(result), right) for result, right in results if result.stance is stance]
    wrong, total = Counter(why for why, right in said if not right), Counter(why for why, _ in said)
    for why, n in sorted(total.items(), key=lambda pair: (-wrong[pair[0]], pair)):
        yield f"{stance.value} by {why}: {n - wrong[why]} right, {wrong[why]} wrong"


def measure(name: str) -> list[Figure]:
    pairs = [(record, judge(record)) for record in records(name)]
    table = Counter((record["label"], result.stance) for record, result in pairs)
    figures = []
    for stance, label in ((Stance.CONFLICTS, "REFUTES"), (Stance.SUPPORTS, "SUPPORTS")):
        wanted = sum(record["label"] == label for record, _ in pairs)
        if not wanted:
            continue
        said = sum(result.stance is stance for _, result in pairs)
        right = table[label, stance]
        false = (line(r, s) for r, s in pairs if s.stance is stance and r["label"] != label)
        missed = (line(r, s) for r, s in pairs if s.stance is not stance and r["label"] == label)
        figures.append(share(f"{name}.{stance.value}.precision", right, said, false))
        figures.append(share(f"{name}.{stance.value}.recall", right, wanted, missed))
    others = sum(record["label"] != "REFUTES" for record, _ in pairs)
    false_conflicts = sum(
        n for (label, stance), n in table.items() if stance is Stance.CONFLICTS and label != "REFUTES"
    )
    figures.append(share(f"{name}.false_conflicts", false_conflicts, others, lower=True))
    cells = [f"{label} → {stance.value}: {n}" for (label, stance), n in sorted(table.items())]
    for stance in (Stance.CONFLICTS, Stance.SUPPORTS):
        cells += by_cause(((result, AGREES[stance] == record["label"]) for record, result in pairs), stance)
    agreed = sum(n for (label, stance), n in table.items() if AGREES[stance] == label)
    return [*figures, share(f"{name}.accuracy", agreed, len(pairs), cells, aside=True)]
