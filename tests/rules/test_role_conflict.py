"""role-conflict: roles that exclude each other, and roles that one may hold together."""

import pytest
from lint.rules.role_conflict import RoleConflict

from lint.engine import lint
from lint.read import Source

EVENT = " The barge Ottilie sank at Fenwick Lock on the Ottery canal in Brackley, said Harlan Quibell, 34.\n"


def said(*texts: str, days: tuple[int, ...] = (7, 7)) -> list[tuple[str, str]]:
    sources = [
        Source(f"{number}.txt", f" date 2026-04-{days[number]:02}\n\n{text}{EVENT}".encode())
        for number, text in enumerate(texts)
    ]
    return [(each.primary.passage.words, each.severity) for each in lint(sources, [RoleConflict()]).diagnostics]


@pytest.mark.parametrize(
    ("earlier", "later", "words", "severity"),
    [
        ("Capt. Ida Tharp spoke.", "Maj. Ida Tharp spoke.", "Maj. Ida Tharp", "warning"),
        ("Commander Ida Tharp spoke.", "Commodore Ida Tharp spoke.", "Commodore Ida Tharp", "warning"),
        ("U.S. District Judge Ida Tharp spoke.", "State District Judge Ida Tharp spoke.", None, "warning"),
        ("Mayor Ida Tharp spoke.", "Deputy Mayor Ida Tharp spoke.", "Deputy Mayor Ida Tharp", "warning"),
        ("It hit his 6-year-old sister.", "It hit his six-year-old cousin.", "his six-year-old cousin", "warning"),
        ("A 9-year-old boy shot himself.", "A 9-year-old was shot by another boy.", None, "warning"),
        ("He fired a rifle.", "He shot at it with a black pistol.", "a black pistol", "warning"),
        ("Roe was charged with murder.", "Roe was charged with manslaughter.", None, "warning"),
        ("It was hit by a red Honda Civic.", "It was hit by a blue 2013 Honda.", "blue 2013 Honda", "note"),
        ("They fled in a white van.", "They fled in a white pickup truck.", "white pickup truck", "note"),
        ("He fired a .38-caliber revolver.", "He pointed a .357 caliber gun.", "a .357 caliber", "warning"),
        ("Roe was pronounced dead at the scene.", "Roe died at Tarn Hospital.", None, "warning"),
        ("Roe was dead on arrival.", "Roe was taken to Tarn and later died.", None, "warning"),
        ("Ida Tharp, 59, of Evanston, came.", "Ida Tharp, who lived in Joliet, came.", None, "warning"),
        ("Ida Tharp was born in Nashville.", "Born in 1921 in Tulsa, Ida Tharp sang.", None, "warning"),
        ("Ida Tharp, a singer, was born in March in Joliet.", "Ida Tharp was born in Evanston.", None, "warning"),
        ("Otterline, based in Plano, sank it.", "The Dallas-based shipping firm Otterline sank it.", None, "warning"),
        ("A 59-year-old woman was killed.", "A 59-year-old man was killed.", "59-year-old man", "warning"),
        ("The MV Otter, under a Liberian flag, came.", "The Panamanian-flagged MV Otter came.", None, "warning"),
        ("They fled in a red Honda.", "They drove off in a red Toyota.", "red Toyota", "note"),
        ("It hit the only hospital in Tarn.", "One of the two big hospitals on the island burned.", None, "warning"),
        (
            "The boy's mother, Ida Tharp, came.",
            "Ida Tharp, the boy's aunt, came.",
            "Ida Tharp, the boy's aunt",
            "warning",
        ),
        ("The boy found a revolver.", "The boy had found a rifle.", "a rifle", "warning"),
        ("Roe was charged with first-degree murder.", "Roe faces a second-degree murder charge.", None, "warning"),
        ("Roe pleaded guilty.", "Roe pleaded not guilty.", "pleaded not guilty", "warning"),
        ("Jurors found Ida Tharp guilty.", "Ida Tharp was acquitted.", "acquitted", "warning"),
        ("Ida Tharp was named finance minister.", "He appointed Ida Tharp as interior minister.", None, "warning"),
        ("It was hit by a pickup truck.", "It was struck by a white van.", "struck by a white van", "note"),
        ("Tharp's Cessna crashed.", "Tharp's Piper crashed.", "Piper", "warning"),
        ("The frigate INS Otter came.", "The patrol vessel INS Otter came.", "patrol vessel INS Otter", "note"),
        ("Kim Tharp lives there. He is a cook.", "Kim Tharp has a boat. She sails it.", "She", "warning"),
    ],
)
def test_roles_that_exclude_each_other_are_reported(earlier: str, later: str, words: str | None, severity: str) -> None:
    ((found, how),) = said(earlier, later)
    assert (words in (None, found), how) == (True, severity)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("Lt. Ida Tharp spoke.", "Lt. Ada Tharp and Sgt. Ona Tharp spoke."),
        ("Lt. Gen. Ida Tharp spoke.", "Gen. Ida Tharp spoke."),
        ("Detective Sgt. Ida Tharp spoke.", "Sgt. Ida Tharp spoke."),
        ("Attorney General Ida Tharp spoke.", "Attorney Ida Tharp spoke."),
        ("It hit his 6-year-old sister.", "It hit her 6-year-old cousin."),
        ("He fired a rifle and a pistol.", "He fired a pistol."),
        ("He fired a rifle.", "He is charged with possession of a handgun that was fired."),
        ("He fired a rifle.", "He fired a toy pistol."),
        ("Roe was charged with murder.", "Dow was charged with manslaughter."),
        ("Roe was charged with murder.", "Roe was charged with attempted murder."),
        ("They fled in a white van.", "They fled in a white or silver pickup truck or van."),
        ("Kim Tharp met a woman. She is a cook.", "Kim Tharp lives there. He is a cook."),
        ("Kim Tharp lives near Ida Roe. She is a cook.", "Kim Tharp lives there. He is a cook."),
        ("Captain Ida Tharp spoke.", "Former Major Ida Tharp spoke."),
        ("It hit the only hospital in Tarn.", "One of the two hospitals in Harmon burned."),
        ("It hit the only hospital in Tarn.", "One of the worst fires in Tarn hit it."),
        ("He fired a .38-caliber revolver.", "He was charged with possession of a .22-caliber rifle."),
        ("He fired a .38-caliber revolver and a .22-caliber rifle.", "He fired a .22-caliber rifle."),
        ("Two people were killed. One died at the scene.", "Two people were killed. One died at Tarn Hospital."),
        ("Roe died at the scene.", "Roe died at the scene. Dow died at Tarn Hospital."),
        ("Roe was shot dead at the scene.", "Roe died at Tarn Hospital."),
        ("Ida Tharp, of Chicago, came.", "Ida Tharp, of Evanston, came."),
        ("Ida Tharp, of Fenwick Lock, came.", "Ida Tharp, of Ottery Bridge, came."),
        ("Ida Tharp, of Joliet, came.", "Mo Tharp, of Evanston, came."),
        ("Ida Tharp was born in Nashville.", "Ida Tharp was born in Tennessee."),
        ("Ida Tharp was born in Nashville.", "Ida Tharp, whose mother was born in Tulsa, sang."),
        ("Ida Tharp was born in Nashville.", "Ida Tharp was born in Brentwood."),
        ("It is based in Plano.", "It is based in Dallas."),
        ("A 59-year-old woman was killed.", "A 59-year-old man was killed. A 59-year-old woman was killed."),
        ("A 59-year-old woman was killed.", "A 59-year-old man was arrested."),
        ("They fled in a red Honda.", "It was hit by a red Toyota."),
        ("The boy's mother, Ida Tharp, came.", "Ida Tharp, the girl's aunt, came."),
        ("The boy found a revolver.", "Officers found a rifle."),
        ("Roe pleaded guilty.", "Dow pleaded not guilty."),
        ("Roe was found guilty of theft.", "Roe was found guilty of theft, and not guilty of murder."),
        ("Roe was found guilty.", "Roe was convicted."),
        ("Mayor Ida Tharp was named finance minister.", "Mayor Ida Tharp spoke."),
        ("Tharp's Cessna crashed.", "Tharp's Piper hit a Cessna, and both crashed."),
    ],
)
def test_roles_that_may_be_held_together_or_by_two_are_not(earlier: str, later: str) -> None:
    assert said(earlier, later) == []


def test_a_charge_may_be_changed_after_some_days_and_a_rank_may_not() -> None:
    assert said("Roe was charged with murder.", "Roe was charged with manslaughter.", days=(7, 9)) == []
    assert said("Capt. Ida Tharp spoke.", "Maj. Ida Tharp spoke.", days=(7, 9)) != []


def test_two_weapons_in_one_report_are_no_conflict_in_it() -> None:
    assert said("He fired a rifle. Then he fired a pistol.") == []


def test_kin_right_before_a_name_makes_it_a_persons() -> None:
    one = "Odo Farrow drowned at Brackley on Sunday. His brother, Rufus Farrow, had called."
    assert said(one, one.replace("brother", "cousin")) != []


def test_a_pronoun_after_a_sentence_that_begins_with_a_title_is_the_persons() -> None:
    assert said("Mayor Ida Tharp opened the bridge. She sang. Ida Tharp left early. He sang no more.") != []
