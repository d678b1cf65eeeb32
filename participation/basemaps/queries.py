"""Reading which sources an area may be fetched from beforehand."""

from __future__ import annotations

from participation.basemaps.installation import installation
from participation.basemaps.source_kinds import Bounds, RasterSource
from participation.basemaps.tiles import touches


def sources_to_prepare(bounds: Bounds) -> list[RasterSource]:
    """The other servers' maps that reach into the area, in the order they are offered."""
    sources = installation().sources.values()
    return [source for source in sources if isinstance(source, RasterSource) and touches(source.bounds, bounds)]
