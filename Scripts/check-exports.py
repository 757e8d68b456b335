"""Reads what `regionet convert` writes back with networkx, igraph and pydot, and compares it with what went in.

    Scripts/check-exports.sh .build/debug/regionet

Networks: every dataset in Data/, and 24 made from seeds with odd names, attributes, parallel ties and all directions.
What a library cannot read is named in EXCEPTIONS with the reason, and where it refuses a file, that it still does so is
checked as well. Exits with 1 where a file does not come back as it was.
"""

import collections
import csv
import html
import json
import os
import random
import subprocess
import sys
import tempfile
import warnings

import igraph
import networkx as nx
import pydot

EXCEPTIONS = {
    "DL": "igraph's reader takes a blank in a quoted label for its end, and networkx has none: only names without blanks",
    "DOT": "igraph reads no DOT; pydot knows no direction of a single edge, so mixed networks are checked as arcs",
    "GEXF": "igraph reads no GEXF, networkx no kind of an edge",
    "GraphML": "igraph reads yes or no where nothing is said as no, so its noes are left out of the comparison",
    "Pajek": "holds names, weights and kinds; quotes and backslashes in names become ' and /, which convert says",
    "Kumu JSON": "no library reads it; the JSON itself is compared",
    "mixed directions": "networkx knows one direction for a graph, so these are written with --direction arcs and ignore",
}
command = os.path.abspath(sys.argv[1])
repository = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
work = tempfile.mkdtemp(prefix="regionet-exports-")
faults, reads = [], collections.Counter()
warnings.filterwarnings("ignore", message=".*unknown entities.*")

Made = collections.namedtuple("Made", "partners ties directed")
# partners: {id: (name, {attribute: value})}; ties: [(source, target, weight, {attribute: value})]


def convert(source, target, *options):
    done = subprocess.run([command, "convert", source, target, "--lang", "en", *options], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"convert {source} {target} {options}: {done.stderr}")
    return target


# What is compared ------------------------------------------------------------------------------------------------------

def canonical(value):
    """Numbers as numbers and the rest as text, as formats differ in which of the two they write."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        value = "; ".join(value)
    try:
        return round(float(value), 9)
    except ValueError:
        return str(value)


def values(pairs, but=()):
    """Attributes with a value; what an empty cell means anyway is left out."""
    unsaid = {"kind": "institution", "votes": 1.0, "directed": "false"}
    found = {key: canonical(value) for key, value in pairs.items() if value not in (None, "") and key not in but}
    return {key: value for key, value in found.items() if unsaid.get(key) != value}


def from_json(path):
    with open(path) as file:
        data = json.load(file)
    rename = {"trustBack": "trust_back"}
    partners = {
        str(node.get("id", node["name"])): (node["name"], values(node, but=("id", "name"))) for node in data["nodes"]}
    ties = []
    for link in data["links"]:
        more = {rename.get(key, key): value for key, value in link.items()}
        ties.append((str(link["source"]), str(link["target"]), float(link.get("strength", 1)),
                     values(more, but=("source", "target", "strength", "directed"))))
    return Made(partners, ties, data["directed"])


def from_tables(folder):
    """Names and pairs of a dataset in Data/, read without regionet."""
    def rows(*names):
        for name in names:
            path = os.path.join(folder, name)
            if os.path.exists(path):
                with open(path, encoding="utf-8-sig") as file:
                    text = file.read()
                return list(csv.DictReader(text.splitlines(), delimiter=";" if ";" in text.splitlines()[0] else ","))
        sys.exit(f"{folder} has none of {names}")

    def cell(row, *names):
        return next((row[name] for name in names if row.get(name)), None)

    partners = {}
    for row in rows("Partner.csv", "partners.csv"):
        name = cell(row, "Name", "name") or cell(row, "ID", "id")
        partners[cell(row, "ID", "id") or name] = name
    by_name = {name: key for key, name in partners.items()}
    pairs = set()
    for row in rows("Beziehungen.csv", "ties.csv"):
        ends = [cell(row, "Von", "source"), cell(row, "Nach", "target")]
        pairs.add(frozenset(end if end in partners else by_name[end] for end in ends))
    return partners, pairs


def show(tie):
    return tuple(map(str, tie[:3])), tuple(sorted((key, str(value)) for key, value in tie[3].items()))


def tell_difference(what, expected, found):
    wrote, read = collections.Counter(map(str, expected)), collections.Counter(map(str, found))
    if wrote != read:
        faults.append("\n".join([what, *(f"  wrote {record}" for record in wrote - read),
                                 *(f"  read  {record}" for record in read - wrote)]))


def compare(what, made, nodes, ties, directed, node_keys=None, tie_keys=None, label=lambda text: text,
            key=lambda text: text, by_id=False):
    """Compares names and attributes of nodes, and ends, weights and attributes of ties.

    node_keys, tie_keys: the attributes that the format holds; None for all of them.
    """
    reads[what] += 1
    names = {node: node if by_id else label(name) for node, (name, _) in made.partners.items()}

    def kept(pairs, keys):
        return {key(name): value for name, value in pairs.items() if keys is None or name in keys}

    def ordered(source, target):
        return (source, target) if made.directed else tuple(sorted((source, target)))

    expected = sorted((names[node], sorted(map(str, kept(pairs, node_keys).items())))
                      for node, (_, pairs) in made.partners.items())
    found = sorted((name, sorted(map(str, pairs.items()))) for name, pairs in nodes)
    tell_difference(f"{what}: partners", expected, found)
    expected = sorted(show((*ordered(names[a], names[b]), round(w, 9), kept(pairs, tie_keys))) for a, b, w, pairs in made.ties)
    found = sorted(show((*ordered(a, b), round(float(w), 9), pairs)) for a, b, w, pairs in ties)
    tell_difference(f"{what}: ties", expected, found)
    # Without ties Pajek's files say nothing of directions.
    if directed != made.directed and (made.ties or "Pajek" not in what):
        faults.append(f"{what}: directed is {directed}")


def with_networkx(what, made, graph, name="label", drop=(), drop_ties=(), **more):
    node_drop = (name, *drop)
    label = {node: str(data[name]) if name else str(node) for node, data in graph.nodes(data=True)}
    compare(f"networkx {what}", made, [(label[n], values(d, but=node_drop)) for n, d in graph.nodes(data=True)],
            [(label[a], label[b], d.get("weight", 1), values(d, but=("weight", *drop_ties)))
             for a, b, d in graph.edges(data=True)], graph.is_directed(), **more)


def with_igraph(what, made, graph, name="label", drop=(), drop_ties=(), decode=lambda text: text, **more):
    def read(pairs, but):
        # igraph has one type for all values of an attribute: nan and "" where there is none.
        return values({k: decode(v) if isinstance(v, str) else v for k, v in pairs.items() if v == v}, but=but)

    label = [decode(str(vertex[name])) for vertex in graph.vs]
    compare(f"igraph {what}", made, [(label[v.index], read(v.attributes(), (name, *drop))) for v in graph.vs],
            [(label[e.source], label[e.target], e.attributes().get("weight", 1), read(e.attributes(), ("weight", *drop_ties)))
             for e in graph.es], graph.is_directed(), **more)


# The formats -------------------------------------------------------------------------------------------------------------

def gml_key(name):
    for letter, plain in {"ö": "oe", "ß": "ss", " ": "_"}.items():
        name = name.replace(letter, plain)
    return name.lower() if name == "Groesse" else name


def pajek_label(name):
    return name.replace('"', "'").replace("\\", "/")


def check(network, source, made, *options):
    def write(ending):
        return convert(source, os.path.join(work, f"{network}.{ending}"), *options)

    path = write("graphml")
    with_networkx(f"GraphML {network}", made, nx.read_graphml(path, force_multigraph=True), drop_ties=("id",))
    said = made._replace(partners={node: (name, {k: v for k, v in pairs.items() if v != "false"})
                                   for node, (name, pairs) in made.partners.items()})
    graph = igraph.Graph.Read_GraphML(path)
    for key in graph.vs.attributes():
        graph.vs[key] = [None if value is False else value for value in graph.vs[key]]
    with_igraph(f"GraphML {network}", said, graph, drop=("id",))

    graph = nx.read_gexf(write("gexf"), version="1.3")
    no_kinds = made._replace(ties=[(*tie[:3], {k: v for k, v in tie[3].items() if k != "kind"}) for tie in made.ties])
    with_networkx(f"GEXF {network}", no_kinds, gexf_times(graph), drop=("viz",), drop_ties=("id",))

    path = write("gml")
    with_networkx(f"GML {network}", made, nx.read_gml(path, label="id"), drop=("partner_id",), drop_ties=("directed",),
                  key=gml_key)
    # igraph leaves entities as they are.
    with_igraph(f"GML {network}", made, igraph.Graph.Read_GML(path), drop=("partner_id", "id"), drop_ties=("directed",),
                decode=html.unescape, key=gml_key)

    path = write("net")
    graph = nx.read_pajek(path)
    for _, _, pairs in graph.edges(data=True):
        pairs["kind"] = pairs.pop("l", None)
    with_networkx(f"Pajek {network}", made, graph, name=None, drop=("id", "shape", "x", "y"), node_keys=(), tie_keys=("kind",),
                  label=pajek_label)
    graph = igraph.Graph.Read_Pajek(path)
    if "label" in graph.es.attributes():
        graph.es["kind"] = graph.es["label"]
        del graph.es["label"]
    with_igraph(f"Pajek {network}", made, graph, name="name", drop=("id", "x", "y", "shape"), node_keys=(), tie_keys=("kind",),
                  label=pajek_label)

    path = write("dl")
    if not any(" " in name for name, _ in made.partners.values()):
        graph = igraph.Graph.Read_DL(path, directed=True)
        both = made if made.directed else made._replace(
            ties=made.ties + [(b, a, w, pairs) for a, b, w, pairs in made.ties], directed=True)
        with_igraph(f"DL {network}", both, graph, name="name", decode=lambda text: text.strip('"'), node_keys=(), tie_keys=())

    graphs = pydot.graph_from_dot_file(write("dot"), encoding="utf-8")
    compare(f"pydot DOT {network}", made, *dot_parts(graphs[0]), graphs[0].get_type() == "digraph", by_id=False)

    with open(write("cyjs")) as file:
        graph = nx.cytoscape_graph(json.load(file))
    with_networkx(f"Cytoscape JSON {network}", made, graph, name="name", drop=("id", "value"),
                  drop_ties=("source", "target", "key", "directed"))

    with open(write("json")) as file:
        graph = nx.node_link_graph(json.load(file), edges="links")
    for _, _, pairs in graph.edges(data=True):
        pairs["weight"] = pairs.pop("strength", 1)
        pairs["trust_back"] = pairs.pop("trustBack", None)
    with_networkx(f"node-link JSON {network}", made, graph, name="name", drop_ties=("directed",))

    path = write("edgelist")
    tied = {end for tie in made.ties for end in tie[:2]}
    alone = [(node, {}) for node in made.partners if node not in tied]
    kind = nx.MultiDiGraph if made.directed else nx.MultiGraph
    graph = nx.read_weighted_edgelist(path, create_using=kind, encoding="utf-8")
    compare(f"networkx edge list {network}", made, [(n, {}) for n in graph] + alone,
            [(a, b, d["weight"], {}) for a, b, d in graph.edges(data=True)], made.directed, node_keys=(), tie_keys=(), by_id=True)
    graph = igraph.Graph.Read_Ncol(path, names=True, weights=True, directed=made.directed)
    label = graph.vs["name"] if graph.vcount() else []
    compare(f"igraph edge list {network}", made, [(n, {}) for n in label] + alone,
            [(label[e.source], label[e.target], e["weight"], {}) for e in graph.es], made.directed, node_keys=(), tie_keys=(),
            by_id=True)

    with open(write("kumu.json")) as file:
        data = json.load(file)
    name = {element["id"]: element["label"] for element in data["elements"]}
    rename = {"type": "sector"}
    elements = [(e["label"], values({rename.get(k, k): v for k, v in e.items()}, but=("id", "label", "tags")))
                for e in data["elements"]]
    compare(f"Kumu JSON {network}", made, elements,
            [(name[c["from"]], name[c["to"]], c.get("weight", 1),
              values({"kind" if k == "type" else k: v for k, v in c.items()}, but=("from", "to", "direction", "weight")))
             for c in data["connections"]],
            any(c["direction"] == "directed" for c in data["connections"]))


def gexf_times(graph):
    parts = [(pairs, "since", "until") for _, _, pairs in graph.edges(data=True)]
    parts += [(pairs, "joined", "left") for _, pairs in graph.nodes(data=True)]
    for pairs, start, end in parts:
        for mine, theirs in ((start, "start"), (end, "end")):
            if theirs in pairs:
                pairs[mine] = pairs.pop(theirs)
    return graph


def dot_parts(graph):
    def text(value):
        value = str(value)
        if value[:1] == '"':
            value = value[1:-1].replace('\\"', '"').replace("\\\\", "\\")
        return html.unescape(value)

    def pairs(part, but):
        return values({text(k): text(v) for k, v in part.get_attributes().items()}, but=but)

    nodes = {text(n.get_name()): n for n in graph.get_nodes() if n.get_name() not in ("node", "edge", "graph")}
    label = {name: text(node.get("label") or name) for name, node in nodes.items()}
    ties = []
    for edge in graph.get_edges():
        more = pairs(edge, ("dir",))
        ties.append((label[text(edge.get_source())], label[text(edge.get_destination())], more.pop("weight", 1), more))
    return [(label[name], pairs(node, ("label",))) for name, node in nodes.items()], ties


# The networks ------------------------------------------------------------------------------------------------------------

def seeded(seed):
    """A made network: 0 to 14 partners; direction and names by the seed."""
    dice = random.Random(seed)
    odd = ["Bücherei Zwettl", "Käse & Co", "L'Étoile", "Hof <Nord>", "Zeile mit = und ;", "日本館", 'Gasthof "Zur Post"',
           "a\\b", "=1+1", "@home", "50 %", "Straße 7", "x#y", "Ärzte (Land)"]
    plain = ["Bücherei", "Museum", "AMS", "Chor", "Verein-7", "Hof", "VHS", "Gasthof", "LEADER", "Bad", "Kino", "Markt",
             "Bank", "Wald"]
    names = (plain if seed % 3 == 0 else odd)[: dice.randint(1, 14)]
    nodes = []
    for position, name in enumerate(names):
        node = {"id": f"p{position}", "name": name}
        if dice.random() < 0.7:
            node["sector"] = dice.choice(["Bildung & Kultur", "Bauernschaft", "school"])
        if dice.random() < 0.4:
            node["Größe"] = dice.choice([12, 0.5, "klein"])
        if dice.random() < 0.3:
            node.update(latitude=48.25, longitude=-9.5)
        nodes.append(node)
    direction = ("none", "all", "some")[seed % 4 % 3] if seed % 4 < 3 else "some"
    links = []
    for _ in range(dice.randint(0, 2 * len(names)) if len(names) > 1 else 0):
        source, target = dice.sample(range(len(names)), 2)
        link = {"source": f"p{source}", "target": f"p{target}", "strength": dice.choice([1, 2.5, 0.125, 40])}
        link["directed"] = direction == "all" or (direction == "some" and dice.random() < 0.5)
        if dice.random() < 0.5:
            link["kind"] = dice.choice(["Förderung", "Rat"])
        if dice.random() < 0.5:
            link["trust"] = dice.randint(1, 4)
        if dice.random() < 0.3:
            link["note"] = '"so" & <so>'
        links.append(link)
    return nodes, links


def made_from(nodes, links, option):
    partners = {node["id"]: (node["name"], values(node, but=("id", "name"))) for node in nodes}
    ties, drop = [], ("source", "target", "strength", "directed")
    for link in links:
        pairs = values(link, but=drop)
        ties.append((link["source"], link["target"], float(link["strength"]), pairs))
        if option == "arcs" and not link["directed"]:
            ties.append((link["target"], link["source"], float(link["strength"]), {k: v for k, v in pairs.items() if k != "trust"}))
    directed = option == "arcs" or (option == "keep" and bool(links) and all(link["directed"] for link in links))
    return Made(partners, ties, directed and bool(links))


def must_refuse(what, read):
    reads[what] += 1
    try:
        read()
    except nx.NetworkXError:
        return
    faults.append(f"{what}: networkx reads mixed directions now; say so in the message and drop the exception here")


def main():
    for name in sorted(os.listdir(os.path.join(repository, "Data"))) + ["classic/" + n for n in
                                                                         sorted(os.listdir(os.path.join(repository, "Data/classic")))]:
        folder = os.path.join(repository, "Data", name)
        if name in ("templates", "classic") or name.endswith(".md"):
            continue
        network = name.replace("/", "-")
        truth = from_json(convert(folder, os.path.join(work, network + "-truth.json")))
        tables = from_tables(folder.removesuffix(".xlsx"))
        read = {node: label for node, (label, _) in truth.partners.items()}, {frozenset(tie[:2]) for tie in truth.ties}
        if read != tables:
            faults.append(f"{name}: regionet reads other partners or pairs than stand in the tables")
        with open(os.path.join(work, network + "-truth.json")) as file:
            directions = {link.get("directed", False) for link in json.load(file)["links"]}
        for option in ("arcs", "ignore") if len(directions) == 2 else ("keep",):
            made = from_json(convert(folder, os.path.join(work, f"{network}-{option}-truth.json"), "--direction", option))
            check(f"{network}-{option}", folder, made, "--direction", option)
    for seed in range(24):
        nodes, links = seeded(seed)
        source = os.path.join(work, f"seed-{seed}-source.json")
        with open(source, "w") as file:
            json.dump({"nodes": nodes, "links": links}, file)
        mixed = len({link["directed"] for link in links}) == 2
        for option in ("arcs", "ignore") if mixed else ("keep",):
            check(f"seed-{seed}-{option}", source, made_from(nodes, links, option), "--direction", option)
        if mixed:
            graphml, gexf = (convert(source, os.path.join(work, f"seed-{seed}.{ending}")) for ending in ("graphml", "gexf"))
            must_refuse(f"networkx GraphML mixed {seed}", lambda: nx.read_graphml(graphml))
            must_refuse(f"networkx GEXF mixed {seed}", lambda: nx.read_gexf(gexf, version="1.3"))
    for subject, reason in EXCEPTIONS.items():
        print(f"not checked: {subject}: {reason}")
    print("\n".join(faults) or f"{sum(reads.values())} files read as written by networkx {nx.__version__}, "
          f"igraph {igraph.__version__}, pydot {pydot.__version__}")
    sys.exit(bool(faults))


main()
