"""How fast the recogniser reads news, beside its peers on the same text: `python benchmarks/speed.py [TEXT …]`.

Prints megabytes of UTF-8 a second on one core, best of three, for the recogniser as a whole and in parts, for
`dateparser.search.search_dates` where it is installed, for spaCy's French entity recogniser where that is, and for
`rg -F` with ten thousand names, which tells how fast the machine is. Peers that need minutes for a megabyte get a
share of the text. Without files it reads a text that it makes: sentences of many shapes with values drawn anew, so that
no stretch is repeated.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from datetime import date, timedelta
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
)
"""A third of the sentences hold a value or two, as in the news."""
FIRST: Final = (
    "Anne Marc Nadia Youssef Claire Hugo Samira Paul Inès Karim Louise Omar Julie Rachid Élise Victor".split()
)
SYLLABLES: Final = (
    "ba be bi bo da de di do ka ki ko la le li lo ma mi mo na ni no ra ri ro sa si so ta ti to va vi".split()
)
PLACES: Final = "Rabat Paris Lyon Tunis Alger Bruxelles Genève Dakar Madrid Berlin Rome Londres Montréal".split()


def news(size: int, seed: int = 7) -> str:
    """About `size` bytes of made French news, no two paragraphs alike."""
    draw = random.Random(seed)
    paragraphs: list[str] = []
    left = size
    while left > 0:
        paragraph = " ".join(sentence(draw) for _ in range(draw.randint(3, 6)))
        paragraphs.append(paragraph)
        left -= len(paragraph.encode()) + 2
    return "\n\n".join(paragraphs)


def sentence(draw: random.Random) -> str:
    when = date(2015, 1, 1) + timedelta(days=draw.randrange(3000))
    surname = "".join(draw.choices(SYLLABLES, k=3)).capitalize()
    return draw.choice(SHAPES).format(
        name=f"{draw.choice(FIRST)} {surname}",
        place=draw.choice(PLACES),
        day=f"le {format_date(when, 'd MMMM y', locale='fr')}",
        weekday=format_date(when, "EEEE", locale="fr"),
        number=draw.randint(2, 900),
        spelled=num2words(draw.randint(2, 99), lang="fr"),
        percent=f"{draw.randint(0, 30)},{draw.randint(0, 9)}",
        rank=draw.randint(2, 4),
        year=when.year,
    )


def rate(work: Callable[[str], object], text: str, clock: Callable[[], float] = process_time) -> float:
    """Megabytes a second, the best of three runs."""
    best = min(timed(work, text, clock) for _ in range(3))
    return len(text.encode()) / 1e6 / best


def timed(work: Callable[[str], object], text: str, clock: Callable[[], float]) -> float:
    start = clock()
    work(text)
    return clock() - start


def in_documents(work: Callable[[str], object], size: int = 20_000) -> Callable[[str], None]:
    """The work done document by document, as a source is read."""

    def run(text: str) -> None:
        for start in range(0, len(text), size):
            work(text[start : start + size])

    return run


def peers() -> dict[str, tuple[Callable[[str], object], int]]:
    """What is installed of the peers, each with the number of characters that it gets."""
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
        print(f"{name:28} {speed:8.3f} MB/s   all kinds is {own['all kinds'] / speed:.0f} times that")
    if (speed_of_machine := ripgrep(text)) is not None:
        print(f"{'rg -F, 10 000 names':28} {speed_of_machine:8.1f} MB/s")


if __name__ == "__main__":
    main()
