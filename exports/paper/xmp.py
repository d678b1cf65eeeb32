"""What a PDF/A says of itself, as XMP; fpdf2's own would name the moment it was written."""

from __future__ import annotations

from xml.sax.saxutils import escape

from exports.paper.sheet import Sheet
from exports.plain_text import plain_text

PRODUCER = "Lokalkjent, fpdf2"
XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{made_at}</xmp:CreateDate><xmp:ModifyDate>{made_at}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>"""


def described(sheet: Sheet) -> str:
    return XMP.format(
        title=escape(plain_text(sheet.title)),
        language=escape(sheet.language),
        made_at=sheet.made_at.isoformat(timespec="seconds"),
        producer=PRODUCER,
    )
