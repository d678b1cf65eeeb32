"""Which rows QGIS draws by which symbol, and what the legend says."""

import pytest

from exports.qgis.rules import rules
from exports.symbols import Symbol, Symbols

COLUMNS = ("question", "category", "mode")
GOOD = Symbol(("places", "good"), ("Sett merker", "Bra"), "circle", "#007d5a")
WALK = Symbol(("road", "school", "walk"), ("Vis veien", "Skolevei", "Går"), "line", "#1b3a6b", "dotted")
CAR = Symbol(("road", "school", "car"), ("Vis veien", "Skolevei", "Bil"), "line", "#1b3a6b")
ANY = Symbol(("road", "school", None), ("Vis veien", "Skolevei", "Ikke sagt"), "line", "#1b3a6b")
SYMBOLS = Symbols(COLUMNS, [GOOD, WALK, CAR, ANY])


def shown(symbols):
    def plain(several):
        return [(rule.wanted, rule.label, plain(rule.rules) if rule.rules else rule.symbol) for rule in several]

    return plain(rules(COLUMNS, symbols))


@pytest.mark.parametrize(
    ("seen", "symbols"),
    [
        ([("places", "good", None)], [GOOD]),
        ([("places", "good", "walk"), ("road", "school", "car")], [GOOD, CAR]),
        ([("road", "school", None)], [ANY]),
        ([("road", "school", "on_stilts")], [ANY]),
        ([("road", "other", "walk")], []),
        ([], [GOOD, WALK, CAR, ANY]),
    ],
)
def test_a_row_is_drawn_by_the_symbol_that_fits_it_best(seen, symbols):
    assert SYMBOLS.of_rows(seen) == symbols


def test_each_column_is_a_level_of_the_legend():
    places = ("\"question\" = 'places'", "Sett merker", [("\"category\" = 'good'", "Bra", GOOD)])
    ways = [("\"mode\" = 'walk'", "Går", WALK), ("\"mode\" = 'car'", "Bil", CAR), ("ELSE", "Ikke sagt", ANY)]
    road = ("\"question\" = 'road'", "Vis veien", [("\"category\" = 'school'", "Skolevei", ways)])
    assert shown(SYMBOLS.symbols) == [places, road]


def test_one_question_alone_needs_no_heading_and_no_way_no_level():
    assert shown([GOOD]) == [("\"question\" = 'places' AND \"category\" = 'good'", "Bra", GOOD)]
    assert shown([ANY]) == [("\"question\" = 'road' AND \"category\" = 'school'", "Skolevei", ANY)]


def test_texts_stand_as_they_are():
    odd = Symbol(("it's \\n\n",), ("Rart",), "star", "#aa0000")
    assert [rule.wanted for rule in rules(('a"b',), [odd])] == ["\"a\"\"b\" = 'it''s \\\\n\\n'"]


@pytest.mark.parametrize("wrong", [{"shape": "hexagon"}, {"stroke": "wavy"}, {"labels": ()}])
def test_a_symbol_that_nothing_can_draw_is_refused(wrong):
    with pytest.raises(ValueError):
        Symbol(**({"values": ("a",), "labels": ("A",), "shape": "star", "colour": "#aa0000"} | wrong))
