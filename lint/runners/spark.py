"""The Spark runner: many machines. Map, group and reduce as stages of a cluster, with the findings of one machine.

The tables between the stages are DataFrames, so that Spark itself counts, joins, sorts and spills to disk; Python is
called where reports are read (spark_extracts), stories are weighed (spark_stories) and claims compared (spark_claims).
Only numbers and findings come back. The workers need the same Python and the same factlint as the driver.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lint.diagnostic import Diagnostic, Severity
from lint.errors import FAILURES, ClusterError
from lint.findings import Findings
from lint.packing import mark, unpack
from lint.render._json import dumped
from lint.render.jsonl import as_object
from lint.rule import CorpusRule, Rule
from lint.runners import spark_claims, spark_extracts, spark_stories
from lint.runners.spark_cluster import Cluster, translated
from lint.source import Source

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

PLACE = "path STRING, line INT, `column` INT, end_line INT, end_column INT, start INT, `end` INT, words STRING"
STRUCT = PLACE.replace(" STRING", ": STRING").replace(" INT", ": INT")
COLUMNS = (
    f"rule STRING, severity STRING, message STRING, {PLACE}, related ARRAY<STRUCT<{STRUCT}, message: STRING>>,"
    " help STRING, fix STRUCT<words: STRING, start: INT, `end`: INT, safe: BOOLEAN>, fingerprint STRING"
)
LINES = "rule STRING, severity STRING, value STRING"

Doubt = Callable[[Diagnostic], bool]


@dataclass(frozen=True, slots=True)
class Written:
    """What a cluster wrote: how many findings of each severity, on how many reports."""

    numbers: Mapping[Severity, int]
    reports: int
    failed: bool  # whether some of the work could not be done

    @property
    def errors(self) -> int:
        """How many findings are errors."""
        return self.numbers.get(Severity.ERROR, 0)


@dataclass(slots=True)
class Work:
    """A check on a cluster: first `read`, then `findings` or `write`."""

    cluster: Cluster
    rules: tuple[Rule, ...]
    window: int | None
    _said: "DataFrame | None" = None
    _found: "DataFrame | None" = None
    _reports: int = 0

    def read(self, sources: Sequence[Source], corpus: Sequence[Source], tables: Sequence[str]) -> None:
        """Says which reports are checked, and with which others they are compared."""
        from pyspark.sql import functions as sql

        with translated():
            said = self._said = spark_extracts.said(self.cluster, self.rules, sources, corpus, tables).persist()
            self._reports = _counted(said)
            found = said.filter("focus").select(sql.explode("findings").alias("finding"))
            if comparing := {each.name: each for each in self.rules if isinstance(each, CorpusRule)}:
                signed = said.select("path", sql.explode("signatures").alias("each")).select("path", "each.*")
                stories = spark_stories.stories(signed, self.window)
                found = found.unionByName(spark_claims.compared(said, stories, comparing))
            self._found = found.distinct().persist()

    def findings(self) -> Findings:
        """What was found, brought here."""
        with translated():
            return Findings(_sorted(self._found.collect() if self._found else ()), self._reports)

    def doubtful(self, is_doubtful: Doubt) -> Findings:
        """Of what was found, brought here, that which somebody here must look at."""
        if self._found is None:
            return Findings((), 0)
        with translated():
            some = self._found.rdd.mapPartitions(partial(_chosen, wanted=is_doubtful)).collect()
        return Findings(_sorted(some), self._reports)

    @property
    def allowing(self) -> frozenset[str]:
        """The paths of the reports in which there are allowances."""
        if self._said is None:
            return frozenset()
        with translated():
            return frozenset(spark_extracts.as_path(row.path) for row in self._said.filter("allows").collect())

    def write(
        self, folder: str, severities: Mapping[str, Severity | None], is_left_out: Doubt, beside: Findings
    ) -> Written:
        """What was found, but for what is left out, with these severities; and what is beside it, as it is.

        The workers write it into a folder that is not there yet.
        """
        refuse_old(folder)
        if "://" not in folder:
            folder = Path(folder).absolute().as_uri()
        if self._found is None:
            return Written({}, 0, failed=False)
        is_table = folder.rstrip("/").endswith(".parquet")
        shaped = partial(
            _shaped, severities=dict(severities), is_left_out=is_left_out, form=_row if is_table else _line
        )
        whole = partial(_shaped, severities={}, is_left_out=_nothing, form=_row if is_table else _line)
        with translated():
            session = self.cluster.session
            settled = self.cluster.spread([(mark(each),) for each in beside.diagnostics])
            rows = self._found.rdd.mapPartitions(shaped).union(settled.mapPartitions(whole))
            table = session.createDataFrame(rows, COLUMNS if is_table else LINES).persist()
            if is_table:
                table.write.parquet(folder)
            else:
                table.select("value").write.text(folder)
            counts = table.groupBy("rule", "severity").count().collect()
        numbers = {severity: sum(row[2] for row in counts if row[1] == severity) for severity in Severity}
        return Written(numbers, self._reports, failed=any(row[0] in FAILURES for row in counts))


def refuse_old(folder: str) -> None:
    """Raises ClusterError where a folder of this machine is there already."""
    if "://" not in folder and os.path.lexists(folder):
        raise ClusterError(f"{folder} is there already; findings are written into a new folder")


def _counted(said: "DataFrame") -> int:
    """The number of reports that are checked, each of them there only once."""
    double = said.filter("read").groupBy("path").count().filter("count > 1").take(1)
    if double:
        path = spark_extracts.as_path(double[0].path)
        raise ClusterError(f"two reports are called {path}; each needs a path of its own")
    return said.filter("focus").count()


def _sorted(rows: Iterable[Sequence[bytes]]) -> tuple[Diagnostic, ...]:
    found = (each for row in rows for each in unpack(row[0]))
    return tuple(sorted(found, key=lambda each: each.sort_key))


def _chosen(rows: Iterable[Sequence[bytes]], *, wanted: Doubt) -> Iterator[Sequence[bytes]]:
    for row in rows:
        if any(map(wanted, unpack(row[0]))):
            yield row


def _shaped(
    rows: Iterable[Sequence[bytes]],
    *,
    severities: Mapping[str, Severity | None],
    is_left_out: Doubt,
    form: Callable[[Diagnostic], dict[str, Any]],
) -> Iterator[dict[str, Any]]:
    for row in rows:
        found = tuple(each for each in unpack(row[0]) if not is_left_out(each))
        yield from map(form, Findings(found, 0).graded(severities).diagnostics)


def _nothing(found: Diagnostic) -> bool:
    return False


def _row(found: Diagnostic) -> dict[str, Any]:
    return {**as_object(found), "severity": str(found.severity)}


def _line(found: Diagnostic) -> dict[str, Any]:
    return {"rule": found.rule, "severity": str(found.severity), "value": dumped(as_object(found))}
