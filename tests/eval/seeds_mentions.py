"""Mentions of the five seed articles against an annotation made by hand.

Scored are the items of title, dateline and body. Relative dates need the day of publication: the figures use the
annotators' best day (`eval_pub`); `date.value.printed` uses the printed day only, where a value counts that leaves open
(`X`) what that text cannot tell.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from factcheck import extract
from factcheck.lang.fold import fold
from factcheck.model import Amount, DateValue, Duration, Kind, Mention, Money, Name, Ordinal, Percent, Quantity
from tests.eval.bench import GOLD, SEEDS, Record, listed, overlaps
from tests.eval.figures import Figure, share

KINDS: dict[str, tuple[Kind, ...]] = {
    "date": (Kind.DATE,),
    "duration": (Kind.DURATION,),
    "money": (Kind.MONEY,),
    "count": (Kind.QUANTITY,),
    "percent": (Kind.PERCENT,),
    "ordinal": (Kind.ORDINAL,),
    "person": (Kind.PERSON,),
}
"""The annotation's kinds and ours; its `year_in_name` and `holiday` are not asked for."""

TYPED = ("date", "duration", "money", "count", "percent")
INVENTABLE = {Kind.DATE, Kind.DURATION, Kind.MONEY, Kind.QUANTITY, Kind.PERCENT}
PARTS_OF_DAY = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}


@dataclass(frozen=True, slots=True)
class Answer:
    """One annotated item with the mentions of its kind in its place."""

    item: Record
    text: str
    mentions: tuple[Mention, ...]

    @property
    def right(self) -> bool:
        return any(right(self.item, mention, self.text) for mention in self.mentions)

    def __str__(self) -> str:
        item = self.item
        return (
            f"{item['source'][:3]} {item['kind']} {item['quote']!r} wanted {item['value']}, got {listed(self.mentions)}"
        )


@cache
def items() -> tuple[Record, ...]:
    """Every annotated item, furniture too."""
    gold: list[Record] = json.loads((GOLD / "seeds_mentions.json").read_text(encoding="utf-8"))["items"]
    return tuple(gold)


def asked(item: Record) -> bool:
    return item["region"] != "furniture" and item["kind"] in KINDS


@cache
def mentions_of(source: str, published: str | None) -> tuple[str, tuple[Mention, ...]]:
    """A seed's text and its mentions, read as published on that ISO day."""
    text = (SEEDS / source).read_text(encoding="utf-8")
    return text, tuple(extract(text, language="fr", published=date.fromisoformat(published) if published else None))


def answers(day: str) -> Iterator[Answer]:
    """Each item asked for; `day` names the item's key with the day of publication."""
    for item in filter(asked, items()):
        text, mentions = mentions_of(item["source"], item[day])
        wanted = (*KINDS[item["kind"]], *((Kind.DURATION,) if item["value"].startswith("PAST ") else ()))
        here = (m for m in mentions if m.kind in wanted and overlaps(m, item["start"], item["end"]))
        yield Answer(item, text, tuple(here))


def right(item: Record, mention: Mention, text: str) -> bool:
    """Whether a mention has the value that the annotators wrote down in their own notation."""
    said, value = str(item["value"]), mention.value
    match value:
        case DateValue():
            return right_date(item, value)
        case Duration():
            return said.removeprefix("PAST ").split()[0] == value.timex
        case Money():
            amount, currency = said.split()
            return currency == value.currency and exactly(amount, value.amount)
        case Quantity():
            number, noun = said.split(maxsplit=1)
            return exactly(number, value.amount) and alike(noun, value.unit)
        case Percent():
            return exactly(said, value.amount)
        case Ordinal():
            return said.split(maxsplit=1)[0] == str(value.rank)
        case Name():
            return right_name(item, value, text)


def exactly(number: str, amount: Amount) -> bool:
    """Whether an amount is that number; the annotation does not mark "about"."""
    return amount.low == amount.high == Decimal(number)


def right_date(item: Record, value: DateValue) -> bool:
    """Compares day, month or year with the annotators' ISO value, and the part of the day where they name one."""
    part = next((tag for word, tag in PARTS_OF_DAY.items() if item["value"].endswith(f" {word}")), "")
    wanted = (item["iso"] or "") + part
    return wanted == value.timex or (
        not part and bool(wanted) and "T" not in wanted and wanted == value.timex.split("T")[0]
    )


def open_date(item: Record, value: DateValue) -> bool:
    """Whether a date without a day of publication says nothing but the truth: right digits, or `X` for the unknown."""
    iso = (item["iso"] or "").split("T")[0]
    said = value.timex.split("T")[0]
    if re.fullmatch(r"XXXX-WXX-\d", said) and len(iso) == len("2000-01-01"):
        return date.fromisoformat(iso).isoweekday() == int(said[-1])
    return bool(iso) and len(iso) == len(said) and all(a in ("X", b) for a, b in zip(said, iso, strict=True))


def words(name: str) -> list[str]:
    return [fold(word) for word in re.findall(r"[\w'’-]+", name)]


def right_name(item: Record, value: Name, text: str) -> bool:
    """The annotated full form; the source's own spelling where it writes one as long, or never writes the full form."""
    wanted, said, quoted = words(item["value"]), words(value.name), words(item["quote"])
    own = said == quoted[-len(said) :]
    return said == wanted or (own and (len(said) >= len(wanted) or item["value"] not in text.replace("\xa0", " ")))


def alike(noun: str, other: str) -> bool:
    """Whether a counted noun and a lemma share their first four letters."""
    one, two = fold(noun), fold(other)
    size = min(4, len(one), len(two))
    return bool(size) and one[:size] == two[:size]


def invented() -> Iterator[tuple[bool, str]]:
    """Each typed mention between an article's first and last item: whether no annotated item lies there, and a line."""
    for source in sorted({item["source"] for item in items()}):
        here = [item for item in items() if item["source"] == source]
        article = [item for item in here if item["region"] != "furniture"]
        first, last = min(i["start"] for i in article), max(i["end"] for i in article)
        for mention in mentions_of(source, article[0]["eval_pub"])[1]:
            if mention.kind in INVENTABLE and first <= mention.start < last:
                known = any(mention.start < i["end"] and i["start"] < mention.end for i in here)
                yield not known, f"{source[:3]} invented {listed([mention])}"


def scores(name: str, wanted: Sequence[Answer]) -> list[Figure]:
    """Found among all, and right value among all (what was not found has no right value)."""
    found = [a for a in wanted if a.mentions]
    good = [a for a in wanted if a.right]
    return [
        share(f"{name}found", len(found), len(wanted), (str(a) for a in wanted if not a.mentions)),
        share(f"{name}value", len(good), len(wanted), (str(a) for a in found if not a.right)),
    ]


def measure() -> list[Figure]:
    everything = list(answers("eval_pub"))
    figures = scores("seeds_mentions.", [a for a in everything if a.item["kind"] in TYPED])
    for kind in KINDS:
        wanted = [a for a in everything if a.item["kind"] == kind]
        if wanted:
            figures += scores(f"seeds_mentions.{kind}.", wanted)
    inventions = list(invented())
    false = [line for wrong, line in inventions if wrong]
    figures.append(share("seeds_mentions.invented", len(false), len(inventions), false, lower=True))
    printed = [a for a in answers("pub") if a.item["kind"] == "date"]
    good = [a for a in printed if any(a.right or is_open(a.item, m) for m in a.mentions)]
    misses = (str(a) for a in printed if a not in good)
    figures.append(share("seeds_mentions.date.value.printed", len(good), len(printed), misses))
    return figures


def is_open(item: Record, mention: Mention) -> bool:
    return isinstance(mention.value, DateValue) and open_date(item, mention.value)
