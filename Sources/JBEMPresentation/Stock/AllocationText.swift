package import JBEMCore
internal import JBEMOperations
internal import JBEMOutput

/// Why needs stay unmet, in sentences.
extension AllocationTable {
    package var sentences: [Localized] {
        let problem = answer.problem
        var lines = answer.plan.proofs.flatMap(sentences)
        for index in problem.needs.indices where answer.plan.leftOver[index] > 0 {
            let (need, item) = (problem.needs[index], problem.items[problem.needs[index].item])
            let text = "\(amount(answer.plan.leftOver[index], of: item)) \(item.unit)"
            lines.append(
                Localized(
                    "\(item.number)：\(problem.places[need.place]) 另缺 \(text)：按体积装得下，按整件装不下。",
                    "\(item.number): \(problem.places[need.place]) lacks \(text) besides: by volume it would fit, in whole pieces it does not."
                ))
        }
        let unknown = answer.unknownWays
        if !unknown.isEmpty {
            let some = unknown.prefix(3).map { "\($0.source) → \($0.place)" }.joined(separator: ", ")
            lines.append(
                Localized(
                    "\(unknown.count) 段路程未知（如 \(some)）：填坐标，或用 jbem leg add 登记。",
                    "\(unknown.count) ways are unknown (such as \(some)): enter positions, or ways with jbem leg add."))
        }
        return lines
    }

    private func sentences(_ proof: AllocationProof) -> [Localized] {
        let (measure, places, problem) = (Measure(proof, answer.problem), proofPlaces(proof), answer.problem)
        let reached = proof.demanded - proof.unmet
        let sum = proof.bindings.filter { $0.quantity > 0 }.map { "\(place(of: $0)) \(measure.text($0.quantity))" }.joined(separator: " + ")
        let numbers = (measure.text(proof.demanded), measure.text(reached), measure.text(proof.unmet))
        var lines = [
            Localized(
                "\(measure.items)：\(places) 共需 \(numbers.0) \(measure.unit)，能到的 \(numbers.1)\(sum.isEmpty ? "" : "（\(sum)）")，缺 \(numbers.2)。",
                "\(measure.items): \(places) need \(numbers.0) \(measure.unit); \(numbers.1) can reach them\(sum.isEmpty ? "" : " (\(sum))"); "
                    + "\(numbers.2) are missing.")
        ]
        if let line = kept(proof, measure) { lines.append(line) }
        // The nearest of what would help; --explain has them all.
        let helpful = proof.bindings.filter { binding in
            // That a place with more itself needs less says nothing.
            binding.price?.need.map { problem.places[problem.needs[$0].place] != place(of: binding) } ?? false
        }
        if let best = helpful.min(by: { $0.price!.cost < $1.price!.cost }), let line = relaxed(best) { lines.append(line) }
        if !proof.outOfReach.isEmpty {
            let codes = proof.outOfReach.map { "\(source($0.supply)) \(measure.text($0.quantity))" }.joined(
                separator: ", ")
            lines.append(Localized("  够不着：\(codes)（太远，或路程未知）。", "  Out of reach: \(codes) (too far, or the way is unknown)."))
        }
        return lines
    }

    /// What places keep back although it could be used.
    private func kept(_ proof: AllocationProof, _ measure: Measure) -> Localized? {
        let problem = answer.problem
        let parts = proof.bindings.compactMap { binding -> String? in
            guard case .stock(let supply) = binding.limit else { return nil }
            let floor = min(problem.supplies[supply].floor, problem.supplies[supply].usable)
            return floor > 0 ? "\(source(supply)) \(measure.text(floor, of: supply))" : nil
        }
        guard !parts.isEmpty else { return nil }
        let text = parts.joined(separator: ", ")
        return answer.keepsNorms
            ? Localized("  各库点按定额留存：\(text)。", "  Places keep their norms: \(text).")
            : Localized("  底线未动用：\(text)；--use-floors 可动用。", "  Floors are not touched: \(text); --use-floors does.")
    }

    private func place(of binding: AllocationProof.Binding) -> String {
        switch binding.limit {
        case .stock(let supply): source(supply)
        case .vehicles(let source): answer.problem.sources[source].code
        }
    }

    /// What one unit more of a limit would do.
    private func relaxed(_ binding: AllocationProof.Binding) -> Localized? {
        guard let price = binding.price else { return nil }
        let (code, problem) = (place(of: binding), answer.problem)
        let unit = answer.options.basis == .distance ? Localized("公里", "km") : Localized("分钟", "min")
        let cost = (price.cost < 0 ? "" : "+") + way(price.cost).shortest(maxPlaces: 1)
        guard let need = price.need else { return nil }
        let served = problem.places[problem.needs[need].place]
        if case .stock(let supply) = binding.limit {
            let item = problem.items[problem.supplies[supply].item]
            let more = "\(amount(1, of: item)) \(item.unit)"
            return Localized(
                "  \(code) 每多 \(more)，\(served) 就多得 \(more)，路程合计 \(cost) \(unit.zh)。",
                "  With \(more) more at \(code), \(served) gets as much more; ways in all \(cost) \(unit.en).")
        }
        return Localized(
            "  \(code) 的车辆每多装一升，\(served) 就多得一升，路程合计 \(cost) \(unit.zh)。",
            "  With a litre more of vehicles at \(code), \(served) gets a litre more; ways in all \(cost) \(unit.en).")
    }
}
