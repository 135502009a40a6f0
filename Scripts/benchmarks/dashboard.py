"""The dashboard beside htop and btop: first frame, keys while it loads, and what it costs at rest. Scripts/bench calls this."""
import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import subprocess
import tempfile
import termios
import time
from pathlib import Path

import hazard
from bench import machine

# what view 3 asks, written by hand
QUERIES = {
    "overdue": """SELECT number, title, region, kind, unit, deadline, stage FROM hazard WHERE closed_on IS NULL AND deadline < date('now')
        ORDER BY deadline, id LIMIT 500;""",
    "due": """SELECT number, title, region, kind, unit, deadline, stage FROM hazard WHERE closed_on IS NULL
        AND deadline BETWEEN date('now') AND date('now', '+7 days') ORDER BY deadline, id LIMIT 500;""",
    "points by region": "SELECT region, profile, count(*) FROM risk GROUP BY 1, 2;",
    "ledger": """SELECT region, count(*), total(found_on >= date('now', 'start of year')) FROM hazard WHERE found_on <= date('now') GROUP BY 1;
        SELECT h.region, s.step, count(*) FROM hazard_step AS s JOIN hazard AS h ON h.id = s.hazard WHERE s.step IN ('close', 'reopen') GROUP BY 1, 2;""",
}


class Terminal:
    """A program on a pseudo-terminal of 120 × 40 cells."""

    def __init__(self, command, environment):
        self.seen = b""
        self.begin = time.perf_counter()
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            os.execvpe(command[0], command, {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **environment})
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))

    def until(self, pattern, seconds):
        """Seconds until the program has written the pattern; None if it does not come."""
        begin = time.perf_counter()
        while time.perf_counter() - begin < seconds:
            if re.search(pattern, self.seen):
                return time.perf_counter()
            if select.select([self.descriptor], [], [], 0.05)[0]:
                try:
                    self.seen += os.read(self.descriptor, 1 << 16)
                except OSError:
                    return None
        return None

    def drain(self, seconds):
        """Reads what comes for so long."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            if select.select([self.descriptor], [], [], 0.05)[0]:
                self.seen += os.read(self.descriptor, 1 << 16)

    def press(self, keys):
        self.seen = b""
        os.write(self.descriptor, keys)
        return time.perf_counter()

    def ticks(self):
        """Seconds of processor time so far, of all threads."""
        fields = open(f"/proc/{self.pid}/stat").read().rsplit(") ", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self):
        """MB that are resident."""
        return int(re.search(r"VmRSS:\s+(\d+)", open(f"/proc/{self.pid}/status").read()).group(1)) / 1024

    def wakeups(self, seconds):
        """Calls a second that waited and came back, of all threads, as strace counts them; None without strace."""
        with tempfile.NamedTemporaryFile("r") as trace:
            process = subprocess.Popen(
                ["strace", "-f", "-o", trace.name, "-e", "trace=poll,ppoll,select,pselect6,epoll_wait,epoll_pwait,futex,nanosleep,clock_nanosleep", "-p", str(self.pid)],
                stderr=subprocess.DEVNULL)
            self.drain(seconds)
            process.send_signal(signal.SIGINT)
            process.wait()
            text = trace.read()
        # A wait of no time is a question, not a sleep.
        lines = [line for line in text.splitlines() if re.search(r"\) += |resumed>", line) and not re.search(r", 0\) = 0 \(Timeout\)", line)]
        return len(lines) / seconds

    def end(self):
        os.kill(self.pid, signal.SIGTERM)
        try:
            while os.read(self.descriptor, 1 << 16):
                pass
        except OSError:
            pass
        os.waitpid(self.pid, 0)
        os.close(self.descriptor)


def programs(program):
    return {
        "jbem dashboard": ([program, "dashboard"], "T01".encode()),
        "htop": (["htop"], b"PID"),
        "btop": (["btop", "--utf-force"], b"cpu"),
    }


def at_rest(program, store, root, runs=5, seconds=20):
    """First frame, and then processor time, wake-ups and memory while nothing happens."""
    environment = {"JBEM_DB": str(store), "JBEM_DATA": f"{root}/Data", "JBEM_LANG": "en", "HOME": tempfile.mkdtemp()}
    rows = []
    for name, (command, pattern) in programs(program).items():
        firsts = []
        for _ in range(runs):
            terminal = Terminal(command, environment)
            seen = terminal.until(pattern, 30)
            firsts.append(seen - terminal.begin if seen else float("nan"))
            terminal.end()
        terminal = Terminal(command, environment)
        terminal.until(pattern, 30)
        terminal.drain(5)
        before = terminal.ticks()
        terminal.drain(seconds)
        busy = (terminal.ticks() - before) / seconds
        rows.append((name, statistics.median(firsts), busy, terminal.wakeups(seconds), terminal.memory()))
        terminal.end()
    return rows


def while_loading(program, store, root, runs=3):
    """On a large store: when view 1 stands, how soon a key is answered while the rest is read, and when all is read."""
    environment = {"JBEM_DB": str(store), "JBEM_DATA": f"{root}/Data", "JBEM_LANG": "en"}
    results = []
    for _ in range(runs):
        terminal = Terminal([program, "dashboard"], environment)
        header = terminal.until(b"overview", 30) - terminal.begin
        first = terminal.until(b"T06", 120) - terminal.begin
        pressed = terminal.press(b"?")
        key = terminal.until(b"go to the view", 30) - pressed
        terminal.press(b"q")
        # the alerts are the last that view 1 reads
        alerts = terminal.until(rb"red \d+", 300)
        alerts = alerts - terminal.begin if alerts else float("nan")
        pressed = terminal.press(b"3")
        risk = terminal.until(b"Street|Town", 120) - pressed
        pressed = terminal.press(b"\x1b?")
        while_risk = terminal.until(b"go to the view", 30) - pressed
        terminal.drain(20)
        results.append((header, first, key, alerts, risk, while_risk, terminal.memory()))
        terminal.end()
    return [statistics.median(column) for column in zip(*results)]


PAGE = """# Performance of the dashboard

What the dashboard costs beside htop and btop, and how it behaves on a large store, measured by `Scripts/bench dashboard --record`.

## Overview

Programs on a pseudo-terminal of 120 × 40 cells; medians. A wake-up is a call that waited and came back, counted by strace over all threads. The processor
time at rest is that of twenty seconds without a key, the memory what is resident then.

{machine}

## At rest, on the sample store

| program | first frame s | processor at rest % | wake-ups a second | resident MB |
|---|---|---|---|---|
{rest}

## On {hazards} hazards

| what | seconds |
|---|---|
{loading}

Resident when all of it is read: {memory:.0f} MB.

The queries of view 3 in the sqlite3 shell on the same store, by hand and as whole processes: {queries}.
"""


def report(bench, hazards, record):
    """Measures, prints, and with `record` writes the article."""
    small, large = bench.folder / "sample.db", hazard.make(bench, hazards) / "full.db"
    for arguments in (["init", "--sample"], ["import", "--batch", f"{bench.root}/Data/sample"]):
        bench.jbem(arguments, small)
    for store in (small, large):
        bench.jbem(["plan", "load", f"{bench.root}/Data/sample/plan/sample-2021-2025"], store)
    rest = [
        f"| {name} | {first:.3f} | {busy * 100:.2f} | {wakeups:.1f} | {memory:.0f} |"
        for name, first, busy, wakeups, memory in at_rest(bench.program, small, bench.root)]
    header, first, key, alerts, risk, risk_key, memory = while_loading(bench.program, large, bench.root)
    loading = [
        f"| the frame with header and tabs | {header:.3f} |", f"| view 1 with the core indicators | {first:.2f} |",
        f"| a key while the rest of view 1 is read | {key:.4f} |", f"| the alerts, the last of view 1 | {alerts:.2f} |",
        f"| view 3 from its key to the matrix | {risk:.2f} |", f"| a key while the rest of view 3 is read | {risk_key:.4f} |"]
    queries = []
    for name, text in QUERIES.items():
        script = bench.folder / "query.sql"
        script.write_text(text)
        queries.append(f"{name} {statistics.median(bench.run(['sqlite3', '-bail', large], script)[0] for _ in range(3)):.3f} s")
    page = PAGE.format(
        machine=machine(bench), rest="\n".join(rest), hazards=hazards, loading="\n".join(loading), memory=memory, queries=", ".join(queries))
    print(page)
    if record:
        Path(bench.root, "Sources/JBEMCore/Documentation.docc/DashboardPerformance.md").write_text(page)
