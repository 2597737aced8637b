"""factlint: a fact-check and text-quality linter for news reports. Here are the names that a rule needs."""

from lint.diagnostic import Diagnostic, Fix, Label, Severity
from lint.example import bad, good
from lint.report import Report
from lint.rule import Claim, CorpusRule, FilePath, ReportRule, Rule, Scope
from lint.span import Passage, Span

__all__ = [
    "Claim",
    "CorpusRule",
    "Diagnostic",
    "FilePath",
    "Fix",
    "Label",
    "Passage",
    "Report",
    "ReportRule",
    "Rule",
    "Scope",
    "Severity",
    "Span",
    "bad",
    "good",
]
