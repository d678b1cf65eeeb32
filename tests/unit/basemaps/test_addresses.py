import pytest

from participation.basemaps.fetching import Limits, NoAnswer, fetch_image, image_type, resolve


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "10.0.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "::1",
        "::ffff:127.0.0.1",
        "fe80::1",
        "0.0.0.0",
        "224.0.0.1",
        "100.64.0.1",
    ],
)
def test_addresses_inside_the_network_are_refused(host: str) -> None:
    with pytest.raises((NoAnswer, OSError)):
        resolve(host, 443, private_hosts=False)


def test_the_operator_may_allow_them() -> None:
    assert resolve("127.0.0.1", 80, private_hosts=True) == [("127.0.0.1", 80)]


def test_a_public_address_is_fine() -> None:
    assert resolve("9.9.9.9", 443, private_hosts=False) == [("9.9.9.9", 443)]


def test_images_are_known_by_their_first_bytes() -> None:
    assert image_type(b"RIFF\0\0\0\0WEBPVP8 ") == "image/webp"
    assert image_type(b"<svg>") is None


def test_the_next_address_is_tried_when_one_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []

    def connect(address: tuple[str, int], timeout: float) -> None:
        tried.append(address[0])
        raise OSError("no route")

    monkeypatch.setattr(
        "socket.getaddrinfo", lambda *_, **__: [(0, 0, 0, "", (ip, 443)) for ip in ("2606::1", "9.9.9.9")]
    )
    monkeypatch.setattr("socket.create_connection", connect)
    with pytest.raises(NoAnswer):
        fetch_image("https://maps.example/1/2/3.png", Limits())
    assert tried == ["2606::1", "9.9.9.9"]
