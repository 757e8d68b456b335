#!/usr/bin/env python3
"""Runs graph-benchmark and other libraries on the same graphs, in turns, and prints the ratios.

    Scripts/compare-peers.py [--graphs FOLDER] [--repeat R] [--threads N] [ROW ...]

Rows are named measure:graph, such as closeness:sbm-10k; without any, all rows of the table below. The libraries come
from PyPI into .venv, the graphs from generate-graphs.py into FOLDER (default: .build/graphs), graph-benchmark from
Benchmarks. Seconds are CPU seconds (user and system, all threads) of the measure alone, the graph in memory, the
median of R runs; `ratio` is the fastest peer's seconds over ours. Where both give a value for every node, three sums
over them must agree to five digits, else the row says so.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), ".."))
VENV = os.path.join(ROOT, ".venv")
PEERS = os.path.join(ROOT, "Scripts", "peers.py")
PACKAGES = ["numpy", "scipy", "networkx", "igraph", "networkit", "rustworkx", "pandas", "pyarrow"]

# ---- Rows: (measure of graph-benchmark, graph, peers) --------------------------------------

ROWS = [
    ("closeness", "sbm-10k", ["igraph", "networkit"]),
    ("closeness", "rmat-10k", ["igraph", "networkit"]),
    ("closeness-and-harmonic", "sbm-10k", ["igraph"]),
    ("closeness-and-harmonic", "rmat-10k", ["igraph"]),
    ("betweenness", "rmat-10k", ["igraph", "networkit"]),
    ("betweenness", "sbm-10k", ["igraph", "networkit"]),
    ("betweenness", "ws-10k", ["igraph"]),
    ("betweenness-weighted", "sbm-10k", ["igraph"]),
    ("closeness-weighted", "sbm-10k", ["igraph"]),
    ("closeness-weighted-uneven", "sbm-10k", ["igraph"]),
    ("edge-betweenness", "sbm-10k", ["igraph"]),
    ("betweenness-estimate-0.01", "sbm-100k", ["igraph", "networkit"]),
    ("betweenness-estimate-0.001", "sbm-100k", ["igraph"]),
    ("diameter", "rmat-10k", ["igraph"]),
    ("leiden", "sbm-10k", ["igraph"]),
    ("leiden", "ws-10k", ["igraph"]),
    ("leiden", "sbm-100k", ["igraph"]),
    ("leiden", "rmat-100k", ["igraph"]),
    ("leiden", "sbm-1m", ["igraph"]),
    ("leiden-best-of-ten", "rmat-10k", ["igraph"]),
    ("leiden-best-of-ten", "rmat-100k", ["igraph"]),
    ("constraint", "sbm-100k", ["igraph"]),
    ("articulation", "sbm-100k", ["igraph"]),
    ("articulation", "rmat-1m", ["igraph"]),
    ("biconnected", "sbm-100k", ["networkit"]),
    ("biconnected", "rmat-1m", ["networkit"]),
    ("biconnectivity", "sbm-100k", ["igraph"]),
    ("biconnectivity", "rmat-1m", ["igraph"]),
    ("clustering", "rmat-1m", ["igraph", "networkit"]),
    ("triangles", "rmat-1m", ["networkit"]),
    ("kcore", "rmat-1m", ["networkit", "igraph"]),
    ("components", "rmat-1m", ["igraph", "networkit"]),
    ("pagerank", "sbm-1m", ["igraph"]),
    ("eigenvector", "sbm-1m", ["scipy"]),
    ("read", "sbm-1m-names", ["pyarrow+scipy", "pandas+igraph"]),
    ("memory", "sbm-1m", ["networkit", "igraph"]),
]

# ------------------------------------------------------------------------------------------------------------------------


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        return {"error": (done.stderr.strip().splitlines() or ["failed"])[-1][:60]}
    return json.loads(done.stdout.strip().splitlines()[-1])


def prepare(folder, graphs, products):
    if not os.path.exists(os.path.join(VENV, "bin", "python")):
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        subprocess.run([os.path.join(VENV, "bin", "pip"), "install", "--quiet", *PACKAGES], check=True)
    missing = [g for g in graphs if not os.path.exists(os.path.join(folder, g + ".csv"))]
    if missing:
        script = os.path.join(ROOT, "Scripts", "generate-graphs.py")
        subprocess.run([os.path.join(VENV, "bin", "python"), script, folder, *missing], check=True)
    benchmarks = os.path.join(ROOT, "Benchmarks")
    for product in products:
        build = ["swift", "build", "-c", "release", "--quiet", "--package-path", benchmarks, "--product", product]
        subprocess.run(build, check=True)
    return os.path.join(benchmarks, ".build", "release")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--graphs", default=os.path.join(ROOT, ".build", "graphs"))
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("rows", nargs="*")
    options = parser.parse_args()
    rows = [row for row in ROWS if not options.rows or f"{row[0]}:{row[1]}" in options.rows]
    programs = {row[0]: "read-benchmark" if row[0] == "read" else "graph-benchmark" for row in rows}
    folder = prepare(options.graphs, sorted({row[1] for row in rows}), sorted(set(programs.values())))
    python = os.path.join(VENV, "bin", "python")
    print(f"{'measure':28} {'graph':12} {'ours, s':>10} {'peer':>13} {'peer, s':>10} {'ratio':>8}  sums", flush=True)
    for measure, graph, peers in rows:
        path = os.path.join(options.graphs, graph + ".csv")
        ours, theirs = [], {peer: [] for peer in peers}
        # In turns, so that whatever else the machine does meets both alike.
        for _ in range(options.repeat):
            program = os.path.join(folder, programs[measure])
            ours.append(run([program, "graph", path] if measure == "read" else
                            [program, path, measure, "--repeat", "1", "--threads", str(options.threads)]))
            for peer in peers:
                theirs[peer].append(run([python, PEERS, peer, measure, path, str(options.threads)]))
        for peer, results in theirs.items():
            print(row_text(measure, graph, ours, peer, results), flush=True)


def row_text(measure, graph, ours, peer, results):
    start = f"{measure:28} {graph:12}"
    for result in (ours[0], results[0]):
        if "error" in result:
            return f"{start} {peer}: {result['error']}"
    field = "bytes_a_tie" if measure == "memory" else "cpu_s"
    mine = statistics.median(r[field] for r in ours)
    other = statistics.median(r[field] for r in results)
    sums = "bytes a tie" if measure == "memory" else compare(measure, ours[0]["checksum"], results[0]["checksum"])
    return f"{start} {mine:10.4f} {peer:>13} {other:10.4f} {other / mine:7.1f}x  {sums}"


def compare(measure, ours, theirs):
    if "estimate" in measure:
        return "estimates differ"
    if measure.startswith("leiden"):
        return f"{ours} / {theirs}"
    pairs = list(zip(ours.split(), theirs.split()))
    near = all(abs(float(a) - float(b)) <= 2e-5 * max(abs(float(a)), abs(float(b))) for a, b in pairs)
    return "agree" if near else f"DIFFER: {ours} / {theirs}"


if __name__ == "__main__":
    main()
