"""Allocation beside HiGHS (scipy) on the same problems. Scripts/bench stock calls this.

The program is measured as a whole process: it reads the store, works out the ways, solves, proves and prints. HiGHS is measured twice: the call of
linprog alone, with the problem ready in memory, and the whole process. Both must find the same cost.
"""
import csv
import io
import json
import math
import os
import random
import statistics
import subprocess
import sys
import time

DAY = "2024-12-31"
PYTHON = "/usr/bin/python3"  # Debian's, for python3-scipy
# places of stock, places of need, items
SIZES = [(13, 12, 30), (60, 60, 5), (250, 250, 1), (500, 500, 1), (1000, 1000, 1)]


def distance(one, other):
    """Metres by the great circle, 1.3 times, as the program measures them."""
    (lon1, lat1), (lon2, lat2) = ([math.radians(value) for value in place] for place in (one, other))
    a = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    # halves go up, as in the program
    return math.floor(2 * 6371.0088 * math.asin(math.sqrt(a)) * 1.3 * 1000 + 0.5)


def write(path, columns, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["is_sample", *columns.split()])
        writer.writerows([1, *row] for row in rows)


def make(folder, sources, places, items):
    """A scenario as sheets, and the same as a problem for HiGHS; about as much is needed as there is."""
    dice = random.Random(f"{sources} {places} {items}")
    spot = lambda: (round(dice.uniform(106.2, 107.0), 6), round(dice.uniform(29.3, 30.0), 6))  # noqa: E731
    starts, ends = [spot() for _ in range(sources)], [spot() for _ in range(places)]
    stock = {(s, i): dice.randrange(0, 200) for s in range(sources) for i in range(items)}
    need = {(p, i): dice.randrange(1, max(2, 205 * sources // places)) for p in range(places) for i in range(items)}
    held = [(s, i, n) for (s, i), n in stock.items() if n]
    folder.mkdir()
    write(folder / "item.csv", "number name unit", [(f"I{i:03d}", f"合成物资{i}", "件") for i in range(items)])
    write(folder / "warehouse.csv", "code name kind tier region office longitude latitude",
          [(f"S{s:04d}", f"合成库点{s}", "store", "street", "999101", "999101000", *starts[s]) for s in range(sources)])
    write(folder / "lot.csv", "number item", [(f"L{s}-{i}", f"I{i:03d}") for s, i, _ in held])
    write(folder / "movement.csv", "number kind moved_on", [(f"R{s}", "receive", "2024-01-02") for s in range(sources)])
    write(folder / "posting.csv", "lot warehouse movement quantity",
          [row for s, i, n in held for row in ((f"L{s}-{i}", "@supplier", f"R{s}", -n), (f"L{s}-{i}", f"S{s:04d}", f"R{s}", n))])
    write(folder / "scenario.csv", "number title", [("Q", "合成情景")])
    write(folder / "need.csv", "scenario place item quantity longitude latitude",
          [("Q", f"P{p:04d}", f"I{i:03d}", n, *ends[p]) for (p, i), n in need.items()])
    costs = [[distance(start, end) for end in ends] for start in starts]
    return {"stock": [[s, i, n] for s, i, n in held], "need": [[p, i, n] for (p, i), n in need.items()], "costs": costs}


SOLVER = """
import json, sys, time
import numpy
from scipy.optimize import linprog
from scipy.sparse import coo_matrix
problem = json.load(open(sys.argv[1]))
stock, need, costs = problem["stock"], problem["need"], problem["costs"]
ways = [(s, n) for s, supply in enumerate(stock) for n, demand in enumerate(need) if supply[1] == demand[1]]
cost = [costs[stock[s][0]][need[n][0]] for s, n in ways]
short = 8 * (len(stock) + len(need)) * max(cost)
size = len(ways) + len(need)
def matrix(rows, columns, height):
    return coo_matrix((numpy.ones(len(rows)), (rows, columns)), shape=(height, size)).tocsr()
upper = matrix([s for s, _ in ways], range(len(ways)), len(stock))
equal = matrix([n for _, n in ways] + list(range(len(need))), list(range(len(ways))) + [len(ways) + n for n in range(len(need))], len(need))
begin = time.perf_counter()
answer = linprog(cost + [short] * len(need), A_ub=upper, b_ub=[row[2] for row in stock], A_eq=equal, b_eq=[row[2] for row in need], method="highs")
seconds = time.perf_counter() - begin
flow = numpy.rint(answer.x)
print(json.dumps({"seconds": seconds, "cost": int(sum(int(f) * c for f, c in zip(flow, cost))), "unmet": int(flow[len(ways):].sum())}))
"""


def answer_of(text):
    """Metres in all, and pieces that stay unmet, from the program's table."""
    cost = unmet = 0
    for row in csv.DictReader(io.StringIO(text)):
        if row["state"] == "unmet":
            unmet += int(row["quantity"])
        else:
            cost += int(row["quantity"]) * round(float(row["distance_km"]) * 1000)
    return cost, unmet


def measure(bench, runs):
    """A line of the table for each size."""
    script = bench.folder / "highs.py"
    script.write_text(SOLVER)
    for sources, places, items in SIZES:
        data = bench.folder / f"allocate-{sources}-{places}-{items}"
        problem, store = make(data, sources, places, items), data / "store.db"
        (bench.folder / "problem.json").write_text(json.dumps(problem))
        bench.jbem(["init", "--sample"], store)
        for noun in ("region", "office"):
            bench.jbem([noun, "import", f"{bench.root}/Data/sample/{noun}.csv"], store)
        bench.jbem(["import", "--batch", str(data)], store)
        own, peer, whole = [], [], []
        for _ in range(runs):
            own.append(bench.jbem(["stock", "allocate", "Q", "--as-of", DAY, "--csv", "-q"], store))
            mine = answer_of("".join(line for line in open(bench.folder / "output", encoding="utf-8") if not line.startswith("[")))
            begin = time.perf_counter()
            end = subprocess.run([PYTHON, script, bench.folder / "problem.json"], capture_output=True, text=True, check=True, env=os.environ)
            whole.append(time.perf_counter() - begin)
            theirs = json.loads(end.stdout)
            peer.append(theirs["seconds"])
            if mine != (theirs["cost"], theirs["unmet"]):
                sys.exit(f"bench: allocation {sources} × {places} × {items}: {mine} is not what HiGHS found: {theirs}")
        seconds = statistics.median(s for s, _ in own)
        yield {"size": f"{sources} × {places} × {items}", "jbem": seconds, "highs": statistics.median(peer), "process": statistics.median(whole),
               "ratio": seconds / statistics.median(peer), "memory": max(mb for _, mb in own)}


HEADER = """| places × needs × items | jbem s | linprog s | ratio | python s | MB |
|---|---|---|---|---|---|"""


def row(figure):
    return (f"| {figure['size']} | {figure['jbem']:.3f} | {figure['highs']:.3f} | {figure['ratio']:.2f} | {figure['process']:.2f} "
            f"| {figure['memory']:.0f} |")
