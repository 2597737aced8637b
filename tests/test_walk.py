"""Files and folders in, reports out."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from lint.errors import UsageError
from lint.walk import Exclusion, reports, shown


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """Makes files, each with a word in it, in an empty current folder."""

    def make(*paths: str) -> Path:
        for path in paths:
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text("Words.", encoding="utf-8")
        return tmp_path

    monkeypatch.chdir(tmp_path)
    return make


def test_a_folder_stands_for_the_reports_in_it_at_any_depth(tree: Callable[..., Path]) -> None:
    tree("b.md", "a.txt", "year/month/c.markdown", "D.TXT", "photo.jpg", "notes.rst")
    assert reports(["."]) == ["D.TXT", "a.txt", "b.md", "year/month/c.markdown"]


def test_hidden_files_and_folders_and_installed_packages_are_passed_over(tree: Callable[..., Path]) -> None:
    tree("a.txt", "~$a.docx", ".venv/b.txt", ".factlint_cache/c.md", "web/node_modules/d.md", ".hidden.txt", "web/e.md")
    assert reports(["."]) == ["a.txt", "web/e.md"]


def test_a_hidden_folder_that_is_named_is_searched(tree: Callable[..., Path]) -> None:
    tree(".drafts/a.txt")
    assert reports([".drafts"]) == [".drafts/a.txt"]


def test_a_file_that_is_named_is_read_whatever_it_is_called(tree: Callable[..., Path]) -> None:
    tree("copy.rtf", ".hidden")
    assert reports(["copy.rtf", ".hidden"]) == [".hidden", "copy.rtf"]


def test_a_report_that_is_named_twice_is_read_once(tree: Callable[..., Path]) -> None:
    root = tree("week/a.txt")
    assert reports(["week/a.txt", "./week/a.txt", "week", str(root / "week" / "a.txt")]) == ["week/a.txt"]


def test_paths_in_the_current_folder_are_shown_relative_to_it(tree: Callable[..., Path]) -> None:
    root = tree("week/a.txt")
    assert reports([str(root)]) == ["week/a.txt"]
    assert shown(str(root / "week")) == "week"
    assert shown("week/../week/./a.txt") == "week/a.txt"


def test_paths_elsewhere_are_shown_as_they_were_given(
    tree: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tree("week/a.txt", "today/b.txt")
    monkeypatch.chdir(root / "today")
    assert reports(["../week"]) == ["../week/a.txt"]
    assert reports([str(root / "week")]) == [str(root / "week" / "a.txt")]


def test_a_folder_whose_name_begins_like_the_current_one_is_elsewhere(
    tree: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tree("week/a.txt", "weekend/b.txt")
    monkeypatch.chdir(root / "week")
    assert shown(str(root / "weekend")) == str(root / "weekend")


def test_links_that_lead_in_circles_end(tree: Callable[..., Path]) -> None:
    root = tree("a.txt", "within/b.txt")
    (root / "within" / "back").symlink_to(root)
    (root / "itself").symlink_to(root / "itself")
    (root / "twin").symlink_to(root / "within")
    assert [Path(path).name for path in reports(["."])] == ["a.txt", "b.txt"]


def test_a_link_to_a_folder_elsewhere_is_followed(
    tree: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory
) -> None:
    root, elsewhere = tree("a.txt"), tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "b.txt").write_text("Words.", encoding="utf-8")
    (root / "linked").symlink_to(elsewhere)
    assert reports(["."]) == ["a.txt", "linked/b.txt"]


def test_a_link_that_leads_nowhere_is_left_to_reading_to_complain_of(tree: Callable[..., Path]) -> None:
    root = tree("a.txt")
    (root / "gone.txt").symlink_to(root / "nowhere")
    assert reports(["."]) == ["a.txt", "gone.txt"]


def test_a_pipe_in_a_folder_is_not_waited_for(tree: Callable[..., Path]) -> None:
    os.mkfifo(tree("a.txt") / "pipe.txt")
    assert reports(["."]) == ["a.txt"]


def test_a_folder_that_cannot_be_listed_is_left_to_reading_to_complain_of(
    tree: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    tree("a.txt", "closed/b.txt")
    scan = os.scandir

    def refuse(folder: str) -> object:
        if folder.endswith("closed"):
            raise PermissionError(13, "Permission denied", folder)
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    assert reports(["."]) == ["a.txt", "closed"]


def test_a_path_that_is_not_there_is_the_users_to_mend(tree: Callable[..., Path]) -> None:
    tree("a.txt")
    for path in ("b.txt", "a.txt/b", "no/where"):
        with pytest.raises(UsageError, match=f"there is no file or folder {path}"):
            reports([path])


def test_a_folder_without_reports_is_the_users_to_mend(tree: Callable[..., Path]) -> None:
    tree("photos/a.jpg", "a.txt")
    with pytest.raises(UsageError, match=r"there is no report \(\.txt, \.md, .*\.docx.*\) in photos"):
        reports(["photos"])


def test_a_folder_of_which_every_report_is_excluded_is_no_mistake(tree: Callable[..., Path]) -> None:
    root = tree("drafts/a.txt")
    for glob in ("drafts", "*.txt", "drafts/*.txt"):
        assert reports(["drafts"], [Exclusion(str(root), (glob,))]) == []


@pytest.mark.parametrize(
    ("glob", "left"),
    [
        ("drafts", ["a.txt", "b.md", "old/a.txt"]),
        ("drafts/", ["a.txt", "b.md", "old/a.txt"]),
        ("*.txt", ["b.md", "drafts/d.md", "old/drafts/e.md"]),
        ("/drafts", ["a.txt", "b.md", "old/a.txt", "old/drafts/e.md"]),
        ("./drafts", ["a.txt", "b.md", "old/a.txt", "old/drafts/e.md"]),
        ("old/*", ["a.txt", "b.md", "drafts/a.txt", "drafts/d.md"]),
        ("old/*.txt", ["a.txt", "b.md", "drafts/a.txt", "drafts/d.md", "old/drafts/e.md"]),
        ("**/drafts/*.md", ["a.txt", "b.md", "drafts/a.txt", "old/a.txt"]),
        ("old/**", ["a.txt", "b.md", "drafts/a.txt", "drafts/d.md"]),
        ("old/**/e.md", ["a.txt", "b.md", "drafts/a.txt", "drafts/d.md", "old/a.txt"]),
        ("?.md", ["a.txt", "drafts/a.txt", "old/a.txt"]),
        ("[a-d].*", ["old/drafts/e.md"]),
        ("[!a-d].*", ["a.txt", "b.md", "drafts/a.txt", "drafts/d.md", "old/a.txt"]),
        ("draft", ["a.txt", "b.md", "drafts/a.txt", "drafts/d.md", "old/a.txt", "old/drafts/e.md"]),
        (".", ["a.txt", "b.md", "drafts/a.txt", "drafts/d.md", "old/a.txt", "old/drafts/e.md"]),
    ],
)
def test_a_glob_leaves_out_what_it_matches(tree: Callable[..., Path], glob: str, left: list[str]) -> None:
    root = tree("a.txt", "b.md", "drafts/a.txt", "drafts/d.md", "old/a.txt", "old/drafts/e.md")
    exclusions = [Exclusion(str(root), (glob,))]
    assert reports(["."], exclusions) == left
    every = [os.path.relpath(path, root) for path in root.rglob("*.*")]
    assert reports(every, exclusions) == left, "the same whether walked or named"


def test_any_of_several_globs_is_enough(tree: Callable[..., Path]) -> None:
    root = tree("a.txt", "b.md", "c.txt")
    assert reports(["."], [Exclusion(str(root), ("a.*", "b.*"))]) == ["c.txt"]


def test_globs_are_relative_to_their_own_folder_not_to_the_current_one(
    tree: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tree("week/drafts/a.txt", "week/b.txt")
    monkeypatch.chdir(root / "week")
    assert reports(["."], [Exclusion(str(root), ("week/drafts",))]) == ["b.txt"]
