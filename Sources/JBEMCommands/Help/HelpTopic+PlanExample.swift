internal import JBEMCore

extension HelpTopic {
    /// A plan of two indicators that can be pasted.
    static let planFolderExample: [HelpBlock] = [
        .heading(Localized("例子", "A worked example")),
        .text(
            Localized(
                "一份五行的规划，两个指标，区域与单位是虚构的。下面各行可以原样粘贴到终端；用电子表格写出同样的文件也行。函数 h 求某一行的 content_hash。",
                """
                A plan of five lines with two indicators, in an invented district. The lines can be pasted into a terminal as they stand; \
                a spreadsheet that writes the same files does as well. The function h makes the content_hash of a line.
                """)),
        .code([
            "mkdir next",
            "printf '%s\\n' '青禾区应急管理“十五五”规划' '' '　　二、主要目标' \\",
            "  '　　到2030年，生产安全事故死亡人数比2025年下降10%。' \\",
            "  '　　2028年底前建成区应急指挥中心并投入使用。' > next.txt",
            "h() { sed -n \"$1p\" next.txt | LC_ALL=C.UTF-8 sed 's/[[:space:]]//g' |",
            "  tr -d '\\n' | sha256sum | cut -c 1-64; }",
            "printf '%s\\n' code,name,kind '990001,青禾区（虚构）,district' \\",
            "  > next/region.csv",
            "printf '%s\\n' code,name,kind,region \\",
            "  '99000101,青禾区应急局（虚构）,department,990001' > next/office.csv",
            "printf '%s\\n' key,name,region,base_year,from_year,to_year \\",
            "  'next,青禾区应急管理“十五五”规划,990001,2025,2026,2030' \\",
            "  > next/plan.csv",
            "printf '%s\\n' plan,id,line,section,opening,content_hash,summary \\",
            "  \"next,L4,4,二,到2030年，生产安,$(h 4),事故死亡人数五年降一成\" \\",
            "  \"next,L5,5,二,2028年底前建成区,$(h 5),2028年建成指挥中心\" \\",
            "  > next/clause.csv",
            "c=plan,id,position,name,name_en,nature,unit,unit_en,clause,responsible",
            "printf '%s\\n' \"$c\" \\",
            "  'next,N01,10,死亡人数,deaths,binding,人,persons,L4,99000101' \\",
            "  'next,N02,20,指挥中心,command centre,stated,,,L5,99000101' \\",
            "  > next/indicator.csv",
            "c=plan,indicator,reading,is_chosen,label,label_en,formula,numerator",
            "c=$c,window,comparator,value,relation,baseline_year,deadline,model",
            "a='next,N01,single_year,1,2030年不超过2025年的90%'",
            "a=\"$a,2030 at most 90 % of 2025,measure,accident.deaths\"",
            "a=$a,year,le,0.9,of_baseline,2025,,gamma_poisson",
            "b='next,N02,built,1,2028年底前建成,built by the end of 2028'",
            "b=$b,milestone,,at,eq,1,absolute,,2028-12-31,none",
            "printf '%s\\n' \"$c\" \"$a\" \"$b\" > next/target.csv",
            "printf '%s\\n' plan,indicator,id,position,name,due_on,done_on,evidence \\",
            "  'next,N02,M1,1,开工,2026-12-31,2026-09-01,区发展改革委批复' \\",
            "  'next,N02,M2,2,投入使用,2028-12-31,,' > next/milestone.csv",
            "printf '%s\\n' measure,period,region,value,unit,status,published_on,source \\",
            "  'accident.deaths,2025,990001,16,person,final,2026-02-10,区应急局年报' \\",
            "  > next/figure.csv",
        ]),
        .text(
            Localized(
                "接着试载入、载入、核对。N01 的上限是 16 × 0.9 = 14.4，现在只知道 2025 年的 16 人，所以是“偏离目标”；N02 的两步完成了一步，另一步 2028 年底到期，到期前是“进度正常”。",
                """
                Then try it, load it and look at it. The limit of N01 is 16 × 0.9 = 14.4, and as long as nothing but the 16 of 2025 is \
                known it is off track; of the two steps of N02 one is done and the other due at the end of 2028, until when it is on \
                track.
                """)),
        .code([
            "jbem plan load next -n",
            "jbem plan load next",
            "jbem plan check next --text next.txt --all",
            "jbem plan targets next",
            "jbem plan coverage next",
            "jbem kpi list --all --plan next",
            "jbem kpi explain N01 --plan next",
        ]),
    ]

    /// Loading, checking, correcting; another district; typical faults.
    static let planFolderUse: [HelpBlock] = [
        .heading(Localized("载入与核对", "Loading and checking")),
        .terms([
            HelpTerm(
                Localized("plan load 文件夹", "plan load FOLDER"),
                Localized(
                    "整个文件夹是一次改动，一次 undo；有一处错就什么也不写。存储里还没有采用规划时随即采用，--use 则总是采用。",
                    """
                    The folder is one change and one undo; with a single fault nothing is written. The plan is put to use if none is in \
                    use, with --use always.
                    """)),
            HelpTerm(
                Localized("plan check 键 --text 文件", "plan check KEY --text FILE"),
                Localized(
                    "在原文里找回各条款：相同，换了行位，文字已变（开头相同而散列不同），找不到。后两种退出码为 1。刚写好就说“文字已变”，是散列求错了。",
                    """
                    Looks for the clauses in the text: same, moved to another line, changed (same opening, other hash), missing. The last \
                    two exit with 1. Changed in a new folder means that the hash was made otherwise.
                    """)),
            HelpTerm(
                Localized("plan targets 键", "plan targets KEY"),
                Localized(
                    "每个指标的目标、窗口、期限、条款，--readings 列全部读法：逐项与原文对照。",
                    "Target, window, deadline and clause of each indicator, --readings for every reading: compare them with the text.")),
            HelpTerm(
                Localized("plan coverage 键", "plan coverage KEY"),
                Localized("哪些条款没有指标，哪些指标还没有数据。", "Which clauses have no indicator, which indicators have no data yet.")),
            HelpTerm(
                Localized("plan diff 旧键 新键", "plan diff OLD NEW"),
                Localized(
                    "与旧规划比较：增、删、改了哪些指标，有不同则退出码为 1。同一件事在新规划里宜沿用旧编号，才比得出来。",
                    """
                    Compares with the old plan: indicators added, removed, changed; exits with 1 if they differ. Keep the old ids for the \
                    same things, or they cannot be compared.
                    """)),
            HelpTerm(
                Localized("plan use 键", "plan use KEY"),
                Localized("采用；旧规划仍在，kpi --plan 旧键 可看。", "Puts it to use; the old plan stays and is seen with kpi --plan OLD.")),
        ]),
        .text(
            Localized(
                """
                改了文件再 plan load 一次，只写有变化的行；改一两处也可以用 set，如 jbem target set next/N01/single_year value=0.85。从文件里删去的行不会从存储里消失：刚载入就用 jbem \
                undo 撤销，改好再载入；否则先给指标写上 alias_of，再依次删去它的读法、节点和它本身：
                """,
                """
                After corrections load the folder again; only what changed is written. For a single value there is set, as in jbem target \
                set next/N01/single_year value=0.85. Rows that you took out of a file stay in the store: soon after loading, take the \
                load back with jbem undo and load anew; later give the indicator an alias_of, then remove its readings, its steps and \
                itself:
                """)),
        .code([
            "jbem indicator set next/N02 alias_of=N01",
            "jbem target rm next/N02/built",
            "jbem milestone rm next/N02/M1 next/N02/M2",
            "jbem indicator rm next/N02",
        ]),
        .heading(Localized("换一个区", "Another district")),
        .text(
            Localized(
                "init 载入数据文件夹里的 codes、regions、rules。复制整个文件夹，把 regions/region.csv 与 office.csv 换成本区的，再用它建库：",
                """
                init loads codes, regions and rules of the data folder. Copy that folder, put your own district into regions/region.csv \
                and office.csv, and make the store with it:
                """)),
        .code([
            "cp -r /usr/local/share/jbem ~/data",
            "export JBEM_DATA=~/data",
            "jbem init --office 510199000",
        ]),
        .terms([
            HelpTerm(
                "--office",
                "本单位的编号：九位区划代码，或 10⁸ 以下的号；所有记录编号以它开头，建库后不能改。",
                """
                Number of your own office, the nine-digit division code or a number below 10⁸; every id begins with it, and it stays for \
                good.
                """),
            HelpTerm(
                "region.csv",
                "code、name、kind 必填；parent 为上级代码，最上一级不写；撤并的写 valid_to 与 successor。",
                "code, name and kind are required; parent is the code above, empty at the top; merged ones have valid_to and successor."),
            HelpTerm(
                "office.csv",
                "code（九位区划代码，或 10⁸ 以下的号）、name、kind、region 必填；按月报送的 is_reporting 写 1。",
                """
                code (division code, or a number below 10⁸), name, kind and region are required; is_reporting is 1 for offices that \
                report every month.
                """),
            HelpTerm(
                "rules",
                """
                事故等级、危险化学品、法定时限、节假日是全国的，可以不动；inspect-rule.csv（检查周期）、risk-band.csv、inspect-form.csv 按本区的规定改；warehouse.csv 是记账用的库外账户，不要动。
                """,
                """
                Grades of accidents, hazardous chemicals, legal time limits and days off hold everywhere; set inspect-rule.csv (cycles of \
                visits), risk-band.csv and inspect-form.csv by the rules of the district; leave warehouse.csv, the accounts outside of \
                all places, alone.
                """),
            HelpTerm(
                "codes",
                "代码不要改名；可以增加条目，如 measure、accident_sector。",
                "Do not rename codes; entries may be added, such as measure and accident_sector."),
        ]),
        .heading(Localized("常见错误", "Typical faults")),
        .terms([
            HelpTerm(
                Localized("plan.csv 须恰好有一个规划", "plan.csv must hold exactly one plan"),
                Localized("两个规划分两个文件夹。", "Two plans are two folders.")),
            HelpTerm(
                Localized("没有规划 “next”", "there is no plan \"next\""),
                Localized(
                    "某个文件的 plan 一列与 plan.csv 的 key 不同；或 plan.csv 那一行本身有错，先改它。",
                    """
                    The column plan of a file differs from key in plan.csv; or the row of plan.csv has a fault itself: correct that first.
                    """)),
            HelpTerm(
                Localized("没有区域 “510199”", "there is no region \"510199\""),
                Localized(
                    "存储里没有这个区域：用 region.csv 一起载入，或先导入。单位同此。",
                    "The store does not know it: put it into region.csv of the folder, or import it before. The same goes for offices.")),
            HelpTerm(
                Localized("须恰好采用一种读法，现为 0 种", "exactly one reading must be chosen, not 0"),
                Localized(
                    "该指标在 target.csv 里没有或不止一行 is_chosen 为 1。",
                    "The indicator has no row, or more than one, in target.csv whose is_chosen is 1.")),
            HelpTerm(
                Localized("条款 L9 不在规划中", "the plan has no clause L9"),
                Localized("indicator.csv 的 clause 写错，或漏写这条条款。", "A slip in the column clause of indicator.csv, or a clause left out.")),
            HelpTerm(
                Localized("读法 main 缺少 from_year", "reading main lacks from_year"),
                Localized(
                    "公式、窗口所需的列没有填：span、mean 要年份，each 要 cycle，of_baseline 要 baseline_year，多数公式要 numerator。",
                    """
                    A column that the formula or window needs: years for span and mean, cycle for each, baseline_year for of_baseline, \
                    numerator for most formulas.
                    """)),
            HelpTerm(
                Localized("不是数：\"90%\"", "not a number: \"90%\""),
                Localized("数里不写 %：以百分数计写 90，是倍数写 0.9。", "No % in a number: 90 where per cent are counted, 0.9 for a factor.")),
            HelpTerm(
                Localized("示例数据不能进入正式存储", "sample data does not go into a real store"),
                Localized("从示例规划抄来的 is_sample 一列要删掉。", "Take out the column is_sample that came along from the sample plan.")),
            HelpTerm(
                Localized("指标一直缺数据", "no data, always"),
                Localized(
                    "figure 的区域不是规划的区域，或期间、度量写得不一样：用 kpi explain 看它找的是什么。",
                    """
                    The figure is of another region than the plan, or its measure or period differ: kpi explain says what is looked for.
                    """)),
        ]),
    ]
}
