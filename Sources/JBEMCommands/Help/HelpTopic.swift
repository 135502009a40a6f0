package import JBEMCore

/// A page of help that belongs to no single command.
package enum HelpTopic: String, CaseIterable, Sendable {
    case exitCodes = "exit-codes"
    case options, formats, environment, files, cron, `import`, dates, filters, fields
    case storeFile = "store-file"
    case planFolder = "plan-folder"

    package var title: Localized {
        switch self {
        case .exitCodes: Localized("退出码", "Exit codes")
        case .options: Localized("通用选项", "Global options")
        case .formats: Localized("输出格式", "Output formats")
        case .environment: Localized("环境变量", "Environment")
        case .files: Localized("文件在哪里", "Where files lie")
        case .cron: Localized("定时任务", "Cron")
        case .import: Localized("导入", "Import")
        case .dates: Localized("日期", "Dates")
        case .filters: Localized("筛选", "Filters")
        case .fields: Localized("字段怎样填", "How fields are written")
        case .storeFile: Localized("存储文件：表、编号、改动、锚", "The store as a file: tables, ids, changes, anchor")
        case .planFolder: Localized("怎样写一个规划文件夹", "How to write a plan folder")
        }
    }

    package var blocks: [HelpBlock] {
        switch self {
        case .exitCodes: Self.exitCodesBlocks
        case .options: [.terms(CommandHelp.global.map(\.term))]
        case .formats: Self.formatsBlocks
        case .environment: Self.environmentBlocks
        case .files: Self.filesBlocks
        case .cron: Self.cronBlocks
        case .import: Self.importBlocks
        case .dates: Self.datesBlocks
        case .filters: Self.filtersBlocks
        case .fields: Self.fieldsBlocks
        case .storeFile: Self.storeBlocks
        case .planFolder: Self.planFolderBlocks
        }
    }
}
