"""Every rule that a report, an explanation or a finding can name: what it says, and texts that fire it and must not.

The examples are run by the tests: a rule without both kinds of text, or with one that misbehaves, fails there, and so
does a name that has no page here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A claim in English, and what a source says in its language, perhaps with another source beside it.

    Without a claim the two sources are held against each other; with one, two origins are required of it.
    """

    claim: str
    source: str
    language: str = "en"
    other: str = ""

    def __str__(self) -> str:
        told = [("claim", self.claim), ("source", self.source), ("other source", self.other)]
        return ", ".join(f"{what} “{text}”" for what, text in told if text)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by its stable name. `page` tells an editor what it means. What `always` fires is never silent."""

    name: str
    summary: str
    page: str
    fires: tuple[Example, ...] = ()
    silent: tuple[Example, ...] = ()
    always: bool = False


def _between(a: str, b: str) -> Example:
    """Two sources held against each other."""
    return Example("", a, other=b)


QUOTED = "Anna Berg said: “We will not sign this treaty today”"
TWICE = "Anna Berg signed the treaty on 3 May 2019 and sold three ships to Acme"
SIGNED = "The treaty was signed by Anna Berg on 3 May 2019"

_RULES = (
    Rule(
        "all-stated",
        "the passage states every detail of the claim",
        "Each value and name stands in the passage, at least as precisely as in the claim, with the act and the "
        "claim's words; where the claim denies a word, its opposite says the same (“not dangerous”, “harmless”). The "
        "source then supports the claim. It is still only what the source says.",
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
        "clause-stated",
        "the passage states one part of a claim that says several things",
        "“A did this and did that”: each part is held against the sources with the subject that they share. One "
        "of them does not support the whole.",
        (Example(TWICE, "On 3 May 2019 Anna Berg signed the treaty.\n\nThe harbour is old."),),
        (Example(SIGNED, "On 3 May 2019 Anna Berg signed the treaty in Oslo."),),
    ),
    Rule(
        "value-stated",
        "the passage gives a value of the claim beside the word that the claim ties it to",
        "The passage does not name everybody or everything of the claim, but it states this value of this thing, or "
        "much else of one of the people. Partial: whether it is the same event is for the editor to see.",
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
        "nicht. Of one thing that a claim denies among others (“has a bar, but no tennis court”) it is enough that the "
        "passage, which is about the same, has just that in one piece, and has it: who lost a tennis court has none.",
        (
            Example(SIGNED, "Anna Berg did not sign the treaty on 3 May 2019."),
            Example("Hotel Olm has a bar, but no tennis court", "Hotel Olm is by the sea. Tennis court: open all day."),
        ),
        (
            Example(SIGNED, "Anna Berg signed the treaty on 3 May 2019, not without pride."),
            Example("Hotel Olm has a bar, but no tennis court", "Hotel Olm lost its tennis court in a storm."),
        ),
    ),
    Rule(
        "opposite-act",
        "the passage states the opposite of the claim's act",
        "The concepts hold which acts are opposites: rise and fall, accept and reject, win and lose.",
        (Example("Acme's profit rose in 2019", "Acme's profit fell in 2019."),),
        (Example("Acme's profit rose in 2019", "Acme's profit increased in 2019."),),
    ),
    Rule(
        "turned-word",
        "the passage has a row of the claim's words, with one among them turned",
        "Three words or values in a row, or one on each side, are the claim's: the passage speaks of that very thing. "
        "In the place of one word it has the opposite (“low” for “high”), or the same word with “un-”; beside "
        "the claim's own figure also another number as a label (“Tier 2”, “Tier 1”) or another period (“last year”, "
        "“last quarter”, “annual”), and where both state one figure, another name or code (“Blue Harbour Card”, “Blue "
        "Harbour Pass”). Or the word is denied on one of the two sides only. Nowhere has the source it "
        "as the claim has it. Only in the claim's own language, where words stand in the same order; an act may stand "
        "on the other side of its words (“a fall in net income”, “net income fell”).",
        (
            Example("The offer holds office chairs, low-quality oak desks and lamps", "It has high-quality oak desks."),
            Example("Acme's Tier 2 ratio was 14 percent", "Acme said that its Tier 1 ratio was 14 percent."),
            Example("A poster on the wall says that soap, tea and old fir lamps are sold", "No old fir lamps."),
            Example("The code NORTH20 gives 15 % off", "You get 15 % off with the code NORTH25."),
        ),
        (
            Example("The Blue Harbour Card is red", "The Blue Harbour Pass costs 40 euros."),
            Example("The offer holds low-quality oak desks", "It has high-quality chairs and oak desks."),
            Example("Acme's Phase 2 heart trial failed", "Acme said that its Phase 3 heart trial failed."),
        ),
    ),
    Rule(
        "only-intended",
        "the passage says that the act is intended, not that it was done",
        "“is to sign”, “plans to buy”, “pour signer”: the details agree, but the source does not say that it happened.",
        (Example(SIGNED, "Anna Berg plans to sign the treaty on 3 May 2019."),),
        (Example(SIGNED, "On 3 May 2019 Anna Berg signed the treaty in Oslo."),),
    ),
    Rule(
        "said-of-another",
        "the passage has every detail, but says some of them of somebody or something else",
        "“Sales rose 3% in Norway and 5% in Sweden”, “Acme closed a plant, while Bolt opened two”: each act belongs to "
        "the subject of its own clause, each figure to its own item of a list, and a whole is not its part. Shown as "
        "partial; a conflict where the claim’s own thing has another value there.",
        (
            Example("Bolt closed a plant in Lima", "Acme closed a plant in Lima, while Bolt opened two in Rome."),
            Example("Sundhav will keep 410 workers", "Sundhav will keep 340 of the yard's 410 workers."),
        ),
        (
            Example("Bolt closed a plant in Lima", "Bolt closed a plant in Lima, while Acme opened two in Rome."),
            Example("Sales rose 5% in Sweden", "Sales rose 3% in Norway and 5% in Sweden."),
        ),
    ),
    Rule(
        "only-supposed",
        "the passage asks or supposes that it was done, and does not say so",
        "A question, a possibility (may have, might, peut-être, podría, könnte, forse), what would have been, what "
        "will be only if something else is, or one of two joined by “or”: “did she sign?”, “she would have signed”, "
        "“the mill will close if prices fall” for “the mill will close”, “Berg or Ek signed”. What is only reported "
        "(reportedly, “aurait signé”, soll … haben) is shown as hedged and is partial under `--strict`.",
        (
            Example(SIGNED, "Anna Berg may have signed the treaty on 3 May 2019."),
            Example(SIGNED, "Did Anna Berg sign the treaty on 3 May 2019?"),
            Example(SIGNED, "Sans la tempête, Anna Berg aurait signé le traité le 3 mai 2019.", "fr"),
            Example("The mill will close", "If prices fall, the mill will close."),
            Example("Norvik will sell the mill", "Norvik will sell the mill or the port."),
        ),
        (
            Example(SIGNED, "On 3 May 2019 Anna Berg signed the treaty; it may rain."),
            Example("The mill will close if prices fall", "If prices fall, the mill will close."),
            Example(SIGNED, "Selon Carl Holm, Anna Berg aurait signé le traité le 3 mai 2019.", "fr"),
        ),
    ),
    Rule(
        "not-asserted",
        "the passage names the act, but under words that do not say that it was done",
        "“Accused of …”, “called for …”, “threatened to …”, “no evidence that …”, “unclear whether …”; a trip that "
        "“was cancelled”; what “almost” happened; whoever is named behind “except”; what “not all” did; an infinitive "
        "(“was ready to sign”) that nothing says to be done (“managed to sign”); what “nobody says”; what happens “in "
        "the film”; for a claim in the present, what “used to be”. Where the claim has the same word, it is not left "
        "open.",
        (
            Example(SIGNED, "Carl Holm accused Anna Berg of signing the treaty on 3 May 2019."),
            Example(SIGNED, "Anna Berg almost signed the treaty on 3 May 2019."),
            Example(SIGNED, "Everyone except Anna Berg signed the treaty on 3 May 2019."),
            Example(SIGNED, "On 3 May 2019 Anna Berg was ready to sign the treaty."),
            Example(SIGNED, "Nobody believes that Anna Berg signed the treaty on 3 May 2019."),
        ),
        (
            Example(SIGNED, "On 3 May 2019 Anna Berg signed the treaty, and Carl Holm called for a vote."),
            Example(SIGNED, "On 3 May 2019 almost 50 people saw that Anna Berg signed the treaty."),
            Example(SIGNED, "On 3 May 2019 Anna Berg managed to sign the treaty."),
            Example(SIGNED, "Nobody knew that Anna Berg signed the treaty on 3 May 2019."),
        ),
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
        "under-denial",
        "the passage states every detail, but a denial bears on it",
        "“denies that …”, “it is not true that …”: what such words reach is not plainly said, and supports nothing.",
        (Example(SIGNED, "It is not known why Anna Berg signed the treaty on 3 May 2019."),),
        (Example(SIGNED, "On 3 May 2019 Anna Berg signed the treaty in Oslo."),),
    ),
    Rule(
        "said-and-denied",
        "the source denies the act in one passage and says it in another",
        "Each passage is shown, and the denial decides nothing; but a passage that borrows words from the sentences "
        "beside it supports nothing that another denies outright.",
        (
            Example(
                SIGNED,
                "Anna Berg did not sign the treaty on 3 May 2019, says Carl Holm.\n\nIt rained.\n\nIt snowed.\n\n"
                "Anna Berg signed the treaty on 3 May 2019, says Pedro Rojas.",
            ),
        ),
        (Example(SIGNED, "Anna Berg did not sign the treaty on 3 May 2019."),),
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
    Rule(
        "one-origin",
        "sources that support a claim are fewer origins than sources",
        "Where a claim requires several origins, these count once: copies of one text, texts credited to one agency, "
        "passages that name one medium as where they have it from, passages with one long quotation. `origin:` in "
        "`sources.yaml` overrides this.",
        (
            Example(
                SIGNED,
                "Anna Berg signed the treaty on 3 May 2019, according to AFP.",
                other="On 3 May 2019, AFP reported, Anna Berg signed the treaty.",
            ),
        ),
        (
            Example(
                SIGNED,
                "Anna Berg signed the treaty on 3 May 2019, according to AFP.",
                other="We saw it: on 3 May 2019 Anna Berg signed the treaty.",
            ),
        ),
    ),
    Rule(
        "spelling",
        "sources spell what is probably one name differently",
        "The letters are alike enough for one name in two spellings or transliterations; nothing is looked up.",
        (_between("The minister Anna Bergstrom left.", "Anna Bergström, the minister, left."),),
        (_between("The minister Anna Bergstrom left.", "Carl Holm, the minister, left."),),
    ),
    # The verdicts, as SARIF names them.
    Rule(
        "verdict-supported",
        "a source states every detail, and none conflicts",
        "As many independent origins support the claim as it requires. It is still only what the sources say.",
        (Example(SIGNED, "On 3 May 2019 Anna Berg signed the treaty in Oslo."),),
        (Example(SIGNED, "On 4 May 2019 Anna Berg signed the treaty in Oslo."),),
    ),
    Rule(
        "verdict-refuted",
        "sources conflict with the claim, and none supports it",
        "The same event or object, but another value, another name or class, a denial or the opposite act.",
        (Example(SIGNED, "On 4 May 2019 Anna Berg signed the treaty in Oslo."),),
        (Example(SIGNED, "On 3 May 2019 Anna Berg signed the treaty in Oslo."),),
    ),
    Rule(
        "verdict-conflicting",
        "some sources support the claim and others conflict with it",
        "Who is right is for the editor to find out.",
        (
            Example(
                SIGNED,
                "On 3 May 2019 Anna Berg signed the treaty in Oslo.",
                other="Anna Berg signed the treaty on 4 May 2019.",
            ),
        ),
        (Example(SIGNED, "On 4 May 2019 Anna Berg signed the treaty in Oslo."),),
    ),
    Rule(
        "verdict-insufficient",
        "no source says enough, or fewer independent ones than the claim requires",
        "Silence is no denial. What there is stands beside the claim, to be read.",
        (Example(SIGNED, "Anna Berg signed the treaty in May 2019."),),
        (Example(SIGNED, "On 3 May 2019 Anna Berg signed the treaty in Oslo."),),
    ),
    # The steps of `explain`.
    Rule(
        "read-claim",
        "what was read in the claim",
        "Each date, amount, name, act and word that is looked for. What is not listed here is not checked.",
        (Example(SIGNED, "Rain is expected in Lima."),),
        always=True,
    ),
    Rule(
        "stances",
        "which sources stand how",
        "A source supports where one passage does, conflicts where one does and none supports, and is partial where "
        "some passage speaks of the claim; else it is silent.",
        (Example(SIGNED, "Rain is expected in Lima."),),
        always=True,
    ),
    Rule(
        "would-change",
        "what would change the verdict",
        "What a source would have to say, or which sources would have to be left out, for another verdict; for a claim "
        "that is not supported, the passage that comes nearest to it.",
        (Example(SIGNED, "Anna Berg signed the treaty in May 2019."),),
        always=True,
    ),
    Rule(
        "read-source",
        "how much of a source was read",
        "Title, captions and body, without furniture; the second number counts the passages that name any part of the "
        "claim.",
        (Example(SIGNED, "Rain is expected in Lima."),),
        always=True,
    ),
    Rule(
        "not-the-event",
        "a passage names parts of the claim but is not about it",
        "It lacks the people, the act or the thing. The parts that it has are listed: with an `aliases:` entry for a "
        "word that it uses instead, it may count.",
        (Example(SIGNED, "On 3 May 2019 Anna Berg slept."),),
        (Example(SIGNED, "On 3 May 2019 Anna Berg signed the treaty in Oslo."),),
    ),
    Rule(
        "origins",
        "which sources are not independent, and why",
        "As given by the desk, or as their texts show it; see one-origin.",
        (
            Example(
                SIGNED,
                "Anna Berg signed the treaty on 3 May 2019. It rained.\n\nAFP",
                other="The flags were up.\n\nOn 3 May 2019 Anna Berg signed the treaty.\n\nBy AFP",
            ),
        ),
        (
            Example(
                SIGNED,
                "Anna Berg signed the treaty on 3 May 2019. It rained.\n\nWith AFP",
                other="The flags were up.\n\nOn 3 May 2019 Anna Berg signed the treaty.\n\nWith AFP",
            ),
        ),
    ),
    Rule(
        "dictionary",
        "a word was found in translation, by a dictionary of the user",
        "Only where no table of concepts knows the word, and only towards support: a dictionary knows no context. Give "
        "one with `--dictionary`, or under `dictionaries:` in the registry; here one in which “gloriette” is “gazebo”.",
        (Example("Acme bought a gazebo in Oslo", "Acme a acheté une gloriette à Oslo.", "fr"),),
        (Example("Acme bought a gazebo in Oslo", "Acme a acheté une usine à Oslo.", "fr"),),
    ),
    Rule(
        "quotation",
        "where a quotation of the claim stands in the source",
        "Its line and the source’s own words, with what differs.",
        (Example(QUOTED, "“We will not sign this treaty today”, Anna Berg said."),),
        (Example(SIGNED, "On 3 May 2019 Anna Berg signed the treaty in Oslo."),),
    ),
)


PAIRS = {
    "date": ("Anna Berg arrived in Oslo on 3 May 2019.", "On {} May 2019 Anna Berg arrived in Oslo.", "3", "4"),
    "duration": (
        "Anna Berg’s visit to Oslo lasted two days.",
        "Anna Berg’s visit to Oslo lasted {}.",
        "48 hours",
        "three days",
    ),
    "money": (
        "Acme of Norway paid €5 million for the ship.",
        "Acme paid {} euros in Norway.",
        "5 million",
        "6 million",
    ),
    "quantity": ("Acme of Norway bought three ships.", "Acme bought {} ships in Norway.", "3", "4"),
    "percent": ("Acme’s sales in Norway rose by 5 %.", "In Norway sales of Acme rose by {} percent.", "5", "6"),
}
"""For each kind of value that sources are held against each other by: a text, and another with its value or another."""

CALLED = {"money": "amount", "quantity": "count", "percent": "share"}
"""What an editor calls a kind of value."""


def _diff_rules() -> Iterator[Rule]:
    for kind, (one, other, same, differing) in PAIRS.items():
        what = CALLED.get(kind, kind)
        agree, differ = _between(one, other.format(same)), _between(one, other.format(differing))
        yield Rule(
            f"same-{kind}",
            f"sources give one {what} for the same thing",
            f"Two sources or more state a {what} of the same act or thing, in these words or in others.",
            (agree,),
            (differ, _between(one, "Rain is expected in Lima.")),
        )
        yield Rule(
            f"other-{kind}",
            f"sources give another {what} for what may be the same thing",
            f"The {what} belongs to the same word, and the sources name somebody or some place in common: a conflict "
            "where they share two names or more, else left for an editor to review.",
            (differ,),
            (agree, _between(one, "Rain is expected in Lima.")),
        )


RULES: Mapping[str, Rule] = {rule.name: rule for rule in (*_RULES, *_diff_rules())}
