"""Whether a figure is the magnitude of an earthquake: "a 6.1 quake", "measuring 6.1 on the Richter scale"."""

from lint.find.figures import Figure

QUAKES = frozenset("quake earthquake temblor tremor aftershock".split())
AFTERSHOCKS = frozenset("aftershock aftershocks".split())
MEASURING = frozenset("measuring measured registering registered".split())
STRONGEST = 10  # of the magnitudes of earthquakes, none was ever so high


def magnitude_of(figure: Figure) -> str:
    """The category of a magnitude, of a quake or of an aftershock; or nothing."""
    if figure.value.high >= STRONGEST or not _is_magnitude(figure):
        return ""
    return "aftershock magnitude" if AFTERSHOCKS.intersection((*figure.before, *figure.phrase)) else "magnitude"


def _is_magnitude(figure: Figure) -> bool:
    """Whether a small number is the magnitude of an earthquake."""
    before, phrase = figure.before, figure.phrase
    if "magnitude" in before[:3] or "magnitude" in phrase[:1] or "richter" in (*phrase, *figure.after)[:5]:
        return True
    if phrase[:1] and phrase[0] in QUAKES:
        return figure.value.low >= 2
    return not MEASURING.isdisjoint(before[:1]) and not QUAKES.isdisjoint(before[:6]) and not phrase[1:]
