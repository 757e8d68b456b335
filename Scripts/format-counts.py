"""What networkx and igraph read in each file of a folder of test data: nodes, edges, direction.

Where neither reads a format, "counted" has what the file's own elements, rows or header say.

    python3 Scripts/format-counts.py FOLDER Tests/ConformanceTests/Fixtures/format-counts.json

Needs networkx, python-igraph, pydot, scipy, lxml. A library that has no reader for a format, or refuses a file, is null.
"""

import json
import os
import sys
import warnings

import igraph
import networkx as nx

warnings.simplefilter("ignore")


def of_networkx(graph):
    return {"nodes": graph.number_of_nodes(), "edges": graph.number_of_edges(), "directed": graph.is_directed(),
            "multigraph": graph.is_multigraph()}


def of_igraph(graph):
    return {"nodes": graph.vcount(), "edges": graph.ecount(), "directed": graph.is_directed()}


def read_mtx(path):
    import scipy.io
    matrix = scipy.io.mmread(path)
    if matrix.shape[0] != matrix.shape[1]:
        return None
    with open(path) as file:
        symmetric = "symmetric" in file.readline()
    return nx.from_scipy_sparse_array(matrix.tocsr(), create_using=nx.Graph if symmetric else nx.DiGraph)


def read_cyjs(path):
    with open(path) as file:
        data = json.load(file)
    elements = data if isinstance(data, list) else None
    if elements is not None:
        nodes = [e for e in elements if "source" not in e["data"]]
        edges = [e for e in elements if "source" in e["data"]]
    else:
        nodes, edges = data["nodes"], data["edges"]
    if nodes and "data" not in nodes[0]:
        graph = nx.node_link_graph({**data, "links": data["edges"]}, edges="links", multigraph=True)
        return graph
    return nx.cytoscape_graph({"data": {}, "directed": False, "multigraph": True,
                               "elements": {"nodes": [{"data": {"name": n["data"]["id"], "value": n["data"]["id"],
                                                               **n["data"]}} for n in nodes],
                                            "edges": edges}})


networkx_readers = {
    "gml": lambda p: nx.read_gml(p, label="id"),
    "graphml": nx.read_graphml, "gexf": nx.read_gexf, "net": nx.read_pajek, "paj": nx.read_pajek,
    "edgelist": lambda p: nx.read_weighted_edgelist(p) if len(
        next(l for l in open(p) if l[0] not in "#%").split()) == 3 else nx.read_edgelist(p, comments="#" if "%" not in
                                                                                           open(p).read(1) else "%"),
    "konect": lambda p: nx.read_weighted_edgelist(p, comments="%", create_using=nx.MultiDiGraph),
    "mtx": read_mtx, "matrixmarket": read_mtx, "dot": nx.nx_pydot.read_dot, "json": read_cyjs,
}
igraph_readers = {
    "gml": igraph.Graph.Read_GML, "graphml": igraph.Graph.Read_GraphML, "net": igraph.Graph.Read_Pajek,
    "paj": igraph.Graph.Read_Pajek,
}


def count_gexf(path):
    """The elements of the file, whatever they say."""
    import lxml.etree
    root = lxml.etree.parse(path).getroot()
    elements = [lxml.etree.QName(e).localname for e in root.iter() if isinstance(e.tag, str)]
    graph = next(e for e in root.iter() if isinstance(e.tag, str) and lxml.etree.QName(e).localname == "graph")
    types = {e.get("type", graph.get("defaultedgetype", "undirected")) for e in root.iter()
             if isinstance(e.tag, str) and lxml.etree.QName(e).localname == "edge"}
    return {"nodes": elements.count("node"), "edges": elements.count("edge"), "directed": types == {"directed"}}


def count_metis(path):
    """What the file's first line says."""
    with open(path) as file:
        nodes, edges = next(line for line in file if not line.startswith("%")).split()[:2]
    return {"nodes": int(nodes), "edges": int(edges), "directed": False}


def count_pairs(path):
    """The rows of a table of pairs."""
    import csv
    with open(path, newline="") as file:
        rows = list(csv.reader(file, delimiter=";" if ";" in open(path).readline() else ","))
    if [c.lower() for c in rows[0]][:2] != ["from", "to"]:
        return None
    return {"nodes": len({end for row in rows[1:] for end in row[:2]}), "edges": len(rows) - 1, "directed": False}


counters = {"gexf": count_gexf, "graph": count_metis, "csv": count_pairs}


def attempt(reader, path, count):
    if reader is None:
        return None
    try:
        graph = reader(path)
        return None if graph is None else count(graph)
    except Exception:
        return None


def main(folder, output):
    files = {}
    for root, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(root, name)
            extension = name.rsplit(".", 1)[-1].lower()
            files[os.path.relpath(path, folder)] = {
                "networkx": attempt(networkx_readers.get(extension), path, of_networkx),
                "igraph": attempt(igraph_readers.get(extension), path, of_igraph),
                "counted": attempt(counters.get(extension), path, lambda counts: counts),
            }
    lines = ",\n".join(f"  {json.dumps(name)}: {json.dumps(counts)}" for name, counts in sorted(files.items()))
    with open(output, "w") as file:
        file.write(f'{{"networkx": "{nx.__version__}", "igraph": "{igraph.__version__}", "files": {{\n{lines}\n}}}}\n')


main(sys.argv[1], sys.argv[2])
