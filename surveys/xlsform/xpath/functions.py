"""ODK's functions and the operators of docs/conditions.md that say the same."""

SAME = {
    "and": "and",
    "or": "or",
    "+": "+",
    "-": "-",
    "*": "*",
    "div": "div",
    "mod": "mod",
    "not": "not",
    "if": "if",
    "coalesce": "coalesce",
    "selected": "selected",
    "count-selected": "count_selected",
    "selected-at": "selected_at",
    "string-length": "length",
    "contains": "contains",
    "starts-with": "starts_with",
    "ends-with": "ends_with",
    "substr": "substring",
    "regex": "matches",
    "concat": "join",
    "string": "text",
    "pow": "power",
    "sqrt": "sqrt",
    "abs": "abs",
    "int": "int",
    "round": "round",
    "floor": "floor",
    "ceiling": "ceiling",
    "min": "min",
    "max": "max",
    "number": "number",
}
NAMED = {ours: theirs for theirs, ours in SAME.items()}
DATE_PARTS = {"%Y": "year", "%n": "month", "%e": "day"}
PADDED = {"%m": "month", "%d": "day"}
"""With a zero before, which only a number is without."""
COMPARISONS = ("=", "!=", "<", "<=", ">", ">=")
TICKED = "OK"
"""What a box holds that is ticked."""
