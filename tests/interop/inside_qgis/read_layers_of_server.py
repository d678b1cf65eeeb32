"""Arguments: the address of an OGC API, and a token or "". Tells what QGIS lists in a connection to it, made as
/help/map-programs says, and what it makes of each layer; then of one in a box."""

from headless import features_of, tell
from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsDataSourceUri,
    QgsRectangle,
    QgsSettings,
    QgsVectorLayer,
    QgsWkbTypes,
)

CONNECTION = "Lokalkjent"


def read_layers_of_server(address, token, box_of="", *corners):
    sign_in = kept_token(token) if token else ""
    connect(address, sign_in)
    layers = [layer_of(address, name, sign_in) for name in listed()]
    told = {layer.name(): described(layer) for layer in layers}
    if box_of:
        layer = layer_of(address, box_of, sign_in)
        told["in the box"] = features_of(layer, QgsRectangle(*map(float, corners))) if layer.isValid() else None
    return told


def kept_token(token):
    """What the window for a sign-in keeps: Basic authentication, with the token as the password."""
    manager = QgsApplication.authManager()
    manager.setMasterPassword("a password for tests", True)
    config = QgsAuthMethodConfig("Basic")
    config.setName(CONNECTION)
    config.setConfig("username", "lokalkjent")
    config.setConfig("password", token)
    assert manager.storeAuthenticationConfig(config)[0]
    return config.id()


def connect(address, sign_in):
    """What the window for a new connection keeps."""
    settings = QgsSettings()
    settings.setValue(f"qgis/connections-wfs/{CONNECTION}/url", address)
    settings.setValue(f"qgis/connections-wfs/{CONNECTION}/version", "OGC_API_FEATURES")
    settings.setValue(f"qgis/WFS/{CONNECTION}/authcfg", sign_in)


def listed():
    """The layers that the browser shows under the connection."""
    root = QgsApplication.dataItemProviderRegistry().provider("WFS").createDataItem("", None)
    return [
        QgsDataSourceUri(layer.uri()).param("typename")
        for one in root.createChildren()
        for layer in one.createChildren()
    ]


def layer_of(address, name, sign_in):
    uri = QgsDataSourceUri()
    uri.setParam("url", address)
    uri.setParam("typename", name)
    uri.setAuthConfigId(sign_in)
    return QgsVectorLayer(uri.uri(False), name, "OAPIF")


def described(layer):
    features = features_of(layer)
    return {"kind": QgsWkbTypes.displayString(layer.wkbType()), "crs": layer.crs().authid(), "features": features}


tell(read_layers_of_server)
