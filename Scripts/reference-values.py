#!/usr/bin/env python3
"""Writes what networkx and igraph find on small graphs to Tests/GraphMeasuresTests/Fixtures.

    python3 -m venv .venv && .venv/bin/pip install networkx igraph scipy
    .venv/bin/python Scripts/reference-values.py

graphs.json holds the graphs, every other file the values of one group of measures with the versions of the libraries.
A measure is one function `measure(case) -> value` of a group. Both libraries must agree to nine digits, or the script
stops; where only one has a measure, or the two mean different things, the function says so.
"""
import json
import math
import os
import random

import igraph
import networkx as nx
import numpy

FOLDER = os.path.join(os.path.dirname(__file__), "..", "Tests", "GraphMeasuresTests", "Fixtures")


class Case:
    """One graph in the shapes of both libraries."""

    def __init__(self, name, nodes, edges, directed=False, weights=None):
        self.name, self.nodes, self.edges, self.directed, self.weights = name, nodes, edges, directed, weights
        # Lengths 12/weight are whole numbers for weights 1 ... 4, so that equally long paths are found equal.
        self.lengths = [12 / w for w in weights] if weights else [1] * len(edges)
        self.unit = 12 if weights else 1
        self.nx = (nx.DiGraph if directed else nx.Graph)()
        self.nx.add_nodes_from(range(nodes))
        for (a, b), weight, length in zip(edges, weights or [1] * len(edges), self.lengths):
            self.nx.add_edge(a, b, weight=weight, length=length)
        self.ig = igraph.Graph(n=nodes, edges=edges, directed=directed)
        self.ig.es["weight"] = weights or [1] * len(edges)
        self.ig.es["length"] = self.lengths

    def as_json(self):
        return {"name": self.name, "nodes": self.nodes, "directed": self.directed,
                "edges": [list(e) for e in self.edges], "weights": self.weights}


def cases():
    """Connected and not, with leaves and without, directed and not, weighted and not."""
    found = [Case("karate", 34, sorted(tuple(sorted(e)) for e in nx.karate_club_graph().edges()))]
    for name, nodes, ties, directed, weighted in [
        ("sparse", 40, 45, False, False), ("dense", 30, 120, False, False), ("weighted", 35, 80, False, True),
        ("arcs", 30, 80, True, False), ("few arcs", 30, 35, True, False), ("weighted arcs", 30, 90, True, True),
    ]:
        source = random.Random(name)
        pairs = [(a, b) for a in range(nodes) for b in range(nodes) if (a != b if directed else a < b)]
        edges = sorted(source.sample(pairs, ties))
        found.append(Case(name, nodes, edges, directed, [source.randint(1, 4) for _ in edges] if weighted else None))
    return found


def agreed(case, measure, ours, theirs):
    """The values of networkx, once those of igraph are the same."""
    for place, (a, b) in enumerate(zip(ours, theirs, strict=True)):
        if not math.isclose(a, b, rel_tol=1e-9, abs_tol=1e-9):
            raise SystemExit(f"{case.name}: {measure}[{place}]: networkx {a}, igraph {b}")
    return [float(a) for a in ours]


def by_node(case, scores):
    return [scores[v] for v in range(case.nodes)]


# ---- Paths -----------------------------------------------------------------------------------------------------------


def betweenness(case):
    """Undirected pairs once, endpoints not counted: both alike."""
    return agreed(case, "betweenness",
                  by_node(case, nx.betweenness_centrality(case.nx, normalized=False, weight="length")),
                  case.ig.betweenness(weights="length"))


def edge_betweenness(case):
    ours = nx.edge_betweenness_centrality(case.nx, normalized=False, weight="length")
    return agreed(case, "edge betweenness",
                  [ours.get((a, b), ours.get((b, a))) for a, b in case.edges],
                  case.ig.edge_betweenness(weights="length"))


def closeness(case):
    """networkx: distances to the node, Wasserman–Faust. igraph has (r − 1)/Σd, NaN where nothing is reached."""
    reached = [len(case.ig.subcomponent(v, mode="in")) for v in range(case.nodes)]
    plain = case.ig.closeness(mode="in", weights="length", normalized=True)
    return agreed(case, "closeness",
                  [c * case.unit for c in by_node(case, nx.closeness_centrality(case.nx, distance="length"))],
                  [0 if r == 1 else c * case.unit * (r - 1) / (case.nodes - 1) for c, r in zip(plain, reached)])


def harmonic_closeness(case):
    """Divided by n − 1, which networkx does not do."""
    ours = nx.harmonic_centrality(case.nx, distance="length")
    return agreed(case, "harmonic closeness",
                  [h * case.unit / (case.nodes - 1) for h in by_node(case, ours)],
                  [h * case.unit for h in case.ig.harmonic_centrality(mode="in", weights="length")])


def joined_distances(case):
    lengths = dict(nx.all_pairs_dijkstra_path_length(case.nx, weight="length"))
    theirs = case.ig.distances(weights="length")
    pairs = [(a, b) for a in range(case.nodes) for b in range(case.nodes) if a != b and b in lengths[a]]
    if sum(d < math.inf for row in theirs for d in row) != len(pairs) + case.nodes:
        raise SystemExit(f"{case.name}: distances: the libraries join different pairs")
    agreed(case, "distances", [lengths[a][b] for a, b in pairs], [theirs[a][b] for a, b in pairs])
    return {(a, b): lengths[a][b] / case.unit for a, b in pairs}


def eccentricity(case):
    """networkx refuses graphs that are not connected, so: the greatest distance both libraries agree on."""
    distances = joined_distances(case)
    return [max([d for (a, _), d in distances.items() if a == v], default=0) for v in range(case.nodes)]


def diameter(case):
    return max(joined_distances(case).values())


def mean_distance(case):
    distances = joined_distances(case)
    return sum(distances.values()) / len(distances)


def distance_fragmentation(case):
    """One minus networkx's global efficiency, in hops; directed graphs as undirected."""
    return 1 - nx.global_efficiency(case.nx.to_undirected())


PATHS = {"betweenness": betweenness, "edgeBetweenness": edge_betweenness, "closeness": closeness,
         "harmonicCloseness": harmonic_closeness, "eccentricity": eccentricity, "diameter": diameter,
         "meanDistance": mean_distance, "distanceFragmentation": distance_fragmentation}

# ---- Structure -------------------------------------------------------------------------------------------------------

UNDEFINED = -1  # JSON has no NaN, and none of these measures is negative.


def undirected(case):
    """Opposite arcs are one edge; their weights add."""
    graph = nx.Graph()
    graph.add_nodes_from(range(case.nodes))
    for a, b, weight in case.nx.edges(data="weight"):
        both = graph.has_edge(a, b) and case.weights is not None
        graph.add_edge(a, b, weight=weight + (graph[a][b]["weight"] if both else 0))
    edges = list(graph.edges())
    other = igraph.Graph(n=case.nodes, edges=edges)
    other.es["weight"] = [graph[a][b]["weight"] for a, b in edges]
    return graph, other


def core_numbers(case):
    """Directed: arcs in both directions count."""
    return agreed(case, "core numbers", by_node(case, nx.core_number(case.nx)), case.ig.coreness(mode="all"))


def clustering(case):
    ours, theirs = undirected(case)
    return agreed(case, "clustering", by_node(case, nx.clustering(ours)),
                  theirs.transitivity_local_undirected(mode="zero"))


def transitivity(case):
    ours, theirs = undirected(case)
    return agreed(case, "transitivity", [nx.transitivity(ours)], [theirs.transitivity_undirected()])[0]


def cut_nodes(case):
    ours, theirs = undirected(case)
    return agreed(case, "cut nodes", sorted(nx.articulation_points(ours)), sorted(theirs.articulation_points()))


def bridges(case):
    """The ends one after the other."""
    ours, theirs = undirected(case)
    pairs = sorted(tuple(sorted(e)) for e in nx.bridges(ours))
    others = sorted(tuple(sorted(theirs.es[e].tuple)) for e in theirs.bridges())
    return agreed(case, "bridges", sum(pairs, ()), sum(others, ()))


def strong_components(case):
    if not case.directed:
        return len(case.ig.connected_components())
    return agreed(case, "strong components", [nx.number_strongly_connected_components(case.nx)],
                  [len(case.ig.connected_components(mode="strong"))])[0]


def constraint(case):
    """igraph has further terms for directed graphs."""
    ours = [UNDEFINED if math.isnan(c) else c for c in by_node(case, nx.constraint(case.nx, weight="weight"))]
    theirs = [UNDEFINED if math.isnan(c) else c for c in case.ig.constraint(weights="weight")]
    return ours if case.directed else agreed(case, "constraint", ours, theirs)


def effective_size(case):
    """networkx alone, node by node on an undirected graph with the weights of opposite arcs added: of a directed graph
    networkx leaves out nodes without outgoing arcs, and for all nodes at once it goes another way with other results."""
    graph = nx.Graph()
    graph.add_nodes_from(range(case.nodes))
    for a, b, weight in case.nx.edges(data="weight"):
        graph.add_edge(a, b, weight=weight + (graph[a][b]["weight"] if graph.has_edge(a, b) else 0))
    weight = "weight" if case.weights or case.directed else None
    found = by_node(case, nx.effective_size(graph, nodes=list(graph), weight=weight))
    return [UNDEFINED if math.isnan(e) else e for e in found]


def page_rank(case):
    return agreed(case, "PageRank", by_node(case, nx.pagerank(case.nx, tol=1e-14, max_iter=10000, weight="weight")),
                  case.ig.pagerank(weights="weight"))


def reciprocity(case):
    if not case.directed:
        return UNDEFINED
    return agreed(case, "reciprocity", [nx.overall_reciprocity(case.nx)], [case.ig.reciprocity()])[0]


def modularity(case):
    """Of the groups v mod 3."""
    ours, theirs = undirected(case)
    groups = [set(range(g, case.nodes, 3)) for g in range(3)]
    return agreed(case, "modularity", [nx.community.modularity(ours, groups)],
                  [theirs.modularity([v % 3 for v in range(case.nodes)], weights="weight")])[0]


def assortativity(case):
    """By the groups v mod 3."""
    nx.set_node_attributes(case.nx, {v: v % 3 for v in range(case.nodes)}, "group")
    return agreed(case, "assortativity", [nx.attribute_assortativity_coefficient(case.nx, "group")],
                  [case.ig.assortativity_nominal([v % 3 for v in range(case.nodes)], directed=case.directed)])[0]


def density(case):
    return agreed(case, "density", [nx.density(case.nx)], [case.ig.density()])[0]


def strengths(case):
    """Directed: arcs in both directions."""
    return agreed(case, "strength", [s for _, s in sorted(case.nx.degree(weight="weight"))],
                  case.ig.strength(weights="weight"))


def triangles(case):
    ours, theirs = undirected(case)
    counts = [0] * case.nodes
    for triangle in theirs.list_triangles():
        for v in triangle:
            counts[v] += 1
    return agreed(case, "triangles", by_node(case, nx.triangles(ours)), counts)


def average_clustering(case):
    ours, theirs = undirected(case)
    return agreed(case, "average clustering", [nx.average_clustering(ours)],
                  [theirs.transitivity_avglocal_undirected(mode="zero")])[0]


def component_sizes(case):
    """Largest first."""
    return agreed(case, "components", sorted(map(len, nx.connected_components(undirected(case)[0])), reverse=True),
                  sorted(case.ig.connected_components(mode="weak").sizes(), reverse=True))


def biconnected_sizes(case):
    """Largest first."""
    ours, theirs = undirected(case)
    return agreed(case, "biconnected components", sorted(map(len, nx.biconnected_components(ours)), reverse=True),
                  sorted((len(part) for part in theirs.biconnected_components()), reverse=True))


def eigenvector(case):
    """Of the largest component, without directions, so that there is one eigenvector; both made as long as 1."""
    ours, theirs = undirected(case)
    nodes = sorted(max(nx.connected_components(ours), key=len))
    ours = nx.eigenvector_centrality_numpy(ours.subgraph(nodes), weight="weight")
    theirs = theirs.induced_subgraph(nodes)
    scores = theirs.eigenvector_centrality(weights="weight")
    length = math.sqrt(sum(s * s for s in scores))
    agreed(case, "eigenvector", [ours[v] for v in nodes], [s / length for s in scores])
    return [ours.get(v, 0) for v in range(case.nodes)]


def katz(case):
    """networkx, and numpy for the largest eigenvalue and for the definition; igraph has no such measure."""
    table = nx.to_numpy_array(case.nx, nodelist=range(case.nodes), weight="weight")
    alpha = 0.85 / max(abs(numpy.linalg.eigvals(table)))
    solution = numpy.linalg.solve(numpy.eye(case.nodes) - alpha * table.T, numpy.ones(case.nodes))
    return agreed(case, "Katz", by_node(case, nx.katz_centrality_numpy(case.nx, alpha=alpha, weight="weight")),
                  list(solution / numpy.linalg.norm(solution)))


STRUCTURE = {"density": density, "strengths": strengths, "triangles": triangles,
             "averageClustering": average_clustering, "componentSizes": component_sizes,
             "biconnectedSizes": biconnected_sizes, "eigenvector": eigenvector, "katz": katz,
             "coreNumbers": core_numbers, "clustering": clustering, "transitivity": transitivity,
             "cutNodes": cut_nodes, "bridges": bridges, "strongComponents": strong_components,
             "constraint": constraint, "effectiveSize": effective_size, "pageRank": page_rank,
             "reciprocity": reciprocity, "modularity": modularity, "assortativity": assortativity}

# ---- Communities: graphs too large to store, drawn alike by `DrawnGraph` of the tests ----------------------------------


def splitmix(seed):
    """Whole numbers below a bound, as `SplitMix64.below` of GraphCore draws them."""
    state = seed
    while True:
        bound = yield
        state = (state + 0x9E3779B97F4A7C15) % 2**64
        z = state
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 % 2**64
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB % 2**64
        yield ((z ^ (z >> 31)) * bound) >> 64


def drawn(nodes, ties, groups, within, largest_weight, seed):
    """Ties from anywhere, `within` of ten to a node of the same group (v mod groups), the others to anywhere."""
    source = splitmix(seed)

    def below(bound):
        next(source)
        return source.send(bound)

    graph = igraph.Graph(n=nodes)
    edges, weights = [], []
    for _ in range(ties):
        a = below(nodes)
        b = a % groups + groups * below(nodes // groups) if below(10) < within else below(nodes)
        edges.append((a, b))
        weights.append(1 + below(largest_weight))
    graph.add_edges(edges, {"weight": weights})
    return graph.simplify(combine_edges="sum")


def best_of_ten(graph, iterations):
    found = []
    for seed in range(1, 11):
        random.seed(seed)
        weights = "weight" if any(w != 1 for w in graph.es["weight"]) else None
        parts = graph.community_leiden("modularity", weights=weights, n_iterations=iterations)
        found.append(graph.modularity(parts, weights=weights))
    return max(found)


def communities():
    """The best modularity of ten seeds: with igraph's two iterations, and with as many as gain anything."""
    found = []
    for name, *drawing in [
        ("twelve groups", 2400, 12000, 12, 8, 1, 1), ("hidden groups", 2400, 9600, 12, 6, 1, 2),
        ("no groups", 1500, 4500, 1, 0, 1, 3), ("weighted groups", 1200, 6000, 8, 6, 4, 4),
        ("forest and more", 3000, 2700, 30, 7, 1, 5),
    ]:
        graph = drawn(*drawing)
        # Parallel ties of an unweighted graph count once.
        if drawing[4] == 1:
            graph.es["weight"] = [1] * graph.ecount()
        found.append({"name": name, "drawing": drawing, "edges": graph.ecount(),
                      "twoIterations": best_of_ten(graph, 2), "untilStable": best_of_ten(graph, -1)})
    return found


# ---- Walks: directed graphs on which power iteration is slow -----------------------------------------------------------


def strong(nodes, chords, name):
    """Arcs that make a ring, in drawn order, and as many others."""
    source = random.Random(name)
    order = source.sample(range(nodes), nodes)
    arcs = {(order[i - 1], order[i]): 1 for i in range(nodes)}
    while len(arcs) < nodes + chords:
        a, b = source.sample(range(nodes), 2)
        arcs[a, b] = 1
    return [(a, b, w) for (a, b), w in sorted(arcs.items())]


def two_parts(excess, bridges):
    """The same part twice, the second with weights larger by `excess`, and arcs between them."""
    part = strong(30, 40, "part")
    return part + [(a + 30, b + 30, 1 + excess) for a, b, _ in part] + bridges


def walks():
    """Eigenvector and Katz centrality of directed graphs, from numpy's dense matrices."""
    decades = random.Random("decades")
    found = []
    for name, nodes, arcs in [
        ("few chords", 120, strong(120, 10, "few")), ("many chords", 200, strong(200, 600, "many")),
        ("two parts, a slow one first", 60, two_parts(1e-4, [(3, 41, 1)])),
        ("two parts, a slow one last", 60, two_parts(1e-4, [(41, 3, 1)])),
        ("two parts, hardly joined", 60, two_parts(1e-4, [(3, 41, 1e-6), (52, 7, 1e-6)])),
    ] + [
        (f"twelve decades {i}", 12, [(a, b, 10 ** decades.uniform(-6, 6)) for a, b, _ in strong(12, 8, f"decades {i}")])
        for i in range(12)
    ]:
        table = numpy.zeros((nodes, nodes))
        for a, b, weight in arcs:
            table[b, a] = weight
        values, vectors = numpy.linalg.eig(table)
        largest = numpy.argmax(values.real)
        eigenvector = abs(vectors[:, largest].real)
        alpha = 0.85 / values[largest].real
        katz = numpy.linalg.solve(numpy.eye(nodes) - alpha * table, numpy.ones(nodes))
        found.append({"name": name, "nodes": nodes, "edges": arcs, "radius": values[largest].real,
                      "eigenvector": list(eigenvector / numpy.linalg.norm(eigenvector)),
                      "katz": list(katz / numpy.linalg.norm(katz))})
    return found


# ----------------------------------------------------------------------------------------------------------------------

GROUPS = {"paths": PATHS, "structure": STRUCTURE}


def write(name, content):
    with open(os.path.join(FOLDER, name + ".json"), "w") as file:
        json.dump(content, file, separators=(",", ":"), allow_nan=False)
        file.write("\n")


def main():
    found = cases()
    write("graphs", [case.as_json() for case in found])
    for group, measures in GROUPS.items():
        values = {case.name: {name: measure(case) for name, measure in measures.items()} for case in found}
        write(group, {"networkx": nx.__version__, "igraph": igraph.__version__, "values": values})
    write("walks", {"numpy": numpy.__version__, "graphs": walks()})
    write("communities", {"igraph": igraph.__version__, "graphs": communities()})


if __name__ == "__main__":
    main()
