internal import ArgumentParser
internal import JBEMCore

/// The generic command of a noun: its verbs follow from the schema.
struct NounRoot<N: Noun>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: N.schema.noun, abstract: "\(N.schema.help.zh)␟\(N.schema.help.en)",
            subcommands: subcommands, defaultSubcommand: ListCommand<N>.self, helpNames: [])
    }

    /// A domain verb takes the place of the generic one of the same name.
    private static var subcommands: [any ParsableCommand.Type] {
        let further = NounVerbs.further(N.schema.noun)
        let names = Set(further.compactMap { $0.configuration.commandName })
        return verbs.filter { !names.contains($0.configuration.commandName ?? "") } + further
    }

    private static var verbs: [any ParsableCommand.Type] {
        let all: [(RecordVerb, any ParsableCommand.Type)] = [
            (.list, ListCommand<N>.self), (.show, ShowCommand<N>.self), (.add, AddCommand<N>.self), (.set, SetCommand<N>.self),
            (.rm, RemoveCommand<N>.self), (.import, ImportCommand<N>.self), (.export, ExportCommand<N>.self),
            (.history, HistoryCommand<N>.self),
        ]
        return all.filter { N.schema.verbs.contains($0.0) }.map(\.1)
    }
}

/// Domain verbs beside the generic ones.
enum NounVerbs {
    static func further(_ noun: String) -> [any ParsableCommand.Type] {
        switch noun {
        case Plan.schema.noun: PlanVerbs.all
        case Closing.schema.noun: [ClosingMissingCommand.self]
        case Campaign.schema.noun: [CampaignProgressCommand.self]
        case Inspection.schema.noun: InspectVerbs.all
        case Hazard.schema.noun: HazardVerbs.all
        case Risk.schema.noun: RiskVerbs.all
        case Duty.schema.noun: DutyVerbs.all
        case Holiday.schema.noun: HolidayVerbs.all
        default: []
        }
    }
}
