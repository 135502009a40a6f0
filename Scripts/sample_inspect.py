"""The special equipment, campaigns, draws and visits of the invented district of Scripts/generate-sample.

Not run by itself; change it here, then run Scripts/generate-sample.
"""
import hashlib
from datetime import date, timedelta

from sample_world import FICTION, OFFICE_REGION, PLACE_NAMES

EQUIPMENT = "number kind name region office unit place is_key registration_no registered_on in_use_from in_use_to note"
CAMPAIGN = "number name category equipment_kind region office first_on last_on quota note"
DRAW = """number announced_on office objects inspectors_per_object public_source public_on commitment public_value run_on seed note"""
DRAW_CANDIDATE = "draw number role risk equipment person reason"
DRAW_RESULT = "draw position place risk equipment person"
INSPECT = "number risk equipment purpose visited_on inspector second_inspector form form_version result campaign draw note"
INSPECT_ANSWER = "inspect item answer note hazard"

KINDS = [("lift", "客梯"), ("lift", "货梯"), ("boiler", "蒸汽锅炉"), ("pressure_vessel", "储气罐"), ("crane", "塔式起重机"),
         ("amusement_ride", "摩天轮"), ("vehicle", "叉车"), ("pressure_pipe", "工业管道")]
UNITS = ["云汀物业", "霁川建设", "澄峦燃气", "松屿机电"]
INSPECTORS = [f"YL-P{number:03d}" for number in (12, 13, 14, 15)]
FAULTS = ["公示牌缺失", "通道堆物", "保养记录不全", "裂缝有发展"]
YEAR = 2025


def equipment_rows(dice):
    rows = []
    for index in range(24):
        kind, name = KINDS[index % len(KINDS)]
        office = dice.pick(list(PLACE_NAMES))
        begun = date(dice.whole(2012, 2024), dice.whole(1, 12), dice.whole(1, 28))
        row = {"number": f"YL-TS-{index + 1:03d}", "kind": kind, "name": PLACE_NAMES[office] + name + FICTION, "region": OFFICE_REGION[office],
               "office": office, "unit": dice.pick(UNITS) + FICTION, "place": PLACE_NAMES[office] + FICTION, "is_key": int(index % 3 == 0),
               "in_use_from": begun, "note": "synthetic"}
        if index % 11 != 10:  # two are not registered
            row.update(registration_no=f"虚构证{index + 1:03d}", registered_on=begun + timedelta(days=dice.whole(1, 25)))
        if index == 7:
            row["in_use_to"] = date(YEAR, 6, 30)
        rows.append(row)
    return rows


def campaign_rows():
    row = {"region": "999101", "office": "99910101", "note": "synthetic"}
    yield {**row, "number": "YL-ZX-2025-1", "name": "汛期地质灾害排查" + FICTION, "category": "geology", "first_on": date(YEAR, 5, 1),
           "last_on": date(YEAR, 9, 30), "quota": 40}
    yield {**row, "number": "YL-ZX-2025-2", "name": "老旧电梯整治" + FICTION, "equipment_kind": "lift", "first_on": date(YEAR, 9, 1),
           "last_on": date(YEAR, 12, 15), "quota": 12}


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()


def draws(equipment):
    """One draw that was run; the same arithmetic as the program's, written again."""
    number, objects = "YL-SJ-2025-1", [row["number"] for row in equipment[:12]]
    head = {"number": number, "announced_on": date(YEAR, 6, 2), "office": "99910101", "objects": 4, "inspectors_per_object": 2,
            "public_source": "虚构彩票第2025063期开奖号" + FICTION, "public_on": date(YEAR, 6, 5)}
    conflict = (INSPECTORS[0], objects[1], "亲属任职" + FICTION)
    lines = [f"object\tequipment\t{name}" for name in objects] + [f"inspector\t{name}" for name in INSPECTORS]
    lines.append(f"conflict\t{conflict[0]}\tequipment\t{conflict[1]}\t{conflict[2]}")
    text = "jbem-draw-1\n" + "".join(f"{key}\t{value}\n" for key, value in head.items()) + "\n".join(sorted(lines, key=str.encode))
    commitment, value = digest(text), "03 08 11 19 24 31+07"
    seed = digest(f"{commitment}\n{value}")
    draw = {**head, "commitment": commitment, "public_value": value, "run_on": head["public_on"], "seed": seed, "note": "synthetic"}
    candidates = [{"role": "object", "equipment": name} for name in objects] + [{"role": "inspector", "person": name} for name in INSPECTORS]
    candidates.append({"role": "conflict", "equipment": conflict[1], "person": conflict[0], "reason": conflict[2]})
    candidates = [{"draw": number, "number": index, **row} for index, row in enumerate(candidates, 1)]
    results = []
    drawn = sorted((f"equipment {name}" for name in objects), key=lambda name: digest(f"{seed}\n{name}"))[:head["objects"]]
    for position, name in enumerate(drawn, 1):
        free = [person for person in INSPECTORS if (person, name) != (conflict[0], "equipment " + conflict[1])]
        ranked = sorted(free, key=lambda person: digest(f"{seed}\n{name}\n{person}"))
        for place, person in enumerate(ranked[:head["inspectors_per_object"]], 1):
            results.append({"draw": number, "position": position, "place": place, "equipment": name.split(" ", 1)[1], "person": person})
    return [draw], candidates, results


def visits(dice, risks, equipment, results):
    """Visits of a year, some of them missed; every fourth assessed point keeps its answers."""
    rows, answers = [], []

    def visit(day, purpose, inspector, fault=None, form=None, **subject):
        number = f"YL-JC-{len(rows) + 1:04d}"
        row = {"number": number, "purpose": purpose, "visited_on": day, "inspector": inspector, "result": "fault" if fault else "ok",
               "note": "synthetic", **subject}
        if form:
            row.update(form=form, form_version=1)
            for item in range(1, 6):
                bad = fault and item == 1
                answers.append({"inspect": number, "item": item, "answer": "fault" if bad else "ok", "note": fault if bad else ""})
        rows.append(row)

    for index, risk in enumerate(risk for risk in risks if risk.get("assessed_on")):
        for month in range(1, 12):
            if dice.happens(0.12):
                continue  # missed
            day = date(YEAR, month, dice.whole(1, 28))
            answered = index % 4 == 0 and month in (6, 9)
            fault = dice.pick(FAULTS) if answered and dice.happens(0.5) else None
            flood = risk["category"] == "geology" and 5 <= month <= 9
            more = {"campaign": "YL-ZX-2025-1"} if flood else {}
            visit(day, "routine", dice.pick(INSPECTORS), fault, "site.daily" if answered else None, risk=risk["point_no"], **more)
        if risk["category"] in ("geology", "flood"):
            visit(date(YEAR, 7, 12), "rain_after", dice.pick(INSPECTORS), risk=risk["point_no"])
    for index, row in enumerate(equipment):
        if dice.happens(0.9):
            visit(date(YEAR, dice.whole(1, 5), dice.whole(1, 28)), "test", dice.pick(INSPECTORS), equipment=row["number"])
        for month in range(1, 12 if row["is_key"] else 1):
            if dice.happens(0.95):
                visit(date(YEAR, month, dice.whole(1, 28)), "routine", dice.pick(INSPECTORS), equipment=row["number"])
        if row["kind"] == "lift" and index % 2 == 0:
            visit(date(YEAR, 10, dice.whole(1, 28)), "special", dice.pick(INSPECTORS), equipment=row["number"], campaign="YL-ZX-2025-2")
    for row in results:
        if row["place"] == 1 and row["position"] <= 3:
            visit(date(YEAR, 6, 10 + row["position"]), "random", row["person"], equipment=row["equipment"], draw=row["draw"])
    return rows, answers
