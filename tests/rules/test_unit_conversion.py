"""A conversion fits what it converts, as far as rounding, ranges and the many tons allow."""

import pytest
from lint.rules.unit_conversion import UnitConversion

from lint import Diagnostic
from lint.engine import lint
from lint.read import Source


def found(text: str) -> list[Diagnostic]:
    return list(lint([Source("a.txt", text.encode())], [UnitConversion()]).diagnostics)


@pytest.mark.parametrize(
    "text",
    [
        "The path is 10 miles (16 km) long.",
        "The path is 10 miles (16.1 km) long.",
        "The path is about 100 miles (160 kilometers) long.",
        "The wall is 300 feet (100 m) long.",
        "The wall is 5-10 miles (8-16 km) long.",
        "It lies between 2,000 and 3,000 feet (600 and 900 meters).",
        "A 10-by-12-foot (3-by-3.7-meter) room burned.",
        "A six-foot-tall (1.8 m) fence fell.",
        "A 5-foot-10-inch (1.78 m) man fell.",
        "The boy weighed 7 pounds, 5 ounces (3.3 kg).",
        "He weighed 12 stone 4 pounds (78 kg).",
        "The lake holds 2 million gallons (9 million liters).",
        "The lake holds 2 million gallons (7.6 million liters).",
        "The ship carried 500 tons (450 tonnes).",
        "The ship carried 500 tons (500 metric tons).",
        "It was 90 degrees (32 Celsius).",
        "It was minus 40 degrees Fahrenheit (minus 40 Celsius).",
        "It was -4F (-20C).",
        "Seas have warmed by 2 degrees Celsius (3.6 degrees Fahrenheit).",
        "Half a mile (800 meters) away a dog barked.",
        "It fell 3 1/2 inches (9 cm) short.",
        "The fee is 50 pounds ($90) a day; it was $5m (3 km).",
        "The race of 5 miles (8 laps) and the 3 miles (two men fell) were wet.",
        "It ran at 60 miles an hour (97 kph).",
        "They ran 400 m (4 yards from the rail).",
        "It is 1,000 miles, or about 1,600 km, away.",
        "It holds 3,217 tonnes, or 113.5m ounces, of tin.",
        "A field of 5 acres (2 hectares), of 640 acres (1 square mile).",
    ],
)
def test_what_rounding_explains_is_left_alone(text: str) -> None:
    assert [each.message for each in found(text)] == []


@pytest.mark.parametrize(
    ("text", "words", "severity"),
    [
        ("The path is 10 kilometers (16 miles) long.", "16 miles", "error"),
        ("It lies at 2,000 to 3,000 feet (610 to 1,200 meters).", "610 to 1,200 meters", "error"),
        ("The boy weighed 7 pounds, 5 ounces (4.3 kg).", "4.3 kg", "error"),
        ("It is 1,000 miles, or about 620 km, away.", "620 km", "error"),
        ("A field of 50 acres (125 hectares) burned.", "125 hectares", "error"),
        ("It was 40 degrees (98 Fahrenheit).", "98 Fahrenheit", "warning"),
        ("A pool of 55 meters (165 feet) is planned.", "165 feet", "warning"),
        ("It holds 3,000 tonnes, or 206m ounces, of tin.", "206m ounces", "error"),
    ],
)
def test_what_no_rounding_explains_is_reported_at_the_conversion(text: str, words: str, severity: str) -> None:
    assert [(each.primary.passage.words, each.severity) for each in found(text)] == [(words, severity)]
