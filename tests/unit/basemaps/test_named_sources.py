import json

import pytest

from participation.basemaps.named_sources import BadSource, named_sources

URL = "https://maps.example/wmts?layer=photo&z={z}&y={y}&x={x}&key={key}"


def test_the_key_is_put_in_on_the_server() -> None:
    text = json.dumps([{"id": "air-photo", "url": URL, "label": "Flyfoto", "max_zoom": 20}])
    [source] = named_sources(text, {"LOKALKJENT_TILE_KEY_AIR_PHOTO": "{x}s3cret"})
    assert source.address(3, 4, 5).endswith("z=3&y=5&x=4&key={x}s3cret")
    assert (source.label, source.max_zoom) == ("Flyfoto", 20)


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"id": "A b", "url": URL}, "needs an id"),
        ({"id": "a", "url": "ftp://x/{z}/{x}/{y}"}, "https"),
        ({"id": "a", "url": "https://{z}.example/{z}/{x}/{y}"}, "fixed host"),
        ({"id": "a", "url": "https://user:pass@example/{z}/{x}/{y}"}, "fixed host"),
        ({"id": "a", "url": "https://example/{z}/{x}"}, "must have"),
        ({"id": "a", "url": "https://example/{z}/{x}/{y}/{host}"}, "nothing else"),
        ({"id": "a", "url": URL}, "LOKALKJENT_TILE_KEY_A"),
        ({"id": "a", "url": "https://example/{z}/{x}/{y}", "bounds": [1, 2]}, "four numbers"),
    ],
)
def test_a_mistake_is_told_at_start(row: dict, says: str) -> None:
    with pytest.raises(BadSource, match=says):
        named_sources(json.dumps([row]), {})


@pytest.mark.parametrize("text", ["{", '{"id": "a"}', "[1]"])
def test_nonsense_is_told_at_start(text: str) -> None:
    with pytest.raises(BadSource):
        named_sources(text, {})


def test_nothing_named_is_fine() -> None:
    assert named_sources("", {}) == []
