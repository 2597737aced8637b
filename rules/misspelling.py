"""misspelling: a word that no dictionary has, a slip away from one that everybody knows."""

from collections.abc import Iterator
from dataclasses import dataclass

from lint import Diagnostic, Fix, Report, ReportRule, Severity, Span, bad, good
from lint.pattern import late

from ._common_slips import common_slips
from ._compounds import parted
from ._lexicon import has_longer, has_slip_of_fingers, is_known, parts
from ._spelling import CALENDAR, Meant, is_coined, meant, open_compound
from ._unknown_words import SHORTEST, is_unknown, unknown_in, unknown_words

JOINED = late(r"[\w@#/.&-]")
BEFORE = late(r"(?:(?:[a-z]+|\d+)-)*[A-Za-z]+")
AFTER = late(r"(?:-[a-z]+)*(?![\w@/&-]|[.:]\w|\.\.|…|\s?['’]\s?(?:t|re|ve|ll|d)\b)")
BEGINS = late(r"(?:\A|\n|[.!?][”\"’')]*)[ “\"‘'(*-]*\Z")
GOES_ON = late(r",? (?!said\b|says\b|told\b|was\b|is\b|had\b|has\b|who\b|and\b|of\b)[a-z]+\b")
CHEAP = 0.6  # what one small slip costs
NARROW = 1.0  # the lead of a guess that is not the only one
SURE = 9.0  # the score and the lead of what stands in a table
SPOKEN = late(r".[aeiouy]")  # what an abbreviation (“mln”, “amts”) has not
ALONE = 7.0  # the lead of a guess that no other word comes near
LIKELY = (  # what makes a slip likely: letters of the word at least, cost at most, score and lead at least
    (3, 0.5, 5.0, 2.0),
    (4, 0.5, 3.7, 1.0),
    (5, 0.8, 2.0, 0.4),
    (5, 0.5, 1.4, ALONE),
    (5, 1.0, 2.0, 2.5),
    (6, 1.0, 2.0, 0.0),  # a slip for certain, if not for which word
    (6, 1.0, -0.5, 0.6),
    (7, 0.65, 1.2, 0.0),
    (7, 1.2, 1.5, 1.5),
    (8, 0.8, 1.5, 0.0),
    (8, 1.3, -0.5, 2.0),
    (9, 2.0, -2.0, ALONE),
    (10, 1.3, 0.5, 0.8),
    (10, 1.7, -0.5, 2.5),
)
MENTIONED = late(
    r"(?:\b[Ww]ords?|\b[Tt]erm|\b(?:mis)?spell(?:ing|ed|s)?|\bspelt|\btypo)(?: (?:as|for|like))?:? [“\"‘'*_`]*\Z"
)
QUOTED = {"“": "”", '"': '"', "‘": "’", "'": "'", "`": "`", "(": ")"}  # around one word: it is mentioned, or an aside
REST_OF_A_CUT_WORD = 3  # letters
TRIPLED = late(r"(.)\1\1")
RHYME = 3  # letters at the ends of two words that rhyme


@dataclass(frozen=True)
class Misspelling(ReportRule):
    """A word in lower case that no dictionary has, and that is a slip of the keyboard away from a common word.

    Readers forgive a misspelling less than any other slip, and it makes them doubt the facts beside it. The word
    meant is the likeliest one: frequent, and one cheap slip away (two letters swapped, one left out or doubled, a
    vowel misheard, the next key). It is a warning, for an error is a fact that is wrong; the fix
    needs a look, for a report may speak of the very word, or print what somebody wrote.

    It does not speak of words that are merely unknown, of names, addresses, handles and code, of coinages well made of
    known words ("unredacted"), of foreign words in a run, nor of a word that the report uses again and again, mentions
    as a word or spells with a capital elsewhere. British and American spellings are both right. Two words that
    hardly anybody closes up ("killswitch") are a warning; two nouns that the dictionary has apart, and writers close up
    as they like ("ticketholder"), are a note.
    """

    accept: tuple[str, ...] = ()  # words of the desk, in lower case

    examples = (
        bad("The council [[recieved]] three bids.", fix="received", severity="warning"),
        bad("The bridge was closed, [[accroding]] to the engineers.", fix="according", severity="warning"),
        bad("They said they [[didnt]] know.", fix="didn't"),
        bad("Roads were flooded [[andmore]] rain is on its way.", fix="and more"),
        bad("Each house has a [[smartcard]] reader.", fix="smart card", severity="warning"),
        good("The analyser’s colour was grey; the analyzer’s color was gray.", why="British and American spelling"),
        good("The unredacted memo named two clubgoers.", why="words that are well made of known ones"),
        good("Write to @recieve or see https://example.org/definately-not.", why="a handle and an address"),
        bad("The phone has a [[killswitch]].", fix="kill switch", severity="warning"),
        bad("Every [[ticketholder]] got in.", fix="ticket holder", severity="note"),
        good("A bowl of krunch-munchiez is all they serve, fancy-schmancy or not.", why="coined with a hyphen"),
        good("The word recieved is often misspelt. So is “definately”.", why="words that are spoken of"),
        good("The shop sells its cronut daily. A cronut costs $5.", why="the report’s own word, used again"),
    )

    def check(self, report: Report) -> Iterator[Diagnostic]:
        """Each occurrence of each misspelt word."""
        for word in unknown_words(report).difference(self.accept):
            find = self._capitalised if word[0].isupper() else self._in_lower_case
            yield from find(report, word)

    def _in_lower_case(self, report: Report, word: str) -> Iterator[Diagnostic]:
        guess = _verdict(word)
        if guess is None:
            return
        places = list(_places(report, word))
        if len(places) > (3 if 0 < guess.cost <= 0.5 else 1) or any(_places(report, word.capitalize())):
            return  # a slip is not made again and again: a term, or what somebody is called
        for place in places:
            if not _is_meant_so(report.text, place):
                yield self._misspelt(report, place, word, guess)

    def _capitalised(self, report: Report, word: str) -> Iterator[Diagnostic]:
        places = list(_places(report, word))
        if len(places) != 1:
            return
        opens = _opens_a_sentence(report.text, places[0])
        if not opens and not has_slip_of_fingers(word.lower()):
            return  # most names, without weighing what else they might be
        guess = meant(word.lower(), slips=1, names=True)
        if guess is None or " " in guess.words or ("N" in parts(guess.words) and guess.words not in CALENDAR):
            return
        if _is_no_name(word, guess, opens=opens):
            yield self._misspelt(report, places[0], word, guess)

    def _misspelt(self, report: Report, place: Span, word: str, guess: Meant) -> Diagnostic:
        passage = report.passage(place)
        words = guess.words.capitalize() if word[0].isupper() or guess.words in CALENDAR else guess.words
        if " " in words:
            message = f"“{word}” is two words: “{words}”"
        else:
            message = f"“{word}” is no word; “{words}” is the nearest"
        fix = Fix(passage, passage.words.replace(word, words))
        is_style = " " in words and is_coined(word) and not parted(word)
        return self.diagnostic(Severity.NOTE if is_style else Severity.WARNING, passage, message, fix=fix)


def _verdict(word: str) -> Meant | None:
    """What a misspelt word in lower case was meant to be; nothing where it may be a word."""
    if known := common_slips().get(word):
        return Meant(known, 0.5, SURE, SURE)
    if word.endswith("in") and is_known(word + "g"):
        return None  # “talkin’”
    if two_words := parted(word):
        return Meant(two_words, 0.5, SURE, SURE)
    guess = meant(word, slips=2 if len(word) > 5 else 1)
    pair = open_compound(word)
    if guess and guess.cost > CHEAP and (pair or open_compound(word, shortest=SHORTEST)):
        return Meant(pair, 0.0, 0.0, 0.0) if pair else None  # “dumptruck” is no slip for “dumbstruck”
    if guess and guess.lead < NARROW and not guess.words.startswith(word) and _is_cut_short(word):
        return None  # “compat”, “struct”
    if guess and (_is_certain(word, guess) or _is_likely(word, guess)):
        return guess
    return Meant(pair, 0.0, 0.0, 0.0) if pair else None


def _is_cut_short(word: str) -> bool:
    """Whether a common word begins like this one and goes on for some letters."""
    return len(word) > REST_OF_A_CUT_WORD and has_longer(word, REST_OF_A_CUT_WORD)


def _is_certain(word: str, guess: Meant) -> bool:
    if len(word) < 5 or " " in guess.words or guess.cost > 0.8 or guess.lead < 1.5:
        return False
    if is_coined(word) and not _is_better_than_coined(guess):
        return False
    return guess.score >= (2.5 if len(word) == 5 else 1.2)


def _is_likely(word: str, guess: Meant) -> bool:
    if is_coined(word) and not _is_better_than_coined(guess):
        return False
    if TRIPLED.search(word) and guess.cost > 0.5:
        return False  # “soooo”
    if " " in guess.words:
        return guess.score >= 0.5 and guess.lead >= 0.6
    return any(
        len(word) >= letters and guess.cost <= cost and guess.score >= score and guess.lead >= lead
        for letters, cost, score, lead in LIKELY
    )


def _is_better_than_coined(guess: Meant) -> bool:
    """Whether a slip is likelier than a word made up: “transfering” of “transfer”, “startted”."""
    if guess.lead >= 3:
        return guess.cost <= 0.8 and guess.score >= 2
    return (guess.cost <= 0.45 and guess.score >= 1) or (guess.cost <= 0.6 and guess.score >= 2.4)


def _is_no_name(word: str, guess: Meant, *, opens: bool) -> bool:
    """Whether a word with a capital letter, at the beginning of a sentence or not, is hardly somebody's name."""
    is_swapped = sorted(word.lower()) == sorted(guess.words)
    if len(word) < 7 and guess.cost <= 0.5 and not is_swapped:
        return False  # a name may double a letter: “Manny”
    if guess.cost <= 0.5 and guess.score >= 3:
        return guess.lead >= 2
    if guess.cost <= 0.6 and ((len(word) >= 8 and guess.score >= 2) or guess.score >= 2.9):
        return guess.lead >= 3.5
    if not opens or guess.score < 1.4:
        return False
    return (guess.cost <= 0.6 and guess.lead >= 2.5) or (len(word) >= 7 and guess.cost <= 1 and guess.lead >= ALONE)


def _opens_a_sentence(text: str, place: Span) -> bool:
    """Whether an ordinary sentence begins with these words, and does not tell what somebody of that name did."""
    return bool(BEGINS.search(text, max(0, place.start - 5), place.start) and GOES_ON.match(text, place.end))


def _places(report: Report, word: str) -> Iterator[Span]:
    """Where an unknown word stands; a compound with hyphens is taken as a whole."""
    text = report.text
    for part in report.prose:
        start = text.find(word, part.start, part.end)
        while start >= 0:
            end = start + len(word)
            place = _compound(text, start, end)
            if place and not _is_coined_with_hyphens(word, report.words(place)):
                yield place
            start = text.find(word, end, part.end)


def _compound(text: str, start: int, end: int) -> Span | None:
    """The whole token around a part of it, if it is made of letters and hyphens and the part is one of its words."""
    while start > 0 and JOINED.match(text[start - 1]):
        start -= 1
    after = AFTER.match(text, end)
    return Span(start, after.end()) if after and BEFORE.fullmatch(text, start, end) else None


def _is_coined_with_hyphens(word: str, compound: str) -> bool:
    """Whether a compound is a game with words: another part is unknown too, or rhymes (“fancy-schmancy”)."""
    others = [part.lower() for part in compound.split("-") if part != word and len(part) >= SHORTEST]
    return any(is_unknown(part) or part[-RHYME:] == word[-RHYME:] for part in others if part.isalpha())


def _is_meant_so(text: str, place: Span) -> bool:
    """Whether a word is spoken of or foreign, however near it is to another."""
    return _is_mentioned(text, place) or _in_a_foreign_run(text, place)


def _is_mentioned(text: str, place: Span) -> bool:
    """Whether a report speaks of the word itself, or has it alone between quotation marks or brackets."""
    opening = text[place.start - 1 : place.start]
    if opening in QUOTED and text.startswith(QUOTED[opening], place.end):
        return True
    return MENTIONED.search(text, max(0, place.start - 30), place.start) is not None


def _in_a_foreign_run(text: str, place: Span) -> bool:
    """Whether the word before or after is unknown too and no slip: a line of French, a list of commands."""
    before = text[max(0, place.start - 40) : place.start].split()[-1:]
    after = text[place.end : place.end + 40].split()[:1]
    unknown = (word for token in before + after for word in unknown_in(token))
    return any(word[0].islower() and SPOKEN.search(word) and _verdict(word) is None for word in unknown)
