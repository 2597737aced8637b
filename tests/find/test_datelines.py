import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import Report, Span
from lint.find.datelines import Dateline, datelines
from lint.read import Source, read


def report(text: str) -> Report:
    found = read(Source("report.txt", text.encode())).report
    assert found is not None
    return found


def found(text: str) -> list[dict[str, object]]:
    """The datelines of a text, each as the words of its parts."""
    source = report(text)

    def words(span: Span | None) -> str:
        return source.words(span) if span else ""

    return [
        {
            "cities": [words(city) for city in each.cities],
            "regions": [words(region) for region in each.regions],
            "date": words(each.date),
            "agency": words(each.agency),
        }
        for each in source.find(datelines)
    ]


def dateline(*cities: str, regions: tuple[str, ...] = (), date: str = "", agency: str = "") -> dict[str, object]:
    return {"cities": [*cities], "regions": [*regions], "date": date, "agency": agency}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lima, Peru – Talks began.", dateline("Lima", regions=("Peru",))),
        ("LIMA, Peru — Talks began.", dateline("LIMA", regions=("Peru",))),
        ("LIMA, Peru -- Talks began.", dateline("LIMA", regions=("Peru",))),
        ("LIMA, Peru - Talks began.", dateline("LIMA", regions=("Peru",))),
        ("LIMA, Peru—Talks began.", dateline("LIMA", regions=("Peru",))),
        ("LIMA, Peru –Talks began.", dateline("LIMA", regions=("Peru",))),
        ("LIMA, Peru (AP) — Talks began.", dateline("LIMA", regions=("Peru",), agency="AP")),
        ("LIMA, Peru (AP) _ Talks began.", dateline("LIMA", regions=("Peru",), agency="AP")),
        ("LIMA (EFE).- Talks began.", dateline("LIMA", agency="EFE")),
        ("NEW YORK (Reuters) - Stocks fell.", dateline("NEW YORK", agency="Reuters")),
        ("New York (Reuters) - Stocks fell.", dateline("New York", agency="Reuters")),
        ("MACON, Ga., May 9 - Stocks fell.", dateline("MACON", regions=("Ga.",), date="May 9")),
        ("MACON, Ga., 9 May - Stocks fell.", dateline("MACON", regions=("Ga.",), date="9 May")),
        ("BEIJING, Jan. 5, 2026 (Xinhua) -- Snow fell.", dateline("BEIJING", date="Jan. 5, 2026", agency="Xinhua")),
        ("PARIS, Sunday - Snow fell.", dateline("PARIS", date="Sunday")),
        ("OSLO, Jan 2 /Newswire/ -- A firm said so.", dateline("OSLO", date="Jan 2", agency="Newswire")),
        ("PEORIA, Ill., U.S. – Snow fell.", dateline("PEORIA", regions=("Ill.", "U.S."))),
        ("LAGOS/ABUJA (Reuters) - Prices rose.", dateline("LAGOS", "ABUJA", agency="Reuters")),
        ("Quito / Lima – Prices rose.", None),
        ("near Mosul, Iraq – Shots were heard.", dateline("Mosul", regions=("Iraq",))),
        ("NEAR MOSUL, Iraq – Shots were heard.", dateline("MOSUL", regions=("Iraq",))),
        ("Santa Fe de la Laguna, Mexico – It rained.", dateline("Santa Fe de la Laguna", regions=("Mexico",))),
        ("BOURG-EN-BRESSE, France – It rained.", dateline("BOURG-EN-BRESSE", regions=("France",))),
        ("L'AQUILA, Italy – It rained.", dateline("L'AQUILA", regions=("Italy",))),
        ("‘Ajlūn, Jordan – It rained.", dateline("‘Ajlūn", regions=("Jordan",))),
        ("Gaza City, Gaza Strip – It rained.", dateline("Gaza City", regions=("Gaza Strip",))),
        ("SARAJEVO, Bosnia and Herzegovina – It rained.", dateline("SARAJEVO", regions=("Bosnia and Herzegovina",))),
        ("**OSLO, Norway** – It rained.", dateline("OSLO", regions=("Norway",))),
        ("OSLO – It rained.", dateline("OSLO")),
        ("Oslo – It rained.", None),
        ("It rained, she said – and snowed.", None),
        ("THE 12 MEN – all miners – left.", None),
        ("ABOARD THE GANNET, Red Sea – It rained.", None),
        ("The well-known mayor of Lima, Peru, resigned.", None),
    ],
)
def test_a_dateline_is_read_as_agencies_write_it(text: str, expected: dict[str, object] | None) -> None:
    assert found(text) == ([expected] if expected else [])


@pytest.mark.parametrize(
    "head",
    [
        "",
        " date 2026-01-09 By staff\n\n",
        "---\ntitle: Rain\n---\n",
        "Rain falls on the hills\n\n",
        "Rain falls\nBy Ann Marlow\n\n",
        "\ufeff\r\n\r\n",
    ],
)
def test_a_dateline_stands_after_whatever_opens_a_report(head: str) -> None:
    text = f"{head}Lima, Peru – It rained.\n\nIt snowed.\n"
    assert found(text) == [dateline("Lima", regions=("Peru",))]


def test_below_the_first_lines_a_dash_is_only_a_dash() -> None:
    assert found("It rained.\n\n" * 8 + "Lima, Peru – It rained.") == []


def test_a_dateline_ends_before_the_dash() -> None:
    source = report("LIMA, Peru (AP) — Talks began.")
    (only,) = source.find(datelines)
    assert only == Dateline(Span(0, 15), (Span(0, 4),), (Span(6, 10),), None, Span(12, 14))


def test_a_long_line_without_a_dash_is_read_in_no_time() -> None:
    assert found("A " * 100_000) == []
    assert found("A, " * 100_000) == []
    assert found("A/" * 100_000) == []


@given(st.text(alphabet="Ab1 ,.-–—/()'’\n", max_size=200))
def test_whatever_the_text_each_part_stands_where_it_says(text: str) -> None:
    source = Report("report.txt", text, Span(0, len(text)))
    for each in datelines(source):
        parts = [*each.cities, *each.regions, *(part for part in (each.date, each.agency) if part)]
        assert all(each.span.covers(part) and source.words(part).strip() == source.words(part) != "" for part in parts)
        assert parts == sorted(parts)
