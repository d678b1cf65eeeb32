"""Names from the product specification. The *values* of its code lists are not here: nobody has checked them, so whoever
delivers fills them in."""

from __future__ import annotations

NAME = "Barnetråkk – aggregert"
NAMESPACE = "https://skjema.geonorge.no/SOSI/produktspesifikasjon/BarnetrakkAggregert/20230901"
# Feature type → the attribute that its code list belongs to; of negative experiences we know none.
FEATURE_TYPES: dict[str, str | None] = {
    "Barneveg": "barnevegType",
    "Aktivitet": "aktivitetType",
    "PositivOpplevelse": "positivOpplevelseType",
    "NegativOpplevelse": None,
}
IDENTIFICATION = ("lokalId", "navnerom", "versjonId")
COMMON = {
    **dict.fromkeys(IDENTIFICATION, "text"),
    "førsteRegistreringsÅr": "integer",
    "sisteRegistreringsÅr": "integer",
    "oppdateringsdato": "date",
    "datauttaksdato": "date",
    "kvalitet": "text",
    "kommunenummer": "code",
    "klassetrinngruppe": "code",
}
