import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from exports.formats import FORMATS
from tests.integration.api.conftest import fill
from tests.interop import told_places
from tests.serving import served

PACKAGES = {"soffice": "libreoffice-calc-nogui", "ogrinfo": "gdal-bin", "ogr2ogr": "gdal-bin"}
MODULES = {"qgis.core": "python3-qgis and qgis-providers", "osgeo_utils.samples": "python3-gdal"}
INSIDE_QGIS = Path(__file__).with_name("inside_qgis")
LOKALKJENT = Path(sys.executable).with_name("lokalkjent")


@pytest.fixture
def program():
    """Run a program of others and give its output; fail, naming the package, where it is missing."""

    def run(name, *arguments):
        found = shutil.which(name)
        if not found:
            pytest.fail(f"{name} is missing: install the package {PACKAGES[name]} and run again")
        done = subprocess.run([found, *map(str, arguments)], capture_output=True, text=True, timeout=180, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


@pytest.fixture(scope="session")
def system_python(tmp_path_factory):
    """Run the system's Python, for which modules of others are installed; fail, naming the packages, where one is missing."""
    python = shutil.which("python3", path=os.defpath) or sys.executable
    home = str(tmp_path_factory.mktemp("home"))
    where = {
        "PATH": os.defpath,
        "HOME": home,
        "XDG_RUNTIME_DIR": home,
        "LANG": "C.UTF-8",
        "QT_QPA_PLATFORM": "offscreen",
    }

    def run(*arguments):
        return subprocess.run(
            [python, *map(str, arguments)], env=where, capture_output=True, text=True, timeout=180, check=False
        )

    def with_module(name):
        if run("-c", f"import {name}").returncode:
            pytest.fail(f"{name} is missing: install the packages {MODULES[name]} (Debian, Ubuntu) and run again")
        return run

    return with_module


@pytest.fixture(scope="session")
def qgis(system_python):
    """Run a script of inside_qgis/, and give what it tells."""
    run = system_python("qgis.core")

    def told(script, *arguments):
        done = run(INSIDE_QGIS / f"{script}.py", *arguments)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return told


@pytest.fixture
def layers(client):
    return fill(client)


@pytest.fixture
def address(app, layers):
    """Of the live layers."""
    with served(app) as port:
        yield f"http://127.0.0.1:{port}/ogc/"


@pytest.fixture(scope="session")
def lokalkjent():
    """Run a command on the data in a folder, and give what it tells."""

    def run(data, *arguments):
        environment = os.environ | {"LOKALKJENT_DATA_DIR": str(data)}
        command = [LOKALKJENT, *map(str, arguments)]
        return subprocess.run(command, env=environment, check=True, capture_output=True, timeout=300).stdout

    return run


@pytest.fixture(scope="session")
def told_files(lokalkjent, sqlite_template, tmp_path_factory):
    """The files of an activity with the places of told_places.py, by format."""
    folder = tmp_path_factory.mktemp("files")
    activity, _token = told_places.fill(sqlite_template, folder / "data")
    files = {name: folder / f"steder{FORMATS[name].suffix}" for name in ("gpkg", "geojson", "shp", "gml")}
    files |= {"barnetrakk-gpkg": folder / "produkt.gpkg", "archive": folder / "pakke.zip"}
    for name, path in files.items():
        lokalkjent(folder / "data", "export", activity, "--format", name, "-o", path)
    files["published"] = folder / "offentlig.gpkg"
    lokalkjent(folder / "data", "export", activity, "--format", "gpkg", "--published", "-o", files["published"])
    return files
