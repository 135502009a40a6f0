"""The stock ledger beside the sqlite3 shell, ledger and hledger, on invented postings. Scripts/bench stock calls this.

A new pair is one entry in `pairs`; work of jbem that has no peer is one entry in `singles`.
"""
import shutil
import statistics
import sys
from pathlib import Path

import allocate
import stock_data
from bench import growth, machine

DAY = "2024-12-31"
# the same question: item, held and usable on a day, first expiry
BALANCE = f"""
SELECT i.number, i.name, i.unit, sum(p.quantity), sum(CASE WHEN l.is_quarantined = 0 AND coalesce(l.expires_on, '9999') >= '{DAY}'
        THEN p.quantity ELSE 0 END),
    min(l.expires_on)
FROM posting AS p JOIN movement AS m ON m.id = p.movement JOIN lot AS l ON l.id = p.lot JOIN item AS i ON i.id = l.item
JOIN warehouse AS w ON w.code = p.warehouse
WHERE w.kind <> 'outside' AND m.moved_on <= '{DAY}' GROUP BY i.id ORDER BY i.number;
"""
BALANCE_LOT = BALANCE.replace("i.unit,", "i.unit, l.number,").replace("GROUP BY i.id ORDER BY i.number", "GROUP BY l.id ORDER BY i.number, l.number")
# no day, nothing about use: the plainest GROUP BY with the names of the items
BARE = """
SELECT i.number, i.name, i.unit, sum(p.quantity)
FROM posting AS p JOIN lot AS l ON l.id = p.lot JOIN item AS i ON i.id = l.item JOIN warehouse AS w ON w.code = p.warehouse
WHERE w.kind <> 'outside' GROUP BY i.id ORDER BY i.number;
"""
# the quickest that was found: in the order of the key, names left off
KEYED = """
SELECT l.item, sum(h.quantity) FROM (SELECT lot, sum(quantity) AS quantity FROM posting
    WHERE warehouse NOT IN (SELECT code FROM warehouse WHERE kind = 'outside') GROUP BY lot) AS h JOIN lot AS l ON l.id = h.lot GROUP BY l.item;
"""
# the sheets as they are, then what gives numbers and links items, lots and movements
SHEETS = {"item": stock_data.ITEM, "warehouse": stock_data.WAREHOUSE, "lot": stock_data.LOT,
          "movement": stock_data.MOVEMENT, "posting": stock_data.POSTING, "norm": stock_data.NORM}
IMPORT = ".mode csv\n" + "".join(
    f"CREATE TEMP TABLE {name}_sheet ({', '.join(column + ' TEXT' for column in columns)});\n.import --skip 1 {{data}}/sheets/{name}.csv {name}_sheet\n"
    for name, columns in SHEETS.items()) + """
BEGIN;
INSERT INTO item (id, number, name, class, unit, granularity, pack, shelf_life_days, per_person, per_person_day, norm_source, note)
SELECT 9991010000000000 + rowid, number, name, class, unit, granularity, CAST(round(nullif(pack, '') * 1000) AS INTEGER),
    nullif(shelf_life_days, ''), CAST(round(nullif(per_person, '') * 1000000) AS INTEGER),
    CAST(round(nullif(per_person_day, '') * 1000000) AS INTEGER), nullif(norm_source, ''), note FROM item_sheet;
INSERT INTO warehouse (code, name, kind, tier, region, office, valid_from, source, note) SELECT * FROM warehouse_sheet;
INSERT INTO lot (id, number, item, made_on, expires_on, tender, is_quarantined, note)
SELECT 9991010000000000 + s.rowid, s.number, i.id, s.made_on, nullif(s.expires_on, ''), s.tender, s.is_quarantined, s.note
FROM lot_sheet AS s LEFT JOIN item AS i ON i.number = s.item;
INSERT INTO movement (id, number, kind, moved_on, follows, destination, counterpart, reason, note)
SELECT 9991010000000000 + s.rowid, s.number, s.kind, s.moved_on, 9991010000000000 + f.rowid, nullif(s.destination, ''),
    nullif(s.counterpart, ''), nullif(s.reason, ''), s.note
FROM movement_sheet AS s LEFT JOIN movement_sheet AS f ON f.number = s.follows;
INSERT INTO posting (lot, warehouse, movement, quantity)
SELECT l.id, s.warehouse, m.id, CAST(round(s.quantity * 1000) AS INTEGER)
FROM posting_sheet AS s LEFT JOIN lot AS l ON l.number = s.lot LEFT JOIN movement AS m ON m.number = s.movement;
INSERT INTO norm (id, number, item, tier, quantity, valid_from, source)
SELECT 9991010000000000 + s.rowid, s.number, i.id, s.tier, CAST(round(s.quantity * 1000) AS INTEGER), s.valid_from, s.source
FROM norm_sheet AS s LEFT JOIN item AS i ON i.number = s.item;
COMMIT;
"""

BY_ITEM, BY_LOT = (["stock", "balance", "--by", by, "--as-of", DAY, "--csv"] for by in ("item", "lot"))
# name, arguments of jbem, script of sqlite3, store they start from, whether they write it, highest allowed ratio
pairs = [
    ("stock import", ["import", "--batch", "{data}/sheets"], IMPORT, "base", True, 2.5),
    ("stock balance", BY_ITEM, BALANCE, "full", False, 1.3),
    ("stock balance by lot", BY_LOT, BALANCE_LOT, "full", False, 1.3),
    ("stock balance, plain", BY_ITEM, BARE, "full", False, 1.3),
    ("stock balance, keyed", BY_ITEM, KEYED, "full", False, None),
    ("stock check", ["stock", "check"], BALANCE, "full", False, 3),
    ("stock check, plain", ["stock", "check"], BARE, "full", False, 3),
]
# name, arguments; no peer
ISSUE = ["stock", "issue", "{place}", "{item}=1", f"moved_on={DAY}", "counterpart=受灾群众（虚构）", "--yes"]
singles = [
    ("stock balance of a past day", ["stock", "balance", "--as-of", "2022-06-30", "--csv"]),
    ("stock ledger of a year", ["stock", "ledger", "--period", "2024", "--csv"]),
    ("stock expiring", ["stock", "expiring", "--as-of", DAY, "--csv"]),
    ("stock shortage", ["stock", "shortage", "--as-of", DAY, "--csv"]),
    ("stock issue", ISSUE),
    ("stock export", ["stock", "export"]),
    ("dashboard --once --view 5", ["dashboard", "--once", "--view", "5", "--as-of", DAY]),
]
PROGRAMS = ("ledger", "hledger")


class StockBench:
    def __init__(self, bench, postings):
        self.bench, self.data = bench, bench.folder / f"stock-{postings}"
        (self.data / "sheets").mkdir(parents=True)
        # In a process of its own: what this one holds would count as the memory of those it starts.
        bench.run([sys.executable, "-B", stock_data.__file__, str(postings), str(self.data / "sheets"), DAY])
        self.usable = dict(zip(("place", "item"), (bench.folder / "output").read_text().split()))
        for arguments in (["init", "--sample"], ["region", "import", f"{bench.root}/Data/sample/region.csv"],
                          ["office", "import", f"{bench.root}/Data/sample/office.csv"]):
            bench.jbem(arguments, self.data / "base.db", self.data)
        bench.rest(self.data / "base.db")
        bench.jbem(["import", "--batch", "{data}/sheets"], bench.copy(self.data / "base.db", self.data / "full.db"), self.data)
        bench.rest(self.data / "full.db")

    def single(self, name, arguments, runs):
        """Each run of what writes begins with a copy of the store; its start is not subtracted."""
        writes, figures = arguments == ISSUE, []
        filled = [text.format(**self.usable) if writes else text for text in arguments]
        for _ in range(runs):
            store = self.data / "full.db"
            figures.append(self.bench.jbem(filled, self.bench.copy(store, self.data / "work.db") if writes else store))
        return {"name": name, "jbem": statistics.median(s for s, _ in figures), "memory": max(mb for _, mb in figures)}

    def journals(self, runs):
        """Balances by item in the programs that read the exported journal."""
        journal = self.data / "stock.journal"
        self.bench.jbem(["stock", "export"], self.data / "full.db")
        shutil.copy(self.bench.folder / "output", journal)
        for program in PROGRAMS:
            took = [self.bench.run([program, "-f", journal, "balance", "place", "--depth", "1"]) for _ in range(runs)]
            yield {"name": f"{program} balance", "jbem": statistics.median(s for s, _ in took), "memory": max(mb for _, mb in took)}


HEADER = """| postings | work | s | sqlite3 s | ratio | bar | MB |
|---|---|---|---|---|---|---|"""


def row(postings, figure, bar=None):
    peer, ratio = (f"{figure['sqlite3']:.4f}", f"{figure['ratio']:.2f}") if "ratio" in figure else ("", "")
    return f"| {postings} | {figure['name']} | {figure['jbem']:.4f} | {peer} | {ratio} | {bar or ''} | {figure['memory']:.0f} |"


PAGE = """# Performance of the stock

How fast the ledger of relief goods is beside the sqlite3 shell, ledger and hledger on the same data, measured by
`Scripts/bench stock --record`.

## Overview

Medians of whole processes run by turns, on synthetic postings: 200 items, a district's store and 12 street stores beside the accounts that
every store has, a fiftieth as many lots and a quarter as many documents as postings, over six years (`Scripts/stock_data.py`). Subtracted is
each program's start where there is a ratio: of the import its empty start, of questions the same question to a store without goods.

- `stock import`: items, warehouses, lots, documents, postings and norms read, checked, linked, journaled and indexed as one change by
  `jbem import --batch`, beside `.import` and the SQL that gives numbers and links items, lots and documents, into the same tables with foreign keys off.
- `stock balance`: held and usable on a day by item, beside the same question as one GROUP BY over joins. `by lot`: the same by lot. `plain`:
  beside a GROUP BY that knows neither days nor what can be used. `keyed`: beside the quickest sum by item that was found, in the order of the key,
  without names.
- `stock check`: all laws of goods over all postings, beside the GROUP BY of `stock balance`; `plain` beside that of `plain`.
- `ledger balance` and `hledger balance` read the journal of `jbem stock export` and add up by item; nothing is subtracted there and below.
- `stock issue` is one document of one item, from the start of the process to the commit on the disk.

{machine}

{table}

## Allocation

`stock allocate` as a whole process (read the store, work out the ways, solve, prove, print) beside HiGHS in scipy on the same problems, which find the
same cost to the metre: `linprog` is its call alone with the problem ready in memory, `python` the process around it. The ratio is that to `linprog`.

{allocation}

## Growth

Time of ten times the postings, divided by ten: 1 is linear.

{growth}

## What the figures are made of

- What places hold is one walk over the postings in the order of their key (lot, place, document), which is that of the GROUP BY. Documents are asked
  for their day only if there is a later one; a balance of a past day costs one look-up a posting.
- A check costs what SQLite takes to order the postings of each balance by day, and a look-up of the document in each of three laws.
- An import checks the same laws over the lots that it touches: a quarter of its time by perf.
"""


def report(bench, sizes, runs, record):
    """Measures, prints, and with `record` writes the article."""
    figures, lines = [], []

    def tell(postings, figure, bar=None):
        figures.append((postings, figure))
        lines.append(row(postings, figure, bar))
        print(lines[-1], flush=True)

    print(HEADER, flush=True)
    for postings in sizes:
        stock = StockBench(bench, postings)
        few = min(3, runs) if postings >= 1_000_000 else runs
        for name, arguments, script, base, writes, bar in pairs:
            tell(postings, bench.pair(stock.data, name, arguments, script, base, writes, few if writes else runs), bar)
        for name, arguments in singles:
            tell(postings, stock.single(name, arguments, few))
        for figure in stock.journals(1 if postings >= 1_000_000 else few):
            tell(postings, figure)
        shutil.rmtree(stock.data)
    print(allocate.HEADER, flush=True)
    allocation = [allocate.HEADER]
    for figure in allocate.measure(bench, min(3, runs)):
        allocation.append(allocate.row(figure))
        print(allocation[-1], flush=True)
    steps = growth(figures, dict.fromkeys(figure["name"] for _, figure in figures))
    print(steps)
    if record:
        page = PAGE.format(machine=machine(bench), table="\n".join([HEADER, *lines]), growth=steps, allocation="\n".join(allocation))
        Path(bench.root, "Sources/JBEMCore/Documentation.docc/StockPerformance.md").write_text(page)
