"""Summaries of long documents, some with one detail edited; label SUPPORTS (consistent) or REFUTES (edited).

Each sentence of a summary is a claim, the document the source. The rule for "inconsistent" is explicit: some sentence
`conflicts`, or some typed detail of it (`TYPED`) is `equal` or `compatible` in no passage of the document. Balanced
accuracy is the mean of the shares of edited and of consistent summaries told rightly; precision of `conflicts` is over
summaries with a sentence that conflicts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from fractions import Fraction

from factcheck import Claim, Source, verify
from factcheck.model import ClaimResult, Detail, Kind, Relation, Stance
from factcheck.reading.passages import passages
from tests.eval.bench import Record, records
from tests.eval.figures import Figure, share
from tests.eval.pairs import by_cause

TYPED = {Kind.DATE, Kind.DURATION, Kind.MONEY, Kind.QUANTITY, Kind.PERCENT, Kind.ORDINAL, Kind.PERSON}
STATED = {Relation.EQUAL, Relation.COMPATIBLE}


@dataclass(frozen=True, slots=True)
class Judged:
    """A summary with what was said of its sentences."""

    record: Record
    results: tuple[ClaimResult, ...]

    @property
    def edited(self) -> bool:
        return bool(self.record["label"] == "REFUTES")

    @property
    def conflicts(self) -> bool:
        return any(result.sources[0].stance is Stance.CONFLICTS for result in self.results)

    @property
    def inconsistent(self) -> bool:
        return self.conflicts or any(map(unsupported, self.results))

    def __str__(self) -> str:
        lines = [f"{self.record['id']} {self.record['label']}"]
        for result in self.results:
            source = result.sources[0]
            lines.append(f"      {source.stance.value}: {result.claim.statement}")
            if source.stance is Stance.CONFLICTS:
                lines.append(f"         against {source.evidence[0].quote!r}: {source.evidence[0].reason}")
            lines += (f"         unsupported {detail.kind.value} {detail.text!r}" for detail in unsupported(result))
        return "\n".join(lines)


def unsupported(result: ClaimResult) -> list[Detail]:
    """The typed details of a sentence that no passage states."""
    stated = {
        match.detail
        for evidence in result.sources[0].evidence
        for match in evidence.details
        if match.relation in STATED
    }
    return [detail for detail in result.details if detail.kind in TYPED and detail not in stated]


def sentences(record: Record) -> list[str]:
    text = str(record["claim"])
    return [text[p.start : p.end] for p in passages(text)]


def judge(name: str) -> list[Judged]:
    """Every summary, sentence by sentence; a document shared by many is read once, as is a sentence they share."""
    shared: dict[str, list[Record]] = defaultdict(list)
    for record in records(name):
        shared[record["source"]].append(record)
    judged = []
    for text, group in shared.items():
        said = list(dict.fromkeys(sentence for record in group for sentence in sentences(record)))
        claims = [Claim(str(number), sentence, language="en") for number, sentence in enumerate(said)]
        report = verify(claims, [Source.from_text("document", text, language="en")])
        results = dict(zip(said, report.claims, strict=True))
        judged += [Judged(record, tuple(results[s] for s in sentences(record))) for record in group]
    return judged


def measure(name: str) -> list[Figure]:
    judged = judge(name)
    edited = [j for j in judged if j.edited]
    consistent = [j for j in judged if not j.edited]
    found = sum(j.inconsistent for j in edited)
    passed = sum(not j.inconsistent for j in consistent)
    conflicts = [j for j in judged if j.conflicts]
    false = [str(j) for j in conflicts if not j.edited]
    balanced = (Fraction(found, len(edited)) + Fraction(passed, len(consistent))) / 2
    wrong = (str(j) for j in judged if j.inconsistent != j.edited)
    answers = [(result.sources[0], j.edited) for j in judged for result in j.results]
    alarms = Counter(detail.kind.value for j in consistent for result in j.results for detail in unsupported(result))
    causes = [
        *by_cause(answers, Stance.CONFLICTS),
        *(f"unsupported {k}, wrongly: {n}" for k, n in alarms.most_common()),
    ]
    return [
        share(f"{name}.conflicts.precision", len(conflicts) - len(false), len(conflicts), false),
        share(f"{name}.conflicts.recall", len(conflicts) - len(false), len(edited), causes, aside=True),
        Figure(f"{name}.balanced_accuracy", len(judged), balanced, misses=tuple(wrong)),
        share(f"{name}.edited_found", found, len(edited), (str(j) for j in edited if not j.inconsistent), aside=True),
        share(
            f"{name}.consistent_passed",
            passed,
            len(consistent),
            (str(j) for j in consistent if j.inconsistent),
            aside=True,
        ),
    ]
