import pytest

from exports.table import Column, FeatureTable

COMMENT = Column("comment", "text", {"nb": "Kommentar", "nn": "Merknad"})


def test_a_heading_follows_the_language_and_falls_back_on_the_variable_name():
    assert [COMMENT.heading(language) for language in ("nb", "nn", "en", None)] == [
        "Kommentar", "Merknad", "comment", "comment",
    ]  # fmt: skip


def test_two_columns_with_the_same_heading_are_told_apart():
    why, reason = Column("why", headings={"nb": "Hvorfor"}), Column("reason", headings={"nb": "Hvorfor"})
    table = FeatureTable("steder", [why, reason], [])
    assert table.headings("nb") == ["Hvorfor", "Hvorfor (reason)"]


def test_two_columns_cannot_have_the_same_name():
    with pytest.raises(ValueError, match="same name"):
        FeatureTable("steder", [COMMENT, COMMENT], [])


def test_an_unknown_kind_is_refused():
    with pytest.raises(ValueError, match="unknown kind"):
        Column("comment", "memo")
