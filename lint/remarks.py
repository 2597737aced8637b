"""Remarks: what factlint itself says of a file or of its own work, where no rule speaks; each with its page."""

from collections.abc import Mapping

REMARKS: Mapping[str, str] = {
    "broken-front-matter": """Front matter is never closed, or a line of it is no “key: value”.

        What can be read of it holds, and what can be no part of it is read as prose. Close front matter with a line of
        three hyphens.""",
    "empty-report": """A file has no words, or a page no text of a report below its headline.

        An empty report is usually a failed export. A page without one is the front of a site or of a section, holds a
        video alone, or gets its text from a script.""",
    "legacy-encoding": """A file is no UTF-8, and was read as Windows-1252 or Latin-1.

        That is a guess. Where it is wrong, names and quotation marks are wrong too. Save the file as UTF-8.""",
    "other-language": """A report, in a format that can tell its language, is in another than English.

        Its words are no English and it says so, or it has sixty words and more of which hardly any is English, whatever
        it says. The rules know English, so that the report is not checked. A feed may hold reports in several
        languages.""",
    "rule-crashed": """A rule failed on a report, or on claims of several.

        That is a fault of the rule, not of the report. The other rules went on, and the exit status is 2, because
        factlint did not do all of its work.""",
    "unreadable-date": """A report's date of publication is no date.

        Reports are set side by side in the order in which they were published. Write the date as 2026-01-31.""",
    "unreadable-report": """A file could not be read: no permission, no text, or far too large for a report.

        The other reports were checked, and the exit status is 2, because factlint did not do all of its work.""",
    "unused-allowance": """An allowance allows nothing: what it was for has gone, or it cannot be understood.

        Allowances that nobody needs hide what comes next. This is said only where all was looked at that the allowance
        may be for. Take it away, or mend it: its rule, its words and its reports must be those of a finding, and it
        must give a reason.""",
}
