"""Invented risk points, hazards and steps in any number, for Scripts/bench; the same number gives the same rows.

usage: python3 Scripts/benchmarks/hazard_data.py HAZARDS RISKS FOLDER
Writes FOLDER/risk.csv, hazard.csv and hazard-step.csv as a district's spreadsheets look: Chinese headers, names instead of codes.
`season` writes points with levels, responsible persons and checks of their numbers instead.
They fit the regions, offices and persons of Data/sample.
"""
import csv
import random
import sys
from datetime import date, timedelta

SEED = 20240305
FICTION = "（虚构）"
# regions and offices of Data/sample
STREETS = {"999101001": "霁光街道（虚构）", "999101002": "澄砚街道（虚构）", "999101003": "栖棠街道（虚构）", "999101004": "鹤汀街道（虚构）"}
DEPARTMENT, CLERK, WORKER, CHECKER = "99910101", "YL-P012", "YL-P001", "YL-P013"
WAYS = ["自查", "检查", "投诉举报", "无人机"]
FINDINGS = ["消防通道被占用", "临边护栏缺失", "配电箱无漏电保护", "燃气报警器失效", "坡面新增裂缝", "雨水口堵塞", "老旧电梯超期未检", "粉尘未清扫"]
FIRST_DAY, DAYS = date(2021, 1, 1), 5 * 365 - 100

HAZARD = "台账编号 隐患名称 发现日期 发现人 发现方式 街镇 登记单位 监管部门 风险点 地点 依据 估算费用(万元) 备注".split()
RISK = "point_no name category region office place exposed_people department".split()
STEP = "hazard number step taken_on taken_by kind unit person measures deadline evidence".split()


def write(folder, name, header, rows):
    with open(f"{folder}/{name}.csv", "w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(header)
        lines.writerows(rows)


def risks(count, dice):
    codes = list(STREETS)
    for index in range(count):
        street = dice.choice(codes)
        yield [f"B-R{index:07d}", f"{dice.choice(FINDINGS)}点{index}{FICTION}", "crowd", street, street, f"{STREETS[street]}{index % 997}号",
               index % 300, DEPARTMENT]


def found_on(index):
    """Days mixed as streets hand them in, the same for a hazard and its steps."""
    return FIRST_DAY + timedelta(days=(index * 2654435761 % 2**32) * DAYS >> 32)


def hazards(count, risk_count, dice):
    """In the order of the ledger numbers."""
    codes = list(STREETS)
    for index in range(count):
        street = dice.choice(codes)
        risk = f"B-R{int(dice.random() * risk_count):07d}" if risk_count and index % 2 == 0 else ""
        yield [f"B-YH-{index:08d}", f"{dice.choice(FINDINGS)}{FICTION}", found_on(index), f"巡查员{index % 40}", dice.choice(WAYS),
               STREETS[street], street, DEPARTMENT, risk, f"{index % 997}号楼{index % 30}层", "",
               f"{1 + int(dice.random() * 900) / 10}", "整改后复核" if index % 3 == 0 else ""]


def steps(count, dice):
    """A fifth is graded and ordered, a twentieth closed."""
    for index in range(0, count, 5):
        number, day = f"B-YH-{index:08d}", found_on(index)
        due = day + timedelta(days=5 + int(dice.random() * 50))
        yield [number, 1, "grade", day, CLERK, "general", "", "", "", "", ""]
        yield [number, 2, "order", day, CLERK, "", "霁川建设（虚构）", WORKER, "清理整改", due, ""]
        if index % 20:
            continue
        for place, (step, by) in enumerate([("start", WORKER), ("submit", WORKER), ("recheck", CHECKER), ("close", CHECKER)], 3):
            evidence = "" if step == "start" else f"凭证-{index}"
            yield [number, place, step, day + timedelta(days=place), by, "", "", "", "", "", evidence]


PERSON = "number name office post phone".split()
DUTY = "number person role risk office valid_from valid_to".split()
CHECK = "person checked_on is_reached".split()


def assessed(count, dice):
    """Two points in a hundred are red, eight orange, thirty yellow, the others blue (LS, variant A)."""
    factors = [("5", "5")] * 2 + [("3", "4")] * 8 + [("2", "3")] * 30 + [("1", "2")] * 60
    for index, row in enumerate(risks(count, dice)):
        yield row + ["ls.a", *factors[index % 100], "2024-12-01"]


def season(count, folder):
    """Three persons a point, one in ten replaced in July, a tenth as many persons as points, called every 80 days or so."""
    dice = random.Random(SEED + 3)
    persons = [f"B-P{index:06d}" for index in range(max(3, count // 10))]
    write(folder, "risk", RISK + "profile likelihood severity assessed_on".split(), assessed(count, random.Random(SEED)))
    write(folder, "person", PERSON, ([number, f"某{index}{FICTION}", DEPARTMENT, "", f"139{index:08d}"] for index, number in enumerate(persons)))
    duties = []
    for index in range(count):
        for role in ("administrative", "technical", "patrol"):
            until = date(2025, 6, 30) if index % 10 == 3 else ""
            terms = [(date(2025, 1, 1), until)] + ([(date(2025, 7, 1 + index % 20), "")] if until else [])
            for first, last in terms:
                duties.append([f"B-D{len(duties):07d}", dice.choice(persons), role, f"B-R{index:07d}", DEPARTMENT, first, last])
    write(folder, "duty", DUTY, duties)
    checks = [[number, date(2025, 1, 3) + timedelta(days=80 * turn + int(dice.random() * 20)), 1] for number in persons for turn in range(4)]
    write(folder, "phone-check", CHECK, checks)


def main(hazard_count, risk_count, folder):
    write(folder, "risk", RISK, risks(risk_count, random.Random(SEED)))
    write(folder, "hazard", HAZARD, hazards(hazard_count, risk_count, random.Random(SEED + 1)))
    write(folder, "hazard-step", STEP, steps(hazard_count, random.Random(SEED + 2)))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__.strip().splitlines()[2])
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
