"""Charts and the drawing they stand in, as parts of a workbook (ECMA-376, DrawingML).

The library that writes workbooks charts whole columns only; a summary has many short tables in one.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from exports.charts.bars import Chart

COLOUR = "0B3C7D"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OF_CHARTS = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
OF_DRAWINGS = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
LONGEST_TOLD = 2000
WIDE, AROUND = 9, 4  # columns of a chart, and lines beside its bars


def chart_part(chart: Chart, sheet: str) -> bytes:
    """The chart as a part of the workbook; its bars lie, the first one on top, each with its number."""
    labels = _cached("str", [text for _cell, text in chart.labels])
    numbers = _cached("num", [f"{number:g}" for _cell, number in chart.numbers])
    return (
        f'{HEAD}<c:chartSpace {OF_CHARTS}><c:roundedCorners val="0"/><c:chart>{_title(chart.title)}'
        '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/>'
        '<c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/>'
        f'<c:spPr><a:solidFill><a:srgbClr val="{COLOUR}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>'
        '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        f"<c:cat><c:strRef><c:f>{_cells(sheet, [cell for cell, _text in chart.labels])}</c:f>{labels}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{_cells(sheet, [cell for cell, _number in chart.numbers])}</c:f>{numbers}</c:numRef></c:val>"
        '</c:ser><c:gapWidth val="40"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        f"{_axis('cat', 1, 2, 'maxMin', 'l', hidden=False)}{_axis('val', 2, 1, 'minMax', 't', hidden=True)}"
        '</c:plotArea><c:plotVisOnly val="0"/></c:chart></c:chartSpace>'
    ).encode()


def drawing_part(charts: Sequence[Chart], column: int) -> bytes:
    """Where the charts stand: one below the other from `column` on."""
    anchors, line = [], 1
    for number, chart in enumerate(charts, 1):
        below = line + len(chart.labels) + AROUND
        anchors.append(_anchor(chart, number, (column, line), (column + WIDE, below)))
        line = below + 1
    return f"{HEAD}<xdr:wsDr {OF_DRAWINGS}>{''.join(anchors)}</xdr:wsDr>".encode()


def _title(text: str) -> str:
    run = f'<a:r><a:rPr sz="1200" b="1"/><a:t>{escape(text)}</a:t></a:r>'
    rich = f"<c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr/></a:pPr>{run}</a:p></c:rich>"
    return f'<c:title><c:tx>{rich}</c:tx><c:overlay val="0"/></c:title>'


def _axis(kind: str, own: int, other: int, order: str, side: str, hidden: bool) -> str:
    # Without a mark on each, a label is left out here and there where bars stand close.
    every = '<c:lblOffset val="100"/><c:tickLblSkip val="1"/>'
    small = '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr><a:endParaRPr lang="nb-NO"/></a:p></c:txPr>'
    least, more = ('<c:min val="0"/>', '<c:crossBetween val="between"/>') if kind == "val" else ("", every)
    return (
        f'<c:{kind}Ax><c:axId val="{own}"/><c:scaling><c:orientation val="{order}"/>{least}</c:scaling>'
        f'<c:delete val="{int(hidden)}"/><c:axPos val="{side}"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/>{small}<c:crossAx val="{other}"/><c:crosses val="autoZero"/>{more}</c:{kind}Ax>'
    )


def _cached(kind: str, texts: Sequence[str]) -> str:
    """What stands in the cells, for readers that do not look there."""
    points = "".join(f'<c:pt idx="{number}"><c:v>{escape(text)}</c:v></c:pt>' for number, text in enumerate(texts))
    return f'<c:{kind}Cache><c:ptCount val="{len(texts)}"/>{points}</c:{kind}Cache>'


def _cells(sheet: str, cells: Sequence[str]) -> str:
    """The cells of one column as a reference: a range where they follow each other, else each of them."""
    named = "'" + sheet.replace("'", "''") + "'!"
    lines = [int(cell.rpartition("$")[2]) for cell in cells]
    if lines == list(range(lines[0], lines[0] + len(lines))):
        return escape(f"{named}{cells[0]}:{cells[-1]}")
    return escape(f"({','.join(named + cell for cell in cells)})")


def _anchor(chart: Chart, number: int, start: tuple[int, int], end: tuple[int, int]) -> str:
    told = "; ".join(
        f"{text}: {count:g}" for (_cell, text), (_other, count) in zip(chart.labels, chart.numbers, strict=True)
    )
    ends = [
        f"<xdr:{name}><xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{line}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:{name}>"
        for name, (column, line) in (("from", start), ("to", end))
    ]
    described = f'name="Chart {number}" descr={quoteattr(f"{chart.title}: {told}"[:LONGEST_TOLD])}'
    return (
        f'<xdr:twoCellAnchor>{"".join(ends)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>'
        f'<xdr:cNvPr id="{number + 1}" {described}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>'
        '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>'
        f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="rId{number}"/>'
        "</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>"
    )
