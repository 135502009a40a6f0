"""The pairs of Scripts/bench, which runs this: jbem and the sqlite3 shell at the same work, by turns.

A new pair is one entry in `pairs`; work of jbem that has no peer is one entry in `singles`.
"""
import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import bench_dashboard
import bench_data
import bench_stock

LEDGER = """
WITH f AS (SELECT region, total(found_on < '2024-01-01') AS before, total(found_on >= '2024-01-01') AS inside
        FROM hazard WHERE found_on <= '2024-12-31' GROUP BY region),
    s AS (SELECT h.region, total(s.step = 'close' AND s.taken_on < '2024-01-01') AS closed_before,
            total(s.step = 'reopen' AND s.taken_on < '2024-01-01') AS reopened_before,
            total(s.step = 'close' AND s.taken_on >= '2024-01-01') AS closed, total(s.step = 'reopen' AND s.taken_on >= '2024-01-01') AS reopened
        FROM hazard_step AS s JOIN hazard AS h ON h.id = s.hazard
        WHERE s.step IN ('close', 'reopen') AND s.taken_on <= '2024-12-31' GROUP BY h.region)
SELECT f.region, before + coalesce(reopened_before - closed_before, 0), inside, coalesce(reopened, 0), coalesce(closed, 0)
FROM f LEFT JOIN s USING (region) ORDER BY 1;
"""
OVERDUE = """
SELECT number, title, region, kind, unit, deadline, stage FROM hazard
WHERE closed_on IS NULL AND deadline < '2026-02-01' ORDER BY deadline, id LIMIT 50;
"""
# the sheet as it is, then what links codes, regions and parents
LINK = """
CREATE TEMP TABLE sheet (number TEXT, title TEXT, found_on TEXT, found_by TEXT, discovery TEXT, region TEXT, office TEXT, department TEXT,
    risk TEXT, place TEXT, basis TEXT, cost TEXT, note TEXT);
.mode csv
.import --skip 1 {data}/hazard.csv sheet
BEGIN;
INSERT INTO hazard (id, number, title, found_on, found_by, discovery, region, office, department, risk, place, basis, cost, note,
    stage, steps, times_extended, times_returned, times_reopened)
SELECT 9991010005000000 + s.rowid, s.number, s.title, s.found_on, nullif(s.found_by, ''), d.code, r.code, s.office, s.department, p.id,
    nullif(s.place, ''), nullif(s.basis, ''), CAST(round(s.cost * 1000000) AS INTEGER), nullif(s.note, ''), 'registered', 0, 0, 0, 0
FROM sheet AS s LEFT JOIN code AS d ON d.list = 'hazard_discovery' AND d.zh = s.discovery
LEFT JOIN region AS r ON r.name = s.region LEFT JOIN risk AS p ON p.point_no = s.risk;
COMMIT;
"""
# the sheet alone: no links, no checks, texts as they stand
BARE = """
CREATE TABLE bare (number TEXT NOT NULL UNIQUE, title TEXT NOT NULL, found_on TEXT NOT NULL, found_by TEXT, discovery TEXT NOT NULL,
    region TEXT NOT NULL, office TEXT NOT NULL, department TEXT, risk TEXT, place TEXT, basis TEXT, cost REAL, note TEXT) STRICT;
CREATE INDEX bare_found ON bare (found_on, region);
.mode csv
.import --skip 1 {data}/hazard.csv bare
"""

# name, arguments of jbem, script of sqlite3, store they start from, whether they write it, highest allowed ratio
pairs = [
    ("import", ["hazard", "import", "{data}/hazard.csv"], LINK, "points", True, 2.0),
    ("import-bare", ["hazard", "import", "{data}/hazard.csv"], BARE, "points", True, None),
    ("overdue", ["hazard", "overdue", "--limit", "50", "--as-of", "2026-02-01", "--csv"], OVERDUE, "full", False, 1.5),
    ("ledger", ["hazard", "ledger", "--period", "2024", "--csv"], LEDGER, "full", False, 1.5),
]
# name, arguments, store; compared with the median of `import`
singles = [
    ("import again", ["hazard", "import", "{data}/hazard.csv"], "hazards"),
    ("undo the import", ["undo"], "hazards"),
    ("log verify --replay", ["log", "verify", "--replay"], "hazards"),
]
# name, arguments; on risk points with levels and responsible persons, no peer
seasons = [
    ("duty gaps, a flood season", ["duty", "gaps", "--from", "2025-05-01", "--to", "2025-09-30", "--csv"]),
    ("duty gaps by role", ["duty", "gaps", "--by-role", "--from", "2025-05-01", "--to", "2025-09-30", "--csv"]),
    ("inspect calendar of a year", ["inspect", "calendar", "--period", "2025", "--csv"]),
    ("inspect coverage of a year", ["inspect", "coverage", "--period", "2025", "--csv"]),
]


class Bench:
    def __init__(self, root, program, folder):
        self.root, self.program, self.folder, self.count = root, program, Path(folder), 0
        self.start = {"jbem": self.empty([program, "--version"]), "sqlite3": self.empty(["sqlite3", ":memory:", "SELECT 1;"])}

    def empty(self, command):
        return statistics.median(self.run(command)[0] for _ in range(9))

    def run(self, command, script=None, store=None):
        """One process: seconds, peak of memory in MB."""
        environment = {**os.environ, "JBEM_DATA": f"{self.root}/Data", "JBEM_LANG": "en", "JBEM_DB": str(store or ""), "JBEM_ACTOR": "bench"}
        log = open(self.folder / "log", "w+b")
        entry = open(script) if script else subprocess.DEVNULL
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdin=entry, stdout=log, stderr=log, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            log.seek(0)
            sys.exit(f"bench: {' '.join(command)} ended with {process.returncode}:\n{log.read().decode()[:2000]}")
        return seconds, usage.ru_maxrss / 1024

    def jbem(self, arguments, store, data=""):
        return self.run([self.program] + [text.format(data=data) for text in arguments], store=store)

    def make(self, hazards, only):
        """The data and the stores of one size: `points` has the risk points, `hazards` also the hazards, `full` also their steps."""
        data = self.folder / str(hazards)
        data.mkdir()
        bench_data.main(hazards, max(1, hazards // 10), data)
        store = data / "points.db"
        for arguments in (["init", "--sample"], ["import", "--batch", f"{self.root}/Data/sample"], ["risk", "import", "{data}/risk.csv"]):
            self.jbem(arguments, store, data)
        self.rest(store)
        if not only or not only.startswith("import"):
            self.jbem(["hazard", "import", "{data}/hazard.csv"], self.copy(store, data / "hazards.db"), data)
            self.rest(data / "hazards.db")
            self.jbem(["hazard-step", "import", "{data}/hazard-step.csv"], self.copy(data / "hazards.db", data / "full.db"), data)
            self.rest(data / "full.db")
        return data

    def season(self, points, runs):
        """The works on so many risk points: seconds and peak of memory of each."""
        data = self.folder / f"season-{points}"
        data.mkdir()
        bench_data.season(points, data)
        store = data / "season.db"
        for arguments in (["init", "--sample"], ["import", "--batch", f"{self.root}/Data/sample"]):
            self.jbem(arguments, store, data)
        for noun in ("risk", "person", "duty", "phone-check"):
            self.jbem([noun, "import", f"{{data}}/{noun}.csv"], store, data)
        for name, arguments in seasons:
            took = [self.jbem(arguments, store, data) for _ in range(runs)]
            yield {"name": name, "jbem": statistics.median(s for s, _ in took), "memory": max(mb for _, mb in took)}
        shutil.rmtree(data)

    def starts(self, data, arguments, peer, runs):
        """What both programs take for the same question to a store without rows: start, command tree, opening."""
        store = data / "empty.db"
        if not store.exists():
            self.jbem(["init", "--sample"], store, data)
            self.rest(store)
        took = {"jbem": [self.jbem(arguments, store, data)[0] for _ in range(runs)],
                "sqlite3": [self.run(["sqlite3", "-bail", store], peer)[0] for _ in range(runs)]}
        return {side: statistics.median(seconds) for side, seconds in took.items()}

    @staticmethod
    def rest(store):
        subprocess.run(["sqlite3", store, "PRAGMA wal_checkpoint(TRUNCATE);"], check=True, stdout=subprocess.DEVNULL)

    @staticmethod
    def copy(source, target):
        for old in target.parent.glob(target.name + "*"):
            old.unlink()
        shutil.copy(source, target)
        shutil.copy(f"{source}.anchor", f"{target}.anchor")
        return target

    def pair(self, data, name, arguments, script, base, writes, runs):
        figures = {"jbem": [], "sqlite3": []}
        peer = data / f"{name}.sql"
        peer.write_text(script.format(data=data) if "{data}" in script else script)
        for _ in range(runs):
            for side in figures:
                store = data / f"{base}.db"
                if writes:
                    store = self.copy(store, data / "work.db")
                    if side == "sqlite3":
                        # as the shell makes its own files
                        subprocess.run(["sqlite3", store, "PRAGMA journal_mode = DELETE;"], check=True, stdout=subprocess.DEVNULL)
                os.sync()
                took = self.jbem(arguments, store, data) if side == "jbem" else self.run(["sqlite3", "-bail", store], peer)
                figures[side].append(took)
        start = self.start if writes else self.starts(data, arguments, peer, runs)
        net = {side: max(1e-9, statistics.median(s for s, _ in took) - start[side]) for side, took in figures.items()}
        return {"name": name, "jbem": net["jbem"], "sqlite3": net["sqlite3"], "ratio": net["jbem"] / net["sqlite3"],
                "memory": max(mb for _, mb in figures["jbem"]), "peer memory": max(mb for _, mb in figures["sqlite3"])}

    def single(self, data, name, arguments, base, runs):
        figures = []
        for _ in range(runs):
            store = self.copy(data / f"{base}.db", data / "work.db")
            os.sync()
            figures.append(self.jbem(arguments, store, data))
        return {"name": name, "jbem": statistics.median(s for s, _ in figures), "memory": max(mb for _, mb in figures)}


def row(size, figure, bar, base):
    ratio = f"{figure['ratio']:.2f}" if "ratio" in figure else f"{figure['jbem'] / base:.2f} × import" if base else ""
    peer = f"{figure['sqlite3']:.4f}" if "sqlite3" in figure else ""
    return f"| {size} | {figure['name']} | {figure['jbem']:.4f} | {peer} | {ratio} | {bar or ''} | {figure['memory']:.0f} |"


HEADER = "| rows | work | jbem s | sqlite3 s | ratio | bar | MB |\n|---|---|---|---|---|---|---|"

PAGE = """# Performance

How fast the program is beside the sqlite3 shell on the same data, measured by `Scripts/bench --record`.

## Overview

Medians of whole processes run by turns, on invented hazards and a tenth as many risk points. Subtracted is each program's start: of writing works
its empty start, of questions the same question to a store without rows. An absolute time says little; the ratio is what to compare.

- `import`: a spreadsheet of hazards, read, checked, linked, journaled and indexed, beside `.import` and the SQL that links codes, regions and risk points.
- `import-bare`: the same beside `.import` alone, into a typed and indexed table, nothing linked or checked.
- `overdue`: the first 50 overdue hazards. `ledger`: the ledger of a year by street. Beside the query written by hand.
- `duty gaps`, `inspect calendar`, `inspect coverage`: risk points, two in a hundred visited daily, eight weekly, thirty monthly, the others quarterly,
  with three responsible persons each; nothing subtracted.

{machine}

{table}

## Growth

Time of ten times the rows, divided by ten: 1 is linear.

{growth}

## What the figures are made of

- `import` of a million rows, by perf (a sample shortly before the last changes): two fifths inside SQLite (four indexes, the foreign keys of a row, the look for a row with the same key, the
  invariants), a quarter in the kernel (everything is written twice, to the log and to the file, the journal of the change too), a quarter in
  reading, checking and encoding, the rest memory. The peer has foreign keys off and keeps no journal.
- An undo looks at every column of every row it removes, and records the removed rows by the session extension.

Tried and not kept: a rebuilt store in memory for `log verify --replay` (savepoints there take a time that grows with the square of the pages
changed); keys of `String` (comparing texts by canonical equivalence).
"""


def machine(root):
    model = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    text = lambda *command: subprocess.run(command, capture_output=True, text=True, cwd=root).stdout.strip()  # noqa: E731
    swift = text("swift", "--version").splitlines() or ["swift"]
    return "\n".join([
        f"- {date.today()}, revision {text('git', 'rev-parse', '--short', 'HEAD')}", f"- {model}, {os.cpu_count()} cores, Linux {platform.release()}",
        f"- sqlite3 {text('sqlite3', '--version').split()[0]}, {swift[0]}"])


def growth(figures):
    lines = []
    for name in [work[0] for work in pairs + singles + seasons]:
        series = [(size, figure["jbem"]) for size, figure in figures if figure["name"] == name]
        steps = [f"{small} → {large}: {(slow / fast) / (large / small):.2f}" for (small, fast), (large, slow) in zip(series, series[1:])]
        if steps:
            lines.append(f"- {name}: " + ", ".join(steps))
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench")
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only")
    parser.add_argument("--points", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("hazards", nargs="*", type=int, default=[10_000, 100_000, 1_000_000])
    root, program, folder, *rest = sys.argv[1:]
    chosen = parser.parse_args(rest)
    bench = Bench(root, program, folder)
    if chosen.only == "dashboard":
        return bench_dashboard.report(bench, machine(root), max(chosen.hazards), chosen.record)
    if chosen.only == "stock":
        return bench_stock.report(bench, machine(root), chosen.hazards, chosen.runs, chosen.record)
    print(f"empty start: jbem {bench.start['jbem']:.4f} s, sqlite3 {bench.start['sqlite3']:.4f} s\n{HEADER}", flush=True)
    figures, lines = [], []

    def tell(size, figure, bar=None):
        figures.append((size, figure))
        follows = figure["name"] in [single[0] for single in singles]
        base = next((f["jbem"] for n, f in figures if follows and n == size and f["name"] == "import"), None)
        lines.append(row(size, figure, bar, base))
        print(lines[-1], flush=True)

    for size in chosen.hazards:
        data = bench.make(size, chosen.only)
        long = min(3, chosen.runs) if size >= 1_000_000 else chosen.runs
        for name, arguments, script, base, writes, bar in pairs:
            if chosen.only in (None, name):
                tell(size, bench.pair(data, name, arguments, script, base, writes, long if writes else chosen.runs), bar)
        for name, arguments, base in singles:
            if chosen.only in (None, name):
                tell(size, bench.single(data, name, arguments, base, 1 if size >= 1_000_000 else 3))
        shutil.rmtree(data)
    for points in chosen.points if chosen.only in (None, "season") else []:
        for figure in bench.season(points, min(3, chosen.runs)):
            tell(points, figure)
    print(growth(figures))
    if chosen.record:
        page = PAGE.format(machine=machine(root), table="\n".join([HEADER] + lines), growth=growth(figures))
        Path(root, "Sources/JBEMCore/Documentation.docc/Performance.md").write_text(page)


if __name__ == "__main__":
    main()
