"""Scripts/bench runs this: chooses what to measure."""
import argparse
import sys

import dashboard
import hazard
import records
import stock
from bench import Bench


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench")
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", choices=["sample", "reports", "indicators", "chain"])
    parser.add_argument("--changes", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("subject", nargs="?", default="records", choices=["records", "hazard", "dashboard", "stock"])
    root, program, folder, tools, *rest = sys.argv[1:]
    chosen = parser.parse_args(rest)
    bench = Bench(root, program, folder, tools)
    print(f"empty start: jbem {bench.start['jbem']:.4f} s, sqlite3 {bench.start['sqlite3']:.4f} s", flush=True)
    match chosen.subject:
        case "records": records.report(bench, chosen.sizes, chosen.changes, chosen.runs, chosen.record, chosen.only)
        case "hazard": hazard.report(bench, chosen.sizes, chosen.runs, chosen.record)
        case "dashboard": dashboard.report(bench, max(chosen.sizes), chosen.record)
        case "stock": stock.report(bench, chosen.sizes, chosen.runs, chosen.record)


if __name__ == "__main__":
    main()
