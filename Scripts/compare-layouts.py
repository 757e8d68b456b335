#!/usr/bin/env python3
"""Compares our stress layout with those of Graphviz and igraph on public networks of up to 500 partners.

    swift build --package-path Benchmarks -c release --product layout-benchmark
    python3 Scripts/compare-layouts.py [PATH OF LAYOUT-BENCHMARK] [--data FOLDER] [--runs 3]

For each network and layout: normalised stress, crossings of straight ties, CPU seconds of the layout. Stress is the
mean of (s·length/distance − 1)² over all pairs that a path joins, at the scale s that makes it least. Ours and igraph's
seconds are those of the layout alone, Graphviz's those of the whole process less those of a graph of two nodes.
The last lines say in how many networks our stress is at most 1.05 times neato's in no more time, and where it is not.
Needs igraph for Python; neato and sfdp are left out where they are not installed.
"""
import argparse
import csv
import os
import random
import resource
import shutil
import subprocess
import sys
import time

import igraph

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("command", nargs="?", default="Benchmarks/.build/release/layout-benchmark")
parser.add_argument("--data", default=os.environ.get("REGIONET_SHARED_DATA", "../shared/data"))
parser.add_argument("--runs", type=int, default=3)
parser.add_argument("--most", type=int, default=500, help="partners")
options = parser.parse_args()


def read(path):
    """Nodes numbered as they come; undirected, without loops, each tie once."""
    number, pairs = {}, set()
    with open(path, newline="", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            a, b = (number.setdefault(row[key], len(number)) for key in ("source", "target"))
            if a != b:
                pairs.add((min(a, b), max(a, b)))
    return len(number), sorted(pairs)


def networks():
    for folder, _, files in sorted(os.walk(options.data)):
        for name in ("edges.csv", "ties.csv"):
            if name in files:
                with open(os.path.join(folder, name), encoding="utf-8-sig") as file:
                    if not {"source", "target"} <= set(file.readline().strip().split(",")):
                        continue
                count, pairs = read(os.path.join(folder, name))
                if 2 < count <= options.most:
                    yield os.path.relpath(folder, options.data), count, pairs


def distances(count, pairs):
    neighbors = [[] for _ in range(count)]
    for a, b in pairs:
        neighbors[a].append(b)
        neighbors[b].append(a)
    for start in range(count):
        steps = {start: 0}
        queue = [start]
        for v in queue:
            for w in neighbors[v]:
                if w not in steps:
                    steps[w] = steps[v] + 1
                    queue.append(w)
        for other, d in steps.items():
            if other > start:
                yield start, other, d


def stress(count, pairs, places):
    ratios = []
    for a, b, d in distances(count, pairs):
        (ax, ay), (bx, by) = places[a], places[b]
        ratios.append(((ax - bx) ** 2 + (ay - by) ** 2) ** 0.5 / d)
    square = sum(r * r for r in ratios)
    scale = sum(ratios) / square if square else 0
    return sum((scale * r - 1) ** 2 for r in ratios) / max(len(ratios), 1)


def crossings(pairs, places):
    def turn(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    found = 0
    for i, (a, b) in enumerate(pairs):
        p, q = places[a], places[b]
        left, right = min(p[0], q[0]), max(p[0], q[0])
        for c, d in pairs[:i]:
            if a in (c, d) or b in (c, d):
                continue
            r, s = places[c], places[d]
            if max(r[0], s[0]) < left or min(r[0], s[0]) > right:
                continue
            if turn(p, q, r) * turn(p, q, s) < 0 and turn(r, s, p) * turn(r, s, q) < 0:
                found += 1
    return found


def ours(count, pairs):
    text = f"{count}\n" + "\n".join(f"{a} {b}" for a, b in pairs)
    run = subprocess.run([options.command], input=text, capture_output=True, text=True, check=True)
    return [tuple(map(float, line.split())) for line in run.stdout.splitlines()], float(run.stderr.split()[-1])


def graphviz(engine):
    def run(count, pairs):
        text = "graph { overlap=true; start=1; node [shape=point width=0.01]; " + " ".join(str(v) for v in range(count))
        text += " ".join(f"; {a}--{b}" for a, b in pairs) + " }"
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        plain = subprocess.run([engine, "-Tplain"], input=text, capture_output=True, text=True, check=True).stdout
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        places = [None] * count
        for line in plain.splitlines():
            parts = line.split()
            if parts[0] == "node":
                places[int(parts[1])] = (float(parts[2]), float(parts[3]))
        return places, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def net(count, pairs):
        places, seconds = run(count, pairs)
        _, nothing = run(2, [(0, 1)])
        return places, max(seconds - nothing, 0)

    return net


def of_igraph(method):
    def run(count, pairs):
        random.seed(1)
        igraph.set_random_number_generator(random)
        graph = igraph.Graph(n=count, edges=pairs)
        start = time.process_time()
        layout = graph.layout(method)
        return [tuple(place) for place in layout.coords], time.process_time() - start

    return run


layouts = {"ours": ours}
for engine in ("neato", "sfdp"):
    if shutil.which(engine):
        layouts[engine] = graphviz(engine)
    else:
        print(f"{engine} is not installed and left out", file=sys.stderr)
layouts["igraph KK"] = of_igraph("kk")
layouts["igraph FR"] = of_igraph("fr")

print("| network | partners | ties | " + " | ".join(f"{name}: stress, crossings, CPU ms" for name in layouts) + " |")
print("|---" * (len(layouts) + 3) + "|")
reached, missed = 0, []
for name, count, pairs in networks():
    cells, figures = [], {}
    for layout, method in layouts.items():
        results = [method(count, pairs) for _ in range(options.runs)]
        places, seconds = results[0][0], min(seconds for _, seconds in results)
        figures[layout] = (stress(count, pairs, places), crossings(pairs, places), seconds)
        cells.append("{:.4f}, {}, {:.1f}".format(figures[layout][0], figures[layout][1], figures[layout][2] * 1000))
    print(f"| {name} | {count} | {len(pairs)} | " + " | ".join(cells) + " |", flush=True)
    if "neato" in figures:
        (own, _, seconds), (theirs, _, other) = figures["ours"], figures["neato"]
        if own <= theirs * 1.05 and seconds <= other:
            reached += 1
        else:
            missed.append(f"{name}: stress × {own / theirs:.3f}, {seconds * 1000:.1f} ms beside {other * 1000:.1f} ms")
if "neato" in layouts:
    print(f"\nstress at most 1.05 × neato's in no more time: {reached} of {reached + len(missed)}")
    for line in missed:
        print("  not:", line)
