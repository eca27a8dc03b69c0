"""Pictures of lines between 0 and 1 as SVG, in colours that show on white and on black."""

from collections.abc import Mapping, Sequence

SIZE, EDGE = 320, 48
COLOURS = ("#3b82f6", "#d97706", "#808080")
TEXT = '<text x="{:.1f}" y="{:.1f}" text-anchor="{}" fill="{}">{}</text>'

Points = Sequence[tuple[float, float]]


def picture(x: str, y: str, lines: Mapping[str, Points]) -> str:
    """The lines by their labels, drawn from the first to the last, with names for both axes."""
    parts = [*_axes(x, y)]
    for n, (label, points) in enumerate(lines.items()):
        colour = COLOURS[n % len(COLOURS)]
        way = " L".join("{:.1f},{:.1f}".format(*_place(*point)) for point in points)
        parts.append(f'<path d="M{way}" stroke="{colour}" stroke-width="2" fill="none"/>')
        for point in points:
            across, down = _place(*point)
            parts.append(f'<circle cx="{across:.1f}" cy="{down:.1f}" r="3" fill="{colour}"/>')
        parts.append(TEXT.format(EDGE + 12, EDGE / 2 + 14 + 16 * n, "start", colour, label))
    side = SIZE + EDGE + 24
    head = f'width="{side}" height="{side}" font-family="sans-serif" font-size="12"'
    body = "\n".join(parts)
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}>\n{body}\n</svg>\n'


def _place(x: float, y: float) -> tuple[float, float]:
    return EDGE + x * SIZE, EDGE / 2 + (1 - y) * SIZE


def _axes(x: str, y: str) -> list[str]:
    way = " L".join("{:.1f},{:.1f}".format(*_place(*point)) for point in ((0, 1), (0, 0), (1, 0)))
    parts = [f'<path d="M{way}" stroke="#808080" fill="none"/>']
    for fifth in range(6):
        at = fifth / 5
        (across, floor), (wall, up) = _place(at, 0), _place(0, at)
        parts.append(TEXT.format(across, floor + 16, "middle", "#808080", f"{at:.1f}"))
        parts.append(TEXT.format(wall - 6, up + 4, "end", "#808080", f"{at:.1f}"))
    middle = EDGE / 2 + SIZE / 2
    parts.append(TEXT.format(EDGE + SIZE / 2, EDGE / 2 + SIZE + 36, "middle", "#808080", x))
    turned = TEXT.format(0, 0, "middle", "#808080", y)
    return [*parts, f'<g transform="translate(14 {middle:.1f}) rotate(-90)">{turned}</g>']
