"""How fast the recogniser reads news, beside its peers on the same text: `python benchmarks/speed.py [TEXT …]`.

Prints megabytes of UTF-8 a second on one core for the recogniser as a whole and in parts, for
`dateparser.search.search_dates`, for spaCy's French entity recogniser, and for `rg -F` with ten thousand names, which
tells how fast the machine is; a peer that is not installed is said to be so. Everybody first reads a little of another
text, then this one once. Peers that need minutes for a megabyte get the beginning of it.

Without files it reads a text that it makes: sentences of many shapes with values drawn anew, so that no stretch is
repeated, with as many values a kilobyte as articles of the press (four to five), and with the same persons in many.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from time import perf_counter, process_time
from typing import Final

from babel.dates import format_date
from num2words import num2words

from factcheck.extract import extract, value_mentions
from factcheck.extract.names import name_mentions

PUBLISHED: Final = date(2021, 11, 24)
SHAPES: Final = (
    "Le ministre {name} a rencontré {name} {day} à {place}, a indiqué un communiqué de la présidence.",
    "Selon {name}, la mesure coûterait {number} millions d'euros par an, contre {number} millions auparavant.",
    "Plus de {number} personnes ont été évacuées {weekday}, dont {spelled} enfants.",
    "L'inflation a atteint {percent} % au {rank}e trimestre {year}, après {percent} % un an plus tôt.",
    "Le projet, lancé en {year}, doit s'achever {day}.",
    "{name} est arrivé à {place} il y a {spelled} jours.",
    "Les parties ont souligné l'importance du dialogue dans un climat de confiance retrouvée, a rappelé {name}.",
    "Il avait pourtant promis que rien ne changerait à {place}, et la foule, patiente, attendait encore sous la pluie.",
    "« Nous continuerons à travailler avec nos partenaires », a assuré {name} devant la presse.",
    "Des habitants du quartier se sont réunis devant la mairie de {place} pour demander des explications.",
    "La direction de {name} n'a pas souhaité répondre aux questions des journalistes présents sur place.",
    "D'autres voix, comme celle de {name}, s'élèvent pour réclamer une réforme plus profonde des institutions.",
    "À {place}, les commerçants redoutent une saison difficile, faute de visiteurs et de marchandises.",
    "Cette décision, saluée par {name}, a été vivement critiquée par l'opposition et par plusieurs syndicats.",
    "Le tribunal de {place} devra se prononcer sur la demande de remise en liberté déposée par la défense.",
    "{name} et {name} partagent l'affiche d'un film qui raconte l'exil, la mémoire et le retour au pays.",
    "On ignore encore les causes de l'accident, mais la piste d'une défaillance technique est privilégiée.",
    "L'entreprise, dont le siège se trouve à {place}, espère convaincre de nouveaux investisseurs étrangers.",
    "Interrogée sur ce point, l'avocate de {name} a répondu que son client n'avait rien à se reprocher.",
    "Les pompiers, appelés par des riverains, sont restés sur les lieux jusqu'à ce que tout danger soit écarté.",
    "Dans les rues de {place}, la fête a continué tard, entre chants, danses et odeurs de viande grillée.",
    "Reste à savoir si {name} acceptera de revenir à la table des négociations sans condition préalable.",
    "La pièce, montée avec peu de moyens, doit beaucoup au jeu tout en retenue de {name}.",
    "« C'est un soulagement pour la profession », se réjouit {name}, qui dirige une exploitation près de {place}.",
)
"""A quarter of the sentences hold a value or two."""
FIRST: Final = (
    "Anne Marc Nadia Youssef Claire Hugo Samira Paul Inès Karim Louise Omar Julie Rachid Élise Victor".split()
)
SYLLABLES: Final = (
    "ba be bi bo da de di do ka ki ko la le li lo ma mi mo na ni no ra ri ro sa si so ta ti to va vi".split()
)
PLACES: Final = "Rabat Paris Lyon Tunis Alger Bruxelles Genève Dakar Madrid Berlin Rome Londres Montréal".split()


def cast(draw: random.Random, size: int = 30_000) -> tuple[list[str], list[float]]:
    """Persons and how often each is named: the nth commonest n times less than the first, as in the press."""
    surnames = ("".join(draw.choices(SYLLABLES, k=3)).capitalize() for _ in range(size))
    return [f"{draw.choice(FIRST)} {surname}" for surname in surnames], list(
        accumulate(1 / rank for rank in range(1, size + 1))
    )


def news(size: int, seed: int = 7) -> str:
    """About `size` bytes of made French news, no two paragraphs alike."""
    draw = random.Random(seed)
    persons, weights = cast(draw)
    paragraphs: list[str] = []
    left = size
    while left > 0:
        names = iter(draw.choices(persons, cum_weights=weights, k=12))
        paragraph = " ".join(sentence(draw, names) for _ in range(draw.randint(3, 6)))
        paragraphs.append(paragraph)
        left -= len(paragraph.encode()) + 2
    return "\n\n".join(paragraphs)


def sentence(draw: random.Random, names: Iterator[str]) -> str:
    when = date(2015, 1, 1) + timedelta(days=draw.randrange(3000))
    return (
        draw.choice(SHAPES)
        .replace("{name}", "{other}", 1)
        .format(
            name=next(names),
            other=next(names),
            place=draw.choice(PLACES),
            day=f"le {format_date(when, 'd MMMM y', locale='fr')}",
            weekday=format_date(when, "EEEE", locale="fr"),
            number=draw.randint(2, 900),
            spelled=num2words(draw.randint(2, 99), lang="fr"),
            percent=f"{draw.randint(0, 30)},{draw.randint(0, 9)}",
            rank=draw.randint(2, 4),
            year=when.year,
        )
    )


def rate(work: Callable[[str], object], text: str) -> float:
    """Megabytes a second of one run, with the tables loaded by another text before."""
    work(news(len(text) // 20, seed=3))
    start = process_time()
    work(text)
    return len(text.encode()) / 1e6 / (process_time() - start)


def in_documents(work: Callable[[str], object], size: int = 20_000) -> Callable[[str], None]:
    """The work done document by document, as a source is read."""

    def run(text: str) -> None:
        for start in range(0, len(text), size):
            work(text[start : start + size])

    return run


def peers() -> dict[str, tuple[Callable[[str], object], int]]:
    """The peers that are installed, each with the number of characters that it gets."""
    found: dict[str, tuple[Callable[[str], object], int]] = {}
    try:
        from dateparser.search import search_dates  # noqa: PLC0415
    except ImportError:
        print("dateparser is not installed")
    else:
        found["dateparser.search_dates"] = (lambda text: search_dates(text, languages=["fr"]), 20_000)
    try:
        import spacy  # noqa: PLC0415

        pipeline = spacy.load("fr_core_news_sm", disable=["parser", "tagger", "lemmatizer", "attribute_ruler"])
    except (ImportError, OSError):
        print("spaCy's fr_core_news_sm is not installed")
    else:
        found["spaCy entities"] = (in_documents(pipeline), 500_000)
    return found


def ripgrep(text: str) -> float | None:
    """Megabytes a second of `rg -F` with ten thousand names; None where there is no ripgrep."""
    if shutil.which("rg") is None:
        return None
    draw = random.Random(11)
    names = {f"{draw.choice(FIRST)} {''.join(draw.choices(SYLLABLES, k=4)).capitalize()}" for _ in range(10_500)}
    with tempfile.TemporaryDirectory() as folder:
        texts, patterns = Path(folder, "text"), Path(folder, "names")
        texts.write_text(text * max(1, 200_000_000 // len(text)), "utf-8")
        patterns.write_text("\n".join(sorted(names)[:10_000]), "utf-8")
        command = ["rg", "-F", "-c", "-j", "1", "-f", str(patterns), str(texts)]
        start = perf_counter()
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
        return texts.stat().st_size / 1e6 / (perf_counter() - start)


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("texts", nargs="*", type=Path, help="French texts; without any, news made up for the purpose")
    parser.add_argument("--megabytes", type=float, default=20, help="how much to make (20)")
    options = parser.parse_args(arguments)
    text = "\n\n".join(path.read_text("utf-8") for path in options.texts) or news(int(options.megabytes * 1e6))
    parts: dict[str, Callable[[str], object]] = {
        "all kinds": lambda document: extract(document, language="fr", published=PUBLISHED),
        "typed values": lambda document: value_mentions(document, "fr", PUBLISHED),
        "names": lambda document: name_mentions(document, "fr"),
    }
    print(f"{len(text.encode()) / 1e6:.1f} MB")
    own = {name: rate(in_documents(work), text) for name, work in parts.items()}
    for name, speed in own.items():
        print(f"{name:28} {speed:8.3f} MB/s")
    for name, (work, share) in peers().items():
        speed = rate(work, text[:share])
        ratio = own["all kinds"] / speed
        print(f"{name:28} {speed:8.3f} MB/s   all kinds is {ratio:.0f} times that (it read {min(share, len(text)):,})")
    if (machine := ripgrep(text)) is None:
        print("ripgrep is not installed")
    else:
        at_110 = own["all kinds"] * 110 / machine
        print(f"{'rg -F, 10 000 names':28} {machine:8.1f} MB/s   where that is 110, all kinds is {at_110:.2f}")


if __name__ == "__main__":
    main()
