"""The risk points of the invented district of Scripts/generate-sample.

Not run by itself; change it here, then run Scripts/generate-sample.
"""
from sample_world import FICTION, OFFICE_REGION, PARK, PLACE_NAMES

RISK = """point_no name category region office place longitude latitude datum exposed_people people_within_500m owner department profile
likelihood exposure severity measures residual_likelihood residual_exposure residual_severity assessed_on review_on note"""
RISK_SUBSTANCE = "risk substance class quantity note"

SITES = [  # category, site, profile
    ("geology", "后山滑坡体", "ls.b"), ("flood", "滨江低洼段", "ls.b"), ("flash_flood", "溪沟口", "ls.b"), ("waterlogging", "下穿道", "ls.b"),
    ("forest_fire", "林缘", "ls.a"), ("fire", "高层住宅", "lec.classic"), ("transport", "急弯路段", "lec.classic"),
    ("construction", "深基坑", "lec.classic"), ("gas", "调压站", "lec.classic"), ("industry_trade", "粉尘车间", "mes"),
    ("special_equipment", "老旧电梯", "mes"), ("crowd", "商业广场", "ls.a"),
]
STORES = [  # site, substances with their classes and tonnes
    ("油库", (("汽油", "", "1200"), ("柴油", "W5.4", "3000"))), ("水厂加氯间", (("氯", "", "4"),)), ("冷库", (("氨", "", "12"),)),
    ("气瓶站", (("氧", "", "30"), ("乙炔", "", "0.6"))),
]
SCALES = {  # likelihood, exposure, severity from the highest value down
    "lec.classic": ("6 3 1 0.5", "10 6 3 2", "40 15 7 3"), "ls.a": ("5 4 3 2 1", "", "5 4 3 2 1"), "ls.b": ("5 4 3 2 1", "", "5 4 3 2 1"),
    "mes": ("5 3 1", "10 6 3 2", "8 4 2 1"),
}


def risk_rows(dice):
    for index in range(60):
        stored = index >= 60 - len(STORES)
        category, site, profile = ("hazmat", STORES[index - 60][0], "lec.classic") if stored else dice.pick(SITES)
        office = PARK if stored else dice.pick(list(PLACE_NAMES))
        region = OFFICE_REGION[office]
        row = {"point_no": f"YL-R{index + 1:03d}", "name": PLACE_NAMES[region] + site + FICTION, "category": category, "region": region,
               "office": office, "place": PLACE_NAMES[region] + site + FICTION, "exposed_people": dice.whole(0, 400),
               "people_within_500m": dice.whole(0, 160) if stored else "", "owner": "虚构单位" + FICTION, "department": "99910101",
               "note": "synthetic"}
        if index % 12 != 7:  # some are not assessed yet
            for name, scale in zip(("likelihood", "exposure", "severity"), SCALES[profile]):
                steps = scale.split()
                chosen = dice.whole(0, len(steps) - 1) if steps else 0
                row[name] = steps[chosen] if steps else ""
                row["residual_" + name] = steps[min(chosen + dice.whole(0, 1), len(steps) - 1)] if steps else ""
            row.update(profile=profile, measures="挂牌公示，定期巡查", assessed_on=f"2025-{dice.whole(1, 9):02d}-15",
                       review_on=f"2026-{dice.whole(3, 12):02d}-15")
        yield row


def risk_substance_rows():
    for offset, (_, substances) in enumerate(STORES):
        for name, symbol, tonnes in sorted(substances):
            yield {"risk": f"YL-R{60 - len(STORES) + offset + 1:03d}", "substance": name, "class": symbol, "quantity": tonnes, "note": "synthetic"}
