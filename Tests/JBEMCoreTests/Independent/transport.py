"""Solves allocations with HiGHS, to be compared with the program's own answers.

usage: transport.py FILE      FILE: a JSON array of problems as AllocationIndependentTests writes them
Prints a JSON array: for each problem what stays unmet of each priority, and the cost, in the units of the problem.
"""
import json
import sys

import numpy
from scipy.optimize import linprog
from scipy.sparse import coo_matrix


def solve(problem):
    """A linear programme written down from the statement of the problem: no network, no prices."""
    supplies, needs, costs = problem["supplies"], problem["needs"], problem["costs"]
    loads, dispatch = problem["loads"], problem["dispatch"]
    ways = [(s, n, costs[supply["source"]][need["place"]]) for s, supply in enumerate(supplies) for n, need in enumerate(needs)
            if supply["item"] == need["item"] and costs[supply["source"]][need["place"]] is not None]
    highest = max([way[2] for way in ways], default=0)
    levels = sorted({need["priority"] for need in needs}, reverse=True)
    # more than any detour over all sources and needs can cost
    weight = {level: (place + 1) * 4 * (len(supplies) + len(needs)) * (highest + 1) for place, level in enumerate(levels)}
    count = len(ways)
    objective = [way[2] for way in ways] + [weight[need["priority"]] for need in needs]
    if not objective:
        return {"unmet": {}, "cost": 0}
    size = count + len(needs)

    def matrix(rows, height):
        """Each way has a one in its rows, each unmet need (the last columns) in that of its need."""
        entries = [(row, column) for column, own in enumerate(rows) for row in own]
        return coo_matrix(([1] * len(entries), ([e[0] for e in entries], [e[1] for e in entries])), shape=(height, size)).tocsr()

    upper = matrix([[way[0], len(supplies) + supplies[way[0]]["source"]] for way in ways], len(supplies) + len(dispatch))
    bounds = [supply["available"] * loads[supply["item"]] for supply in supplies] + [1e12 if limit is None else limit for limit in dispatch]
    equal = matrix([[way[1]] for way in ways] + [[n] for n in range(len(needs))], len(needs))
    limits = [need["quantity"] * loads[need["item"]] for need in needs]
    result = linprog(objective, A_ub=upper, b_ub=bounds, A_eq=equal, b_eq=limits, method="highs")
    assert result.status == 0, result.message
    flow = numpy.rint(result.x)
    assert numpy.abs(flow - result.x).max(initial=0) < 1e-5, "a vertex of a network is whole"
    unmet = {}
    for n, need in enumerate(needs):
        unmet[str(need["priority"])] = unmet.get(str(need["priority"]), 0) + int(flow[count + n])
    return {"unmet": unmet, "cost": int(sum(int(flow[w]) * way[2] for w, way in enumerate(ways)))}


with open(sys.argv[1], encoding="utf-8") as file:
    print(json.dumps([solve(problem) for problem in json.load(file)]))
