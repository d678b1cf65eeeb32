import shutil
import subprocess

import pytest

PACKAGES = {"soffice": "libreoffice-calc-nogui", "ogrinfo": "gdal-bin", "ogr2ogr": "gdal-bin"}


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
