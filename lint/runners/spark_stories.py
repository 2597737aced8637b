"""Stories on a cluster: the same as those of lint.story, made without all signatures in one place.

What a pair of reports is worth follows from their own terms and from how many reports have each, which Spark counts by
itself; Python weighs them, with the arithmetic of lint.story: results are the same to the last bit. Pairs join only
along evidence for one event, so that clusters are made apart in each connected component of such pairs.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from itertools import groupby, islice
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Any

from lint.runners.spark_extracts import as_path
from lint.signature import KINDS, Signature
from lint.span import Span
from lint.story import CANDIDATE, EXACT, SLACK, Corpus, Tally, average_linkage, reach

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

COMMON = 1000  # reports: a term in more of them is told to every worker, so that no task has to hold all who have it
FEW = 200_000  # ties between reports: so many are followed to the components of a story by one machine
TOGETHER = 500  # signatures, or pairs of them, whose terms are weighed at a time
NAMES = str(KINDS.index("names"))


def stories(signatures: "DataFrame", window: int | None) -> "DataFrame":
    """The story of each signature that has fellows: path, event, and a number of the story.

    The signatures have the columns path, event, start, end, day and terms; they are numbered in the order of
    lint.story.
    """
    from pyspark.sql import functions as sql

    ordered = signatures.orderBy("path", "start", "end").withColumn("id", sql.monotonically_increasing_id()).persist()
    reports = ordered.count()
    known = _known(ordered).persist()
    weighed = _weighed(known, reports).persist()
    ties = _ties(_candidates(weighed, reach(window)), known, weighed, reports).persist()
    first = _components(ties.filter("evidence > 0").select("one", "other"))
    inside = (
        ties.join(first.select(sql.col("id").alias("one"), sql.col("first").alias("mine")), "one")
        .join(first.select(sql.col("id").alias("other"), sql.col("first").alias("theirs")), "other")
        .filter("mine = theirs")
        .select("mine", "one", "other", "evidence")
    )
    linked = inside.repartition("mine").sortWithinPartitions("mine").rdd.mapPartitions(_linked)
    told = signatures.sparkSession.createDataFrame(linked, "id BIGINT, story BIGINT", verifySchema=False)
    return ordered.select("id", "path", "event").join(told, "id").select("path", "event", "story")


def _known(ordered: "DataFrame") -> "DataFrame":
    """The terms of each signature, with how many reports have each."""
    from pyspark.sql import Window
    from pyspark.sql import functions as sql

    terms = ordered.select("id", "path", "day", sql.explode("terms").alias("term"))
    common = terms.groupBy("term").agg(sql.count("*").alias("often")).filter(sql.col("often") > COMMON)
    told = terms.join(sql.broadcast(common), "term", "left")
    seldom = told.filter("often IS NULL").withColumn("often", sql.count("*").over(Window.partitionBy("term")))
    counted = told.filter("often IS NOT NULL").unionByName(seldom)
    about = sql.first("path").alias("path"), sql.first("day").alias("day")
    held = counted.groupBy("id").agg(*about, sql.collect_list(sql.struct("term", "often")).alias("held"))
    return held.select("id", "path", "day", sql.col("held.term").alias("terms"), sql.col("held.often").alias("counts"))


def _weighed(known: "DataFrame", reports: int) -> "DataFrame":
    """How much each signature names, and the terms that tell most of it with what each weighs where it is shared."""
    schema = "id BIGINT, day INT, length DOUBLE, telling ARRAY<STRUCT<term: STRING, weight: BIGINT>>"
    weighed = known.rdd.mapPartitions(partial(_told, reports=reports))
    return known.sparkSession.createDataFrame(weighed, schema, verifySchema=False)


def _told(rows: Iterable[Any], *, reports: int) -> Iterator[tuple[Any, ...]]:
    waiting = iter(rows)
    while some := sorted(islice(waiting, TOGETHER), key=attrgetter("id")):
        corpus = _corpus(some, reports)
        for number, row in enumerate(some):
            telling = [(term, round(corpus.squares[term] * EXACT)) for term in corpus.telling(number)]
            yield row.id, row.day, corpus.lengths[number], telling


def _corpus(rows: Iterable[Any], reports: int) -> Corpus:
    """The signatures of these rows, in the order of their numbers."""
    counts: dict[str, dict[str, int]] = {kind: {} for kind in KINDS}
    signatures = []
    for row in rows:
        terms: dict[str, list[str]] = {kind: [] for kind in KINDS}
        for term, count in zip(row.terms, row.counts, strict=True):
            kind = KINDS[int(term[0])]
            terms[kind].append(term[1:])
            counts[kind][term[1:]] = count
        published = date.fromordinal(row.day) if row.day else None
        held = {kind: tuple(terms[kind]) for kind in KINDS}
        signatures.append(Signature(as_path(row.path), Span(row.id, row.id), published, **held))
    return Corpus(signatures, Tally(reports, counts))


def _candidates(weighed: "DataFrame", days: int) -> "DataFrame":
    """Pairs that share enough rare names to be worth a look, and are not too many days apart."""
    from pyspark.sql import functions as sql

    holder = sql.struct("id", "day", "length")
    return (
        weighed.select("id", "day", "length", sql.explode("telling").alias("told"))
        .groupBy(sql.col("told.term"))
        .agg(sql.first("told.weight").alias("weight"), sql.collect_list(holder).alias("holders"))
        .filter(sql.size("holders") > 1)
        .select("weight", sql.explode("holders").alias("a"), "holders")
        .select("weight", "a", sql.explode(sql.expr("filter(holders, b -> b.id > a.id)")).alias("b"))
        .filter(f"coalesce(abs(a.day - b.day), 0) <= {days}")
        .groupBy(sql.col("a.id").alias("one"), sql.col("b.id").alias("other"))
        .agg(
            sql.sum("weight").alias("shared"),
            sql.first("a.length").alias("length"),
            sql.first("b.length").alias("others"),
        )
        .filter(f"shared > {CANDIDATE * EXACT!r}D * length * others")
        .select("one", "other")
    )


def _ties(pairs: "DataFrame", known: "DataFrame", weighed: "DataFrame", reports: int) -> "DataFrame":
    """The evidence for each pair. A name that one report alone has is no part of it but for the length."""
    from pyspark.sql import functions as sql

    held = sql.filter(
        sql.arrays_zip("terms", "counts"), lambda each: (each["counts"] > 1) | ~each["terms"].startswith(NAMES)
    )
    lean = known.select("id", "path", "day", held.alias("held")).join(weighed.select("id", "length"), "id")
    lean = lean.select(
        sql.col("id"),
        sql.struct(
            "id", "path", "day", "length", sql.col("held.terms").alias("terms"), sql.col("held.counts").alias("counts")
        ).alias("known"),
    )
    joined = (
        pairs.join(lean.select(sql.col("id").alias("one"), sql.col("known").alias("mine")), "one")
        .join(lean.select(sql.col("id").alias("other"), sql.col("known").alias("theirs")), "other")
        .select("mine", "theirs")
    )
    ties = joined.rdd.mapPartitions(partial(_evident, reports=reports))
    schema = "one BIGINT, other BIGINT, evidence DOUBLE"
    return pairs.sparkSession.createDataFrame(ties, schema, verifySchema=False)


def _evident(pairs: Iterable[Any], *, reports: int) -> Iterator[tuple[int, int, float]]:
    waiting = iter(pairs)
    while some := list(islice(waiting, TOGETHER)):
        held = {each.id: each for pair in some for each in pair}
        numbers = {number: position for position, number in enumerate(sorted(held))}
        corpus = _corpus(held.values(), reports)
        corpus.lengths = [held[number].length for number in numbers]
        for mine, theirs in some:
            evidence = corpus.evidence(numbers[mine.id], numbers[theirs.id])
            if evidence > -SLACK * 3:
                yield mine.id, theirs.id, evidence


def _components(pairs: "DataFrame") -> "DataFrame":
    """The first of the connected component of each signature that has fellows."""
    from pyspark.sql import functions as sql

    edges = pairs.select(sql.greatest("one", "other").alias("high"), sql.least("one", "other").alias("low")).persist()
    some = edges.limit(FEW + 1).collect()
    if len(some) <= FEW:
        first = _firsts((row.low, row.high) for row in some)
        return pairs.sparkSession.createDataFrame(list(first.items()), "id BIGINT, first BIGINT")
    return _starred(edges)


def _firsts(edges: Iterable[tuple[int, int]]) -> dict[int, int]:
    first: dict[int, int] = {}

    def root(number: int) -> int:
        above = first.setdefault(number, number)
        while first[above] != above:
            above = first[number] = first[first[number]]
        return above

    for low, high in edges:
        one, other = sorted((root(low), root(high)))
        first[other] = one
    return {number: root(number) for number in first}


def _starred(pairs: "DataFrame") -> "DataFrame":
    """The same, of more edges than one machine has room for, found by large stars and small stars in turn.

    Kiveris and others, Connected Components in MapReduce and Beyond, 2014.
    """
    from pyspark.sql import Window
    from pyspark.sql import functions as sql

    turned = sql.col("low").alias("high"), sql.col("high").alias("low")
    to_first = sql.col("low").alias("high"), sql.col("first").alias("low")
    around = sql.min("low").over(Window.partitionBy("high"))
    edges, before, now = pairs, None, _sum(pairs)
    while now != before:
        before = now
        both = edges.unionByName(edges.select(*turned)).withColumn("first", sql.least(around, sql.col("high")))
        large = both.filter("low > high").select(*to_first).withColumn("first", around)
        small = large.select("high", sql.col("first").alias("low"))
        found = small.unionByName(large.filter("low <> first").select(*to_first)).distinct().rdd
        # made anew of its rows: a plan that is made of itself four times doubles and doubles again with every turn
        edges = pairs.sparkSession.createDataFrame(found, "high BIGINT, low BIGINT", verifySchema=False).persist()
        now = _sum(edges)
    firsts = edges.select(sql.col("low").alias("id"), sql.col("low").alias("first")).distinct()
    return edges.select(sql.col("high").alias("id"), sql.col("low").alias("first")).unionByName(firsts)


def _sum(edges: "DataFrame") -> Any:
    """What stands for all edges, in whatever order."""
    from pyspark.sql import functions as sql

    # xor, because a sum of hashes may be more than a number can hold
    return edges.agg(sql.count("*"), sql.bit_xor(sql.xxhash64("high", "low"))).first()


def _linked(rows: Iterable[Any]) -> Iterator[tuple[int, int]]:
    for _, found in groupby(rows, itemgetter(0)):
        ties = {(row.one, row.other): row.evidence for row in found}
        numbers = sorted({number for pair in ties for number in pair})
        positions = {number: position for position, number in enumerate(numbers)}
        placed = {(positions[one], positions[other]): evidence for (one, other), evidence in ties.items()}
        for cluster in average_linkage(range(len(numbers)), placed):
            if len(cluster) > 1:
                for position in cluster:
                    yield numbers[position], numbers[cluster[0]]
