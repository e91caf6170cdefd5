"""Every rule that settles something: its stable name, what it says, and texts that fire it and that must not.

The examples are run by the tests: a rule without both kinds of text, or with one that misbehaves, fails there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A claim in English, and what a source says in its language."""

    claim: str
    source: str
    language: str = "en"

    def __str__(self) -> str:
        return f"claim “{self.claim}”, source “{self.source}”"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by its stable name. `page` says what it means for an editor."""

    name: str
    summary: str
    page: str
    fires: tuple[Example, ...] = ()
    silent: tuple[Example, ...] = ()


QUOTED = "Anna Berg said: “We will not sign this treaty today”"
SIGNED = "The treaty was signed by Anna Berg on 3 May 2019"

_RULES = (
    Rule(
        "all-stated",
        "the passage states every detail of the claim",
        "Each value and name stands in the passage, at least as precisely as in the claim, with the act and the "
        "claim's words. The source then supports the claim. It is still only what the source says.",
        (Example(SIGNED, "On 3 May 2019 Anna Berg signed the treaty in Oslo."),),
        (
            Example(SIGNED, "Anna Berg signed the treaty in May 2019."),
            Example(SIGNED, "On 3 May 2019 Anna Berg slept."),
        ),
    ),
    Rule(
        "some-stated",
        "the passage speaks of the claim's event but leaves details open",
        "The same event or object, no detail in conflict, but something that the claim states is missing or coarser "
        "here.",
        (Example(SIGNED, "Anna Berg signed the treaty in May 2019."),),
        (Example(SIGNED, "On 3 May 2019 Anna Berg signed the treaty in Oslo."),),
    ),
    Rule(
        "value-stated",
        "the passage gives a value of the claim beside the word that the claim ties it to",
        "The passage does not name everybody or everything of the claim, but it states this value of this thing. "
        "Partial: whether it is the same event is for the editor to see.",
        (
            Example(
                "Acme's net profit was 5 million euros and its debt 3 million euros",
                "The debt reached 3 million euros.",
            ),
        ),
        (Example("Acme's net profit was 5 million euros", "The fine reached 5 million euros."),),
    ),
    Rule(
        "other-value",
        "the passage gives another value for a detail of the same event",
        "Date, amount, count, share or rank differ where the passage is about the same event or object. Another number "
        "of another thing never fires this rule.",
        (Example(SIGNED, "On 4 May 2019 Anna Berg signed the treaty in Oslo."),),
        (Example(SIGNED, "On 4 May 2019 Carl Holm opened a school in Oslo."),),
    ),
    Rule(
        "denied",
        "the passage denies the act that the claim affirms, or the other way round",
        "Negation in every form that the tables know: not, never, denied, refused, ne … pas, aucun, dément, sin, "
        "nicht.",
        (Example(SIGNED, "Anna Berg did not sign the treaty on 3 May 2019."),),
        (Example(SIGNED, "Anna Berg signed the treaty on 3 May 2019, not without pride."),),
    ),
    Rule(
        "opposite-act",
        "the passage states the opposite of the claim's act",
        "The concepts hold which acts are opposites: rise and fall, accept and reject, win and lose.",
        (Example("Acme's profit rose in 2019", "Acme's profit fell in 2019."),),
        (Example("Acme's profit rose in 2019", "Acme's profit increased in 2019."),),
    ),
    Rule(
        "only-intended",
        "the passage says that the act is intended, not that it was done",
        "“is to sign”, “plans to buy”, “pour signer”: the details agree, but the source does not say that it happened.",
        (Example(SIGNED, "Anna Berg plans to sign the treaty on 3 May 2019."),),
        (Example(SIGNED, "On 3 May 2019 Anna Berg signed the treaty in Oslo."),),
    ),
    Rule(
        "double-denial",
        "the passage denies the opposite of the claim's act",
        "“did not fall” is not “rose”: shown as partial.",
        (Example("Acme's profit rose in 2019", "Acme's profit did not fall in 2019."),),
        (Example("Acme's profit rose in 2019", "Acme's profit fell in 2019."),),
    ),
    Rule(
        "quotation-drift",
        "the passage has the claim’s quotation in other words",
        "Four words or more between quotation marks are looked for as they stand; spaces, marks, capitals and "
        "“[…]” make no difference. Near words are drift: shown with what differs, they never support.",
        (Example(QUOTED, "“We will never sign this treaty today”, Anna Berg said."),),
        (
            Example(QUOTED, "“We will not sign this treaty”, Anna Berg said, “today”."),
            Example(QUOTED, "“The fishing season is over”, Anna Berg said."),
        ),
    ),
    Rule(
        "quotation-changed",
        "the passage has the claim’s quotation, but says something else",
        "Most of the quoted words stand here, with another number, name, day, an opposite, or with a denial put in or "
        "taken out.",
        (Example(QUOTED, "“We will sign this treaty today”, Anna Berg said."),),
        (Example(QUOTED, "“We shall not sign this treaty today”, Anna Berg said."),),
    ),
    Rule(
        "quotation-not-compared",
        "the source’s language is not the quotation’s",
        "A translation is not the quotation. It is compared by its meaning, supports nothing, and the report says so.",
        (Example(QUOTED, "« Nous ne signerons pas ce traité aujourd’hui », a dit Anna Berg.", "fr"),),
        (Example(QUOTED, "“We will not sign this treaty today”, Anna Berg said."),),
    ),
    Rule(
        "weekday-mismatch",
        "a weekday does not fall on its day in the year meant",
        "The calendar is arithmetic: each day of a year falls on one weekday. Where a text names another, either the "
        "weekday is wrong or the text speaks of another year; the note lists the years in which it fits. It settles "
        "nothing by itself.",
        (Example(SIGNED, "On Monday 3 May 2019 Anna Berg signed the treaty in Oslo."),),
        (Example(SIGNED, "On Friday 3 May 2019 Anna Berg signed the treaty in Oslo."),),
    ),
    Rule(
        "language-not-covered",
        "a source's language has no table of words",
        "Names, figures and absolute dates are compared in any language; acts and things only in English, French, "
        "Spanish, German, Italian and Portuguese. The silence of such a source is no answer.",
        (Example(SIGNED, "Anna Berg allekirjoitti sopimuksen 3.5.2019.", "fi"),),
        (Example(SIGNED, "On 3 May 2019 Anna Berg signed the treaty in Oslo."),),
    ),
)

RULES: Mapping[str, Rule] = {rule.name: rule for rule in _RULES}
