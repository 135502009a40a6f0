"""The invented world of Scripts/generate-sample: places, offices, people, figures, scenes of accidents, kinds of disaster.

Not run by itself; change it here, then run Scripts/generate-sample.
"""

FICTION = "（虚构）"
DISTRICT = "999101"

PLACES = [  # code, name, English name, km²
    ("999101001", "霁光街道", "Jiguang Street", 6.42), ("999101002", "澄砚街道", "Chengyan Street", 5.18),
    ("999101003", "栖棠街道", "Qitang Street", 7.95), ("999101004", "鹤汀街道", "Heting Street", 9.31),
    ("999101005", "松笺街道", "Songjian Street", 11.07), ("999101006", "泊岚街道", "Bolan Street", 4.86),
    ("999101007", "青簌街道", "Qingsu Street", 13.62), ("999101008", "月砧街道", "Yuezhen Street", 18.24),
    ("999101009", "苇舟街道", "Weizhou Street", 21.7), ("999101100", "澜穗镇", "Lansui Town", 38.45),
    ("999101101", "霜柏镇", "Shuangbai Town", 46.2),
]
PLACE_NAMES = {code: name for code, name, _, _ in PLACES}
PARK = "99910120"
OFFICE_REGION = {**{code: code for code in PLACE_NAMES}, PARK: "999101100"}
DEPARTMENTS = [  # code, name, English name, kind, offices of the source plan it stands for
    ("99910101", "云岭区应急管理局", "Yunling Emergency Management Bureau", "department", ("50010501", "50010502")),
    ("99910102", "云岭区减灾委员会", "Yunling Disaster Reduction Committee", "committee", ("50010503",)),
    ("99910103", "云岭区政府办公室", "Office of the Yunling District Government", "government_office", ("50010504", "50010515")),
    ("99910104", "云岭区消防救援大队", "Yunling Fire and Rescue Brigade", "fire_brigade", ("50010505",)),
]

NAMES = """云砚舟 霍听澜 岑知微 简沐霜 阮疏桐 祁望舒 符若衡 柏行简 蔺清越 杭见川 厉怀瑾 谷雨棠
桑栖迟 俞落星 宓如许 殷未晞 乐正舟 荀以宁 晏拾光 莫听蝉 卫长汀 苗青岫 池映雪 鹿鸣野""".split()

YEARLY = [  # measure, unit, values of 2021–2025; T22 misses its 90 %, T13 and T16 stay without data
    ("enforcement.equipment_rate", "percent", "78 84.5 90.2 96 100"),
    ("monitor.sudden_weather_rate", "percent", "76.5 80.2 84.9 88.7 91.6"),
    ("person.officer_full_qualified_rate", "percent", "55 60.4 66.7 71.8 76.5"),
    ("person.hazmat_professional_rate", "percent", "58.3 63.6 69.2 73.9 78.1"),
    ("person.officer_safety_rate", "percent", "60 64.8 70.5 73.9 77.2"),
    ("train.officer_licensed_rate", "percent", "100 100 100 100 100"),
    ("project.reservoir_reinforced", "structure", "1 2 4 5 6"),
    ("inspect.special_equipment_check_rate", "percent", "95.1 97.3 98.8 99.6 100"),
    ("inspect.special_equipment_tested_rate", "percent", "96.2 97.9 98.6 99.4 100"),
    ("map.forest_video_rate", "percent", "62 70.5 77.8 83.1 87.5"),
    ("warning.public_rate", "percent", "86 89.4 92.1 94.7 96.3"),
    ("warning.at_risk_rate", "percent", "90.5 93.8 96.4 98.9 100"),
    ("shelter.area_per_resident", "sqm_per_person", "1.12 1.23 1.36 1.47 1.58"),
    ("stock.district_warehouse", "structure", "0 0 1 1 1"), ("stock.street_warehouse", "structure", "2 5 8 10 12"),
    ("insurance.liability_rate", "percent", "81 87.5 93 97.8 100"),
    ("inspect.old_elevator_rate", "percent", "100 100 100 100 100"),
]
GDP = {2020: "918.4", 2021: "1005.2", 2022: "1046.8", 2023: "1098.5", 2024: "1158.3", 2025: "1214.6"}
RESIDENTS = {2020: "68.42", 2021: "68.91", 2022: "69.27", 2023: "69.65", 2024: "70.08", 2025: "70.44"}

SCENES = [  # sector, type, industry (GB/T 4754), regime, weight, site, event; the first six may kill two
    ("road_traffic", "", "G54", "general", 34, "货运通道路口", "货车与摩托车相撞事故"),
    ("road_traffic", "", "G54", "general", 12, "环山公路弯道", "客运车辆侧翻事故"),
    ("construction", "fall_from_height", "E47", "general", 18, "在建住宅工地", "高处坠落事故"),
    ("construction", "collapse", "E48", "general", 7, "管网工地", "沟槽坍塌事故"),
    ("industry_trade", "poisoning_asphyxia", "C14", "general", 4, "食品厂污水池", "中毒窒息事故"),
    ("fire", "fire", "H62", "general", 4, "临街餐馆", "火灾事故"),
    ("industry_trade", "machinery", "C33", "general", 8, "金属加工车间", "机械伤害事故"),
    ("industry_trade", "object_strike", "C30", "general", 5, "建材仓库", "物体打击事故"),
    ("construction", "lifting", "E49", "general", 5, "安装工地", "起重伤害事故"),
    ("industry_trade", "electric_shock", "C36", "general", 3, "配件车间", "触电事故"),
    ("special_equipment", "vehicle", "G59", "special_equipment", 4, "物流库区", "叉车碾压事故"),
    ("waterway_port", "drowning", "G55", "general", 3, "货运码头", "船员落水事故"),
    ("gas", "other_explosion", "D45", "general", 2, "沿街商铺", "燃气闪爆事故"),
    ("other", "fall_from_height", "K70", "general", 3, "物业小区", "外墙清洗坠落事故"),
]
HARMLESS = [
    ("agricultural_machinery", "machinery", "A01", "general", 1, "机耕道", "微耕机伤害事故"),
    ("hazmat", "burn", "C26", "general", 2, "涂料库房", "物料泄漏灼伤事故"),
    ("culture_sport_tourism", "other", "R90", "general", 1, "室内乐园", "游乐设施挤伤事故"),
    ("fire", "fire", "F52", "general", 3, "小商品仓库", "火灾事故"),
] + SCENES[6:]
PRIVATE = [
    ("road_traffic", "", "", "general", 4, "街巷路口", "私家车碰撞事故"), ("fire", "fire", "", "general", 3, "居民住宅", "居民火灾"),
    ("other", "drowning", "", "general", 2, "河岸", "游泳溺水事件"),
]
SLOTS = {  # year: accidents with two deaths, one death, none, outside production; the one with three deaths is in 2023
    2021: (2, 15, 3, 2), 2022: (2, 14, 3, 1), 2023: (1, 13, 3, 1), 2024: (1, 15, 3, 1), 2025: (1, 14, 3, 2),
}
ROADS = "松针路 云梯路 听泉路 半亩路 苔痕路 星垂路 渡口路 望砾大道 石榴巷 归雁路".split()

EVENTS = {  # year: target loss in 万元, target of people affected, (kind, month, deaths) of each event
    2021: (5200, 3600, "fire.2 hail.4 flood.6 flood.7.1 landslide.7 flood.8 drought.8"),
    2022: (8600, 6400, "fire.3 hail.5 flood.6 drought.7 hail.8 fire.8 landslide.9.1 flood.9"),
    2023: (4300, 2900, "hail.4 flood.5 flood.7 landslide.7 flood.8 drought.8 flood.9"),
    2024: (4700, 3300, "fire.3 hail.4.1 flood.6 flood.7 landslide.8 drought.8 fire.10"),
    2025: (3100, 2200, "fire.2 hail.3 hail.5 flood.6 flood.7 landslide.7 drought.8 flood.9 hail.11"),
}
# Code, name, weight, fewest and most places hit, shares of the six parts of the loss, and what there is of it per person affected.
KINDS = {
    "flood": ("flood", "暴雨洪涝", 3, 3, 6, (25, 20, 15, 30, 6, 4), dict(
        evacuated=.3, central=.07, dispersed=.11, aid=.1, transitional=.02, collapsed=.016, severe=.04, slight=.12, crop=2.6)),
    "hail": ("hail_wind", "风雹", 1.2, 2, 4, (35, 30, 12, 15, 3, 5), dict(
        evacuated=.06, central=.0, dispersed=.04, aid=.04, transitional=.0, collapsed=.004, severe=.02, slight=.3, crop=1.8)),
    "landslide": ("landslide", "滑坡", .5, 1, 1, (45, 5, 5, 38, 2, 5), dict(
        evacuated=.7, central=.3, dispersed=.25, aid=.3, transitional=.15, collapsed=.12, severe=.2, slight=.25, crop=.3)),
    "drought": ("drought", "干旱", 4, 3, 5, (0, 88, 4, 5, 1, 2), dict(drought=.28, crop=9.5)),
    "fire": ("forest_grassland_fire", "森林火情", .15, 1, 1, (2, 78, 0, 12, 0, 8), dict(evacuated=.8, central=.0, dispersed=.2)),
}

RENAMED = [  # longer names before the shorter ones they contain
    ("三峡综合应急救援中心江北大队", "澄江综合应急救援中心云岭大队"), ("三峡中心江北大队", "澄江中心云岭大队"), ("Three Gorges", "Chengjiang"),
    ("三峡库区", "澄江库区"), ("江北", "云岭"), ("Jiangbei", "Yunling"), ("锣旗寺", "石磬湾"), ("Luoqisi", "Shiqingwan"),
    ("相国寺", "霁光"),
    ("Xiangguosi", "Jiguang"),
    ("石子山", "栖棠"),
    ("Shizishan", "Qitang"),
    ("前卫", "泊岚"),
    ("Qianwei", "Bolan"),
    ("五里店", "鹤汀"), ("Wulidian", "Heting"), ("铁山坪", "听松坪"), ("Tieshanping", "Tingsongping"), ("明月山", "揽星山"),
    ("Mingyueshan", "Lanxingshan"), ("唐家沱", "砧石沱"), ("Tangjiatuo", "Zhenshituo"), ("四山", "两岭"),
]
NOTES = {  # notes that state facts of the real district
    "T05": ("全区不足百万人，一年一人死亡即超过1；五年人口约七十万时合计可容3人。失踪不计入，另列。",
            "With fewer than a million residents one death in a year exceeds 1; about 700 000 allow 3 in five years. Missing: apart."),
    "T37": ("", ""),
}
STEPS = {"T52": ("2022-12-31", "2023-12-31", "2025-12-31")}  # the real plan gives no dates for these three
UNDONE = {("T28.4", "M1"), ("T28.5", "M1"), ("T34.5", "M1"), ("T34.6", "M1"), ("T37.2", "M1"), ("T52", "M3"), ("T58", "M1"), ("T62", "M3")}
