"""The relief stock of the invented district of Scripts/generate-sample.

Not run by itself; change it here, then run Scripts/generate-sample.
"""
from datetime import date, timedelta

from sample_world import FICTION, PLACE_NAMES

ITEM = "number name class unit granularity pack volume_l shelf_life_days per_person per_person_day norm_source note"
WAREHOUSE = "code name kind tier region office place longitude latitude datum capacity_m3 valid_from source note"
LOT = "number item made_on expires_on donor tender is_quarantined note"
MOVEMENT = "number kind moved_on follows destination counterpart reason note"
POSTING = "lot warehouse movement quantity"
NORM = "number item warehouse tier quantity valid_from source floor"
SCENARIO = "number title days source note"
NEED = "scenario place item people quantity priority warehouse longitude latitude datum note"
LEG = "origin place distance_km minutes source"
CONTRACT = "number warehouse item lead_days ramp_days daily total valid_from valid_to source note"

INVENTED = "合成数据，Scripts/generate-sample 生成 / synthetic"
ITEMS = [  # number, name, unit, granularity, pack, litres, days, per person, per person and day
    ("YL-TENT", "单帐篷12㎡", "顶", "unit", "", "180", 3650, "0.25", ""), ("YL-QUILT", "棉被", "床", "unit", "", "35", 2920, "1", ""),
    ("YL-BED", "折叠床", "张", "unit", "", "60", "", "1", ""), ("YL-WATER", "桶装饮用水", "升", "any", "", "1.1", 365, "", "3"),
    ("YL-BISCUIT", "压缩饼干", "块", "pack", "40", "0.2", 720, "", "4"), ("YL-BAG", "防汛编织袋", "条", "pack", "100", "0.4", "", "", ""),
    ("YL-VEST", "救生衣", "件", "unit", "", "20", 1825, "0.1", ""),
]
DISTRICT = "YL-KQ"
NORMS = {"district": {"YL-TENT": 300, "YL-QUILT": 1200, "YL-WATER": 6000, "YL-BISCUIT": 8000, "YL-BAG": 10000},
         "street": {"YL-TENT": 20, "YL-QUILT": 80, "YL-WATER": 400, "YL-BISCUIT": 800}}


def warehouses():
    yield {"code": DISTRICT, "name": "云岭区救灾物资储备库" + FICTION, "kind": "store", "tier": "district", "region": "999101",
           "office": "999101000", "longitude": "106.62", "latitude": "29.62", "datum": "cgcs2000", "capacity_m3": "2000",
           "valid_from": "2019-01-01", "source": INVENTED, "note": "synthetic"}
    for index, (code, name) in enumerate(sorted(PLACE_NAMES.items())):
        if index % 4 == 3:
            continue  # some streets have none yet
        yield {"code": f"YL-KJ{index + 1:02d}", "name": name + "储备点" + FICTION, "kind": "store", "tier": "street", "region": code,
               "office": code, "longitude": f"106.{55 + index:02d}", "latitude": f"29.{57 + index % 5:02d}", "datum": "cgcs2000",
               "capacity_m3": "120", "valid_from": f"20{20 + index % 4}-01-01", "source": INVENTED, "note": "synthetic"}
    yield {"code": "YL-DC01", "name": "砚光超市代储点" + FICTION, "kind": "agent", "tier": "society", "region": "999101002",
           "office": "999101002", "capacity_m3": "80", "valid_from": "2022-01-01", "source": INVENTED, "note": "synthetic"}
    yield {"code": "YL-CN01", "name": "沐川食品厂" + FICTION, "kind": "supplier", "tier": "society", "region": "999101002",
           "office": "999101000", "valid_from": "2022-01-01", "source": INVENTED, "note": "synthetic"}


def item_rows():
    for number, name, unit, granularity, pack, volume, days, person, daily in ITEMS:
        yield {"number": number, "name": name, "class": "2" if number in ("YL-BAG", "YL-VEST") else "1", "unit": unit,
               "granularity": granularity, "pack": pack, "volume_l": volume, "shelf_life_days": days, "per_person": person,
               "per_person_day": daily, "norm_source": "虚构定额" if person or daily else "", "note": "synthetic"}


def norm_rows():
    for tier, norms in NORMS.items():
        for item, quantity in norms.items():
            yield {"number": f"YL-DE-{tier}-{item[3:]}", "item": item, "tier": tier, "quantity": quantity, "valid_from": "2021-01-01",
                   "source": "虚构定额", "floor": quantity // 2 if tier == "district" else ""}


SHELTERS = [  # place, people, priority, longitude, latitude
    ("云岭中学安置点", 420, 1, "106.571", "29.583"), ("望江小学安置点", 260, 1, "106.603", "29.611"), ("北坡社区安置点", 150, 2, "106.642", "29.596"),
]


def scenario_rows():
    yield {"number": "YL-QJ-01", "title": "滑坡转移安置" + FICTION, "days": 3, "source": INVENTED, "note": "synthetic"}


def need_rows():
    for place, people, priority, longitude, latitude in SHELTERS:
        for item in ("YL-TENT", "YL-QUILT", "YL-WATER", "YL-BISCUIT"):
            yield {"scenario": "YL-QJ-01", "place": place + FICTION, "item": item, "people": people, "priority": priority,
                   "longitude": longitude, "latitude": latitude, "datum": "cgcs2000", "note": "synthetic"}
    yield {"scenario": "YL-QJ-01", "place": "值守点" + FICTION, "item": "YL-VEST", "quantity": 12, "priority": 2, "warehouse": "YL-KJ01",
           "note": "synthetic"}


def contract_rows():
    yield {"number": "YL-CH-01", "warehouse": "YL-CN01", "item": "YL-BISCUIT", "lead_days": 2, "ramp_days": 5, "daily": 4000,
           "total": 60000, "valid_from": "2023-01-01", "valid_to": "2025-12-31", "source": INVENTED, "note": "synthetic"}


def leg_rows():
    """The agent's store has no position: its ways are entered."""
    for index, (place, *_) in enumerate(SHELTERS):
        yield {"origin": "YL-DC01", "place": place + FICTION, "distance_km": f"{6 + 2 * index}.4", "minutes": 14 + 5 * index,
               "source": INVENTED}


class Books:
    """Lots, documents and lines, with what each place has."""

    def __init__(self):
        self.lots, self.movements, self.postings, self.held = [], [], [], {}

    def lot(self, item, made, days, **further):
        number = f"{item}-{made:%y%m}-{sum(lot['item'] == item for lot in self.lots) + 1}"
        expires = made + timedelta(days) if days else ""
        self.lots.append({"number": number, "item": item, "made_on": made, "expires_on": expires, "is_quarantined": 0, "note": "synthetic",
                          **further})
        return number

    def move(self, kind, day, lines, number=None, **further):
        number = number or f"YL-{kind}-{len(self.movements) + 1:03d}"
        self.movements.append({"number": number, "kind": kind, "moved_on": day, "note": "synthetic", **further})
        sums = {}
        for lot, giver, taker, quantity in lines:
            for place, change in ((giver, -quantity), (taker, quantity)):
                sums[lot, place] = sums.get((lot, place), 0) + change
        for (lot, place), change in sums.items():
            self.held[lot, place] = self.held.get((lot, place), 0) + change
            self.postings.append({"lot": lot, "warehouse": place, "movement": number, "quantity": change})
        return number

    def take(self, item, place, quantity, day):
        """Shares of lots that can be used on a day, those that expire first before the others."""
        known = {lot["number"]: lot for lot in self.lots if lot["item"] == item}
        usable = [lot for lot in known.values() if not lot["expires_on"] or lot["expires_on"] >= day]
        shares = []
        for lot in sorted(usable, key=lambda lot: (lot["expires_on"] or date.max, lot["number"])):
            share = min(quantity, self.held.get((lot["number"], place), 0))
            if share > 0:
                shares.append((lot["number"], share))
                quantity -= share
        return shares


def stock(dice):
    """Six years: bought, donated, sent to the streets, issued in disasters, counted, thrown away."""
    books, streets = Books(), [row["code"] for row in warehouses() if row["tier"] == "street"]
    days = {number: life for number, _, _, _, _, _, life, _, _ in ITEMS}
    since = {row["code"]: date.fromisoformat(row["valid_from"]) for row in warehouses()}
    for year in range(2020, 2026):
        for index, (item, base) in enumerate(NORMS["district"].items()):
            made, day = date(year, 2, 1 + index), date(year, 3, 1 + index)
            lot = books.lot(item, made, days[item], tender=f"合同〔{year}〕{index + 1}号" + FICTION)
            amount = base if days[item] == 365 or year == 2020 else base // 4 // 100 * 100 or 40
            books.move("receive", day, [(lot, "@supplier", DISTRICT, amount)], counterpart="虚构厂" + FICTION)
        for street in streets:
            day = date(year, 4, dice.whole(1, 25))
            if day < since[street]:
                continue
            for item, norm in NORMS["street"].items():
                quantity = norm if item == "YL-WATER" or year == since[street].year else 0
                shares = books.take(item, DISTRICT, quantity, day)
                if not shares:
                    continue
                sent = books.move("transfer", day, [(lot, DISTRICT, "@transit", share) for lot, share in shares], destination=street)
                books.move("arrive", day + timedelta(1), [(lot, "@transit", street, share) for lot, share in shares], follows=sent,
                           destination=street)
        for scene in range(2):
            street, day = dice.pick(streets), date(year, 7, 3 + 12 * scene)
            for item, quantity in (("YL-WATER", 120), ("YL-QUILT", 20), ("YL-TENT", 5), ("YL-BISCUIT", 200)):
                shares = books.take(item, street, quantity, day)
                if shares:
                    books.move("issue", day, [(lot, street, "@issued", share) for lot, share in shares], counterpart="受灾群众" + FICTION)
        donor = books.lot("YL-WATER", date(year, 7, 1), 365, donor="墨田公司" + FICTION)
        books.move("donate", date(year, 7, 8), [(donor, "@donor", "YL-DC01" if year > 2021 else DISTRICT, 500)])
        for lot in [lot for lot in books.lots if lot["expires_on"] and lot["expires_on"] < date(year, 11, 1)]:
            for place in [DISTRICT, *streets, "YL-DC01"]:
                rest = books.held.get((lot["number"], place), 0)
                if rest > 0:
                    books.move("dispose", date(year, 11, 15), [(lot["number"], place, "@disposed", rest)], reason="过期")
        quilt = books.take("YL-QUILT", DISTRICT, 3, date(year, 12, 20))
        books.move("count", date(year, 12, 20), [(lot, DISTRICT, "@lost", share) for lot, share in quilt], reason="年终盘点")
    return books


def stock_tables(dice):
    """Name, columns and rows of each file."""
    books = stock(dice)
    return [
        ("item", ITEM, item_rows()), ("warehouse", WAREHOUSE, warehouses()), ("lot", LOT, books.lots), ("movement", MOVEMENT, books.movements),
        ("posting", POSTING, books.postings), ("norm", NORM, norm_rows()), ("scenario", SCENARIO, scenario_rows()), ("need", NEED, need_rows()),
        ("leg", LEG, leg_rows()), ("contract", CONTRACT, contract_rows()),
    ]
