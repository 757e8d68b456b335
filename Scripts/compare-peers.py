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
import random
import resource
import statistics
import subprocess
import sys
import time

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), ".."))
VENV = os.path.join(ROOT, ".venv")
PACKAGES = ["numpy", "scipy", "networkx", "igraph", "networkit", "rustworkx"]

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
    ("edge-betweenness", "sbm-10k", ["igraph"]),
    ("betweenness-estimate-0.01", "sbm-100k", ["igraph", "networkit"]),
    ("betweenness-estimate-0.001", "sbm-100k", ["igraph"]),
    ("diameter", "rmat-10k", ["igraph"]),
    ("leiden", "sbm-10k", ["igraph"]),
    ("leiden", "ws-10k", ["igraph"]),
    ("leiden", "sbm-100k", ["igraph"]),
    ("leiden", "rmat-100k", ["igraph"]),
    ("leiden", "sbm-1m", ["igraph"]),
    ("constraint", "sbm-100k", ["igraph"]),
    ("clustering", "rmat-1m", ["igraph", "networkit"]),
    ("triangles", "rmat-1m", ["networkit"]),
    ("kcore", "rmat-1m", ["networkit", "igraph"]),
    ("components", "rmat-1m", ["igraph", "networkit"]),
    ("pagerank", "sbm-1m", ["igraph"]),
    ("eigenvector", "sbm-1m", ["scipy"]),
]

# ---- Peers: what a library does for a measure; each takes (graph, threads) and returns values by node or a number ------


def wasserman_faust(graph, values):
    parts = graph.connected_components()
    sizes, others = parts.sizes(), graph.vcount() - 1
    return [0.0 if v != v else v * (sizes[part] - 1) / others for v, part in zip(values, parts.membership)]


def igraph_sample(graph):
    """Sources evenly over the nodes, without a bound on the error; what igraph offers for a sample."""
    nodes = graph.vcount()
    return list(range(0, nodes, max(1, nodes // 256)))[:256]


def igraph_communities(graph):
    """The default: two iterations, from a random order. More of them gain modularity and take longer."""
    random.seed(1)
    found = graph.community_leiden(objective_function="modularity", n_iterations=2)
    return f"Q={found.modularity} k={len(found)}"


IGRAPH = {
    "closeness": lambda g: wasserman_faust(g, g.closeness()),
    "closeness-and-harmonic": lambda g: (g.harmonic_centrality(), wasserman_faust(g, g.closeness()))[1],
    "closeness-weighted": lambda g: wasserman_faust(g, g.closeness(weights="length")),
    "betweenness": lambda g: g.betweenness(),
    "betweenness-weighted": lambda g: g.betweenness(weights="length"),
    "edge-betweenness": lambda g: sum(g.edge_betweenness()),
    "betweenness-estimate-0.01": lambda g: g.betweenness(sources=igraph_sample(g)),
    "betweenness-estimate-0.001": lambda g: g.betweenness(sources=igraph_sample(g)),
    "diameter": lambda g: g.diameter(),
    "leiden": igraph_communities,
    "constraint": lambda g: g.constraint(),
    "clustering": lambda g: g.transitivity_local_undirected(mode="zero"),
    "kcore": lambda g: g.coreness(),
    "components": lambda g: len(g.connected_components()),
    "pagerank": lambda g: g.pagerank(),
}


def scipy_eigenvector(matrix):
    import numpy
    from scipy.sparse.linalg import eigsh

    vectors = eigsh(matrix, 1, which="LA", tol=1e-10, v0=numpy.ones(matrix.shape[0]))[1]
    return abs(vectors[:, 0]).tolist()


def networkit_measures():
    import networkit

    c = networkit.centrality

    def networkit_triangles(graph):
        graph.indexEdges()
        return sum(networkit.sparsification.TriangleEdgeScore(graph).run().scores()) // 3

    return {
        "closeness": lambda g: c.Closeness(g, True, c.ClosenessVariant.GENERALIZED).run().scores(),
        "betweenness": lambda g: [b / 2 for b in c.Betweenness(g).run().scores()],
        "betweenness-estimate-0.01": lambda g: c.KadabraBetweenness(g, 0.01, 0.1).run().scores(),
        "clustering": lambda g: c.LocalClusteringCoefficient(g, True).run().scores(),
        "triangles": networkit_triangles,
        "kcore": lambda g: c.CoreDecomposition(g, enforceBucketQueueAlgorithm=True).run().scores(),
        "components": lambda g: networkit.components.ConnectedComponents(g).run().numberOfComponents(),
    }


# ------------------------------------------------------------------------------------------------------------------------


def read_edges(path):
    number, edges = {}, []
    with open(path) as file:
        next(file)
        for line in file:
            a, b = line.rstrip("\n").split(",")
            edges.append((number.setdefault(a, len(number)), number.setdefault(b, len(number))))
    return list(number), edges


def name_fraction(name):
    value = 0xCBF29CE484222325
    for byte in name.encode():
        value = ((value ^ byte) * 0x100000001B3) % 2**64
    return value / 2**64


def checksum(names, values):
    if isinstance(values, str):
        return values
    if not isinstance(values, list):
        return str(float(values))
    sums = [sum(values), sum(v * v for v in values), sum(v * name_fraction(n) for n, v in zip(names, values))]
    return " ".join(f"{s:.5e}" for s in sums)


def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def measure_peer(library, measure, path, threads):
    """Runs in a process of its own: prints seconds and checksum of one run."""
    for variable in ("OMP_NUM_THREADS", "RAYON_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[variable] = str(threads)
    names, edges = read_edges(path)
    if library == "igraph":
        import igraph

        graph = igraph.Graph(n=len(names), edges=edges)
        # The weights that graph-benchmark gives: 1 ... 4 by the numbers of the ends, the smaller first.
        graph.es["length"] = [12 / (1 + (min(e) * 7 + max(e)) % 4) for e in edges]
        function = IGRAPH[measure]
    elif library == "networkit":
        import networkit

        networkit.setNumberOfThreads(threads)
        networkit.setSeed(1, True)
        graph = networkit.Graph(len(names))
        for a, b in edges:
            graph.addEdge(a, b)
        function = networkit_measures()[measure]
    elif library == "scipy":
        import numpy
        from scipy.sparse import coo_array

        ends = numpy.array(edges)
        both = numpy.concatenate([ends, ends[:, ::-1]])
        size = len(names)
        graph = coo_array((numpy.ones(len(both)), (both[:, 0], both[:, 1])), shape=(size, size)).tocsr()
        function = scipy_eigenvector
    else:
        sys.exit(f"no library {library}")
    start = cpu(), time.perf_counter()
    values = function(graph)
    seconds = cpu() - start[0], time.perf_counter() - start[1]
    if measure == "closeness-weighted":
        values = [12 * v for v in values]
    print(json.dumps({"cpu_s": seconds[0], "wall_s": seconds[1], "checksum": checksum(names, values)}))


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        return {"error": (done.stderr.strip().splitlines() or ["failed"])[-1][:60]}
    return json.loads(done.stdout.strip().splitlines()[-1])


def prepare(folder, graphs):
    if not os.path.exists(os.path.join(VENV, "bin", "python")):
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        subprocess.run([os.path.join(VENV, "bin", "pip"), "install", "--quiet", *PACKAGES], check=True)
    missing = [g for g in graphs if not os.path.exists(os.path.join(folder, g + ".csv"))]
    if missing:
        script = os.path.join(ROOT, "Scripts", "generate-graphs.py")
        subprocess.run([os.path.join(VENV, "bin", "python"), script, folder, *missing], check=True)
    benchmarks = os.path.join(ROOT, "Benchmarks")
    build = ["swift", "build", "-c", "release", "--quiet", "--package-path", benchmarks, "--product", "graph-benchmark"]
    subprocess.run(build, check=True)
    return os.path.join(benchmarks, ".build", "release", "graph-benchmark")


def main():
    if sys.argv[1:2] == ["--peer"]:
        return measure_peer(*sys.argv[2:5], int(sys.argv[5]))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--graphs", default=os.path.join(ROOT, ".build", "graphs"))
    parser.add_argument("--repeat", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("rows", nargs="*")
    options = parser.parse_args()
    rows = [row for row in ROWS if not options.rows or f"{row[0]}:{row[1]}" in options.rows]
    program = prepare(options.graphs, sorted({row[1] for row in rows}))
    python = os.path.join(VENV, "bin", "python")
    print(f"{'measure':28} {'graph':10} {'ours, s':>10} {'peer':>10} {'peer, s':>10} {'ratio':>8}  sums", flush=True)
    for measure, graph, peers in rows:
        path = os.path.join(options.graphs, graph + ".csv")
        ours, theirs = [], {peer: [] for peer in peers}
        # In turns, so that whatever else the machine does meets both alike.
        for _ in range(options.repeat):
            ours.append(run([program, path, measure, "--repeat", "1", "--threads", str(options.threads)]))
            for peer in peers:
                arguments = [peer, measure, path, str(options.threads)]
                theirs[peer].append(run([python, os.path.abspath(__file__), "--peer", *arguments]))
        for peer, results in theirs.items():
            print(row_text(measure, graph, ours, peer, results), flush=True)


def row_text(measure, graph, ours, peer, results):
    start = f"{measure:28} {graph:10}"
    for result in (ours[0], results[0]):
        if "error" in result:
            return f"{start} {peer}: {result['error']}"
    mine = statistics.median(r["cpu_s"] for r in ours)
    other = statistics.median(r["cpu_s"] for r in results)
    return (f"{start} {mine:10.4f} {peer:>10} {other:10.4f} {other / mine:7.1f}x  "
            f"{compare(measure, ours[0]['checksum'], results[0]['checksum'])}")


def compare(measure, ours, theirs):
    if "estimate" in measure:
        return "estimates differ"
    if measure == "leiden":
        return f"{ours} / {theirs}"
    pairs = list(zip(ours.split(), theirs.split()))
    near = all(abs(float(a) - float(b)) <= 2e-5 * max(abs(float(a)), abs(float(b))) for a, b in pairs)
    return "agree" if near else f"DIFFER: {ours} / {theirs}"


if __name__ == "__main__":
    main()
