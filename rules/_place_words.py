"""Names of places as reports write them: what stands around one, what is no town, and how a message names it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from lint.compiled import compiled

if TYPE_CHECKING:
    from ._gazetteer import Area

# What may stand around a place's name without being a part of it.
AROUND = compiled(
    r"""\b(?:
        (?:north|south)?(?:east|west)(?:ern)? | (?:north|south)(?:ern)? | central | upper | lower | greater | downtown
      | old | new | occupied | rural | coastal | the | city | town | village
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# A name with such a word is a region, a camp or a piece of nature, of which the tables have few.
NO_TOWN = compiled(
    r"""\b(?:
        province | district | county | parish | township | region | governorate | oblast | prefecture | municipality
      | territory | reservation | reserve | suburb | neighbou?rhood | borough | islands? | isle | peninsula | valley
      | mountains? | desert | forest | jungle | sea | ocean | gulf | strait | channel | canal | coast | plateau | basin
      | camp | base | airport | prison | jail | university | college | school | stadium | hospital | border | crossing
      | checkpoint | frontline | front | park | farm | ranch | mine | dam | pass | route | highway
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
JOINT = compiled(r"\s*[-–&]\s*|\s+and\s+", re.IGNORECASE)  # DALLAS-FORT WORTH
WITH_ARTICLE = compiled(
    r"(?:Central|Czech|Democratic|Dominican|District|Gaza|Isle|Northwest|Republic|Soviet|United|U\.S\.|West Bank)\b"
    r"|.*(?:Bahamas|Comoros|Gambia|Islands|Maldives|Netherlands|Philippines|Seychelles|territories)\Z"
)
SAINT = compiled(r"\bSaint\b")


def names_no_town(words: str) -> bool:
    """Whether the words are a name with the kind of the place, and not only the kind (“Park” for Parma)."""
    name, kinds = NO_TOWN.subn("", words)
    return kinds > 0 and bool(name.strip())


def names_place(words: str, areas: Sequence["Area"], own: Sequence[str] = ()) -> bool:
    """Whether the words, or what is left of them without their qualifiers, name a place of these areas.

    `own` are further names that are right; without areas, a place of the world is enough.
    """
    from ._gazetteer import folded, is_in

    variants, known = {words, AROUND.sub(" ", words)}, {folded(place) for place in own}
    return any(
        all(folded(part) in known or is_in(part, areas) for part in parts)
        for variant in variants
        for parts in ([variant], JOINT.split(variant))
        if all(folded(part) for part in parts)
    )


def with_article(area: str) -> str:
    """An area as it stands after “in”."""
    return f"the {area}" if WITH_ARTICLE.match(area) else area


def as_written(words: str, name: str) -> str:
    """The name in the case of the words that it replaces, with “St.” where they have it."""
    if words[:3].casefold() == "st.":
        name = SAINT.sub("St.", name, count=1)
    return name.upper() if words.isupper() else name


@lru_cache(maxsize=10_000)
def areas_of(words: str) -> Sequence["Area"]:
    """The countries and states of this name, or whose people have it: “Venezuela” and “Venezuelan”."""
    from ._gazetteer import Area, countries, countries_and_states_called

    of_people = tuple(Area(each.name, each.code) for each in countries().values() if words in each.demonyms)
    return of_people or countries_and_states_called(words)
