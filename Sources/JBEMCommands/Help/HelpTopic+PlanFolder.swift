internal import JBEMCore

extension HelpTopic {
    /// How a plan is written as a folder, for the next plan or another district.
    static let planFolderBlocks: [HelpBlock] =
        planFolderIntroduction + planFolderColumns + planFolderTargets + planFolderMeasures + planFolderExample + planFolderUse

    /// What a plan folder is, the steps, its files.
    static let planFolderIntroduction: [HelpBlock] = [
        .text(
            Localized(
                "规划是数据：一个文件夹里的几个 CSV 文件，写明条款、指标、目标、节点和公布的数字。换一个规划、换一个区，写一个新文件夹即可，程序不用改。",
                """
                A plan is data: a folder of CSV files with its clauses, indicators, targets, steps and published figures. For the next \
                plan or another district write a new folder; the program stays as it is.
                """)),
        .heading(Localized("步骤", "The steps")),
        .text(
            Localized(
                """
                一，把规划原文存成纯文本，一段一行，以后不要再动行号。二，照下文写各个 CSV。三，jbem plan load 文件夹 -n 试载入，改到没有错。四，去掉 -n 载入，用 plan check、plan targets、plan \
                coverage 核对。五，jbem plan use 键 采用它。先在一个试用的存储里做：export JBEM_DB=~/trial/jbem.db，再 jbem init。随程序的 plan/jiangbei-2021-2025 是一个完\
                整的例子。
                """,
                """
                First save the text of the plan as plain text, one paragraph a line, and leave its lines as they are from then on. Then \
                write the CSV files as told below. Try them with jbem plan load FOLDER -n until no fault is left, load without -n, and \
                look at plan check, plan targets and plan coverage. Put the plan to use with jbem plan use KEY. Do it in a store for \
                trial first: export JBEM_DB=~/trial/jbem.db, then jbem init. plan/jiangbei-2021-2025, which comes with the program, is a \
                full example.
                """)),
        .heading(Localized("文件", "The files")),
        .terms([
            HelpTerm("plan.csv", "规划本身，恰好一行。必须有。", "The plan itself, exactly one row. Must be there."),
            HelpTerm(
                "clause.csv",
                "条款：指标所依据的段落。有指标就要有。",
                "Clauses: the paragraphs that indicators stand on. Needed as soon as there is an indicator."),
            HelpTerm("indicator.csv", "指标。", "Indicators."),
            HelpTerm(
                "target.csv", "目标：每个指标一种或几种读法，恰好采用一种。", "Targets: one or more readings of each indicator, exactly one of them chosen."),
            HelpTerm("milestone.csv", "节点：有期限的步骤。可以没有。", "Steps with dates. May be missing."),
            HelpTerm(
                "figure.csv",
                "公布的数字，如基准年的数。可以没有，也可以另行导入。",
                "Published figures, such as those of the base year. May be missing or imported later."),
            HelpTerm(
                "region.csv office.csv code.csv",
                "存储里还没有的区域、单位、代码（如新的度量）。可以没有。",
                "Regions, offices and codes (such as new measures) that the store does not have yet. May be missing."),
        ]),
        .text(
            Localized(
                """
                UTF-8 编码（GB18030 也认），第一行是列名，列的先后随意。没有标“必填”的列可以不写。文件名须是名词，其他 .csv 文件会被拒绝；不是 .csv 的文件不读。各行的 plan 一列都写规划的键。是非写 1 或 0，日期写 \
                2028-12-31，数里不要百分号。
                """,
                """
                UTF-8 (GB18030 is understood too), column names in the first line, columns in any order. Columns not marked required may \
                be left out. File names are nouns; any other .csv is refused, files that are no .csv are not read. The column plan holds \
                the key of the plan in every row. Yes is 1 and no is 0, dates are written 2028-12-31, numbers without a per cent sign.
                """)),
    ]

    /// The columns of plan, clause and indicator.
    static let planFolderColumns: [HelpBlock] = [
        .heading(Localized("plan.csv", "plan.csv")),
        .terms([
            HelpTerm(
                "key",
                "必填，最多 60 字，短而不变，如 jiangbei-2026-2030。",
                "Required, at most 60 characters, short and lasting, such as jiangbei-2026-2030."),
            HelpTerm("name name_en", "名称，必填；英文名。", "Name, required; English name."),
            HelpTerm(
                "region",
                "必填，区域代码。记录看它和它以下各级，公布的数字只看它本身及其后继。",
                """
                Required, code of the region. Records count from it and all below it, figures from the region itself and its successors.
                """),
            HelpTerm(
                "base_year from_year to_year",
                "必填：基准年、起始年、结束年。目标不写期限时，期限是结束年的 12 月 31 日。",
                "Required: base year, first and last year. A target without a deadline is due on 31 December of the last year."),
            HelpTerm("document_no published_on source", "文号、印发日期、来源。", "Document number, date of issue, source."),
        ]),
        .heading(Localized("clause.csv", "clause.csv")),
        .terms([
            HelpTerm(
                "id", "必填，最多 20 字。惯例是 L 加行号，如 L127。", "Required, at most 20 characters; by custom L and the line number, such as L127."),
            HelpTerm("line", "必填，段落在纯文本里的行号，从 1 起。", "Required, line of the paragraph in the plain text, from 1."),
            HelpTerm(
                "opening",
                "必填，去掉全部空白（包括全角空格）之后的前十个字。",
                "Required, its first ten characters after all white space was removed, the ideographic space too."),
            HelpTerm(
                "content_hash",
                "必填，整段去掉全部空白之后的 SHA-256，64 位十六进制小写。",
                "Required, SHA-256 of the paragraph without any white space, 64 small hexadecimal digits."),
            HelpTerm("summary summary_en", "用自己的话写的一行摘要，必填；英文摘要。", "One line in your own words, required; the same in English."),
            HelpTerm(
                "section",
                "章节，如 二(三)；原文漏了标题编号、由推算补上的加 *。",
                "Chapter and section, such as 二(三); a * marks a heading whose number is missing in the text."),
        ]),
        .heading(Localized("indicator.csv", "indicator.csv")),
        .terms([
            HelpTerm("id", "必填，最多 20 字，如 T01；分项写 T28.1。", "Required, at most 20 characters, such as T01; parts are T28.1."),
            HelpTerm("position", "必填，排列顺序，整数；留出间隔便于插入。", "Required, order of listing, a whole number; leave gaps."),
            HelpTerm("name name_en", "名称与英文名，均必填。", "Name and English name, both required."),
            HelpTerm(
                "nature",
                "必填：binding 约束性，expected 预期性，stated 仅文中提出。kpi 默认列前两种，kpi check 只看约束性。",
                """
                Required: binding, expected, or stated (said in the text only). kpi lists the first two, kpi check looks at binding ones.
                """),
            HelpTerm("clause", "必填，clause.csv 里的编号。", "Required, an id of clause.csv."),
            HelpTerm("parent", "上级指标的编号；上级的公式用 all_of。", "Id of the indicator it is a part of; that one has the formula all_of."),
            HelpTerm(
                "alias_of", "与另一指标是同一件事时，写那个指标的编号；这一行不需要目标。", "Id of an indicator that is the same thing; such a row needs no target."),
            HelpTerm("responsible", "责任单位的代码，须在 office 里。", "Code of the office that answers for it, one of office."),
            HelpTerm(
                "unit unit_en chapter note note_en",
                "印出的单位、章节、说明。只供阅读，不参与计算。",
                "Printed unit, chapter, notes: read by people, not used in calculations."),
        ]),
    ]
}
