"""The responsible persons of the invented district of Scripts/generate-sample: terms, phone checks, and the steps of investigations.

Not run by itself; change it here, then run Scripts/generate-sample.
"""
import hashlib
import json
from datetime import date, timedelta

from sample_world import PLACE_NAMES

DUTY = "number person role risk region sector office valid_from valid_to note"
NOTICE_BOARD = "risk version made_on sha256 content"
PHONE_CHECK = "person checked_on is_reached checked_by note"
SECTORS = {  # sector: office of its regulator
    "fire": "99910104", "industry_trade": "99910101", "hazmat": "99910101", "fireworks": "99910101", "construction": "99910103",
    "gas": "99910103", "road_traffic": "99910103", "special_equipment": "99910102", "culture_sport_tourism": "99910103",
    "waterway_port": "99910102", "fishing_vessel": "99910102",
}
FIRST = date(2025, 1, 1)


def duty_rows(dice, risks, persons):
    heads = {}
    for person in persons:
        heads.setdefault(person["office"], person["number"])
    others = [person["number"] for person in persons]
    rows = []

    def add(role, person, office, begins=FIRST, ends="", **subject):
        rows.append({"number": f"YL-D{len(rows) + 1:03d}", "person": person, "role": role, "office": office, "valid_from": begins, "valid_to": ends,
                     "note": "synthetic", **subject})

    for index, risk in enumerate(risks):
        point, office = risk["point_no"], risk["office"]
        head = heads.get(office, heads["99910101"])
        add("administrative", head, office, risk=point)
        if index % 10 != 4:  # some points have nobody for a time, or nobody at all
            begins = FIRST + timedelta(days=dice.whole(0, 90) if index % 7 == 3 else 0)
            add("technical", others[12 + index % 6], office, begins, risk=point)
        if index % 9 == 5:
            handover = date(2025, 7, 1)
            add("patrol", others[18], office, FIRST, handover - timedelta(days=1), risk=point)
            add("patrol", others[19], office, handover - timedelta(days=5 if index == 5 else 0), "", risk=point)
        elif index % 9 != 7:
            add("patrol", others[18 + index % 5], office, FIRST, date(2026, 12, 31) if index % 4 == 0 else "", risk=point)
    for index, region in enumerate(PLACE_NAMES):
        add("grid", others[18 + index % 5], region, region=region)
        if index % 6 != 5:
            add("informant", others[index % 12], region, region=region)
    for sector, office in SECTORS.items():
        add("regulator", heads[office], office, sector=sector)
    for index in range(8):
        begins = date(2025, 6, 2) + timedelta(days=7 * index)
        add("oncall", others[16 + index % 2], "99910101", begins, begins + timedelta(days=6))
    return rows


def phone_check_rows(dice, persons):
    rows = []
    for index, person in enumerate(persons):
        day = date(2025, 1, 2) + timedelta(days=dice.whole(0, 40))
        while day < date(2026, 10, 1):
            rows.append({"person": person["number"], "checked_on": day, "is_reached": int(not dice.happens(0.06)), "checked_by": "值班室",
                         "note": "synthetic"})
            day += timedelta(days=dice.whole(60, 110 if index % 6 == 2 else 88))
    return sorted(rows, key=lambda row: (row["checked_on"], row["person"]))


def notice_board_rows(risks):
    for index, risk in enumerate(risks[:6]):
        content = json.dumps({"point_no": risk["point_no"], "name": risk["name"], "responsible": []}, ensure_ascii=False, separators=(",", ":"))
        yield {"risk": risk["point_no"], "version": 1, "made_on": date(2025, 1, 10) + timedelta(days=index),
               "sha256": hashlib.sha256(content.encode()).hexdigest(), "content": content}


def investigation(dice, event):
    """The dates of the investigation report and its approval; the newest accidents are still open."""
    if not event["production"] or "exclusion" in event or event["at"].date() > date(2025, 11, 20):
        return {}
    reported = event["at"].date() + timedelta(days=dice.whole(25, 58))
    if event["at"].date() > date(2025, 10, 20):
        return {"investigated_on": reported}
    return {"investigated_on": reported, "approved_on": reported + timedelta(days=dice.whole(4, 14))}
