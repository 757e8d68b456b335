#!/usr/bin/env python3
"""What other libraries do for the measures that compare-peers.py compares; runs in a process of its own.

    peers.py LIBRARY MEASURE FILE THREADS

Prints a line of JSON: CPU and wall seconds of the measure alone, the graph in memory, and a checksum of what it found;
for `memory` the bytes that a tie takes in memory.
"""
import ctypes
import importlib
import json
import os
import random
import resource
import sys
import time

# ---- What a library does for a measure: takes the graph, returns values by node, a number or a text; or a function that
# ---- makes them of the result, outside the time that is measured.

def wasserman_faust(graph, values):
    parts = graph.connected_components()
    sizes, others = parts.sizes(), graph.vcount() - 1
    return [0.0 if v != v else v * (sizes[part] - 1) / others for v, part in zip(values, parts.membership)]


def igraph_sample(graph):
    """Sources evenly over the nodes, without a bound on the error; what igraph offers for a sample."""
    nodes = graph.vcount()
    return list(range(0, nodes, max(1, nodes // 256)))[:256]


def igraph_communities(graph, seeds=1):
    """The default: two iterations, from a random order. More of them gain modularity and take longer."""
    best = None
    for seed in range(1, seeds + 1):
        random.seed(seed)
        found = graph.community_leiden(objective_function="modularity", n_iterations=2)
        if best is None or found.modularity > best.modularity:
            best = found
    return f"Q={best.modularity} k={len(best)}"


def igraph_biconnectivity(graph):
    parts, cut_nodes = graph.biconnected_components(return_articulation_points=True)
    return f"{len(cut_nodes)} {len(graph.bridges())} {len(parts)}"


IGRAPH = {
    "closeness": lambda g: wasserman_faust(g, g.closeness()),
    "closeness-and-harmonic": lambda g: (g.harmonic_centrality(), wasserman_faust(g, g.closeness()))[1],
    "closeness-weighted": lambda g: wasserman_faust(g, g.closeness(weights="length")),
    "closeness-weighted-uneven": lambda g: wasserman_faust(g, g.closeness(weights="uneven")),
    "betweenness": lambda g: g.betweenness(),
    "betweenness-weighted": lambda g: g.betweenness(weights="length"),
    "edge-betweenness": lambda g: sum(g.edge_betweenness()),
    "betweenness-estimate-0.01": lambda g: g.betweenness(sources=igraph_sample(g)),
    "betweenness-estimate-0.001": lambda g: g.betweenness(sources=igraph_sample(g)),
    "diameter": lambda g: g.diameter(),
    "leiden": igraph_communities,
    "leiden-best-of-ten": lambda g: igraph_communities(g, seeds=10),
    "articulation": lambda g: len(g.articulation_points()),
    "biconnectivity": igraph_biconnectivity,
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
        found = networkit.sparsification.TriangleEdgeScore(graph).run()
        return lambda: sum(found.scores()) // 3

    return {
        "closeness": lambda g: c.Closeness(g, True, c.ClosenessVariant.GENERALIZED).run().scores,
        "betweenness": lambda g: lambda found=c.Betweenness(g).run(): [b / 2 for b in found.scores()],
        "betweenness-estimate-0.01": lambda g: c.KadabraBetweenness(g, 0.01, 0.1).run().scores,
        "clustering": lambda g: c.LocalClusteringCoefficient(g, True).run().scores,
        "triangles": networkit_triangles,
        # One thread: the algorithm for one. With the one for several it takes as long.
        "kcore": lambda g: c.CoreDecomposition(g, enforceBucketQueueAlgorithm=True).run().scores,
        "biconnected": lambda g: networkit.components.BiconnectedComponents(g).run().numberOfComponents,
        "components": lambda g: networkit.components.ConnectedComponents(g).run().numberOfComponents(),
    }


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


def resident():
    """The bytes of the process in memory, without what is free in it."""
    ctypes.CDLL(None).malloc_trim(0)
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


# ---- Reading: from a file with names to a graph -----------------------------------------------------------------------


def read_with_pandas(path):
    """Numbered by pandas, a graph of igraph whose nodes have their names."""
    import igraph
    import numpy
    import pandas

    table = pandas.read_csv(path)
    codes, names = pandas.factorize(numpy.concatenate([table.source.values, table.target.values]))
    graph = igraph.Graph(n=len(names), edges=numpy.column_stack([codes[: len(table)], codes[len(table) :]]))
    graph.vs["name"] = list(names)
    return lambda: f"{graph.vcount()} {graph.ecount()}"


def read_with_pyarrow(path):
    """Numbered by pyarrow, a sparse matrix of scipy."""
    import numpy
    import pyarrow
    import pyarrow.csv
    from scipy.sparse import coo_array

    table = pyarrow.csv.read_csv(path, read_options=pyarrow.csv.ReadOptions(use_threads=False))
    ends = pyarrow.concat_arrays(table["source"].chunks + table["target"].chunks).dictionary_encode()
    codes, size, ties = ends.indices.to_numpy(), len(ends.dictionary), len(table)
    both = (codes, numpy.concatenate([codes[ties:], codes[:ties]]))
    matrix = coo_array((numpy.ones(2 * ties, numpy.int8), both), shape=(size, size)).tocsr()
    return lambda: f"{matrix.shape[0]} {matrix.nnz // 2}"


READERS = {"pandas+igraph": read_with_pandas, "pyarrow+scipy": read_with_pyarrow}

# ---- Graphs in memory -------------------------------------------------------------------------------------------------


def igraph_graph(size, edges):
    import igraph

    return igraph.Graph(n=size, edges=edges)


def networkit_graph(size, edges, threads=1):
    import networkit
    import numpy

    networkit.setNumberOfThreads(threads)
    networkit.setSeed(1, True)
    graph = networkit.Graph(size)
    ends = numpy.array(edges)
    graph.addEdges((ends[:, 0], ends[:, 1]))
    return graph


def scipy_matrix(size, edges):
    import numpy
    from scipy.sparse import coo_array

    ends = numpy.array(edges)
    both = numpy.concatenate([ends, ends[:, ::-1]])
    return coo_array((numpy.ones(len(both)), (both[:, 0], both[:, 1])), shape=(size, size)).tocsr()


def bytes_a_tie(library, size, edges):
    make = {"igraph": igraph_graph, "networkit": networkit_graph}[library]
    # What a library sets up once is no part of the graph; the edges stay in memory all the time.
    make(3, edges[:1] if library == "igraph" else [(0, 1)])
    before = resident()
    graph = make(size, edges)
    return (resident() - before) / len(edges), graph


def main():
    library, measure, path = sys.argv[1:4]
    threads = int(sys.argv[4])
    for variable in ("OMP_NUM_THREADS", "RAYON_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[variable] = str(threads)
    if measure == "read":
        names, graph, function = [], None, lambda _: READERS[library](path)
        # Imports are no part of it.
        for module in ("numpy", "pandas", "igraph") if library == "pandas+igraph" else ("pyarrow.csv", "scipy.sparse"):
            importlib.import_module(module)
    else:
        names, edges = read_edges(path)
        if measure == "memory":
            return print(json.dumps({"bytes_a_tie": bytes_a_tie(library, len(names), edges)[0]}))
        if library == "igraph":
            graph = igraph_graph(len(names), edges)
            # The weights that graph-benchmark gives, from the numbers of the ends, the smaller first: 1 ... 4, or not whole.
            mixed = [min(e) * 7 + max(e) for e in edges]
            graph.es["length"] = [12 / (1 + m % 4) for m in mixed]
            graph.es["uneven"] = [1 / (1 + (m % 97) / 7) for m in mixed]
            function = IGRAPH[measure]
        elif library == "networkit":
            graph = networkit_graph(len(names), edges, threads)
            function = networkit_measures()[measure]
        elif library == "scipy":
            graph, function = scipy_matrix(len(names), edges), scipy_eigenvector
        else:
            sys.exit(f"no library {library}")
    start = cpu(), time.perf_counter()
    values = function(graph)
    seconds = cpu() - start[0], time.perf_counter() - start[1]
    if callable(values):
        values = values()
    if measure == "closeness-weighted":
        values = [12 * v for v in values]
    print(json.dumps({"cpu_s": seconds[0], "wall_s": seconds[1], "checksum": checksum(names, values)}))


if __name__ == "__main__":
    main()
