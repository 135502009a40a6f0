"""What all benchmarks share: processes and what they took, stores, tables of figures, the machine."""
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from datetime import date
from pathlib import Path


class Bench:
    """Runs whole processes; `tools` is the folder with the programs of the virtual environment."""

    def __init__(self, root, program, folder, tools):
        self.root, self.program, self.folder, self.tools = Path(root), program, Path(folder), Path(tools)
        self.start = {"jbem": self.empty([program, "--version"]), "sqlite3": self.empty(["sqlite3", ":memory:", "SELECT 1;"])}

    def empty(self, command):
        return statistics.median(self.run(command)[0] for _ in range(9))

    def run(self, command, script=None, store=None):
        """One process, its output in a file: seconds, peak of memory in MB."""
        environment = {**os.environ, "JBEM_DATA": f"{self.root}/Data", "JBEM_LANG": "en", "JBEM_DB": str(store or ""), "JBEM_ACTOR": "bench"}
        entry = open(script) if script else subprocess.DEVNULL
        with open(self.folder / "output", "wb") as output, open(self.folder / "log", "w+b") as log:
            begin = time.perf_counter()
            process = subprocess.Popen(command, stdin=entry, stdout=output, stderr=log, env=environment)
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - begin
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode != 0:
                log.seek(0)
                sys.exit(f"bench: {' '.join(map(str, command))} ended with {process.returncode}:\n{log.read().decode()[:2000]}")
        return seconds, usage.ru_maxrss / 1024

    def jbem(self, arguments, store, data=""):
        return self.run([self.program] + [text.format(data=data, root=self.root) for text in arguments], store=store)

    def turns(self, runs, *works):
        """Runs functions by turns, after one turn that does not count where there are more than two: for each the median of its seconds
        and the peak of its memory."""
        took = [[] for _ in works]
        for turn in range(runs + (runs > 2)):
            for work, figures in zip(works, took):
                os.sync()
                figures.append(work())
        took = [figures[runs > 2:] for figures in took]
        return [(statistics.median(s for s, _ in figures), max(mb for _, mb in figures)) for figures in took]

    def pair(self, data, name, arguments, script, base, writes, runs):
        """jbem and the shell at the same work by turns, without their starts: of writing works the empty one, of questions what the same
        question to a store without rows takes (start, command tree, opening)."""
        peer = data / f"{name}.sql"
        peer.write_text(script.format(data=data) if "{data}" in script else script)
        shell = lambda store: self.run(["sqlite3", "-bail", store], peer)  # noqa: E731
        source = data / f"{base}.db"
        if writes:
            mine, other = self.turns(
                runs, lambda: self.jbem(arguments, self.copy(source, data / "work.db"), data),
                lambda: shell(self.plain(source, data / "peer.db")))
            start = self.start["jbem"], self.start["sqlite3"]
        else:
            empty = data / "empty.db"
            if not empty.exists():
                self.jbem(["init", "--sample"], empty)
                self.rest(empty)
            mine, other = self.turns(runs, lambda: self.jbem(arguments, source, data), lambda: shell(source))
            start = [seconds for seconds, _ in self.turns(runs, lambda: self.jbem(arguments, empty, data), lambda: shell(empty))]
        net = max(1e-9, mine[0] - start[0]), max(1e-9, other[0] - start[1])
        return {"name": name, "jbem": net[0], "sqlite3": net[1], "ratio": net[0] / net[1], "memory": mine[1]}

    @staticmethod
    def rest(store):
        """Moves the log of a store into its file."""
        subprocess.run(["sqlite3", store, "PRAGMA wal_checkpoint(TRUNCATE);"], check=True, stdout=subprocess.DEVNULL)

    @staticmethod
    def copy(source, target):
        for old in target.parent.glob(target.name + "*"):
            old.unlink()
        shutil.copy(source, target)
        shutil.copy(f"{source}.anchor", f"{target}.anchor")
        return target

    def plain(self, source, target):
        """A copy for the shell, which keeps no write-ahead log unless told."""
        store = self.copy(source, target)
        subprocess.run(["sqlite3", store, "PRAGMA journal_mode = DELETE;"], check=True, stdout=subprocess.DEVNULL)
        return store


def machine(bench):
    model = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    text = lambda *command: subprocess.run(command, capture_output=True, text=True, cwd=bench.root).stdout.strip()  # noqa: E731
    swift = text("swift", "--version").splitlines() or ["swift"]
    return "\n".join([
        f"- {date.today()}, revision {text('git', 'rev-parse', '--short', 'HEAD')}", f"- {model}, {os.cpu_count()} cores, Linux {platform.release()}",
        f"- sqlite3 {text('sqlite3', '--version').split()[0]}, {swift[0]}"])


def growth(figures, names):
    """One line for each work measured at several sizes: the time of more rows beside that of as many rows at the smaller size."""
    lines = []
    for name in names:
        series = [(size, figure["jbem"]) for size, figure in figures if figure["name"] == name]
        steps = [f"{small} → {large}: {(slow / fast) / (large / small):.2f}" for (small, fast), (large, slow) in zip(series, series[1:])
                 if fast > 0.0005]  # below that it is noise
        if steps:
            lines.append(f"- {name}: " + ", ".join(steps))
    return "\n".join(lines)
