"""Numbers that count nothing: years, model names, channels, rooms, flights, calibres, telephone numbers."""

from collections.abc import Sequence

from lint.compiled import compiled
from lint.find.hedges import NEAREST
from lint.find.numbers import Number
from lint.span import Span

NAMED_BY_NUMBER = frozenset(  # "page 12", "Flight 370", "Channel 4"
    "no nos number numbers page pages chapter verse room route highway interstate flight channel section"
    " article apartment apt unit suite gate terminal district ward precinct level tier phase grade division"
    " bus line act volume vol type day zone class pier exit building lot tel phone call called dial dialing"
    " fax zip code psalm week version windows ext hwy rt case size group area formula studio model mark mk"
    " boeing airbus game fox news abc nbc cbs cnn espn fig figure table item rule proposition prop"
    " amendment title resolution platform".split()
)
CALLING = frozenset("call called".split())  # “911”, but also “30 witnesses”
NAMED_BY_WORD = frozenset("chapter phase act flight room volume channel group formula area level".split())
NO_COUNT_BEHIND = frozenset("caliber calibre caliber-type mm gauge cal block mm. °".split())
COMPOUND = compiled(
    r"-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|time|timer|way|on-one|on|off|sided|star|fold|dimensional)\b"
    r"|-foot-\d|\) ?\d{3}-\d"
)
JOINTS = ("-", ")")
NO_ONE = compiled(r"(?: one\b| longer\b| more\b| fewer\b| less\b| matter\b| doubt\b| such\b|-|, |\.)")
TIMES, POINTS = frozenset("x×"), frozenset(".–")
AGES = frozenset("age ages aged".split())  # "in age from 19 to 34": what the finder of ages does not take
YEARS = range(1500, 2101)
IN_A_YEAR = frozenset(
    "in since of by from until till before after during the a an early late mid to and through summer fall"
    " autumn spring winter january february march april may june july august september october november"
    " december year , (".split()
)
PEOPLE_WITHOUT_S = frozenset("people men women children police".split())
NEVER_PLURAL = frozenset("was is has this as his its us does".split())
NAME_BEFORE = compiled(r"([^\W\d_][\w.]*)( - | )$")
OF_TIME = frozenset("hours days weeks months years".split())  # “gave Odo Mason 22 years”
DAYS = compiled(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
NO_NAMES = NEAREST | frozenset(  # words that may begin a sentence, after a dateline or a colon too
    "the a an in on at by for from with after before when while as and but or if all only just both these"
    " those this that another other his her their its our my your no not killed kills injures injured"
    " wounded dead".split()
)
MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
IN_A_PLACE = frozenset("in at from across throughout near".split())
LETTERS = compiled(r"\b[^\W\d_]{4,}")
LEAD = 24  # code points before a number in which a name stands
LONGEST_MODEL = 4  # letters: "AK - 47", "MIG - 29"
MOSTLY = 0.7
NEXT_WORD = compiled(r"[ -]+([^\W\d_][\w’'.-]*)")


def is_no_figure(text: str, sentence: Span, start: int, number: Number, before: Sequence[str]) -> bool:
    """Whether the number that begins at `start` counts nothing; `before` are the words before it, nearest first."""
    end = start + number.end
    following = NEXT_WORD.match(text, end, sentence.end)
    behind = following[1] if following else ""
    if behind.lower() in NO_COUNT_BEHIND or (text[end : end + 1] in JOINTS and COMPOUND.match(text, end, sentence.end)):
        return True
    if not number.digits and text[start:end].lower() == "no":
        return NO_ONE.match(text, end, sentence.end) is not None
    nearest = before[0] if before else ""
    if nearest in TIMES or not AGES.isdisjoint(before[:4]):
        return True
    previous = nearest if nearest not in POINTS else next((word for word in before[1:2] if word not in POINTS), "")
    if not number.digits:
        return nearest == "no" or (previous in NAMED_BY_WORD and text[start].isupper())
    if number.scale > 1:
        return False
    if (number.digits.startswith("0") and "." not in number.digits) or number.digits == "911":
        return True
    if nearest == "and" and len(before) > 2 and before[1].isdigit() and before[2][:3] in MONTHS:  # “December 9 and 10”
        return True
    return (
        (previous in NAMED_BY_NUMBER and not (previous in CALLING and _is_counted(behind)))
        or _is_year(number.digits, behind, before)
        or _is_named(text, sentence, start, behind)
    )


def _is_counted(behind: str) -> bool:
    """Whether the word behind a number is a plural."""
    return behind.islower() and (behind.rstrip(".").endswith("s") or behind.rstrip(".") in PEOPLE_WITHOUT_S)


def _is_year(digits: str, behind: str, before: Sequence[str]) -> bool:
    """Whether four bare digits are a year, and not “some 2000 people”."""
    if len(digits) != 4 or not digits.isdigit() or int(digits) not in YEARS:
        return False
    if not before or before[0] in IN_A_YEAR:
        return True
    plural = behind.endswith("s") and behind.islower() and behind not in NEVER_PLURAL
    return not (plural or behind in PEOPLE_WITHOUT_S)


def _is_named(text: str, sentence: Span, start: int, behind: str) -> bool:
    """Whether the number belongs to the name before it: “AK 47 rifles”, “MacBook 17”, “the Boeing 737 was”."""
    lead = text[max(sentence.start, start - LEAD) : start]
    if not lead.endswith(" ") or lead[:-1].rpartition(" ")[2].islower():
        return False  # as most words before a number are
    found = NAME_BEFORE.search(text, max(sentence.start, start - LEAD), start)
    if found is None:
        return False
    name, dash = found[1], found[2] != " "
    if dash:
        return name.isupper() and len(name) <= LONGEST_MODEL and "." not in name
    if name[1:] != name[1:].lower() and not name.isupper():
        return True
    if not name[0].isupper() or DAYS.match(name) or name.lower() in NO_NAMES or behind in OF_TIME:
        return False
    words = LETTERS.findall(text, sentence.start, sentence.end)
    if sum(word[0].isupper() for word in words) > MOSTLY * len(words):
        return False  # a headline
    if name.isupper() and 1 < len(name) <= LONGEST_MODEL:
        return "." not in name
    if found.start(1) - sentence.start <= 1:
        return False
    head = text[sentence.start : found.start(1)].split()
    return not (head and head[-1].lower() in IN_A_PLACE and behind.islower())
