"""Arguments: a file; the picture to make; its width in pixels; west, south, east and north of the map, in its layers' own
system. Tells the layers that are drawn, and what went wrong."""

from headless import layers_of, tell
from qgis.core import QgsMapRendererParallelJob, QgsMapSettings, QgsRectangle
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

GROUND, DOTS_AN_INCH = "#dfe5d8", 300


def draw_map(path, picture, width, *corners):
    layers = [layer for layer in layers_of(path) if layer.isSpatial()]
    layers.sort(key=lambda layer: layer.geometryType())
    box = QgsRectangle(*map(float, corners))
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[0].crs())
    settings.setExtent(box)
    settings.setOutputSize(QSize(int(width), round(int(width) * box.height() / box.width())))
    settings.setOutputDpi(DOTS_AN_INCH)
    settings.setBackgroundColor(QColor(GROUND))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    job.renderedImage().save(picture)
    return {"layers": [layer.name() for layer in layers], "errors": [error.message for error in job.errors()]}


tell(draw_map)
