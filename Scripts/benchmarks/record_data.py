"""Invented accidents, disasters and their reports in any number, for Scripts/bench; the same number gives the same rows.

Files as a district's spreadsheets look: Chinese headers, names instead of codes. They fit the regions and offices of Data/sample.
"""
import csv
import random
from datetime import date, datetime, timedelta

SEED = 20211231
FICTION = "（虚构）"
# the eleven parts of the invented district, and the district itself
DISTRICT = "999101"
STREETS = [f"999101{number:03d}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 100, 101)]
SECTORS = ["道路交通", "消防", "建设施工", "燃气", "工贸", "其他"]
KINDS = ["洪涝", "风雹", "滑坡", "森林草原火灾"]
FIRST, DAYS = date(2021, 1, 1), 5 * 365

ACCIDENT = "case_no occurred_at occurred_on region office title sector regime is_production".split()
REPORT = "事故编号 报告类别 报告时间 死亡人数 下落不明 重伤人数 轻伤人数 直接经济损失(万元) 受害森林面积 报告人 备注".split()
DISASTER = "case_no kind title began_on office region".split()
LOSS = "disaster region kind reported_at correction affected deaths missing direct_loss".split()


def write(path, header, rows, encoding="utf-8"):
    with open(path, "w", encoding=encoding, newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(header)
        lines.writerows(rows)


def moment(index):
    """Days mixed as they come in, the same for a record and its reports."""
    return datetime.combine(FIRST, datetime.min.time()) + timedelta(minutes=(index * 2654435761 % 2**32) * (DAYS * 1440 - 60000) >> 32)


def accidents(count):
    dice = random.Random(SEED)
    for index in range(count):
        at, street = moment(index), dice.choice(STREETS)
        yield [f"B-SG-{index}", at.strftime("%Y-%m-%d %H:%M"), at.date(), street, street, f"事故{index}{FICTION}", dice.choice(SECTORS),
               "general", 0 if dice.random() < 0.05 else 1]


def reports(count, accident_count):
    """As many reports of each accident, the first and the last of them by name, the others in between."""
    dice, each = random.Random(SEED + 1), count // accident_count
    for index in range(count):
        accident, place = divmod(index, each)
        kind = "初报" if place == 0 else "终报" if place == each - 1 else "续报"
        at = moment(accident) + timedelta(hours=2 + 20 * place)
        deaths = 0 if dice.random() < 0.97 else dice.choice((1, 1, 1, 1, 2, 2, 3, 11))
        yield [f"B-SG-{accident}", kind, at.strftime("%Y-%m-%d %H:%M"), deaths, 0, int(dice.random() * 4), int(dice.random() * 9),
               f"{int(dice.random() * 90000) / 100:.2f}", "", f"报告员{index % 40}", "现场复核" if index % 3 == 0 else ""]


def disasters(count):
    dice = random.Random(SEED + 2)
    for index in range(count):
        day = moment(index).date()
        yield [f"B-ZH-{index}", dice.choice(KINDS), f"灾害{index}{FICTION}", day, STREETS[index % len(STREETS)], DISTRICT]


def losses(count, disaster_count):
    """Four reports of each disaster: two regions, each first and then verified; only first ones name dead, who need a list once verified."""
    dice = random.Random(SEED + 3)
    for index in range(count):
        disaster, place = divmod(index, count // disaster_count)
        at = moment(disaster) + timedelta(hours=30 + 20 * place)
        yield [f"B-ZH-{disaster}", STREETS[(disaster + place // 2) % len(STREETS)], "核报" if place % 2 else "初报",
               at.strftime("%Y-%m-%d %H:%M"), "逐户核实" if place % 2 else "", int(dice.random() * 40), int(place % 2 == 0 and dice.random() < 0.001), 0, f"{int(dice.random() * 900) / 100:.2f}"]


def main(report_count, folder):
    """One accident to ten reports, the reports in both encodings."""
    accident_count = max(1, report_count // 10)
    write(f"{folder}/accident.csv", ACCIDENT, accidents(accident_count))
    write(f"{folder}/report.csv", REPORT, reports(report_count, accident_count))
    write(f"{folder}/report-gb.csv", REPORT, reports(report_count, accident_count), "gb18030")


def indicators(count, folder):
    """So many accidents with one report each, and as many reports of disasters."""
    write(f"{folder}/accident.csv", ACCIDENT, accidents(count))
    write(f"{folder}/report.csv", REPORT, reports(count, count))
    write(f"{folder}/disaster.csv", DISASTER, disasters(count // 4))
    write(f"{folder}/loss.csv", LOSS, losses(count, count // 4))
