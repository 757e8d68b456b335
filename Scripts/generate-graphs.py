#!/usr/bin/env python3
"""Writes the graphs that the benchmarks run on: FOLDER/<kind>-<size>.csv with a header source,target.

    generate-graphs.py FOLDER [NAME ...]        e.g. generate-graphs.py graphs sbm-10k rmat-10k

Kinds, each with about five ties a node and the same bytes on every machine:
  ba    growth with preferential attachment (Barabási & Albert 1999): hubs, no leaves
  ws    a ring with shortcuts (Watts & Strogatz 1998): no hubs, long ways
  sbm   twelve sectors of unequal size, four of five ties within one (Holland et al. 1983)
  rmat  recursive quarters .57 .19 .19 .05 (Chakrabarti et al. 2004): hubs, many leaves, isolates left out
Sizes: 200, 10k, 100k, 1m nodes. With -names at the end, as in sbm-1m-names, nodes have names of twenty bytes. Needs
numpy.
"""
import os
import sys

import numpy as np

SIZES = {"200": (200, 7), "10k": (10_000, 14), "100k": (100_000, 17), "1m": (1_000_000, 20)}
TIES_PER_NODE = 5


def draw(count, stream):
    """Evenly spread numbers in [0, 1): SplitMix64 of the position, one stream for every choice."""
    with np.errstate(over="ignore"):
        z = (np.arange(1, count + 1, dtype=np.uint64) + np.uint64(stream << 40)) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return ((z ^ (z >> np.uint64(31))) >> np.uint64(11)).astype(np.float64) / 2.0**53


def barabasi_albert(nodes):
    """Each end is copied from a place in the list of ends so far (Batagelj & Brandes 2005)."""
    count = nodes * TIES_PER_NODE
    source = np.arange(count) // TIES_PER_NODE
    place = (draw(count, 1) * (2 * np.arange(count) + 1)).astype(np.int64)
    target = np.full(count, -1)
    open_ties = np.arange(count)
    while open_ties.size:
        at = place[open_ties]
        known = at % 2 == 0
        target[open_ties[known]] = source[at[known] // 2]
        open_ties = open_ties[~known]
        place[open_ties] = place[at[~known] // 2]
    return source, target


def watts_strogatz(nodes):
    count = nodes * TIES_PER_NODE
    source = np.arange(count) // TIES_PER_NODE
    ring = (source + 1 + np.arange(count) % TIES_PER_NODE) % nodes
    anywhere = (draw(count, 2) * nodes).astype(np.int64)
    return source, np.where(draw(count, 3) < 0.1, anywhere, ring)


def sectors(nodes):
    count = int(nodes * TIES_PER_NODE * 1.02)
    share = np.cumsum(1 / np.arange(3, 15))
    border = np.concatenate([[0], np.floor(share / share[-1] * nodes)]).astype(np.int64)
    source = (draw(count, 4) * nodes).astype(np.int64)
    sector = np.searchsorted(border, source, side="right") - 1
    size = border[sector + 1] - border[sector]
    inside = border[sector] + (draw(count, 5) * size).astype(np.int64)
    anywhere = (draw(count, 6) * nodes).astype(np.int64)
    return source, np.where(draw(count, 7) < 0.8, inside, anywhere)


def recursive_quarters(nodes, scale):
    count = nodes * TIES_PER_NODE
    source = np.zeros(count, np.int64)
    target = np.zeros(count, np.int64)
    for level in range(scale):
        u = draw(count, 16 + level)
        source = 2 * source + (u >= 0.76)
        target = 2 * target + (((u >= 0.57) & (u < 0.76)) | (u >= 0.95))
    number = np.argsort(draw(1 << scale, 8), kind="stable")
    return number[source], number[target]


def write(path, source, target, form):
    low, high = np.minimum(source, target), np.maximum(source, target)
    distinct = np.unique((low * (high.max() + 1) + high)[low != high])
    distinct = distinct[np.argsort(draw(distinct.size, 9), kind="stable")]
    low, high = distinct // (high.max() + 1), distinct % (high.max() + 1)
    with open(path, "w") as file:
        file.write("source,target\n")
        line = form + "," + form + "\n"
        file.writelines(line % tie for tie in zip(low.tolist(), high.tolist()))
    print(f"{path}: {np.unique(np.concatenate([low, high])).size} nodes, {low.size} ties")



def main():
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    names = sys.argv[2:] or [f"{kind}-{size}" for size in SIZES for kind in ("ba", "ws", "sbm", "rmat")]
    for name in names:
        kind, size, *names_of = name.split("-")
        nodes, scale = SIZES[size]
        ties = {
            "ba": lambda: barabasi_albert(nodes),
            "ws": lambda: watts_strogatz(nodes),
            "sbm": lambda: sectors(nodes),
            "rmat": lambda: recursive_quarters(nodes, scale),
        }[kind]()
        form = "Organisation %07d" if names_of == ["names"] else "n%d"
        write(os.path.join(folder, name + ".csv"), *ties, form)


if __name__ == "__main__":
    main()
