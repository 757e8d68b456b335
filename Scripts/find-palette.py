#!/usr/bin/env python3
"""Searches colours for the sectors of a template that differ as much as can be in every kind of colour vision.

    Scripts/find-palette.py [Data/templates/lernende-region.yaml] [SEED ...]    needs numpy
    Scripts/find-palette.py --distinct      the colours of MapPalette.swift for sectors of no template

Each group of sectors keeps its hue (a window of OKLCh), every colour stands out from light and dark paper, and the
smallest difference between any two sectors is made as large as simulated annealing finds: CIEDE2000 in normal,
deuteranopic, protanopic and tritanopic sight (matrices of Machado, Oliveira, Fernandes 2009, severity 1). Two sectors
with the same shape count as if they were 0.75 times as different, because nothing else tells them apart.

Prints what the template has now, then the best palette found, sector by sector. What it prints is copied by hand into
the template (and, for sectors of no template, into MapPalette.swift); the figures stand in Tests/NetworkMapsTests.
"""
import itertools
import re
import sys

import numpy as np

# Degrees of OKLCh for the groups of each template; a group with many sectors has a wide window.
HUES = {
    # In the template's order; municipalities are purple.
    "lernende-region": {
        "education": (240, 274),
        "regional_development": (50, 100),
        "social_partners": (16, 36),
        "municipalities": (315, 340),
        "interest": (140, 195),
    },
    "leader-lag": {
        "management": (25, 45),
        "public": (300, 345),
        "economy": (52, 110),
        "civil_society": (135, 205),
        "education": (250, 285),
    },
    "health-region": {
        "care": (235, 290),
        "prevention": (140, 200),
        "community": (52, 110),
        "municipalities": (305, 345),
        "knowledge": (10, 36),
    },
}
# The lead of most learning regions, the largest mark of its map: an orange that is strong, but not loud.
OWN_HUES = {"leader": (50, 66)}
# What keeps its colour: the leader is the same in every template.
FIXED = {"leader-lag": {"leader": 0xC46814}}
# Paler colours belong to no hue; the darkest and lightest have little chroma to give.
LEAST_CHROMA = 0.085
# What is stronger glares on a screen and cannot be printed.
MOST_CHROMA = 0.19
LIGHT_PAPER, DARK_PAPER = 0xFCFCFA, 0x14202B
LEAST_CONTRAST = 1.5
SAME_SHAPE = 0.75
VISIONS = {
    "normal": np.eye(3),
    "deuteranopic": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]),
    "protanopic": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    "tritanopic": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]),
}


def linear(rgb8):
    v = np.asarray(rgb8, float) / 255
    return np.where(v <= 0.04045, v / 12.92, ((v + 0.055) / 1.055) ** 2.4)


def eight_bits(light):
    v = np.where(light <= 0.0031308, 12.92 * light, 1.055 * np.clip(light, 0, None) ** (1 / 2.4) - 0.055)
    return np.clip(np.rint(v * 255), 0, 255).astype(int)


def channels(rgb):
    return [rgb >> 16, rgb >> 8 & 255, rgb & 255]


def luminance(light):
    return light @ [0.2126, 0.7152, 0.0722]


def contrast(a, b):
    a, b = np.maximum(a, b), np.minimum(a, b)
    return (a + 0.05) / (b + 0.05)


def lab(light, vision):
    seen = np.clip(light @ VISIONS[vision].T, 0, 1)
    xyz = seen @ np.array(
        [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]).T
    t = xyz / [0.95047, 1, 1.08883]
    f = np.where(t > 216 / 24389, np.cbrt(t), (24389 / 27 * t + 16) / 116)
    return np.stack([116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])], -1)


def ciede2000(p, q):
    """G. Sharma, W. Wu, E. N. Dalal, 2005, doi:10.1002/col.20070."""
    l1, a1, b1 = p[..., 0], p[..., 1], p[..., 2]
    l2, a2, b2 = q[..., 0], q[..., 1], q[..., 2]
    mean = (np.hypot(a1, b1) + np.hypot(a2, b2)) / 2
    g = 0.5 * (1 - np.sqrt(mean**7 / (mean**7 + 25.0**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = np.degrees(np.arctan2(b1, a1)) % 360, np.degrees(np.arctan2(b2, a2)) % 360
    grey = c1 * c2 == 0
    dh = (h2 - h1 + 180) % 360 - 180
    dh = np.where(grey, 0, dh)
    dl, dc, dH = l2 - l1, c2 - c1, 2 * np.sqrt(c1 * c2) * np.sin(np.radians(dh / 2))
    l, c = (l1 + l2) / 2, (c1 + c2) / 2
    h = (h1 + h2) / 2
    h = np.where(np.abs(h1 - h2) > 180, np.where(h1 + h2 < 360, h + 180, h - 180), h)
    h = np.where(grey, h1 + h2, h)
    rad = np.radians
    t = 1 - 0.17 * np.cos(rad(h - 30)) + 0.24 * np.cos(rad(2 * h)) + 0.32 * np.cos(rad(3 * h + 6))
    t -= 0.20 * np.cos(rad(4 * h - 63))
    sl = 1 + 0.015 * (l - 50) ** 2 / np.sqrt(20 + (l - 50) ** 2)
    sc, sh = 1 + 0.045 * c, 1 + 0.015 * c * t
    turn = 30 * np.exp(-(((h - 275) / 25) ** 2))
    rt = -2 * np.sqrt(c**7 / (c**7 + 25.0**7)) * np.sin(rad(2 * turn))
    return np.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dH / sh) ** 2 + rt * (dc / sc) * (dH / sh))


def differences(colors):
    """The smallest difference of each pair over all kinds of sight."""
    light = linear([channels(c) for c in colors])
    least = None
    for vision in VISIONS:
        seen = lab(light, vision).astype(np.float32)
        d = np.stack([ciede2000(row[None, :], seen) for row in seen])
        least = d if least is None else np.minimum(least, d)
    return least


def figures(colors, shapes):
    light = linear([channels(c) for c in colors])
    pairs = list(itertools.combinations(range(len(colors)), 2))
    first, second = np.array(pairs).T
    for vision in VISIONS:
        seen = lab(light, vision)
        d = ciede2000(seen[first], seen[second])
        plain = np.linalg.norm(seen[first] - seen[second], axis=1)
        alike = [k for k, (i, j) in enumerate(pairs) if shapes[i] == shapes[j]]
        print(f"  {vision:13} CIEDE2000 {d.min():5.2f}, of one shape {d[alike].min():5.2f}; CIE76 {plain.min():5.2f}")
    lum = luminance(light)
    for name, paper in [("light", LIGHT_PAPER), ("dark", DARK_PAPER)]:
        print(f"  least contrast to {name} paper {contrast(lum, luminance(linear(channels(paper)))).min():.2f}:1")
    print(f"  least contrast of black or white text {np.maximum(contrast(lum, 0), contrast(lum, 1)).min():.2f}:1")


def pool(hues):
    """Colours of a window of hues that can be shown and stand out from paper."""
    low, high = hues
    l, c, h = np.meshgrid(
        np.arange(0.26, 0.93, 0.022), np.arange(LEAST_CHROMA, MOST_CHROMA, 0.02), np.arange(low, high + 0.1, 5 if high - low < 90 else 12), indexing="ij")
    a, b = c * np.cos(np.radians(h)), c * np.sin(np.radians(h))
    lms = np.stack([
        l + 0.3963377774 * a + 0.2158037573 * b, l - 0.1055613458 * a - 0.0638541728 * b,
        l - 0.0894841775 * a - 1.2914855480 * b], -1) ** 3
    light = lms.reshape(-1, 3) @ np.array(
        [[4.0767416621, -3.3077115913, 0.2309699292], [-1.2684380046, 2.6097574011, -0.3413193965],
         [-0.0041960863, -0.7034186147, 1.7076147010]]).T
    rgb = eight_bits(light[((light >= 0) & (light <= 1)).all(1)])
    lum = luminance(linear(rgb))
    fine = np.ones(len(rgb), bool)
    for paper in (LIGHT_PAPER, DARK_PAPER):
        fine &= contrast(lum, luminance(linear(channels(paper)))) >= LEAST_CONTRAST
    return sorted({int(r) << 16 | int(g) << 8 | int(b) for r, g, b in rgb[fine]})


def anneal(distance, members, factor, seed, moves=400_000):
    """Picks one colour for each sector; `members` are the candidates of each."""
    dice = np.random.default_rng(seed)
    chosen = np.array([dice.choice(m) for m in members])
    count = len(chosen)

    def loss(sector, color):
        row = distance[color, chosen] * factor[sector]
        row[sector] = np.inf
        return (np.maximum(row, 0.3) ** -7.0).sum()

    best, best_value = chosen.copy(), 0.0
    for move in range(moves):
        sector = dice.integers(count)
        color = members[sector][dice.integers(len(members[sector]))]
        before, after = loss(sector, chosen[sector]), loss(sector, color)
        # The exponent of the loss makes its logarithm a difference of colours.
        heat = 0.9 * (1 - move / moves) ** 2 + 1e-4
        if after < before or dice.random() < np.exp(-(np.log(after) - np.log(before)) / heat):
            chosen[sector] = color
            if move > moves // 2:
                d = distance[np.ix_(chosen, chosen)] * factor
                value = d[~np.eye(count, dtype=bool)].min()
                if value > best_value:
                    best, best_value = chosen.copy(), value
    return best, best_value


def distinct():
    """Six colours of Okabe and Ito, then always the one that is farthest from all before."""
    chosen = [0x0072B2, 0xE69F00, 0x009E73, 0xD55E00, 0x56B4E9, 0xCC79A7]
    colors = chosen + [c for c in pool((0, 359)) if c not in chosen]
    distance = differences(colors)
    order = list(range(len(chosen)))
    while len(order) < 24:
        order.append(int(distance[order].min(0).argmax()))
    for count in (6, 12, 18, 24):
        d = distance[np.ix_(order[:count], order[:count])]
        print(f"{count} colours: smallest CIEDE2000 {d[~np.eye(count, dtype=bool)].min():.2f}")
    print(", ".join(f"0x{colors[i]:06X}" for i in order))


def main():
    if sys.argv[1:] == ["--distinct"]:
        return distinct()
    file = sys.argv[1] if len(sys.argv) > 1 else "Data/templates/lernende-region.yaml"
    seeds = [int(s) for s in sys.argv[2:]] or [1, 2, 3]
    sectors, group = [], None
    for line in open(file, encoding="utf-8"):
        if m := re.match(r"  - id: (\S+)", line):
            group = m[1]
        elif m := re.match(r"      - id: (\S+)", line):
            sectors.append({"id": m[1], "group": group})
        elif m := re.match(r'        color: "#(\w{6})"', line):
            sectors[-1]["color"] = int(m[1], 16)
        elif m := re.match(r"        shape: (\S+)", line):
            sectors[-1]["shape"] = m[1]
    shapes = [s["shape"] for s in sectors]
    print(f"{file}: {len(sectors)} sectors, now")
    figures([s["color"] for s in sectors], shapes)

    template = re.search(r"([^/]+)\.yaml$", file)[1]
    own = OWN_HUES if template == "lernende-region" else {}
    windows = [own.get(s["id"], HUES[template][s["group"]]) for s in sectors]
    pools = {w: pool(w) for w in dict.fromkeys(windows)}
    fixed = FIXED.get(template, {})
    colors = sorted(set().union(*pools.values(), fixed.values()))
    position = {c: i for i, c in enumerate(colors)}
    members = [
        np.array([position[c] for c in ([fixed[s["id"]]] if s["id"] in fixed else pools[w])])
        for s, w in zip(sectors, windows)]
    distance = differences(colors)
    factor = np.array([[SAME_SHAPE if a == b else 1.0 for b in shapes] for a in shapes])
    results = [(*anneal(distance, members, factor, seed), seed) for seed in seeds]
    best, value, seed = max(results, key=lambda r: r[1])
    print(f"best of seeds {seeds}: seed {seed}, {len(colors)} candidates, goal {value:.2f}")
    chosen = [colors[i] for i in best]
    figures(chosen, shapes)
    for s, c in zip(sectors, chosen):
        print(f"  {s['id']:22} {s['shape']:9} #{c:06X}")


if __name__ == "__main__":
    main()
