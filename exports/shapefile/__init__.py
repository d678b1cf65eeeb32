"""ESRI Shapefile: what its tables can hold, and what of ours they cannot."""
