"""The hidden hazards of the invented district of Scripts/generate-sample, and every step on their way.

Not run by itself; change it here, then run Scripts/generate-sample.
"""
from datetime import date, timedelta

from sample_world import FICTION, OFFICE_REGION, PLACE_NAMES

HAZARD = "number title found_on found_by discovery region office department place basis cost recurrence_of note"
HAZARD_STEP = """hazard number step taken_on taken_by approved_by kind list unit person measures funds contingency deadline until evidence
supervision_no reported_department_on reported_workers_on reason"""

FINDINGS = [  # what, remedy, judgement list of a major one, 万元
    ("消防通道被占用", "清理通道，划线立牌", "fire", 1), ("临边护栏缺失", "补装护栏并验收", "construction", 3), ("配电箱无漏电保护", "更换配电箱", "industry_trade", 2),
    ("燃气报警器失效", "更换报警器", "gas", 1), ("坡面新增裂缝", "布设裂缝计，裁弯排水", "natural", 6), ("雨水口堵塞", "清掏管网", "natural", 1),
    ("老旧电梯超期未检", "停用送检", "special_equipment", 4), ("粉尘未清扫", "建立清扫制度", "industry_trade", 1), ("急弯路段护栏破损", "更换波形护栏", "road", 5),
    ("脚手架连墙件不足", "加密连墙件", "construction", 2),
]
UNITS = ["云汀物业", "霁川建设", "澄峦燃气", "松屿机电", "鹤鸣商管", "青岚环卫"]
WAYS = ["self_check", "inspection", "inspection", "complaint", "drone", "monitoring"]
CLERK, CHECKER, CHIEF, WORKERS = "YL-P012", "YL-P013", "YL-P014", ["YL-P001", "YL-P002", "YL-P003", "YL-P004", "YL-P005"]


def hazards(dice):
    """Hazards with their steps; the last ones of the plan stay open."""
    made = []
    for year in range(2021, 2026):
        days = sorted(date(year, 1, 4) + timedelta(days=dice.whole(0, 350)) for _ in range(18))
        for index, found in enumerate(days, 1):
            what, remedy, listed, price = dice.pick(FINDINGS)
            place = dice.pick(list(PLACE_NAMES))
            hazard = {"number": f"YL-YH-{year}-{index:02d}", "title": what + FICTION, "found_on": found, "discovery": dice.pick(WAYS),
                      "region": OFFICE_REGION[place], "office": place, "department": "99910101", "place": PLACE_NAMES[place] + FICTION,
                      "cost": price * dice.whole(8, 30) / 10, "note": "synthetic"}
            closed = [other for other in made if other["closed"] and other["closed"] <= found and other["title"] == hazard["title"]]
            if closed and dice.happens(0.2):
                hazard["recurrence_of"] = closed[-1]["number"]
            hazard["closed"] = None
            is_open = year == 2025 and index > 13
            hazard["steps"] = steps(dice, hazard, remedy, listed, is_open)
            made.append(hazard)
    return made


def steps(dice, hazard, remedy, listed, is_open):
    rows, day = [], hazard["found_on"]
    worker, major = dice.pick(WORKERS), dice.happens(0.12)

    def take(step, by, after, **values):
        nonlocal day
        day += timedelta(days=after)
        rows.append({"hazard": hazard["number"], "number": len(rows) + 1, "step": step, "taken_on": day, "taken_by": by, **values})

    take("grade", CLERK, dice.whole(0, 1), kind="major" if major else "general", list=listed if major else "")
    span = dice.whole(20, 60) if major else dice.whole(5, 20)
    order = {"unit": dice.pick(UNITS) + FICTION, "person": worker, "measures": remedy, "deadline": day + timedelta(days=1 + span)}
    if major:
        order.update(funds=hazard["cost"], contingency="停用并设警戒", supervision_no=f"督{hazard['found_on'].year}-{dice.whole(1, 99):02d}",
                     reported_department_on=day, reported_workers_on=day + timedelta(days=1))
    take("order", CLERK, 1, **order)
    due = order["deadline"]
    if is_open and dice.happens(0.4):
        return rows
    take("start", worker, dice.whole(0, 2))
    if is_open and dice.happens(0.5):
        take("tolerate", worker, 1, until=day + timedelta(days=90), approved_by=CHIEF, reason="等待汛期结束")
        return rows
    if dice.happens(0.15):
        due += timedelta(days=dice.whole(3, 15))
        take("extend", worker, 1, deadline=due, approved_by=CHIEF, reason="材料未到")
    take("submit", worker, dice.whole(2, max(3, (due - day).days + 2)), evidence=f"申请-{hazard['number'][3:]}")
    if dice.happens(0.12):
        take("return", CHECKER, dice.whole(1, 3), reason="整改不到位")
        take("submit", worker, dice.whole(1, 6), evidence=f"再申请-{hazard['number'][3:]}")
    take("recheck", CHECKER, dice.whole(1, 4), evidence=f"复查-{hazard['number'][3:]}")
    if is_open:
        return rows
    take("close", CHECKER, dice.whole(0, 2), evidence=f"销号-{hazard['number'][3:]}")
    hazard["closed"] = day
    if dice.happens(0.05):
        take("reopen", CLERK, dice.whole(10, 40), deadline=day + timedelta(days=60), reason="回访发现复现")
        take("start", worker, 2)
        take("submit", worker, 5, evidence=f"申请-{hazard['number'][3:]}-2")
        take("recheck", CHECKER, 2, evidence=f"复查-{hazard['number'][3:]}-2")
        take("close", CHECKER, 1, evidence=f"销号-{hazard['number'][3:]}-2")
        hazard["closed"] = day
    return rows


def hazard_rows(made):
    return [{key: value for key, value in hazard.items() if key not in ("steps", "closed")} for hazard in made]


def hazard_step_rows(made):
    return [step for hazard in made for step in hazard["steps"]]
