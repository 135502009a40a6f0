/// For each noun, words that make its generic verbs run as they stand on the sample store; help shows them, a test runs them.
enum RecordExamples {
    struct Words: Sendable {
        /// A record of the sample, as it is named on the command line.
        let name: String
        /// A condition of `--where` that finds some, not all, of the records; where the sample has one record, it finds that one.
        let filter: String
        /// `field=value …` of a new record; nil where the noun has no `add`.
        var add: String?
        /// `field=value` that changes the record `name`; nil where the noun has no `set`.
        var set: String?
    }

    /// The words of every noun, each as a shell takes them.
    static let all: [String: Words] = recorded.merging(risks) { first, _ in first }.merging(goods) { first, _ in first }

    /// Code lists, rules, the plan, figures, people, accidents and disasters.
    private static let recorded: [String: Words] = [
        "code": Words(
            name: "'accident_type powder_explosion'", filter: "list=accident_type",
            add: "list=accident_type code=frostbite zh=冻伤（虚构） en=frostbite position=21 source=本区自定（虚构）",
            set: "position=9"),
        "region": Words(
            name: "999101009", filter: "kind=town",
            add: """
                code=999101010 name=岫岚街道（虚构） name_en='Xiulan Street (fictional)' kind=street parent=999101 valid_from=2026-01-01 \
                area_km2=8.25
                """,
            set: "area_km2=21.75"),
        "office": Words(
            name: "99910104", filter: "kind=street",
            add: "code=99910105 name=云岭区气象局（虚构） kind=department region=999101 parent=999101000 valid_from=2026-01-01",
            set: "is_reporting=1"),
        "accident-rule": Words(
            name: "'special_equipment general crane_fracture'", filter: "regime=general",
            add: """
                regime=general grade=larger rank=2 criterion=relocated_persons at_least=5000 unit=person doc_no=试〔2026〕1号（虚构） \
                source=本区自定（虚构） valid_from=2026-01-01
                """,
            set: "is_verified=1"),
        "clock-rule": Words(
            name: "'duty.phone default'", filter: "unit=hour",
            add: """
                topic=disaster.report.initial applies_to=drought amount=24 unit=hour calendar=natural source=本区自定（虚构） \
                valid_from=2026-01-01
                """,
            set: "amount=60"),
        "holiday": Words(
            name: "2024-10-12", filter: "kind=work",
            add: "day=2026-03-03 kind=off name=云岭节（虚构） name_en='Yunling Day (fictional)' source=区政府通知（虚构）",
            set: "is_verified=1"),
        "plan": Words(
            name: "sample-2021-2025", filter: "base_year=2020",
            add: """
                key=sample-2026-2030 name=云岭区应急管理“十五五”规划（虚构） published_on=2026-04-01 region=999101 base_year=2025 from_year=2026 \
                to_year=2030
                """,
            set: "document_no=云规〔2022〕8号（虚构）"),
        "clause": Words(
            name: "sample-2021-2025/L40", filter: "summary~隐患",
            add: """
                plan=sample-2021-2025 id=L999 line=999 section=附则 opening=本规划由区应急管理局 \
                summary=规划由谁解释（虚构） content_hash=f177a28eff41ec77b345017cc1e3a5ebf106e9881d3eae11d8b5a68fbabf9711
                """,
            set: "summary=救援队伍与演练次数的回顾（虚构）"),
        "indicator": Words(
            name: "sample-2021-2025/T41", filter: "nature=binding",
            add: """
                plan=sample-2021-2025 id=X01 position=4150 name=遏制较大及以上事故（虚构） name_en='larger accidents contained' nature=stated \
                unit=起 clause=L101 responsible=99910101 alias_of=T02
                """,
            set: "responsible=99910102"),
        "target": Words(
            name: "sample-2021-2025/T01/five_year_total", filter: "is_chosen=1",
            add: """
                plan=sample-2021-2025 indicator=T01 reading=at_most_18 label=2025年不超过18人（虚构） label_en='at most 18 in 2025' \
                formula=measure numerator=accident.deaths window=year comparator=le value=18 deadline=2025-12-31
                """,
            set: "note=按五年合计的读法（虚构）"),
        "milestone": Words(
            name: "sample-2021-2025/T28.4/M1", filter: "'due_on<2025'",
            add: "plan=sample-2021-2025 indicator=T36 id=M2 position=2 name=复评通过（虚构） name_en='confirmed again' due_on=2026-12-31",
            set: "done_on=2025-12-20 evidence=验收意见（虚构）"),
        "figure": Words(
            name: "FG-2", filter: "measure=accident.deaths",
            add: """
                measure=shelter.count period=2025 region=999101 value=86 unit=place status=preliminary published_on=2026-01-15 \
                source=年度台账（虚构）
                """,
            set: "note=与年报一致（虚构）"),
        "person": Words(
            name: "YL-P005", filter: "post=值班员",
            add: "number=YL-P025 name=闻汀兰（虚构） office=999101006 post=值班员 phone=13900000025 valid_from=2026-01-01",
            set: "post=安全生产负责人"),
        "accident": Words(
            name: "AC-52", filter: "grade=larger",
            add: """
                case_no=YL-2026-001 occurred_at=2026-01-12T08:40 region=999101001 office=999101001 place=霁光街道在建工地（虚构） \
                title=霁光街道脚手架坠落事故（虚构） sector=construction type=fall_from_height is_production=1
                """,
            set: "industry=E47"),
        "accident-report": Words(
            name: "AR-2", filter: "kind=final",
            add: """
                accident=YL-2025-020 kind=follow_up reported_at=2025-12-24T09:30 deaths=1 serious_injuries=1 minor_injuries=2 \
                direct_loss=118.5 author=岑知微（虚构）
                """),
        "disaster": Words(
            name: "YL-ZH-2025-04", filter: "kind=flood",
            add: """
                case_no=YL-ZH-2026-01 kind=hail_wind title=4月泊岚街道风雹（虚构） began_on=2026-04-11 ended_on=2026-04-12 office=999101006 \
                region=999101006
                """,
            set: "ended_on=2025-06-06"),
        "victim": Words(
            name: "VI-1", filter: "region=999101101",
            add: """
                disaster=YL-ZH-2025-04 number=1 name=遇难者1（虚构） sex=male age=63 fate=missing happened_on=2025-06-04 region=999101101 \
                cause=山洪冲走（虚构）
                """,
            set: "place=溪边（虚构）"),
        "disaster-report": Words(
            name: "DR-2", filter: "kind=verified",
            add: """
                disaster=YL-ZH-2025-09 region=999101005 kind=initial reported_at=2025-11-08T12:30 affected=34 deaths=0 evacuated=6 \
                collapsed_rooms=0 direct_loss=18.6
                """),
        "closing": Words(
            name: "CL-2", filter: "noun=disaster",
            add: "office=999101001 noun=accident month=2026-01 closed_on=2026-02-04"),
    ]
}
