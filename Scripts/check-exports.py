"""Reads regionet's exports back with networkx and igraph and compares them with what regionet wrote.

    swift test --filter InterchangeExportTests        # writes the files where REGIONET_EXPORTS says
    python3 Scripts/check-exports.py FOLDER

FOLDER holds made.graphml, made.gexf, made.gml, made.net, made.dot, made.cyjs, made.edgelist and made.json, the network
itself (DL is left out: igraph's reader knows no labels with blanks, networkx has none): {"directed": bool, "partners": [{"id", "name", "sector"}], "ties": [{"source", "target", "weight"}]}.
"""

import html
import json
import os
import sys

import igraph
import networkx as nx

folder = sys.argv[1]
with open(os.path.join(folder, "made.json")) as file:
    made = json.load(file)
names = {partner["id"]: partner["name"] for partner in made["partners"]}
sectors = {partner["name"]: partner.get("sector") for partner in made["partners"]}
faults = []


def path(name):
    return os.path.join(folder, name)


def expected(label=lambda name: name):
    ties = []
    for tie in made["ties"]:
        ends = [label(names[tie["source"]]), label(names[tie["target"]])]
        ties.append((*(ends if made["directed"] else sorted(ends)), round(tie["weight"], 9)))
    return sorted(label(name) for name in names.values()), sorted(ties)


def check(what, nodes, ties, label=lambda name: name, sector=None):
    expected_nodes, expected_ties = expected(label)
    ties = sorted((*(ends if made["directed"] else sorted(ends)), round(float(weight), 9)) for *ends, weight in ties)
    if sorted(nodes) != expected_nodes:
        faults.append(f"{what}: partners {sorted(nodes)} instead of {expected_nodes}")
    if ties != expected_ties:
        faults.append(f"{what}: ties {ties} instead of {expected_ties}")
    if sector:
        for name, value in sector.items():
            if (value or None) != sectors[name]:
                faults.append(f"{what}: the sector of {name} is {value} instead of {sectors[name]}")


def check_networkx(what, graph, key="label"):
    label = {node: data.get(key, node) if key else node for node, data in graph.nodes(data=True)}
    label = {node: str(value).strip('"') for node, value in label.items()}
    check(f"networkx {what}", label.values(),
          [(label[a], label[b], d.get("weight", 1)) for a, b, d in graph.edges(data=True)],
          sector={label[n]: d.get("sector") for n, d in graph.nodes(data=True)} if key else None)
    if graph.is_directed() != made["directed"]:
        faults.append(f"networkx {what}: directed is {graph.is_directed()}")


def check_igraph(what, graph, key="label", decode=lambda text: text):
    label = [decode(value) for value in graph.vs[key]]
    weights = graph.es["weight"] if graph.ecount() else []
    sector = dict(zip(label, map(decode, graph.vs["sector"]))) if "sector" in graph.vs.attributes() else None
    check(f"igraph {what}", label, [(label[e.source], label[e.target], w) for e, w in zip(graph.es, weights)],
          sector=sector)


check_networkx("GraphML", nx.read_graphml(path("made.graphml"), force_multigraph=True))
check_igraph("GraphML", igraph.Graph.Read_GraphML(path("made.graphml")))
check_networkx("GEXF", nx.read_gexf(path("made.gexf"), version="1.3"))
gml = open(path("made.gml")).read().replace("graph [", "graph [\n  multigraph 1", 1)
check_networkx("GML", nx.parse_gml(gml, label="id"))
# igraph leaves entities as they are.
check_igraph("GML", igraph.Graph.Read_GML(path("made.gml")), decode=html.unescape)
check_networkx("Pajek", nx.read_pajek(path("made.net")), key=None)
check_igraph("Pajek", igraph.Graph.Read_Pajek(path("made.net")), key="name")
with open(path("made.cyjs")) as file:
    check_networkx("Cytoscape JSON", nx.cytoscape_graph(json.load(file)), key="name")
listed = igraph.Graph.Read_Ncol(path("made.edgelist"), names=True, weights=True, directed=made["directed"])
ids = [names[name] for name in listed.vs["name"]]
check("igraph edge list", list(ids) + [name for name in names.values() if name not in ids],
      [(ids[e.source], ids[e.target], e["weight"]) for e in listed.es])
print("\n".join(faults) or f"networkx {nx.__version__} and igraph {igraph.__version__} read all exports as written")
sys.exit(bool(faults))
