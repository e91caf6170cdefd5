"""What would change a verdict: the last step of `explain`."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Detail, Evidence, Kind, SourceResult, Stance, Verdict


def would_change(
    verdict: Verdict, results: Sequence[SourceResult], details: Sequence[Detail], origins: int, require: int
) -> str:
    """What, said by a source or left out, would give the claim another verdict."""
    supporting, conflicting = (
        [r.source for r in results if r.stance is stance] for stance in (Stance.SUPPORTS, Stance.CONFLICTS)
    )
    match verdict:
        case Verdict.SUPPORTED:
            values = ", ".join(f"“{d.text}”" for d in details if d.kind is not Kind.TERM)
            return f"a source that denies it{f' or has something else for {values}' if values else ''}: conflicting"
        case Verdict.REFUTED:
            return f"a source that states every detail: conflicting; without {listed(conflicting)}: insufficient"
        case Verdict.CONFLICTING:
            return f"without {listed(supporting)}: refuted; without {listed(conflicting)}: supported"
    if origins:
        return (
            f"support by {require - origins} more independent origin{'s' if require - origins > 1 else ''}: supported"
        )
    if near := nearest(results):
        source, piece = near
        return f"nearest to support is {source}, line {piece.line}: {piece.reason}"
    wanted = ", ".join(f"“{d.text}”" for d in details)
    return f"a passage that states {wanted}: supported" if wanted else "a date, a figure, a name or an act in the claim"


def listed(sources: Sequence[str]) -> str:
    return ", ".join(sources)


def nearest(results: Sequence[SourceResult]) -> tuple[str, Evidence] | None:
    """The passage that leaves the fewest details of the claim unsaid, with its source."""
    pieces = [(r.source, piece) for r in results for piece in r.evidence if piece.stance is Stance.PARTIAL]
    return min(pieces, key=lambda row: sum(match.mention is None for match in row[1].details), default=None)
