#!/usr/bin/env python3
"""Times reading of each file format, beside a named peer that reads the same file.

    python3 Benchmarks/formats.py PATH/TO/read-benchmark [--runs 5] [--ties 800000] [FORMAT...]

Build the reader first: swift build -c release --static-swift-stdlib --package-path Benchmarks --product read-benchmark

Each row is the same seeded network with as many nodes as a twentieth of the ties, written once. Ours reads the file
into a checked network (`Network.review`), `rows` into rows not yet checked and `edges` into numbered edges; the peer
reads it into its own graph. Shown are user and system CPU seconds of whole processes, medians of alternating runs,
without what an empty run of the same program takes (start of Python and imports). Formats whose peer is slow get
100,000 ties.
"""
import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("reader")
parser.add_argument("formats", nargs="*")
parser.add_argument("--runs", type=int, default=5)
parser.add_argument("--ties", type=int, default=800_000)
options = parser.parse_intermixed_args()

IGRAPH = "import igraph\n"
NETWORKX = "import networkx\n"


def lines(head, node, edge, tail=""):
    """A writer from texts for a node and for an edge."""

    def write(file, nodes, edges):
        file.write(head(nodes, edges) if callable(head) else head)
        if node:
            for v in range(nodes):
                file.write(node(v))
        separator = getattr(edge, "before", None)
        if separator:
            file.write(separator)
        for a, b, w in edges:
            file.write(edge(a, b, w))
        file.write(tail)

    return write


def marked(before, edge):
    edge.before = before
    return edge


def write_json(file, nodes, edges):
    json.dump(
        {
            "directed": False, "multigraph": True, "graph": {}, "nodes": [{"id": f"P{v}"} for v in range(nodes)],
            "links": [{"source": f"P{a}", "target": f"P{b}", "weight": w} for a, b, w in edges],
        }, file)


def write_cytoscape(file, nodes, edges):
    json.dump(
        {
            "data": [], "directed": False, "multigraph": True,
            "elements": {
                "nodes": [{"data": {"id": f"P{v}", "value": f"P{v}", "name": f"P{v}"}} for v in range(nodes)],
                "edges": [{"data": {"source": f"P{a}", "target": f"P{b}", "weight": w, "key": i}}
                          for i, (a, b, w) in enumerate(edges)],
            },
        }, file)


def write_lgl(file, nodes, edges):
    neighbours = [[] for _ in range(nodes)]
    for a, b, w in edges:
        neighbours[a].append((b, w))
    for v, list_ in enumerate(neighbours):
        if list_:
            file.write(f"# P{v}\n" + "".join(f"P{b} {w}\n" for b, w in list_))


def write_workbook(file, nodes, edges):
    import openpyxl
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("ties")
    sheet.append(["source", "target", "strength"])
    for a, b, w in edges:
        sheet.append([f"P{a}", f"P{b}", w])
    book.save(file.name)


GRAPHML = ('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
           '<key id="w" for="edge" attr.name="weight" attr.type="double"/>\n<graph edgedefault="undirected">\n')

# Name: ending, ties at most, writer, program of the peer ({} is the path), its import.
FORMATS = {
    "csv": ("csv", None, lines("source,target,strength\n", None, lambda a, b, w: f"P{a},P{b},{w}\n"),
            "pandas.read_csv({})", "import pandas\n"),
    "csv edges": ("csv", None, lines("source,target,strength\n", None, lambda a, b, w: f"P{a},P{b},{w}\n"),
                  "pyarrow.csv.read_csv({}, read_options=pyarrow.csv.ReadOptions(use_threads=False))",
                  "import pyarrow.csv\n"),
    "graphml": ("graphml", None,
                lines(GRAPHML, lambda v: f'<node id="P{v}"/>\n',
                      lambda a, b, w: f'<edge source="P{a}" target="P{b}"><data key="w">{w}</data></edge>\n',
                      "</graph></graphml>\n"), "igraph.Graph.Read_GraphML({})", IGRAPH),
    "graphml rows": ("graphml", None,
                lines(GRAPHML, lambda v: f'<node id="P{v}"/>\n',
                      lambda a, b, w: f'<edge source="P{a}" target="P{b}"><data key="w">{w}</data></edge>\n',
                      "</graph></graphml>\n"), "igraph.Graph.Read_GraphML({})", IGRAPH),
    "gml": ("gml", None,
            lines("graph [\n", lambda v: f'node [ id {v} label "P{v}" ]\n',
                  lambda a, b, w: f"edge [ source {a} target {b} weight {w} ]\n", "]\n"),
            "igraph.Graph.Read_GML({})", IGRAPH),
    "pajek": ("net", None,
              lines(lambda n, e: f"*Vertices {n}\n", lambda v: f'{v + 1} "P{v}"\n',
                    marked("*Edges\n", lambda a, b, w: f"{a + 1} {b + 1} {w}\n")),
              "igraph.Graph.Read_Pajek({})", IGRAPH),
    "dl": ("dl", None,
           lines(lambda n, e: f"DL n={n}\nformat = edgelist1\nlabels:\n", lambda v: f"P{v}\n",
                 marked("data:\n", lambda a, b, w: f"{a + 1} {b + 1} {w}\n")),
           "igraph.Graph.Read_DL({})", IGRAPH),
    "ncol": ("ncol", None, lines("", None, lambda a, b, w: f"P{a} P{b} {w}\n"),
             "igraph.Graph.Read_Ncol({}, directed=False)", IGRAPH),
    "edgelist": ("edgelist", None, lines("", None, lambda a, b, w: f"{a} {b}\n"),
                 "igraph.Graph.Read_Edgelist({}, directed=False)", IGRAPH),
    "lgl": ("lgl", None, write_lgl, "igraph.Graph.Read_Lgl({}, directed=False)", IGRAPH),
    "gexf": ("gexf", 100_000,
             lines('<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph><nodes>\n',
                   lambda v: f'<node id="P{v}" label="P{v}"/>\n',
                   marked("</nodes><edges>\n",
                          lambda a, b, w: f'<edge source="P{a}" target="P{b}" weight="{w}"/>\n'),
                   "</edges></graph></gexf>\n"), "networkx.read_gexf({})", NETWORKX),
    "node-link": ("json", 100_000, write_json, 'networkx.node_link_graph(json.load(open({})), edges="links")',
                  NETWORKX + "import json\n"),
    "cyjs": ("cyjs", 100_000, write_cytoscape, "networkx.cytoscape_graph(json.load(open({})))",
             NETWORKX + "import json\n"),
    "dot": ("dot", 100_000, lines("graph {\n", lambda v: f"P{v};\n", lambda a, b, w: f"P{a} -- P{b} [weight={w}];\n",
                                  "}\n"), "graph_tool.load_graph({})", "import graph_tool\n"),
    "xlsx": ("xlsx", 100_000, write_workbook,
             "sum(1 for row in openpyxl.load_workbook({}, read_only=True).active.iter_rows(values_only=True))",
             "import openpyxl\n"),
}


def seconds(arguments):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        raise RuntimeError(done.stderr.decode(errors="replace").strip().splitlines()[-1:])
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def network(ties):
    chance = random.Random(1)
    nodes = max(2, ties // 20)
    edges = []
    for _ in range(ties):
        a = chance.randrange(nodes)
        b = (a + 1 + int(chance.random() ** 3 * (nodes - 1))) % nodes
        edges.append((min(a, b), max(a, b), chance.randrange(1, 6)))
    return nodes, edges


def main():
    print(f"{'format':10} {'MB':>6} {'ties':>8} {'ours s':>8} {'MB/s':>6} {'peer s':>8} {'ratio':>6}  peer")
    for name, (ending, most, write, program, imports) in FORMATS.items():
        if options.formats and name not in options.formats:
            continue
        ties = min(options.ties, most or options.ties)
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "ties." + ending)
            maker = os.fork()
            if maker == 0:
                with open(path, "w") as file:
                    write(file, *network(ties))
                os._exit(0)
            if os.waitpid(maker, 0)[1] != 0:
                print(f"{name:10} not written")
                continue
            size = os.path.getsize(path) / 1e6
            mode = {"csv edges": "edges", "graphml rows": "rows"}.get(name, "network")
            mine, theirs, idle = [], [], []
            failure = ""
            for _ in range(options.runs):
                mine.append(seconds([options.reader, mode, path]))
                try:
                    idle.append(seconds([sys.executable, "-c", imports]))
                    theirs.append(seconds([sys.executable, "-c", imports + program.format(repr(path))]))
                except RuntimeError as error:
                    failure = str(error)
                    break
            ours = statistics.median(mine)
            row = f"{name:10} {size:6.1f} {ties:8,} {ours:8.3f} {size / ours:6.0f}"
            if theirs:
                peer = statistics.median(theirs) - statistics.median(idle)
                print(f"{row} {peer:8.3f} {peer / ours:5.1f}x  {program.split('(')[0]}", flush=True)
            else:
                print(f"{row} {'-':>8} {'-':>6}  {program.split('(')[0]}: {failure}", flush=True)


if __name__ == "__main__":
    main()
