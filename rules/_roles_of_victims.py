"""Where and when somebody died (at the scene or in hospital, on arrival or later), and who it was: a man or a woman."""

from collections import defaultdict
from collections.abc import Iterator

from lint.find.ages import Age
from lint.pattern import late
from lint.report import Report
from lint.span import Span

from ._looks import around, words_and_pairs
from ._parts_played import DEAD, ages_and_parts, how_many
from ._persons import SEXES
from ._role_table import Role

SEX_BY_AGE = "sex by age"
SIBLINGS = frozenset(("brother", "sister"))
PLACE_OF_DEATH, TIME_OF_DEATH = "place of death", "time of death"
HOSPITAL = r"(?:[Hh]ospital|[Mm]edical [Cc]ent(?:er|re)|[Tt]rauma [Cc]ent(?:er|re)|[Ii]nfirmary)"
WHERE_DIED = late(
    r"\b(?:(?:pronounced|declared) (?:[a-z]+ )?dead|died)(?: (?!at|on|in|after|when|while|and)[\w:.]+){0,3}"
    r" (?:(?P<scene>(?:at|on) the scene)\b"
    rf"|(?P<hospital>(?:at|in) (?:(?:an?|the) (?:[a-z]+ ){{0,2}}|(?:[A-Z][\w.’'-]* ){{1,4}}){HOSPITAL}))"
)
WHEN_DIED = late(
    r"\b(?:(?P<arrival>dead (?:on|upon) arrival)"
    r"|(?P<later>later died|died (?:[\w-]+ ){0,2}later|died (?:during|in) surgery))\b"
)
IN_A_PLACE = {"scene": "at the scene", "hospital": "in hospital"}
IN_TIME = {"arrival": "on arrival", "later": "later"}
DYING = frozenset("dead died".split())


def roles_of_victims(report: Report) -> Iterator[Role]:
    """Where and when the only one who died did, and the sex of those of whom a report gives the age."""
    yield from _deaths(report)
    yield from _sexes(report)


def _sexes(report: Report) -> Iterator[Role]:
    """The sex of those who alone were killed, hurt or arrested, and of anybody's brother or sister who was."""
    told: defaultdict[str, list[tuple[Age, str]]] = defaultdict(list)
    for age, part in report.find(ages_and_parts):
        if not part or not isinstance(age, Age) or age.person not in SEXES:
            continue
        if age.person in SIBLINGS or how_many(report)[part] <= 1:
            told[f"{part} at {age.years}"].append((age, SEXES[age.person]))
    for key, found in told.items():
        if len({sex for _, sex in found}) == 1:
            yield from (Role(age.span, key, f"the {age.years}-year-old", SEX_BY_AGE, sex) for age, sex in found)


def _deaths(report: Report) -> Iterator[Role]:
    """Where and when the only one who died did, as a report tells it that tells of no more."""
    (looks,) = report.find(words_and_pairs)
    if DYING.isdisjoint(looks.words) or how_many(report)[DEAD] > 1:
        return
    for group, pattern, roles in ((PLACE_OF_DEATH, WHERE_DIED, IN_A_PLACE), (TIME_OF_DEATH, WHEN_DIED, IN_TIME)):
        found = [*around(pattern, DYING, report)]
        if len({died.lastgroup for died in found}) == 1:  # or else of two persons
            yield from (Role(Span(*died.span()), "", "the death", group, roles[died.lastgroup or ""]) for died in found)
