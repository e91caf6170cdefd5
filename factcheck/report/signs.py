"""What every state looks like: a word, a sign, a sign in ASCII, a colour. No state is told by colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import FindingRelation, Qualifier, Relation, Stance, Verdict


@dataclass(frozen=True, slots=True)
class Sign:
    """A state's sign, its fallback for screens that know ASCII only, and its style in rich's terms."""

    sign: str
    ascii: str
    style: str

    def drawn(self, ascii: bool) -> str:
        return self.ascii if ascii else self.sign


VERDICTS: dict[Verdict, Sign] = {  # worst first: the order of a report
    Verdict.REFUTED: Sign("✗", "x", "bold red"),
    Verdict.CONFLICTING: Sign("≠", "!=", "bold magenta"),
    Verdict.INSUFFICIENT: Sign("?", "?", "bold yellow"),
    Verdict.SUPPORTED: Sign("✓", "+", "bold green"),
}

RELATIONS: dict[Relation, Sign] = {
    Relation.EQUAL: Sign("=", "=", "green"),
    Relation.COMPATIBLE: Sign("~", "~", "cyan"),
    Relation.CONFLICTS: Sign("≠", "!=", "bold red"),
    Relation.ABSENT: Sign("·", ".", "dim"),
}

STANCES: dict[Stance, str] = {  # the styles, in the order in which sources are shown
    Stance.CONFLICTS: "bold red",
    Stance.SUPPORTS: "bold green",
    Stance.PARTIAL: "bold cyan",
    Stance.SILENT: "dim",
}

FINDINGS: dict[FindingRelation, Sign] = {
    FindingRelation.CONFLICT: Sign("≠", "!=", "bold red"),
    FindingRelation.REVIEW: Sign("!", "!", "bold yellow"),
    FindingRelation.VARIANT: Sign("~", "~", "bold cyan"),
    FindingRelation.AGREE: Sign("=", "=", "bold green"),
}

FINDING_NOUNS: dict[FindingRelation, str] = {
    FindingRelation.CONFLICT: "conflict",
    FindingRelation.REVIEW: "open question",
    FindingRelation.VARIANT: "spelling variant",
    FindingRelation.AGREE: "agreement",
}

FINDING_TITLES: dict[FindingRelation, str] = {
    FindingRelation.CONFLICT: "Conflicts",
    FindingRelation.REVIEW: "Open questions",
    FindingRelation.VARIANT: "Spelling variants",
    FindingRelation.AGREE: "Agreements",
}

QUALIFIERS: dict[Qualifier, str] = {
    Qualifier.HEDGED: "hedged",
    Qualifier.ATTRIBUTED: "attributed",
    Qualifier.NEGATED: "negated",
    Qualifier.INTENDED: "intended, not said to be done",
}

# What is drawn beside signs, and its fallback where the screen's encoding lacks it.
DRAWN = str.maketrans({"⟦": "[", "⟧": "]", "…": "...", "“": '"', "”": '"', "·": "-", "×": "x", "→": "->", "–": "-"})
