"""The hazard ledger beside the sqlite3 shell, by turns. Writes HazardPerformance.md.

A new pair is one entry in `pairs`; work of jbem that has no peer is one entry in `singles`.
"""
import shutil
import statistics
from pathlib import Path

import hazard_data
from bench import growth, machine

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


POINTS = [1_000, 10_000]


def make(bench, hazards):
    """The data and the stores of one size: `points` has the risk points, `hazards` also the hazards, `full` also their steps."""
    data = bench.folder / str(hazards)
    data.mkdir()
    hazard_data.main(hazards, max(1, hazards // 10), data)
    store = data / "points.db"
    for arguments in (["init", "--sample"], ["import", "--batch", f"{bench.root}/Data/sample"], ["risk", "import", "{data}/risk.csv"]):
        bench.jbem(arguments, store, data)
    bench.rest(store)
    bench.jbem(["hazard", "import", "{data}/hazard.csv"], bench.copy(store, data / "hazards.db"), data)
    bench.rest(data / "hazards.db")
    bench.jbem(["hazard-step", "import", "{data}/hazard-step.csv"], bench.copy(data / "hazards.db", data / "full.db"), data)
    bench.rest(data / "full.db")
    return data


def season(bench, points, runs):
    """The works on so many risk points: seconds and peak of memory of each."""
    data = bench.folder / f"season-{points}"
    data.mkdir()
    hazard_data.season(points, data)
    store = data / "season.db"
    for arguments in (["init", "--sample"], ["import", "--batch", f"{bench.root}/Data/sample"]):
        bench.jbem(arguments, store, data)
    for noun in ("risk", "person", "duty", "phone-check"):
        bench.jbem([noun, "import", f"{{data}}/{noun}.csv"], store, data)
    for name, arguments in seasons:
        took = [bench.jbem(arguments, store, data) for _ in range(runs)]
        yield {"name": name, "jbem": statistics.median(s for s, _ in took), "memory": max(mb for _, mb in took)}
    shutil.rmtree(data)


def single(bench, data, name, arguments, base, runs):
    source = data / f"{base}.db"
    (seconds, memory), = bench.turns(runs, lambda: bench.jbem(arguments, bench.copy(source, data / "work.db"), data))
    return {"name": name, "jbem": seconds, "memory": memory}


def row(size, figure, bar, base):
    ratio = f"{figure['ratio']:.2f}" if "ratio" in figure else f"{figure['jbem'] / base:.2f} × import" if base else ""
    peer = f"{figure['sqlite3']:.4f}" if "sqlite3" in figure else ""
    return f"| {size} | {figure['name']} | {figure['jbem']:.4f} | {peer} | {ratio} | {bar or ''} | {figure['memory']:.0f} |"


HEADER = "| rows | work | jbem s | sqlite3 s | ratio | bar | MB |\n|---|---|---|---|---|---|---|"

PAGE = """# Performance of the hazard ledger

How fast the hazard ledger is beside the sqlite3 shell on the same data, measured by `Scripts/bench hazard --record`.

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


def report(bench, sizes, runs, record):
    figures, lines = [], []
    print(HEADER, flush=True)

    def tell(size, figure, bar=None):
        figures.append((size, figure))
        follows = figure["name"] in [name for name, *_ in singles]
        base = next((f["jbem"] for n, f in figures if follows and n == size and f["name"] == "import"), None)
        lines.append(row(size, figure, bar, base))
        print(lines[-1], flush=True)

    for size in sizes:
        data = make(bench, size)
        long = min(3, runs) if size >= 1_000_000 else runs
        for name, arguments, script, base, writes, bar in pairs:
            tell(size, bench.pair(data, name, arguments, script, base, writes, long if writes else runs), bar)
        for name, arguments, base in singles:
            tell(size, single(bench, data, name, arguments, base, 1 if size >= 1_000_000 else 3))
        shutil.rmtree(data)
    for points in POINTS:
        for figure in season(bench, points, min(3, runs)):
            tell(points, figure)
    steps = growth(figures, [work[0] for work in pairs + singles + seasons])
    print(steps)
    if record:
        page = PAGE.format(machine=machine(bench), table="\n".join([HEADER] + lines), growth=steps)
        Path(bench.root, "Sources/JBEMCore/Documentation.docc/HazardPerformance.md").write_text(page)
