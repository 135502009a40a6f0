"""The works every user knows, beside the sqlite3 shell and other tools at the same work: start, import, export, a page of a list, the
indicators, one record added, the journal checked, an import undone. Writes Performance.md.
"""
import csv
import shutil
import subprocess
from pathlib import Path

import record_data
from bench import growth, machine

# The sheet as it is, then what links accidents and codes, and brings times and amounts into the forms that are stored.
LINK = """
CREATE TEMP TABLE sheet (accident TEXT, kind TEXT, reported_at TEXT, deaths TEXT, missing TEXT, serious TEXT, minor TEXT, loss TEXT,
    burnt TEXT, author TEXT, note TEXT);
.mode csv
.import --skip 1 {data}/report.csv sheet
BEGIN;
INSERT INTO accident_report (id, accident, kind, reported_at, reported_on, deaths, missing, serious_injuries, minor_injuries, direct_loss,
    burnt_area, author, note)
SELECT 9991010009000000 + s.rowid, a.id, c.code, strftime('%Y-%m-%dT%H:%M:%SZ', s.reported_at, '-8 hours'), substr(s.reported_at, 1, 10),
    s.deaths, s.missing, s.serious, s.minor, CAST(round(s.loss * 1000000) AS INTEGER), CAST(round(nullif(s.burnt, '') * 10000) AS INTEGER),
    nullif(s.author, ''), nullif(s.note, '')
FROM sheet AS s LEFT JOIN accident AS a ON a.case_no = s.accident LEFT JOIN code AS c ON c.list = 'accident_report_kind' AND c.zh = s.kind;
COMMIT;
"""
COLUMNS = """'AR-999101000-' || (r.id % 10000000), a.case_no, r.kind, r.reported_at, r.reported_on, r.deaths, r.missing,
    r.serious_injuries, r.minor_injuries, printf('%.2f', r.direct_loss / 1000000.0), r.burnt_area, r.author, r.note"""
EXPORT = f"SELECT {COLUMNS} FROM accident_report AS r JOIN accident AS a ON a.id = r.accident ORDER BY r.accident, r.reported_at;"
AS_STORED = "SELECT * FROM accident_report ORDER BY accident, reported_at;"
PAGE = f"""SELECT {COLUMNS} FROM accident_report AS r JOIN accident AS a ON a.id = r.accident
WHERE r.deaths >= 3 ORDER BY r.accident, r.reported_at LIMIT 50;"""
NEWEST_FIRST = PAGE.replace("r.accident, r.reported_at LIMIT", "r.reported_at DESC LIMIT")

NEWEST_REPORTS = """WITH newest AS (SELECT r.*, max(r.reported_at || CASE r.kind WHEN 'final' THEN 3 WHEN 'follow_up' THEN 2 ELSE 1 END
        || printf('%019d', r.id)) FROM accident AS a JOIN accident_report AS r ON r.accident = a.id
    WHERE a.is_production AND a.exclusion IS NULL AND a.occurred_on BETWEEN '{first}' AND '2025-12-31' AND r.reported_on <= '2026-03-01'
    GROUP BY a.id) """
NEWEST_LOSSES = """WITH newest AS MATERIALIZED (SELECT disaster, region, kind, {value} AS value, max(reported_at
        || CASE kind WHEN 'verified' THEN 3 WHEN 'follow_up' THEN 2 ELSE 1 END || printf('%019d', id))
    FROM disaster_report WHERE reported_on <= '2026-03-01' GROUP BY disaster, region),
own AS MATERIALIZED (SELECT n.disaster, max(n.region = d.region AND n.kind = 'verified') AS verified, max(n.region = d.region) AS own,
        max(n.region <> d.region) AS parts FROM newest AS n JOIN disaster AS d ON d.id = n.disaster GROUP BY n.disaster)
SELECT sum(n.value) * {scale} / (SELECT sum(value) FROM figure WHERE measure = '{measure}' AND period BETWEEN '2021' AND '2025')
FROM newest AS n JOIN own AS o ON o.disaster = n.disaster JOIN disaster AS d ON d.id = n.disaster
WHERE d.began_on BETWEEN '2021-01-01' AND '2025-12-31'
    AND CASE WHEN o.own AND (o.verified OR NOT o.parts) THEN n.region = d.region ELSE n.region <> d.region END;
"""
# the plan's six, as an analyst writes them: newest reports, larger accidents by their thresholds, totals or parts of a disaster
SIX = "\n".join([
    NEWEST_REPORTS.format(first="2025-01-01") + "SELECT sum(deaths) FROM newest;",
    NEWEST_REPORTS.format(first="2021-01-01") + """SELECT count(*) FROM newest WHERE deaths < 10 AND serious_injuries < 50
    AND direct_loss < 5000000000 AND (deaths >= 3 OR serious_injuries >= 10 OR direct_loss >= 1000000000);""",
    NEWEST_REPORTS.format(first="2025-01-01") + "SELECT sum(deaths) * 1e6 / (SELECT value FROM figure WHERE measure = 'economy.gdp' AND period = '2025') FROM newest;",
    NEWEST_LOSSES.format(value="direct_loss", scale=1, measure="economy.gdp"),
    NEWEST_LOSSES.format(value="deaths", scale="1e8", measure="population.resident"),
    NEWEST_LOSSES.format(value="affected", scale="1e7", measure="population.resident")])

INSERT = """INSERT INTO accident_report (id, accident, kind, reported_at, reported_on, deaths, missing, serious_injuries, minor_injuries,
    direct_loss) SELECT 1 + (SELECT max(id) FROM accident_report), id, 'follow_up', '{at}', '2026-01-02', 0, 0, 0, 0, 0
FROM accident WHERE case_no = '{case}';
"""

NOTES = {
    "start": "`jbem --version` beside `hledger --version`.",
    "six indicators, sample": "`kpi list` on the sample store; less the start, beside the six aggregates written by hand.",
    "six indicators": "the same on as many accidents and reports of disasters, five years, twelve regions; starts subtracted.",
    "six indicators, closed": "the same where every office has closed every month: each closing's digest is made anew from its rows.",
    "import": "accident reports in UTF-8, read, checked, linked, journaled and indexed, beside `.import` and the SQL that links them.",
    "import GB18030": "the same rows in GB18030; the shell reads them in UTF-8.",
    "import, sqlite-utils": "beside `sqlite-utils insert --csv --detect-types`: nothing linked, checked or indexed.",
    "import, duckdb": "beside DuckDB's `read_csv` into a table: nothing linked, checked or indexed.",
    "import again": "the same file once more, beside the first import.",
    "export CSV": "all rows in the order of the list, beside `sqlite3 -csv` with the same texts.",
    "export JSONL": "the same, beside `sqlite3 -json`.",
    "export CSV, as stored": "beside `sqlite3 -csv` and `SELECT *`: numbers and codes as they lie in the file.",
    "export JSONL, Miller": "beside `mlr --icsv --ojsonl cat` of the sheet.",
    "page": "the first 50 of those with three dead or more, in the order of the list; starts subtracted.",
    "page, newest first": "the same by `--sort -reported_at`, which no index serves.",
    "add": "one record in a process; less the start, beside the shell's insert into a store with a write-ahead log.",
    "500 adds": "500 records one after the other into a store that stays open, each acknowledged, beside 500 transactions of the shell.",
    "undo the import": "beside the import.",
    "log verify --replay": "the store made anew from its journal and compared, beside the import.",
    "log verify": "the chain of so many changes.",
}


def quotient(mine, peer, bar=None, memory=0, name=""):
    return {"name": name, "jbem": mine, "peer": peer, "ratio": mine / peer, "bar": bar, "memory": memory}


def net(figure, start):
    return max(1e-6, figure[0] - start)


class Works:
    def __init__(self, bench, runs):
        self.bench, self.runs = bench, runs

    def script(self, data, name, text):
        path = data / f"{name}.sql"
        path.write_text(text)
        return path

    def shell(self, store, script, *options):
        return lambda: self.bench.run(["sqlite3", "-bail", *options, store], script)

    def question(self, data, name, store, arguments, sql, bar, options=()):
        """A question to a store, both sides less what the same question takes to a store without rows."""
        bench, script = self.bench, self.script(data, "question", sql)
        ask = lambda place: (lambda: bench.jbem(arguments, place), self.shell(place, script, *options))  # noqa: E731
        mine, peer = bench.turns(self.runs, *ask(store))
        starts = bench.turns(self.runs, *ask(data / "empty.db"))
        return quotient(net(mine, starts[0][0]), net(peer, starts[1][0]), bar, mine[1], name)

    # --- the start, and the sample

    def sample(self):
        bench, data = self.bench, self.bench.folder
        mine, peer = bench.turns(9, lambda: bench.run([bench.program, "--version"]), lambda: bench.run(["hledger", "--version"]))
        yield 0, quotient(mine[0], peer[0], 0.5, mine[1], "start")
        store = data / "sample.db"
        for arguments in (["init", "--sample"], ["import", "--batch", "{root}/Data/sample"], ["plan", "load", "{root}/Data/sample/plan/sample-2021-2025"]):
            bench.jbem(arguments, store)
        bench.rest(store)
        kpi, six = bench.turns(9, lambda: bench.jbem(["kpi", "list"], store), self.shell(store, self.script(data, "six", SIX)))
        yield 0, quotient(net(kpi, mine[0]), six[0], 5, kpi[1], "six indicators, sample")

    # --- a million reports

    def base(self, data, nouns):
        """A store with regions, offices, figures, the plan and some files; beside it one without their rows."""
        bench, sample = self.bench, f"{self.bench.root}/Data/sample"
        store = data / "base.db"
        bench.jbem(["init", "--sample"], store)
        for noun in ("region", "office", "figure"):
            bench.jbem([noun, "import", f"{sample}/{noun}.csv"], store)
        bench.jbem(["plan", "load", f"{sample}/plan/sample-2021-2025"], store)
        bench.rest(store)
        bench.copy(store, data / "empty.db")
        for noun, file in nouns:
            bench.jbem([noun, "import", f"{data}/{file}.csv"], store)
        bench.rest(store)
        return store

    def reports(self, size):
        bench, data = self.bench, self.bench.folder / f"reports-{size}"
        data.mkdir()
        record_data.main(size, data)
        base = self.base(data, [("accident", "accident")])
        long = min(3, self.runs) if size >= 1_000_000 else self.runs
        work, peer = data / "work.db", data / "peer.db"
        link = self.script(data, "link", LINK.format(data=data))

        def copied(source, run, copy=bench.copy, target=work):
            # the copying is not part of the time
            return lambda: run(copy(source, target))

        start = self.bench.start
        imports = lambda file: lambda store: bench.jbem(["accident-report", "import", f"{data}/{file}.csv"], store)  # noqa: E731
        mine, gb, shell = bench.turns(
            long, copied(base, imports("report")), copied(base, imports("report-gb")),
            copied(base, lambda store: self.shell(store, link)(), bench.plain, peer))
        took = net(mine, start["jbem"])
        yield size, quotient(took, net(shell, start["sqlite3"]), 2, mine[1], "import")
        yield size, quotient(net(gb, start["jbem"]), net(shell, start["sqlite3"]), 2, gb[1], "import GB18030")

        new = data / "new.db"
        other = [bench.tools / "sqlite-utils", "insert", new, "report", data / "report.csv", "--csv", "--detect-types"]
        yield size, quotient(took, self.alone(other, new), 0.05, mine[1], "import, sqlite-utils")
        duck = [bench.tools / "python", "-c", f"import duckdb; duckdb.connect('{new}').sql(\"CREATE TABLE r AS SELECT * FROM read_csv('{data}/report.csv')\")"]
        yield size, quotient(took, self.alone(duck, new), None, mine[1], "import, duckdb")

        full = data / "full.db"
        imports("report")(bench.copy(base, full))
        bench.rest(full)
        again, undo, replay = (
            bench.turns(1 if size >= 1_000_000 else 3, copied(full, run))[0] for run in (
                imports("report"), lambda store: bench.jbem(["undo"], store), lambda store: bench.jbem(["log", "verify", "--replay"], store)))
        yield size, quotient(net(again, start["jbem"]), took, 1, again[1], "import again")
        yield size, quotient(net(undo, start["jbem"]), took, 1.5, undo[1], "undo the import")
        yield size, quotient(net(replay, start["jbem"]), took, 2, replay[1], "log verify --replay")

        for name, option, form, sql, bar in [
                ("export CSV", "-csv", "--csv", EXPORT, 1.2), ("export JSONL", "-json", "--jsonl", EXPORT, 1.2),
                ("export CSV, as stored", "-csv", "--csv", AS_STORED, None)]:
            yield size, self.question(data, name, full, ["accident-report", "export", form], sql, bar, ["-header", option])
        exported, miller = bench.turns(
            self.runs, lambda: bench.jbem(["accident-report", "export", "--jsonl"], full),
            lambda: bench.run(["mlr", "--icsv", "--ojsonl", "cat", data / "report.csv"]))
        yield size, quotient(exported[0], miller[0], None, exported[1], "export JSONL, Miller")
        page = ["accident-report", "list", "--where", "deaths>=3", "--limit", "50", "--csv"]
        yield size, self.question(data, "page", full, page, PAGE, 1.5)
        yield size, self.question(data, "page, newest first", full, page + ["--sort", "-reported_at"], NEWEST_FIRST, None)
        yield from self.additions(size, data, full)
        shutil.rmtree(data)

    def alone(self, command, target):
        """A tool at its own work, once: seconds."""
        target.unlink(missing_ok=True)
        return self.bench.run(command)[0]

    def additions(self, size, data, full):
        bench, turn = self.bench, iter(range(1, 10_000))
        mine, other = bench.copy(full, data / "work.db"), bench.copy(full, data / "peer.db")

        def add():
            return bench.jbem(["accident-report", "add", f"accident=B-SG-{next(turn)}", "kind=follow_up", "reported_at=2026-01-02 08:00", "deaths=0"], mine)

        def insert():
            at = f"2026-01-02T00:{next(turn) % 60:02d}:00Z"
            return self.shell(other, self.script(data, "insert", INSERT.format(at=at, case=f"B-SG-{next(turn)}")))()
        added, inserted = bench.turns(9, add, insert)
        yield size, quotient(net(added, bench.start["jbem"]), inserted[0], 3, added[1], "add")

        worker = Path(bench.program).parent / "jbem-add-worker"
        many = "".join(INSERT.format(at="2026-01-03T00:00:00Z", case=f"B-SG-{number}") for number in range(100, 600))
        words = ["accident-report", "accident=B-SG-%", "kind=follow_up", "reported_at=2026-01-03 08:00", "deaths=0"]
        script = self.script(data, "many", many)
        rest = lambda source, target: bench.copy(source, data / target)  # noqa: E731
        added, inserted = bench.turns(
            min(3, self.runs), lambda: bench.run([worker, "--kept", "100", "500", *words], store=rest(full, "work.db")),
            lambda: self.shell(rest(full, "peer.db"), script)())
        yield size, quotient(added[0], inserted[0], 2.2, added[1], "500 adds")

    # --- the indicators, and the chain

    def indicators(self, size):
        bench, data = self.bench, self.bench.folder / f"indicators-{size}"
        data.mkdir()
        record_data.indicators(size, data)
        store = self.base(data, [("accident", "accident"), ("accident-report", "report"), ("disaster", "disaster"), ("disaster-report", "loss")])
        ask = ["kpi", "list", "--as-of", "2026-03-01"]
        yield size, self.question(data, "six indicators", store, ask, SIX, 1.5)
        with open(f"{bench.root}/Data/sample/office.csv", encoding="utf-8") as file:
            offices = [row["code"] for row in csv.DictReader(file) if row["is_reporting"] == "1"]
        months = [(f"{year}-{month:02d}", f"{year + month // 12}-{month % 12 + 1:02d}-28") for year in range(2021, 2026) for month in range(1, 13)]
        record_data.write(data / "closing.csv", ["office", "noun", "month", "closed_on"], (
            [office, noun, month, day] for office in offices for noun in ("accident", "disaster") for month, day in months))
        bench.jbem(["closing", "import", "{data}/closing.csv"], store, data)
        bench.rest(store)
        yield size, self.question(data, "six indicators, closed", store, ask, SIX, None)
        shutil.rmtree(data)

    def chain(self, sizes):
        bench, data = self.bench, self.bench.folder / "chain"
        data.mkdir()
        store, made = self.base(data, []), 0
        worker = Path(bench.program).parent / "jbem-add-worker"
        for size in sizes:
            bench.run([worker, "--kept", str(made + 1), str(size - made), "person", "number=B-%", "name=某（虚构）", "office=999101000"], store=store)
            made = size
            verify, = bench.turns(self.runs, lambda: bench.jbem(["log", "verify"], store))
            yield size, {"name": "log verify", "jbem": net(verify, bench.start["jbem"]), "memory": verify[1]}
        shutil.rmtree(data)


def synchronizations(bench):
    """How often one `add` waits for the disk, by strace: the files it asked for. The first one finds an empty log, and waits for its head too."""
    store, trace = bench.folder / "sample.db", bench.folder / "trace"
    words = lambda number: ["person", "add", f"number=B-{number}", "name=某（虚构）", "office=999101000"]  # noqa: E731
    bench.jbem(words(1), store)
    bench.run(["strace", "-f", "-y", "-e", "trace=fsync,fdatasync,sync_file_range", "-o", trace, bench.program, *words(2)], store=store)
    return [line.split("<")[1].split(">")[0].rsplit("/", 1)[1].replace("sample", "jbem") for line in trace.read_text().splitlines() if "sync(" in line]


HEADER = "| rows | work | jbem s | peer s | ratio | bar | MB |\n|---|---|---|---|---|---|---|"


def row(size, figure):
    peer, ratio = (f"{figure['peer']:.4f}", f"{figure['ratio']:.2f}") if "peer" in figure else ("", "")
    bar = figure.get("bar") or ""
    return f"| {size or ''} | {figure['name']} | {figure['jbem']:.4f} | {peer} | {ratio} | {bar} | {figure['memory']:.0f} |"


def missed(figures):
    """The bars that were not reached, in words."""
    over = [f"{figure['name']} at {size:,} rows {figure['ratio']:.2f} ({figure['bar']})" if size else f"{figure['name']} {figure['ratio']:.2f} ({figure['bar']})"
            for size, figure in figures if figure.get("bar") and round(figure["ratio"], 2) > figure["bar"]]
    return "; ".join(over) or "none"


PAGE_TEXT = Path(__file__).with_name("Performance.md.in")


def report(bench, sizes, changes, runs, record, only):
    works, figures = Works(bench, runs), []
    print(HEADER, flush=True)
    sources = [("sample", works.sample())] + [("reports", works.reports(size)) for size in sizes]
    sources += [("indicators", works.indicators(size)) for size in sizes if size <= 100_000] + [("chain", works.chain(changes))]
    for name, source in sources:
        for size, figure in source if only in (None, name) else []:
            figures.append((size, figure))
            print(row(size, figure), flush=True)
    steps = growth(figures, list(NOTES))
    syncs = synchronizations(bench) if only in (None, "sample") else []
    print(steps)
    if syncs:
        print(f"one add waits for the disk {len(syncs)} times: {', '.join(syncs)}")
    if record:
        python = bench.tools / "python"
        versions = subprocess.run(
            [python, "-c", "import duckdb, importlib.metadata as m; print(f'sqlite-utils {m.version(\"sqlite-utils\")}, DuckDB {duckdb.__version__}')"],
            capture_output=True, text=True).stdout.strip()
        others = [subprocess.run([tool, "--version"], capture_output=True, text=True).stdout.split("\n")[0] for tool in ("hledger", "mlr")]
        page = PAGE_TEXT.read_text().format(
            machine=machine(bench) + f"\n- {', '.join(others)}, {versions}", notes="\n".join(f"- {name}: {text}" for name, text in NOTES.items()),
            table="\n".join([HEADER] + [row(*entry) for entry in figures]), missed=missed(figures), growth=steps, syncs=f"{len(syncs)} times: {', '.join(syncs)}")
        Path(bench.root, "Sources/JBEMCore/Documentation.docc/Performance.md").write_text(page)
