"""QGIS without a window, for the scripts beside this file. They are run by the Python that QGIS is installed for."""

import json
import sys

from qgis.core import Qgis, QgsApplication, QgsFeatureRequest, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import Qt


def tell(work):
    """Print what `work` answers to the arguments, as JSON."""
    application = QgsApplication([], False)
    application.initQgis()
    try:
        told = json.dumps(work(*sys.argv[1:]), ensure_ascii=False)
    finally:
        application.exitQgis()
    sys.stdout.write(told)


def layers_of(path):
    """Every layer that QGIS finds in a file, as when it is dragged into the map."""
    wanted = Qgis.SublayerQueryFlags(Qgis.SublayerQueryFlag.ResolveGeometryType)
    found = QgsProviderRegistry.instance().querySublayers(path, wanted)
    return [QgsVectorLayer(each.uri(), each.name(), each.providerKey()) for each in found]


def features_of(layer, box=None):
    """Geometry as WKT, and values by field."""
    request = QgsFeatureRequest() if box is None else QgsFeatureRequest(box)
    return [
        {"geometry": each.geometry().asWkt(9) if each.hasGeometry() else None, "values": _values(layer, each)}
        for each in layer.getFeatures(request)
    ]


def _values(layer, feature):
    return {field.name(): _plain(feature[field.name()]) for field in layer.fields()}


def _plain(value):
    if hasattr(value, "isNull") and value.isNull():
        return None
    return value.toString(Qt.ISODate) if hasattr(value, "toString") else value
