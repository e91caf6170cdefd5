"""Outcomes made by hand for the tests of reports: small, stable, and with a stranger's tricks in them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from factcheck.model import (
    Amount,
    Claim,
    ClaimResult,
    DateValue,
    Detail,
    DetailMatch,
    DiffReport,
    Evidence,
    Extraction,
    Finding,
    FindingRelation,
    Kind,
    Mark,
    Mention,
    Money,
    Name,
    Note,
    Problem,
    Qualifier,
    Quote,
    Relation,
    Report,
    Side,
    Source,
    SourceResult,
    Stance,
    Step,
    Verdict,
    Waiver,
    Zone,
    ZoneName,
)
from factcheck.report import Explanation, Extractions

HOSTILE = (
    '\x1b[31mred\x1b[0m [bold]not bold[/bold] \u202eteg\u202c <script>alert(1)</script> =HYPERLINK("http://x")\x9b2J'
)

WIRE = (
    "Menu  Sport  Weather  Log in\n"
    "Bridge opened\n"
    "Published 3 May 2024\n"
    "The mayor, Ana Ruiz, opened the new bridge on Friday 3 May. It cost an estimated 12 million euros, according to "
    "the city.\n"
    "She thanked the builders.\n"
)
LONG = (
    "Long ago there was a ferry. " * 60
    + "La maire Ana Ruiz a inauguré le pont jeudi 3 mai, et il a coûté 15 millions d’euros. "
    + "Il pleut souvent ici. " * 90
)
RUDE = f"Ana Ruiz {HOSTILE} opened it.\n"


def source(
    identifier: str, text: str, furniture: int = 0, published: date | None = None, language: str = "en"
) -> Source:
    zones = [Zone(ZoneName.BODY, furniture, len(text))]
    if furniture:
        zones.insert(0, Zone(ZoneName.FURNITURE, 0, furniture))
    return Source(
        id=identifier,
        text=text,
        path=f"desk/{identifier}.txt",
        label=f"The {identifier.split('_')[1].title()}",
        published=published,
        language=language,
        sha256="0" * 64,
        zones=tuple(zones),
        provenance={"published": "dateline"} if published else {},
    )


SOURCES = (
    source("01_herald", WIRE, furniture=29, published=date(2024, 5, 3)),
    source("02_courrier", LONG, published=date(2024, 5, 4), language="fr"),
    source("03_rude", RUDE),
    source("04_quiet", "Nothing of the kind.\n"),
)

DAY = DateValue("2024-05-03", date(2024, 5, 3), date(2024, 5, 3), written=(2024, 5, 3))
PARTIAL_DAY = DateValue("XXXX-05-03", weekday=3, written=(None, 5, 3))
TWELVE = Money(Amount.point(Decimal(12_000_000), Decimal(1_000_000)), "EUR")
FIFTEEN = Money(Amount.point(Decimal(15_000_000), Decimal(1_000_000)), "EUR")
ANA = Name("Ana Ruiz", ("ana", "ruiz"))

STATEMENT = "Ana Ruiz opened the bridge on 3 May 2024; it cost €12M"


def detail(kind: Kind, text: str, value: DateValue | Money | Name) -> Detail:
    start = STATEMENT.index(text)
    return Detail(kind, text, value, start, start + len(text))


PERSON = detail(Kind.PERSON, "Ana Ruiz", ANA)
DATE = detail(Kind.DATE, "3 May 2024", DAY)
COST = detail(Kind.MONEY, "€12M", TWELVE)
DETAILS = (PERSON, DATE, COST)


def mention(text: str, words: str, kind: Kind, value: DateValue | Money | Name) -> Mention:
    start = text.index(words)
    return Mention(kind, start, start + len(words), words, value)


def passage(
    text: str,
    head: str,
    tail: str,
    stance: Stance,
    matches: tuple[DetailMatch, ...],
    marks: tuple[tuple[Qualifier, str], ...] = (),
    reason: str = "",
) -> Evidence:
    start = text.index(head)
    end = text.index(tail, start) + len(tail)
    found = []
    for qualifier, words in marks:
        at = text.index(words, start)
        found.append(Mark(qualifier, at, at + len(words), words))
    line = text.count("\n", 0, start) + 1
    column = start - text.rfind("\n", 0, start)
    return Evidence(stance, start, end, text[start:end], line, column, matches, tuple(found), "made-by-hand", reason)


HERALD = passage(
    WIRE,
    "The mayor",
    "the city.",
    Stance.SUPPORTS,
    (
        DetailMatch(PERSON, Relation.EQUAL, mention(WIRE, "Ana Ruiz", Kind.PERSON, ANA)),
        DetailMatch(
            DATE,
            Relation.COMPATIBLE,
            mention(WIRE, "Friday 3 May", Kind.DATE, PARTIAL_DAY),
            "no year is written; Friday fits 2024",
        ),
        DetailMatch(COST, Relation.EQUAL, mention(WIRE, "12 million euros", Kind.MONEY, TWELVE)),
    ),
    ((Qualifier.HEDGED, "estimated"), (Qualifier.ATTRIBUTED, "according to the city")),
    "one passage states every detail",
)
COURRIER = passage(
    LONG,
    "Long ago",
    "Il pleut souvent ici. " * 90,
    Stance.CONFLICTS,
    (
        DetailMatch(PERSON, Relation.EQUAL, mention(LONG, "Ana Ruiz", Kind.PERSON, ANA)),
        DetailMatch(DATE, Relation.COMPATIBLE, mention(LONG, "jeudi 3 mai", Kind.DATE, PARTIAL_DAY), "no year"),
        DetailMatch(
            COST, Relation.CONFLICTS, mention(LONG, "15 millions d’euros", Kind.MONEY, FIFTEEN), "15 is not 12"
        ),
    ),
    reason="the same bridge at another price",
)
RUDELY = passage(
    RUDE,
    "Ana Ruiz",
    "opened it.",
    Stance.PARTIAL,
    (
        DetailMatch(PERSON, Relation.EQUAL, mention(RUDE, "Ana Ruiz", Kind.PERSON, ANA)),
        DetailMatch(DATE, Relation.ABSENT),
        DetailMatch(COST, Relation.ABSENT),
    ),
    reason="no date, no cost",
)

RESULTS = (
    SourceResult("01_herald", Stance.SUPPORTS, (HERALD,), (Step("passage", "line 4 names the mayor", "01_herald"),)),
    SourceResult("02_courrier", Stance.CONFLICTS, (COURRIER,)),
    SourceResult("03_rude", Stance.PARTIAL, (RUDELY,)),
    SourceResult("04_quiet", Stance.SILENT),
)

BRIDGE = ClaimResult(
    Claim("bridge", STATEMENT, path="claims.yaml", line=4, column=3, note="ask the city"),
    Verdict.CONFLICTING,
    DETAILS,
    (Note("weekday-mismatch", "3 May 2024 was a Friday; Thursday fits 2018 and 2029", "02_courrier"),),
    RESULTS,
    ("01_herald",),
    (Step("verdict-table", "one source supports, one conflicts: conflicting"),),
)
WRONG = ClaimResult(
    Claim("price", "It cost €12M", path="claims.yaml", line=9),
    Verdict.REFUTED,
    (COST,),
    (),
    (SourceResult("01_herald", Stance.SILENT), RESULTS[1], SourceResult("03_rude", Stance.SILENT), RESULTS[3]),
)
WAIVED = ClaimResult(
    Claim(
        "ferry",
        "The ferry sank",
        path="claims.yaml",
        line=12,
        require=2,
        waiver=Waiver("seen by the desk", "ed", date(2030, 1, 1)),
    ),
    Verdict.INSUFFICIENT,
    (),
    (),
    tuple(SourceResult(one.id, Stance.SILENT) for one in SOURCES),
    waived=True,
)
FINE = ClaimResult(
    Claim("mayor", "The mayor is Ana Ruiz", path="claims.yaml", line=15),
    Verdict.SUPPORTED,
    (PERSON,),
    (),
    (RESULTS[0], *(SourceResult(one.id, Stance.SILENT) for one in SOURCES[1:3])),
    ("01_herald",),
)

PROBLEMS = (Problem("desk/blank.txt", 1, 0, "the file is empty"),)
REPORT = Report((FINE, BRIDGE, WAIVED, WRONG), SOURCES, PROBLEMS)
EXPLANATION = Explanation(Report((BRIDGE,), SOURCES))


def quote(one: Source, words: str) -> Quote:
    start = one.text.index(words)
    return Quote(one.id, words, start, start + len(words), one.text.count("\n", 0, start) + 1)


DIFF = DiffReport(
    (
        Finding(
            "weekday",
            Kind.DATE,
            FindingRelation.REVIEW,
            "3 May",
            (
                Side("Friday", (quote(SOURCES[0], "Friday 3 May"),)),
                Side("Thursday", (quote(SOURCES[1], "jeudi 3 mai"),)),
            ),
            "3 May 2024 was a Friday",
        ),
        Finding(
            "amount",
            Kind.MONEY,
            FindingRelation.CONFLICT,
            "cost of the bridge",
            (
                Side("EUR 12000000", (quote(SOURCES[0], "12 million euros"),)),
                Side("EUR 15000000", (quote(SOURCES[1], "15 millions d’euros"),)),
            ),
            "",
        ),
        Finding(
            "person",
            Kind.PERSON,
            FindingRelation.AGREE,
            "Ana Ruiz",
            (Side("Ana Ruiz", tuple(quote(one, "Ana Ruiz") for one in SOURCES[:3])),),
            "",
        ),
    ),
    SOURCES,
    PROBLEMS,
)

EXTRACTIONS = Extractions(
    (
        Extraction(
            SOURCES[0],
            (
                mention(WIRE, "Ana Ruiz", Kind.PERSON, ANA),
                mention(WIRE, "Friday 3 May", Kind.DATE, PARTIAL_DAY),
                Mention(
                    Kind.MONEY,
                    WIRE.index("12 million"),
                    WIRE.index("12 million") + 16,
                    "12 million euros",
                    TWELVE,
                    readings=(TWELVE, FIFTEEN),
                ),
                Mention(Kind.TERM, 6, 11, "Sport", Name("sport"), ZoneName.FURNITURE),
            ),
        ),
        Extraction(SOURCES[2], (mention(RUDE, HOSTILE, Kind.TERM, Name(HOSTILE)),)),
    ),
    PROBLEMS,
)
