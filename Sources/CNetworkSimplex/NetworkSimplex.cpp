#include "CNetworkSimplex.h"

#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

#include <new>
#include <utility>
#include <vector>

// No exception may cross into Swift.
int jbem_minimum_cost_flow(int32_t nodes, int32_t arcs, const int32_t *from, const int32_t *to, const int64_t *capacity,
                           const int64_t *cost, const int64_t *supply, int64_t *flow, int64_t *potential) try {
    using Graph = lemon::StaticDigraph;
    using Solver = lemon::NetworkSimplex<Graph, int64_t, int64_t>;
    Graph graph;
    {
        std::vector<std::pair<int, int>> ends(arcs);
        for (int32_t i = 0; i < arcs; i++) ends[i] = {from[i], to[i]};
        graph.build(nodes, ends.begin(), ends.end());
    }
    Solver solver(graph);
    {
        Graph::ArcMap<int64_t> upper(graph), price(graph);
        Graph::NodeMap<int64_t> given(graph);
        for (int32_t i = 0; i < arcs; i++) {
            upper[graph.arc(i)] = capacity[i] < 0 ? solver.INF : capacity[i];
            price[graph.arc(i)] = cost[i];
        }
        for (int32_t i = 0; i < nodes; i++) given[graph.node(i)] = supply[i];
        solver.upperMap(upper).costMap(price).supplyMap(given);
    }
    switch (solver.run()) {
    case Solver::INFEASIBLE: return JBEM_FLOW_INFEASIBLE;
    case Solver::UNBOUNDED: return JBEM_FLOW_UNBOUNDED;
    case Solver::OPTIMAL: break;
    }
    for (int32_t i = 0; i < arcs; i++) flow[i] = solver.flow(graph.arc(i));
    for (int32_t i = 0; i < nodes; i++) potential[i] = solver.potential(graph.node(i));
    return JBEM_FLOW_OPTIMAL;
} catch (const std::bad_alloc &) {
    return JBEM_FLOW_NO_MEMORY;
}
