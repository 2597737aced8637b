"""Recall: the findings of a run that is known already, or else those of the engine, which is imported only then."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lint import stopwatch
from lint.errors import DamageError, ForgottenError
from lint.findings import Findings
from lint.rule import Rule
from lint.runners import Runner, runner
from lint.source import Source

if TYPE_CHECKING:
    from lint.archive import Archive
    from lint.memory import Memory


@dataclass(frozen=True, slots=True)
class Run:
    """What is to be checked: reports, those that they are compared with, and an archive."""

    sources: Sequence[Source]
    beside: Sequence[Source] = ()
    archive: "Archive | None" = None
    jobs: int | None = None
    window: int | None = None  # days; None: as the engine has it
    watched: Callable[[Runner], Runner] | None = None  # shows how far the runner has come

    def findings(self, rules: Sequence[Rule], memory: "Memory | None") -> Findings:
        """What is found under these rules; what is remembered never changes it."""
        if memory is None:
            return self._lint(rules, None)
        try:
            return self._recalled(rules, memory)
        except DamageError as error:
            memory.distrust(error)
            return self._lint(rules, None)

    def _recalled(self, rules: Sequence[Rule], memory: "Memory") -> Findings:
        with stopwatch.lap(stopwatch.STORE):
            run = memory.run(self.sources, self.beside, self.archive.state if self.archive else b"")
            found = memory.findings(run) if run else None
        if found is None:
            try:
                found = self._lint(rules, memory)
            except ForgottenError:  # a store forgets what is old where it has too much
                memory.forget_pieces()
                found = self._lint(rules, memory)
            if run:
                memory.keep_findings(run, found)
        return found

    def _lint(self, rules: Sequence[Rule], memory: "Memory | None") -> Findings:
        from lint.engine import lint  # with all the finders, half the time of a run over one report

        working = runner(self.jobs)
        if self.watched:
            working = self.watched(working)
        return lint(
            self.sources, rules, working, corpus=self.beside, archive=self.archive, memory=memory, window=self.window
        )
