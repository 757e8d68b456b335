#!/usr/bin/env python3
"""Times the built command as whole processes, beside a named peer where there is one.

    python3 Benchmarks/commands.py [PATH OF REGIONET] [--runs 9]

Prints for each row the median of the user and system seconds and of the wall time, and the ratio to the peer of the
same run. Peers that are not installed are left out: networkx for the numbers, Graphviz's neato for the picture.
The rows: a network of 60 partners measured, and drawn as each kind of map, in each format, beside neato drawing the
same graph with its names; 10,000 partners drawn, and the 6,970 Interreg partners where ../shared/data or
REGIONET_SHARED_DATA has them; 36,000 partners with 800,000 ties read, checked and measured.
"""
import argparse
import csv
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("command", nargs="?", default=".build/release/regionet")
parser.add_argument("--runs", type=int, default=9)
options = parser.parse_args()

SECTORS = ["adult_education", "school", "library", "museum", "chamber", "ams", "municipality", "sme", "culture", "tourism"]


def write_network(folder, partners, ties, seed=1):
    """A seeded network: most ties within a sector, a lead tied to a third of all."""
    chance = random.Random(seed)
    os.makedirs(folder)
    sector = [chance.randrange(len(SECTORS)) for _ in range(partners)]
    with open(os.path.join(folder, "partners.csv"), "w") as file:
        file.write("id,name,sector,role\n")
        for v in range(partners):
            file.write(f"P{v},Partner Nummer {v},{SECTORS[sector[v]]},{'lead' if v == 0 else ''}\n")
    pairs = {(0, v) for v in range(1, min(partners, 60), 3)}
    members = [[v for v in range(partners) if sector[v] == s] for s in range(len(SECTORS))]
    while len(pairs) < ties:
        a = chance.randrange(partners)
        b = chance.choice(members[sector[a]]) if chance.random() < 0.6 else chance.randrange(partners)
        if a != b:
            pairs.add((min(a, b), max(a, b)))
    with open(os.path.join(folder, "ties.csv"), "w") as file:
        file.write("source,target,strength\n")
        for a, b in sorted(pairs):
            file.write(f"P{a},P{b},{chance.randrange(1, 6)}\n")


def write_decisions(folder, partners, seed=2):
    """Forty candidates for a third of the template's sectors, 200 needs and 200 offers, forty people to seat."""
    chance = random.Random(seed)
    wanted = ["university", "applied_university", "leader", "regional_management", "village_renewal", "local_agenda",
              "taste_region", "tech_centre", "association", "ngo", "environment", "social", "health", "sport"]
    with open(os.path.join(folder, "candidates.csv"), "w") as file:
        file.write("id,name,sector,effort\n")
        for c in range(40):
            file.write(f"C{c},Kandidat Nummer {c},{'; '.join(chance.sample(wanted, 3))},{chance.randrange(1, 9)}\n")
    topics = [f"Thema {t}" for t in range(60)]
    for table, prefix in (("needs", "N"), ("offers", "O")):
        with open(os.path.join(folder, table + ".csv"), "w") as file:
            file.write("id,partner,topic\n")
            for i in range(200):
                file.write(f"{prefix}{i},P{chance.randrange(partners)},{'; '.join(chance.sample(topics, 3))}\n")
    with open(os.path.join(folder, "meetings.csv"), "w") as file:
        file.write("id\nS1\n")
    with open(os.path.join(folder, "attendance.csv"), "w") as file:
        file.write("partner,meeting\n" + "".join(f"P{v},S1\n" for v in range(40)))


def write_dot(folder):
    """The same network for neato: names as labels, nothing else."""
    path = os.path.join(folder, "network.dot")
    with open(path, "w") as file:
        file.write("graph {\n")
        for table, line in (("partners", '{id} [label="{name}"]\n'), ("ties", "{source} -- {target}\n")):
            with open(os.path.join(folder, table + ".csv")) as rows:
                file.writelines(line.format(**row) for row in csv.DictReader(rows))
        file.write("}\n")
    return path


def write_projects(folder, partners, seed=3):
    """Ten projects of eight partners, and a place for every partner."""
    chance = random.Random(seed)
    with open(os.path.join(folder, "projects.csv"), "w") as file:
        file.write("id,name\n" + "".join(f"J{j},Projekt {j}\n" for j in range(10)))
    with open(os.path.join(folder, "participations.csv"), "w") as file:
        file.write("partner,project\n")
        for j in range(10):
            file.writelines(f"P{v},J{j}\n" for v in chance.sample(range(partners), 8))
    path = os.path.join(folder, "partners.csv")
    with open(path) as file:
        lines = file.read().splitlines()
    with open(path, "w") as file:
        file.write(lines[0] + ",latitude,longitude\n")
        file.writelines(f"{line},{chance.uniform(47.5, 48.5)},{chance.uniform(14.5, 16.5)}\n" for line in lines[1:])


def timed(arguments, runs):
    cpu, wall = [], []
    for run in range(runs + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.monotonic()
        subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        end = time.monotonic()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if run:  # the first run warms the caches
            cpu.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
            wall.append(end - start)
    return statistics.median(cpu), statistics.median(wall)


NETWORKX = """
import csv, sys, networkx as nx
g = nx.Graph()
g.add_nodes_from(r["id"] for r in csv.DictReader(open(sys.argv[1] + "/partners.csv")))
for r in csv.DictReader(open(sys.argv[1] + "/ties.csv")): g.add_edge(r["source"], r["target"], weight=float(r["strength"]))
print(nx.density(g), nx.number_connected_components(g), nx.betweenness_centrality(g), nx.closeness_centrality(g), nx.core_number(g), list(nx.articulation_points(g)))
"""


def main():
    with tempfile.TemporaryDirectory() as folder:
        small, large = os.path.join(folder, "small"), os.path.join(folder, "large")
        write_network(small, 60, 150)
        write_decisions(small, 60)
        write_network(large, 36_000, 800_000)
        many = os.path.join(folder, "many")
        write_network(many, 10_000, 20_000)
        dot = write_dot(small)
        write_projects(small, 60)
        has_networkx = subprocess.run([sys.executable, "-c", "import networkx"], capture_output=True).returncode == 0
        networkx = [sys.executable, "-c", NETWORKX, small] if has_networkx else None
        has_neato = shutil.which("neato") is not None

        def neato(ending):
            return ["neato", "-T" + ending, "-o", folder + "/neato." + ending, dot] if has_neato else None

        def drawn(kind, ending="svg", dataset=small):
            return ["map", dataset, "--kind", kind, "-o", f"{folder}/map.{ending}"]

        kinds = ["sectors", "wheel", "islands", "onion", "ego", "projects", "geo", "gaps"]
        shared = os.environ.get("REGIONET_SHARED_DATA", "../shared/data")
        interreg = os.path.join(shared, "interreg", "all")
        rows = [
            ("measure, 60 partners", "0.020 s wall", ["measure", small], networkx, options.runs),
            ("measure, 60 partners, all of JSON", "", ["measure", small, "--format", "json"], networkx, options.runs),
            ("map as SVG, 60 partners", "0.150 s wall", drawn("network"), neato("svg"), options.runs),
            ("map as PNG, 60 partners", "0.400 s wall", drawn("network", "png"), neato("png"), options.runs),
            ("map as PDF, 60 partners", "0.250 s wall", drawn("network", "pdf"), neato("pdf"), options.runs),
            *[(f"map --kind {kind} as SVG", "0.150 s wall", drawn(kind), neato("svg"), 5) for kind in kinds],
            ("map as SVG, 10,000 partners", "30 s wall", drawn("network", "svg", many), None, 1),
            *([("map as SVG, 6,970 Interreg partners", "30 s wall", drawn("network", "svg", interreg), None, 1)]
              if os.path.isdir(interreg) else []),
            ("check, 800,000 ties", "2 s CPU", ["check", large], None, 3),
            ("components, 800,000 ties", "", ["measure", large, "--level", "network", "--measure", "components"], None, 3),
            ("gaps, 60 partners", "1 s wall", ["gaps", small], None, 3),
            ("lose --worst 3, 60 partners", "1 s wall", ["lose", small, "--worst", "3"], None, 3),
            ("connect --ties 2, 60 partners", "1 s wall", ["connect", small, "--ties", "2"], None, 3),
            ("  by distance", "5 s wall", ["connect", small, "--ties", "2", "--objective", "distance"], None, 3),
            ("invite, 40 candidates", "1 s wall", ["invite", small], None, 3),
            ("match, 200 needs, 200 offers", "1 s wall", ["match", small], None, 3),
            ("seat, 40 people, 8 groups, 4 rounds", "1 s wall",
             ["seat", small, "--meeting", "S1", "--groups", "8", "--rounds", "4"], None, 3),
            ("gaps, 800,000 ties", "10 s wall", ["gaps", large], None, 1),
            ("lose, 800,000 ties", "10 s wall", ["lose", large], None, 1),
            ("lose --worst 2, 800,000 ties", "", ["lose", large, "--worst", "2"], None, 1),
        ]
        print(f"{'row':36} {'goal':14} {'CPU s':>8} {'wall s':>8} {'peer CPU s':>11} {'ratio':>7}")
        for name, goal, arguments, peer, runs in rows:
            cpu, wall = timed([options.command, *arguments], runs)
            line = f"{name:36} {goal:14} {cpu:8.4f} {wall:8.4f}"
            if peer:
                peer_cpu, _ = timed(peer, min(runs, 5))
                line += f" {peer_cpu:11.4f} {peer_cpu / max(cpu, 1e-4):6.1f}x"
            print(line, flush=True)


main()
