// A narrow door to the network simplex of LEMON (Library for Efficient Modeling and Optimization in Networks).
#ifndef CNETWORKSIMPLEX_H
#define CNETWORKSIMPLEX_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

enum { JBEM_FLOW_OPTIMAL = 0, JBEM_FLOW_INFEASIBLE = 1, JBEM_FLOW_UNBOUNDED = 2, JBEM_FLOW_NO_MEMORY = 3 };

// Finds a flow of least cost: for each arc 0 <= flow <= capacity (below 0: without limit), and each node sends supply more than it gets.
// The arcs are ordered by the node that they leave; the supplies add up to zero.
// flow (one each arc) and potential (one each node) are filled in if the result is JBEM_FLOW_OPTIMAL:
// cost + potential[from] - potential[to] is >= 0 where more can flow and <= 0 where less can.
int jbem_minimum_cost_flow(int32_t nodes, int32_t arcs, const int32_t *from, const int32_t *to, const int64_t *capacity,
                           const int64_t *cost, const int64_t *supply, int64_t *flow, int64_t *potential);

#ifdef __cplusplus
}
#endif

#endif
