"""Plurals: how they are made of singulars, and which words only look like them."""

NOT_PLURAL = frozenset(
    "means series species headquarters crossroads barracks shambles gallows sweepstakes links falls works news "
    "lens thanks congratulations politics economics sports woods always times yes plus versus bus gas does goods "
    "whereas besides sometimes perhaps otherwise afterwards towards overseas outdoors indoors upstairs downstairs "
    "hers ours theirs yours others ones people folks data media savings arms physics mathematics athletics "
    "olympics jeans pants shorts trousers scissors glasses binoculars clothes remains riches surroundings proceeds "
    "premises grounds odds outskirts looks twins triplets manners years months weeks days hours minutes seconds "
    "miles feet yards meters metres inches dollars cents points percent pounds euros votes goals runs wins games "
    "degrees".split()
)
IRREGULAR = {"man": "men", "woman": "women", "child": "children", "person": "people", "gunman": "gunmen"}
SINGULAR = {plural: singular for singular, plural in IRREGULAR.items()}


def one_of(plural: str) -> str:
    """The singular of a regular plural, or of one for people."""
    if plural in SINGULAR or plural.endswith("men"):
        return SINGULAR.get(plural, plural[:-3] + "man")
    if plural.endswith("ies"):
        return plural[:-3] + "y"
    return plural[:-2] if plural.endswith(("sses", "ches", "shes", "xes")) else plural.removesuffix("s")


def many_of(singular: str) -> str:
    """The plural of a noun: “victims”, “bodies”, “gunmen”."""
    if singular in IRREGULAR or singular.endswith("man"):
        return IRREGULAR.get(singular, singular[:-3] + "men")
    if singular.endswith("y") and singular[-2] not in "aeiou":
        return singular[:-1] + "ies"
    return singular + ("es" if singular.endswith(("s", "ch", "sh", "x")) else "s")
