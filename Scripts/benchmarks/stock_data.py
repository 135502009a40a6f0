"""An invented stock ledger with any number of postings, for Scripts/bench stock; the same number gives the same rows.

usage: python3 Scripts/stock_data.py POSTINGS FOLDER [DAY]
Writes FOLDER/item.csv, warehouse.csv, lot.csv, movement.csv, posting.csv and norm.csv in the columns of `jbem import --batch`: some five
postings in a hundred bring new lots into the district's store, the others send them to street stores, issue them there, write off
what has expired and settle what was counted. Everything is synthetic and obeys the laws of the stock: sums of zero, never below zero, whole packs, nothing
issued after its last day. The regions are those of Data/sample. Prints a place and an item of which it has something to issue on DAY.
"""
import heapq
import random
import sys
from datetime import date, timedelta

from hazard_data import FICTION, SEED, write

FIRST_DAY, DAYS = date(2019, 1, 1), 6 * 365
ITEM = "number name class unit granularity pack shelf_life_days per_person per_person_day norm_source note".split()
WAREHOUSE = "code name kind tier region office valid_from source note".split()
LOT = "number item made_on expires_on tender is_quarantined note".split()
MOVEMENT = "number kind moved_on follows destination counterpart reason note".split()
POSTING = "lot warehouse movement quantity".split()
NORM = "number item tier quantity valid_from source".split()
INVENTED = "合成数据 / synthetic"
DISTRICT = "B-KQ"
STREETS = [f"B-KJ{index:02d}" for index in range(1, 13)]
KINDS = [  # name, unit, granularity, pack, days it keeps, per person, per person and day
    ("帐篷", "顶", "unit", "", 3650, "0.25", ""), ("棉被", "床", "unit", "", 2920, "1", ""), ("折叠床", "张", "unit", "", "", "1", ""),
    ("饮用水", "升", "any", "", 365, "", "3"), ("压缩饼干", "块", "pack", 40, 720, "", "4"), ("编织袋", "条", "pack", 100, "", "", ""),
    ("救生衣", "件", "unit", "", 1825, "0.1", ""), ("大米", "千克", "any", "", 540, "", "0.4"),
]


def items(count):
    for index in range(count):
        name, unit, granularity, pack, days, person, daily = KINDS[index % len(KINDS)]
        yield [f"B-I{index:03d}", f"{name}{index // len(KINDS) + 1}型{FICTION}", "1", unit, granularity, pack, days, person, daily,
               "虚构定额" if person or daily else "", INVENTED]


def warehouses():
    yield [DISTRICT, "区储备库" + FICTION, "store", "district", "999101", "999101000", FIRST_DAY, INVENTED, "synthetic"]
    for index, code in enumerate(STREETS):
        street = f"99910100{index % 9 + 1}"
        yield [code, f"街道储备点{index + 1}{FICTION}", "store", "street", street, street, FIRST_DAY, INVENTED, "synthetic"]


def norms(count):
    for index in range(count):
        for tier, quantity in (("district", 20_000), ("street", 2_000)):
            yield [f"B-N{index:03d}-{tier}", f"B-I{index:03d}", tier, quantity, FIRST_DAY, "虚构定额"]


class Place:
    """What a place holds; any lot can be picked in constant time."""

    def __init__(self):
        self.held, self.order, self.position = {}, [], {}

    def add(self, lot, quantity):
        if lot not in self.held:
            self.position[lot] = len(self.order)
            self.order.append(lot)
        self.held[lot] = self.held.get(lot, 0) + quantity
        if self.held[lot] == 0:
            del self.held[lot]
            position, last = self.position.pop(lot), self.order.pop()
            if last != lot:
                self.order[position], self.position[last] = last, position

    def pick(self, dice):
        """Up to three lots."""
        most = 1 + int(dice.random() * 3)
        return sorted({self.order[int(dice.random() * len(self.order))] for _ in range(most)}) if self.order else []


class Ledger:
    """Draws movements day by day until there are so many postings."""

    def __init__(self, postings):
        self.wanted, self.dice = postings, random.Random(SEED + 4)
        self.places = {code: Place() for code in [DISTRICT, *STREETS]}
        self.item_count = max(8, min(200, postings // 50))
        self.items = list(items(self.item_count))
        self.lots, self.movements, self.postings = [], [], []
        self.on_the_way = []

    def move(self, kind, day, lines, **further):
        """Enters a document; what would be too many lines is left off."""
        lines = lines[:(self.wanted - len(self.postings)) // 2]
        if not lines:
            return None
        number = f"B-M{len(self.movements):07d}"
        self.movements.append([number, kind, day] + [further.get(name, "") for name in MOVEMENT[3:7]] + ["synthetic"])
        for lot, giver, taker, quantity in lines:
            for place, change in ((giver, -quantity), (taker, quantity)):
                self.postings.append([self.lots[lot][0], place, number, change])
                if place in self.places:
                    self.places[place].add(lot, change)
        return number

    def receive(self, day):
        item, lot = self.items[int(self.dice.random() * self.item_count)], len(self.lots)
        made = day - timedelta(days=int(self.dice.random() * 60))
        expires = made + timedelta(days=item[6]) if item[6] else ""
        self.lots.append([f"B-L{lot:06d}", item[0], made, expires, f"合同{lot}{FICTION}", int(lot % 100 == 99), INVENTED])
        amount = (10 + int(self.dice.random() * 40)) * 200
        self.move("receive", day, [(lot, "@supplier", DISTRICT, amount)], counterpart="虚构厂" + FICTION)

    def transfer(self, day):
        street = self.dice.choice(STREETS)
        shares = [(lot, self.share(lot, self.places[DISTRICT].held[lot], 8)) for lot in self.places[DISTRICT].pick(self.dice)]
        sent = self.move("transfer", day, [(lot, DISTRICT, "@transit", quantity) for lot, quantity in shares], destination=street)
        if sent:
            kept = len(self.postings) // 2
            heapq.heappush(self.on_the_way, (day + timedelta(days=1 + kept % 3), len(self.movements), sent, street, shares))

    def arrive(self, day):
        _, _, sent, street, shares = heapq.heappop(self.on_the_way)
        self.move("arrive", day, [(lot, "@transit", street, quantity) for lot, quantity in shares], follows=sent, destination=street)

    def give(self, day, code):
        """Issues what can be used; now and then a count finds some missing, or all that has expired is written off."""
        picked = self.places[code].pick(self.dice)
        usable = [lot for lot in picked if not self.lots[lot][5] and (self.lots[lot][3] or date.max) >= day]
        if self.dice.random() < 0.005:
            self.dispose(day, code)
        lines = [(lot, code, "@issued", self.share(lot, self.places[code].held[lot], 6)) for lot in usable]
        if self.dice.random() < 0.01:
            self.move("count", day, [(lot, code, "@lost", quantity) for lot, code, _, quantity in lines], reason="年终盘点")
        else:
            self.move("issue", day, lines, counterpart="受灾群众" + FICTION)

    def dispose(self, day, code):
        held = self.places[code].held
        over = [lot for lot in sorted(held) if (self.lots[lot][3] or date.max) < day]
        self.move("dispose", day, [(lot, code, "@disposed", held[lot]) for lot in over], reason="过期")

    def share(self, lot, held, parts):
        """A part of what is held in whole packs, at least one pack, so that small rests go too."""
        item = self.items[int(self.lots[lot][1][3:])]
        step = int(item[5] or 1)
        return max(1, held // (parts * step)) * step if held >= step else held

    def draw(self):
        while len(self.postings) < self.wanted:
            day = FIRST_DAY + timedelta(days=len(self.postings) * DAYS // self.wanted)
            while self.on_the_way and self.on_the_way[0][0] <= day:
                self.arrive(self.on_the_way[0][0])
            if len(self.lots) * 50 <= len(self.postings):
                self.receive(day)
            elif self.dice.random() < 0.45:
                self.transfer(day)
            elif self.dice.random() < 0.0005:
                self.dispose(day, DISTRICT)
            else:
                self.give(day, self.dice.choice(STREETS))


    def usable(self, day):
        """A place and an item of which it has some whole units that can be used on a day."""
        for code, place in self.places.items():
            for lot in sorted(place.held):
                item = self.items[int(self.lots[lot][1][3:])]
                if item[4] == "unit" and not self.lots[lot][5] and (self.lots[lot][3] or date.max) >= day:
                    return code, item[0]
        return ()


def main(postings, folder):
    ledger = Ledger(postings)
    ledger.draw()
    write(folder, "item", ITEM, ledger.items)
    write(folder, "warehouse", WAREHOUSE, warehouses())
    write(folder, "norm", NORM, norms(ledger.item_count))
    write(folder, "lot", LOT, ledger.lots)
    write(folder, "movement", MOVEMENT, ledger.movements)
    write(folder, "posting", POSTING, ledger.postings)
    return ledger


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__.strip().splitlines()[2])
    drawn = main(int(sys.argv[1]), sys.argv[2])
    if len(sys.argv) == 4:
        print(*drawn.usable(date.fromisoformat(sys.argv[3])))
