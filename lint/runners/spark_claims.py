"""Group and reduce on a cluster: the claims of one topic come to one task, in order, and are compared there.

A topic is a story (or all reports), a rule and a key. Spark shuffles and sorts the claims of all topics on disk where
they are many, and drops those that meet no other, before Python sees any; a task then holds the claims of one topic at
a time. A rule may need all of them, so that a heavy topic cannot just be cut in pieces. It is salted instead: its
reports are dealt out to shares, each share is condensed by the rule to what it can still need (CorpusRule.condense) in
a task of its own, and what is left of all of them is compared.

Python's part are plain tasks over sorted rows: applyInPandas and its like would need pandas and pyarrow on every
worker, and hold all claims of a key twice.
"""

import os
import pickle
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any, TypeVar

from lint.comparison import condensed, contrast, touching
from lint.packing import mark
from lint.rule import Claim, CorpusRule
from lint.runners.spark_cluster import at, told

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

Group = tuple[str, Hashable, Hashable]  # rule, key, and story or event

T = TypeVar("T")

HEAVY = 5_000  # claims of one topic: so many are condensed in shares of about this number
COLUMNS = ("topic", "share", "story", "path", "event", "rule", "number", "focus", "claim")
SCHEMA = (
    "topic BIGINT, share BIGINT, story BIGINT, path BINARY, event INT, rule STRING, number INT, focus BOOLEAN,"
    " claim BINARY"
)


def compared(said: "DataFrame", stories: "DataFrame", rules: Mapping[str, CorpusRule[Any, Any]]) -> "DataFrame":
    """The findings between claims, packed; some of them several times."""
    from pyspark.sql import functions as sql

    claims = _topics(said, stories).persist()
    condensing = [name for name, rule in rules.items() if rule.condenses]
    counts = claims.filter(sql.col("rule").isin(condensing)).groupBy("topic").agg(sql.count("*").alias("held"))
    heavy = counts.filter(sql.col("held") > HEAVY).persist()
    if heavy.take(1):
        shared = claims.join(sql.broadcast(heavy), "topic").withColumn(
            "share", sql.expr(f"pmod(xxhash64(path), ceil(held / {HEAVY}))")
        )
        dealt = shared.repartition("topic", "share").sortWithinPartitions("topic", "share", "path", "number")
        left = dealt.select(*COLUMNS).rdd.mapPartitions(partial(_condensed, rules=rules))
        light = claims.join(sql.broadcast(heavy), "topic", "left_anti").select(*COLUMNS)
        claims = light.unionByName(said.sparkSession.createDataFrame(left, SCHEMA, verifySchema=False))
    work = partial(_contrasted, rules=rules, folder=os.getcwd())  # noqa: PTH109 - as rules see it
    found = _met(claims).rdd.mapPartitions(work)
    return said.sparkSession.createDataFrame(found, "finding BINARY", verifySchema=False)


def _topics(said: "DataFrame", stories: "DataFrame") -> "DataFrame":
    """The claims, each with its story, if it has fellows there, and a number for its topic.

    Two topics may have one number: they are told apart where they are compared. Claims of a report that is in no story
    with others meet those of the same event in it.
    """
    from pyspark.sql import functions as sql

    claims = said.select("path", "focus", sql.explode("claims").alias("each")).select("path", "focus", "each.*")
    topic = (
        sql.when(sql.col("event").isNull(), sql.xxhash64("rule", "key"))
        .when(sql.col("story").isNull(), sql.xxhash64("path", "event", "rule", "key"))
        .otherwise(sql.xxhash64("story", "rule", "key"))
    )
    placed = claims.join(stories, ["path", "event"], "left")
    return placed.withColumn("topic", topic).withColumn("share", sql.lit(0).cast("bigint")).select(*COLUMNS)


def _met(claims: "DataFrame") -> "DataFrame":
    """The claims that meet another, and one of the focus, those of one topic next to each other."""
    from pyspark.sql import Window
    from pyspark.sql import functions as sql

    order = Window.partitionBy("topic").orderBy("path", "number")
    whole = order.rowsBetween(Window.unboundedPreceding, Window.unboundedFollowing)
    met = claims.withColumn("met", sql.count("*").over(whole)).withColumn("touched", sql.max("focus").over(whole))
    return met.filter("met > 1 AND touched").select(*COLUMNS)


def _condensed(rows: Iterable[Any], *, rules: Mapping[str, CorpusRule[Any, Any]]) -> Iterator[tuple[Any, ...]]:
    for (rule, key, _), held in _groups(rows, tuple):
        by_claim = {id(claim): row for claim, row in held}
        for claim in condensed(rules[rule], key, [claim for claim, _ in held]):
            topic, _, *others = by_claim[id(claim)]
            yield topic, 0, *others


def _contrasted(
    rows: Iterable[Any], *, rules: Mapping[str, CorpusRule[Any, Any]], folder: str
) -> Iterator[tuple[bytes]]:
    for (rule, key, _), held in _groups(rows, attrgetter("focus")):
        focus = {claim.passage.path for claim, is_focus in held if is_focus}
        if len(held) > 1 and focus:
            with told(), at(folder):
                found = contrast(rules[rule], key, [claim for claim, _ in held])
            for each in touching(found, focus):
                yield (mark(each),)


def _groups(rows: Iterable[Any], kept: Callable[[Any], T]) -> Iterator[tuple[Group, Sequence[tuple[Claim, T]]]]:
    """The claims of each topic and share, with what is kept of their rows."""
    for _, met in groupby(rows, itemgetter(0, 1)):
        held: defaultdict[Group, list[tuple[Claim, T]]] = defaultdict(list)
        for row in met:
            key, claim = pickle.loads(row.claim)
            is_alone = row.story is None and row.event is not None
            held[row.rule, key, (bytes(row.path), row.event) if is_alone else row.story].append((claim, kept(row)))
        yield from held.items()
