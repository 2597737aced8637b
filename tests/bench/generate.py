"""Makes folders of news reports for measuring: python tests/bench/generate.py FOLDER [--reports 4000] [--seed 1].

Every text is made here, out of the phrases below. Reports come in stories, as news does: most events are reported once,
some several times over days, with tolls that rise, names that are now and then misspelt, and figures that disagree.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

FIRST_DAY = date(2025, 1, 1)
PER_FOLDER = 1000  # reports
REPORTS_OF_A_STORY = (1, 1, 1, 1, 1, 1, 2, 2, 3, 4, 6)
BACKGROUND_PARAGRAPHS = (6, 8)
DISAGREEING, MISSPELT = 0.08, 0.04  # shares of reports

GIVEN = (
    "Maria James Aisha Robert Elena Thomas Grace Daniel Fatima Peter Laura Samuel Ingrid Victor Nadia Henry Rosa Walter"
    " Yusuf Clara Martin Sofia Edwin Teresa Oscar Helen Ibrahim Julia Conrad Miriam"
).split()
SYLLABLES = "bar den hol mar ster win ray tal ker lan dor fen gar hul jen kal lor mon nor pel".split()
ENDINGS = "son man ley field ton berg wood er ins well sted ett".split()
TOWNS = "Ashford Brookdale Carlow Denham Eastleigh Fairhaven Granby Hartwell Ironbridge Kelso Langport Milton".split()
REGIONS = ("Alder County", "Birch County", "Cedar County", "Dunmore County", "Elm County", "Foxley County")
STREETS = "Mill Station Church Harbour Orchard Quarry Chapel Garden Market School Bridge Park".split()
ROLES = ("police chief", "fire captain", "mayor", "county sheriff", "spokeswoman for the hospital", "union leader")

EVENTS = (
    ("A fire in a warehouse on {street} killed {dead} people", "fire", "The fire broke out shortly before {hour} a.m."),
    ("A bus that left {street} and overturned killed {dead} people", "crash", "The driver, {person}, {age}, survived."),
    (
        "A flood that came down on {street} left {dead} people dead",
        "flood",
        "The river rose by {hurt} inches overnight.",
    ),
    ("An explosion at a bakery on {street} killed {dead} people", "explosion", "Windows broke {hurt} yards away."),
    ("A man opened fire in a bar on {street} and killed {dead} people", "shooting", "Police arrested {person}, {age}."),
    ("A storm tore the roof off a school on {street} and killed {dead} people", "storm", "Winds reached {hurt} mph."),
)
FOLLOWING = (
    "The {event} on {street} in {town} that killed {dead} people is still being investigated, officials said",
    "Families of the {dead} people who died in the {event} on {street} met with {leader} in {town}",
    "{leader}, the {role}, said on {weekday} that the {event} on {street} in {town} had killed {dead} people",
)
FACTS = (
    "At least {hurt} people were injured, and {few} of them were taken to a hospital in {region}.",
    "{leader}, the {role}, said that the {event} was “the worst that {town} has seen in {years} years.”",
    "Among the dead is {person}, {age}, who had lived on {street} since {year}.",
    "“We heard a noise and then people were running,” said {witness}, {witness_age}, who lives nearby.",
    "About {crowd} residents were told to leave their homes on {weekday} evening.",
    "The damage was estimated at ${money} million, according to {leader}.",
)
BACKGROUND = (
    "The town council had discussed the state of the buildings in the district several times, and a report that was"
    " published last year had asked for more inspections. Nothing came of it, because the money was needed elsewhere.",
    "Neighbors brought food and blankets, and a church opened its doors for those who could not go home. A teacher said"
    " that many of the children had asked for their friends, and that classes would begin later than usual.",
    "The road was closed to traffic until noon. Drivers were asked to use the bridge in the north of the town, where"
    " long lines formed in the morning and again at the end of the working day.",
    "The hospital asked people to give blood and said that visitors should call before they came. Doctors from two"
    " other towns offered to help, and some of them worked through the night.",
    "It was the first time in a long while that so many services had to work together. Their radios, which had been"
    " bought only recently, did not always reach each other, and messages were carried on foot.",
    "The state promised help for those who had lost their homes, but did not say how much or when it would be paid. A"
    " fund that was set up by local businesses began to pay small amounts the next day.",
    "Investigators walked through the site with dogs and took photographs of everything that they found. They asked"
    " anybody who had seen or heard something unusual to call, and promised to keep names to themselves.",
    "In the evening people stood together in the square and lit candles. Nobody made a speech. After an hour the crowd"
    " began to go home, and only the candles were left.",
)


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, so that every report of it can tell it again."""

    day: date
    words: dict[str, str]
    lead: str
    detail: str
    dead: int


def main() -> None:
    """Read the command line and write the reports."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--reports", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    write(asked.folder, asked.reports, asked.seed)


def write(folder: Path, count: int, seed: int = 1) -> None:
    """Write so many reports into a folder; equal numbers and seeds give equal reports."""
    for number, text in zip(range(count), texts(Random(seed)), strict=False):
        place = folder / f"{number // PER_FOLDER:03}"
        if number % PER_FOLDER == 0:
            place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:06}.md").write_text(text, encoding="utf-8")


def texts(random: Random) -> Iterator[str]:
    """Reports without end, those of one event one after the other."""
    while True:
        event = _event(random)
        for number in range(random.choice(REPORTS_OF_A_STORY)):
            yield _report(random, event, number)


def _event(random: Random) -> Event:
    lead, kind, detail = random.choice(EVENTS)
    dead = random.randint(2, 40)
    words = {
        "event": kind,
        "street": f"{random.choice((_surname(random), random.choice(STREETS)))} Street",
        "town": f"{random.choice(('', '', 'North ', 'Upper '))}{random.choice(TOWNS)}",
        "region": random.choice(REGIONS),
        "person": _person(random),
        "age": str(random.randint(18, 90)),
        "leader": _person(random),
        "role": random.choice(ROLES),
        "witness": _person(random),
        "witness_age": str(random.randint(18, 90)),
        "hurt": str(dead + random.randint(1, 60)),
        "few": random.choice(("two", "three", "four", "five")),
        "years": str(random.randint(10, 60)),
        "year": str(random.randint(1970, 2020)),
        "hour": str(random.randint(1, 11)),
        "crowd": f"{random.randint(1, 9)},{random.randint(0, 9)}00",
        "money": f"{random.randint(1, 90)}.{random.randint(1, 9)}",
    }
    return Event(FIRST_DAY + timedelta(days=random.randint(0, 700)), words, lead, detail, dead)


def _report(random: Random, event: Event, number: int) -> str:
    """One report of an event, the first or a later one."""
    day = event.day + timedelta(days=number * random.randint(1, 3))
    dead = event.dead + (random.randint(1, 5) if number and random.random() < DISAGREEING else 0)
    words = {**event.words, "dead": str(dead), "weekday": day.strftime("%A")}
    if random.random() < MISSPELT:
        given, surname = words["person"].split()
        words["person"] = f"{given} {surname[:2]}{surname[3:]}"
    opening = random.choice(FOLLOWING) if number else event.lead + " in {town} on {weekday}"
    lead = f"{words['town']} – {opening}.".format(**words)
    facts = [each.format(**words) for each in random.sample((*FACTS, event.detail), k=5)]
    least, most = BACKGROUND_PARAGRAPHS
    background = random.sample(BACKGROUND, k=random.randint(least, most))
    paragraphs = [lead, *_mixed(random, facts, background)]
    title = f"{words['event'].title()} in {words['town']}: {dead} dead"
    return f'---\ntitle: "{title}"\ndate: {day}\n---\n\n' + "\n\n".join(paragraphs) + "\n"


def _mixed(random: Random, facts: Sequence[str], background: Sequence[str]) -> list[str]:
    mixed = [*facts, *background]
    random.shuffle(mixed)
    return mixed


def _person(random: Random) -> str:
    return f"{random.choice(GIVEN)} {_surname(random)}"


def _surname(random: Random) -> str:
    """One of thousands, so that reports of different events seldom share one."""
    inner = "".join(random.choices(SYLLABLES, k=random.choice((1, 2, 2))))
    return f"{inner}{random.choice(ENDINGS)}".capitalize()


if __name__ == "__main__":
    main()
