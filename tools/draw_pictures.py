"""Draws the pictures of the ready questionnaires into surveys/templates/pictures/. Run it again after a change here.

Flat and calm, in the colours of the house; every picture is drawn large and made small, which smooths its edges.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).resolve().parent.parent / "surveys/templates/pictures"
WIDE, HIGH, LARGER = 800, 600, 3
SKY, FAR, GRASS, EARTH, STONE = "#dfe9f1", "#b9cddd", "#a9c49b", "#d9cdb8", "#c9c6bf"
FJORD, NIGHT, DARK, TRUNK, LEAVES, LIGHT, WALL, ROOF, SUN = (
    "#0b4a75", "#28415a", "#2b333b", "#7a5c43", "#4f8a5b", "#f4dd8d", "#f3ede2", "#b5533c", "#f6c453",
)  # fmt: skip


class Drawing:
    """Coordinates of the finished picture, from its upper left corner."""

    def __init__(self, sky: str = SKY) -> None:
        self.image = Image.new("RGB", (WIDE * LARGER, HIGH * LARGER), sky)
        self.pen = ImageDraw.Draw(self.image)

    def box(self, left: float, top: float, right: float, bottom: float, colour: str, radius: float = 0) -> None:
        self.pen.rounded_rectangle([at * LARGER for at in (left, top, right, bottom)], radius * LARGER, colour)

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        self.pen.ellipse([at * LARGER for at in (x - radius, y - radius, x + radius, y + radius)], colour)

    def pool(self, x: float, y: float, reach: float, colour: str) -> None:
        """Light on the ground."""
        self.pen.ellipse([at * LARGER for at in (x - reach, y - reach / 5, x + reach, y + reach / 5)], colour)

    def shape(self, colour: str, *corners: tuple[float, float]) -> None:
        self.pen.polygon([(x * LARGER, y * LARGER) for x, y in corners], colour)

    def line(self, colour: str, wide: float, *through: tuple[float, float]) -> None:
        self.pen.line([(x * LARGER, y * LARGER) for x, y in through], colour, round(wide * LARGER), "curve")

    def save(self, name: str) -> None:
        small = self.image.resize((WIDE, HIGH), Image.Resampling.LANCZOS)
        small.save(FOLDER / f"{name}.webp", "WEBP", quality=80, method=6)


def hills(drawing: Drawing, near: str = GRASS, far: str = FAR) -> None:
    drawing.shape(far, (0, 360), (170, 210), (330, 320), (520, 170), (800, 340), (800, 600), (0, 600))
    drawing.shape(near, (0, 400), (800, 380), (800, 600), (0, 600))


def tree(drawing: Drawing, x: float, foot: float, size: float, leaves: str = LEAVES) -> None:
    drawing.box(x - size * 0.08, foot - size * 0.6, x + size * 0.08, foot, TRUNK)
    for left, up, radius in ((0, 0.95, 0.36), (-0.26, 0.72, 0.28), (0.26, 0.72, 0.28)):
        drawing.disc(x + left * size, foot - up * size, radius * size, leaves)


def house(drawing: Drawing, left: float, foot: float, wide: float, high: float, wall: str = WALL) -> None:
    drawing.box(left, foot - high, left + wide, foot, wall)
    ridge = (left + wide / 2, foot - high - wide * 0.38)
    drawing.shape(ROOF, (left - wide * 0.08, foot - high), ridge, (left + wide * 1.08, foot - high))
    for column in (0.18, 0.6):
        drawing.box(
            left + wide * column, foot - high * 0.75, left + wide * (column + 0.22), foot - high * 0.4, FJORD, 3
        )


def bench(drawing: Drawing, left: float, foot: float, wide: float) -> None:
    for board in (0.62, 0.46):
        drawing.box(left, foot - wide * board, left + wide, foot - wide * (board - 0.11), TRUNK, 4)
    drawing.box(left - 8, foot - wide * 0.27, left + wide + 8, foot - wide * 0.18, TRUNK, 4)
    for leg in (0.1, 0.84):
        drawing.box(left + wide * leg, foot - wide * 0.62, left + wide * (leg + 0.06), foot, DARK, 3)


def somewhere_to_sit() -> Drawing:
    drawing = Drawing()
    hills(drawing)
    tree(drawing, 190, 470, 300)
    tree(drawing, 640, 450, 230, "#6a9f6f")
    drawing.shape(EARTH, (0, 520), (800, 480), (800, 600), (0, 600))
    bench(drawing, 300, 530, 250)
    return drawing


def somewhere_to_play() -> Drawing:
    drawing = Drawing()
    hills(drawing)
    drawing.disc(660, 110, 48, SUN)
    tree(drawing, 90, 440, 200)
    drawing.shape(EARTH, (120, 500), (720, 480), (800, 600), (60, 600))
    for post in ((220, 540, 280, 220), (340, 540, 280, 220), (500, 540, 560, 220), (620, 540, 560, 220)):
        drawing.line(FJORD, 14, post[:2], post[2:])
    drawing.line(FJORD, 16, (270, 222), (570, 222))
    for swing in (360, 460):
        for rope in (-24, 24):
            drawing.line(DARK, 4, (swing + rope, 226), (swing + rope, 440))
        drawing.box(swing - 34, 434, swing + 34, 450, ROOF, 5)
    return drawing


def light_on_the_path() -> Drawing:
    drawing = Drawing(NIGHT)
    hills(drawing, "#35503f", "#31506a")
    drawing.disc(640, 110, 36, "#e9edf0")
    drawing.shape("#8f8a80", (340, 400), (420, 398), (640, 600), (120, 600))
    for x, foot, high in ((560, 500, 270), (455, 425, 150), (170, 520, 300)):
        drawing.pool(x, foot, high * 0.5, "#b8ae84")
        drawing.line(DARK, high * 0.045, (x, foot), (x, foot - high))
        drawing.disc(x, foot - high, high * 0.11, LIGHT)
    return drawing


def somewhere_to_meet() -> Drawing:
    drawing = Drawing()
    hills(drawing, STONE)
    house(drawing, 60, 430, 190, 170)
    house(drawing, 280, 430, 160, 140, "#e4d9c4")
    drawing.box(0, 430, 800, 600, STONE)
    tree(drawing, 700, 450, 240)
    for x, colour in ((210, ROOF), (530, FJORD)):
        drawing.line(DARK, 8, (x, 300), (x, 540))
        drawing.shape(colour, (x - 120, 340), (x, 260), (x + 120, 340))
        drawing.box(x - 80, 450, x + 80, 464, WALL, 6)
        for seat in (-120, 120):
            drawing.box(x + seat - 28, 496, x + seat + 28, 508, TRUNK, 5)
            for leg in (-20, 20):
                drawing.line(DARK, 6, (x + seat + leg, 506), (x + seat + leg, 552))
    return drawing


def neighbourhood() -> Drawing:
    drawing = Drawing()
    hills(drawing)
    drawing.disc(120, 110, 44, SUN)
    drawing.shape("#9dbcd2", (0, 392), (800, 376), (800, 430), (0, 436))
    house(drawing, 80, 470, 130, 110)
    house(drawing, 240, 462, 110, 120, "#e4d9c4")
    house(drawing, 560, 470, 150, 120)
    drawing.shape(EARTH, (350, 430), (390, 430), (560, 600), (300, 600))
    for x, foot, size in ((450, 470, 130), (510, 500, 160), (745, 510, 150), (40, 520, 140)):
        tree(drawing, x, foot, size)
    bench(drawing, 150, 560, 120)
    return drawing


PICTURES: dict[str, Callable[[], Drawing]] = {
    "neighbourhood": neighbourhood,
    "sit": somewhere_to_sit,
    "play": somewhere_to_play,
    "light": light_on_the_path,
    "meet": somewhere_to_meet,
}


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, draw in PICTURES.items():
        draw().save(name)


if __name__ == "__main__":
    main()
