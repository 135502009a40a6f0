extension RecordExamples {
    /// Risk points, hazards, duties, equipment and inspections.
    static let risks: [String: Words] = [
        "risk-factor": Words(
            name: "'lec.classic exposure 0.5'", filter: "profile=mes",
            add: "profile=mes factor=likelihood value=4 symbol=M zh=措施时有失效（虚构） en='controls fail at times' source=本区自定（虚构）",
            set: "is_verified=1"),
        "risk-band": Words(
            name: "'lec.classic extreme'", filter: "level=red",
            add: "profile=ls.a grade=slight level=blue at_least=0 zh=稍有风险（虚构） en='slight risk' source=本区自定（虚构）",
            set: "is_verified=1"),
        "hazmat-class": Words(
            name: "W10", filter: "beta=1.5",
            add: "symbol=X1 category=本区自定类别（虚构） category_en='own class (fictional)' position=99 critical=200 beta=1 source=本区自定（虚构）",
            set: "is_verified=1"),
        "hazmat-substance": Words(
            name: "硫化氢", filter: "'critical<=5'",
            add: "name=云岭溶剂（虚构） name_en='Yunling solvent (fictional)' aliases=示例溶剂（虚构） critical=500 class=W5.3 source=本区自定（虚构）",
            set: "is_verified=1"),
        "risk": Words(
            name: "YL-R001", filter: "level=red",
            add: """
                point_no=YL-R061 name=泊岚街道加油站（虚构） category=hazmat region=999101006 office=999101006 exposed_people=45 owner=虚构公司（虚构） \
                profile=lec.classic likelihood=1 exposure=6 severity=15 assessed_on=2026-01-20 review_on=2027-01-20
                """,
            set: "exposed_people=130"),
        "risk-substance": Words(
            name: "RS-1", filter: "class=W5.4",
            add: "risk=YL-R059 substance=柴油 class=W5.4 quantity=20 note=备用发电机油箱（虚构）",
            set: "quantity=2800"),
        "hazard": Words(
            name: "YL-YH-2025-16", filter: "is_overdue=1",
            add: """
                number=YL-YH-2026-01 title=疏散通道堆放杂物（虚构） found_on=2026-01-08 found_by=晏拾光（虚构） discovery=inspection region=999101004 \
                office=999101004 risk=YL-R001 place=商业广场二层（虚构） cost=0.8
                """,
            set: "cost=3.2"),
        "hazard-step": Words(name: "HS-2", filter: "step=order"),
        "duty": Words(
            name: "YL-D001", filter: "role=administrative",
            add: "number=YL-D301 person=YL-P019 role=informant region=999101001 office=999101001 valid_from=2026-01-01 valid_to=2026-12-31",
            set: "valid_to=2026-12-31"),
        "phone-check": Words(
            name: "PC-2", filter: "is_reached=0",
            add: "person=YL-P009 checked_on=2026-01-15 is_reached=1 checked_by=值班室",
            set: "note=夜间接通（虚构）"),
        "notice-board": Words(name: "NB-1", filter: "risk=YL-R001"),
        "equipment": Words(
            name: "YL-TS-020", filter: "kind=lift",
            add: """
                number=YL-TS-025 kind=lift name=泊岚街道观光电梯（虚构） region=999101006 office=999101006 unit=云汀物业（虚构） registration_no=虚构证025 \
                registered_on=2026-01-10 in_use_from=2026-01-12
                """,
            set: "unit=云汀物业（虚构）"),
        "campaign": Words(
            name: "YL-ZX-2025-2", filter: "category=geology",
            add: """
                number=YL-ZX-2026-1 name=燃气安全整治（虚构） category=gas region=999101 office=99910101 first_on=2026-03-01 \
                last_on=2026-05-31 quota=20
                """,
            set: "quota=15"),
        "inspect-form": Words(
            name: "'equipment.check 1'", filter: "form=site.daily",
            add: "form=site.daily version=2 zh=现场日常检查表（虚构） en='site check' valid_from=2026-07-01 source=本区自定（虚构）",
            set: "is_verified=1"),
        "inspect-item": Words(
            name: "'equipment.check 1 2'", filter: "form=site.flood",
            add: "form=equipment.check version=1 number=9 zh=机房门锁完好（虚构） en='machine room locked' severity=general",
            set: "severity=general"),
        "inspect-rule": Words(
            name: "risk.yellow", filter: "cycle=day",
            add: """
                key=risk.crowd.weekly subject=risk category=crowd purpose=routine cycle=week form=site.daily valid_from=2026-01-01 \
                source=本区自定（虚构）
                """,
            set: "cycle=week"),
        "draw": Words(name: "YL-SJ-2025-1", filter: "announced_on=2025"),
        "draw-candidate": Words(name: "DC-5", filter: "role=inspector"),
        "draw-result": Words(name: "DT-1", filter: "position=1"),
        "inspect": Words(
            name: "YL-JC-0192", filter: "result=fault",
            add: """
                number=YL-JC-0701 risk=YL-R001 purpose=routine visited_on=2026-01-14 inspector=YL-P012 second_inspector=YL-P013 \
                result=ok
                """,
            set: "note=现场复核无误（虚构）"),
        "inspect-answer": Words(name: "IA-1", filter: "answer=fault"),
    ]

    /// Relief goods, their places and what they are kept for.
    static let goods: [String: Words] = [
        "scenario": Words(
            name: "YL-QJ-01", filter: "days=3",
            add: "number=YL-QJ-02 title=洪涝转移安置（虚构） days=5 source=桌面推演（虚构）",
            set: "days=4"),
        "item": Words(
            name: "YL-BED", filter: "class=2",
            add: """
                number=YL-LAMP name=应急灯 class=2 unit=盏 granularity=unit volume_l=2.5 shelf_life_days=1825 per_person=0.2 \
                norm_source=虚构定额
                """,
            set: "volume_l=55"),
        "warehouse": Words(
            name: "YL-KJ01", filter: "kind=store",
            add: """
                code=YL-KJ04 name=鹤汀街道储备点（虚构） kind=store tier=street region=999101004 office=999101004 keeper=YL-P022 capacity_m3=90 \
                valid_from=2026-01-01 source=区里台账（虚构）
                """,
            set: "capacity_m3=150"),
        "lot": Words(
            name: "YL-TENT-2002-1", filter: "item=YL-WATER",
            add: "number=YL-TENT-2601-1 item=YL-TENT made_on=2026-01-10 expires_on=2036-01-08 tender=合同〔2026〕1号（虚构）",
            set: "is_quarantined=1"),
        "movement": Words(name: "YL-receive-001", filter: "kind=transfer"),
        "posting": Words(name: "'YL-TENT-2002-1 YL-KQ YL-receive-001'", filter: "warehouse=YL-KQ"),
        "norm": Words(
            name: "YL-DE-street-TENT", filter: "tier=district",
            add: "number=YL-DE-street-VEST item=YL-VEST tier=street quantity=40 valid_from=2026-01-01 source=虚构定额 floor=10",
            set: "quantity=25"),
        "need": Words(
            name: "YL-QJ-01/云岭中学安置点（虚构）/YL-TENT", filter: "item=YL-TENT",
            add: "scenario=YL-QJ-01 place=霁光社区安置点（虚构） item=YL-TENT people=80 priority=2 longitude=106.58 latitude=29.59 datum=cgcs2000",
            set: "people=450"),
        "leg": Words(
            name: "YL-DC01/云岭中学安置点（虚构）", filter: "'minutes>14'",
            add: "origin=YL-KQ place=云岭中学安置点（虚构） distance_km=5.2 minutes=12 source=实测（虚构）",
            set: "minutes=16"),
        "contract": Words(
            name: "YL-CH-01", filter: "item=YL-BISCUIT",
            add: """
                number=YL-CH-02 warehouse=YL-CN01 item=YL-WATER lead_days=1 ramp_days=3 daily=2000 total=30000 valid_from=2026-01-01 \
                valid_to=2026-12-31 source=预签合同（虚构）
                """,
            set: "daily=5000"),
    ]
}
