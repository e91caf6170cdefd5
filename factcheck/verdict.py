"""From evidence to a source's stance, and from stances to a claim's verdict: two tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.lang.fold import fold
from factcheck.model import Evidence, Qualifier, Stance, Verdict

WEAK = frozenset({Qualifier.HEDGED, Qualifier.ATTRIBUTED})
"""What makes evidence partial under `--strict`."""


def stance_of(evidence: Sequence[Evidence], *, strict: bool = False, accept: Sequence[str] = ()) -> Stance:
    """A source supports where one passage does; it conflicts where one does and none supports.

    `accept` names the speakers whose word the author takes, under `strict` too.
    """
    stances = {strictly(piece, accept) if strict else piece.stance for piece in evidence}
    for stance in (Stance.SUPPORTS, Stance.CONFLICTS, Stance.PARTIAL):
        if stance in stances:
            return stance
    return Stance.SILENT


def strictly(piece: Evidence, accept: Sequence[str]) -> Stance:
    weak = set(piece.qualifiers) & WEAK
    if any(fold(speaker) in fold(piece.quote) for speaker in accept):
        weak -= {Qualifier.ATTRIBUTED}
    return Stance.PARTIAL if piece.stance is Stance.SUPPORTS and weak else piece.stance


VERDICTS = {
    (True, False): Verdict.SUPPORTED,
    (False, True): Verdict.REFUTED,
    (True, True): Verdict.CONFLICTING,
    (False, False): Verdict.INSUFFICIENT,
}
"""By whether some source supports, and whether some source conflicts."""


def verdict_of(stances: Iterable[Stance], supporting_origins: int, require: int) -> Verdict:
    """The verdict of a claim; support by fewer independent origins than required is not enough."""
    seen = set(stances)
    verdict = VERDICTS[Stance.SUPPORTS in seen, Stance.CONFLICTS in seen]
    if verdict is Verdict.SUPPORTED and supporting_origins < require:
        return Verdict.INSUFFICIENT
    return verdict
