"""OGC API – Features: a project's data as layers of other programs, such as QGIS and ArcGIS."""
