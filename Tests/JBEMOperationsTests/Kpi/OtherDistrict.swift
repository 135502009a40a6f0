import JBEMCore
import JBEMTestSupport
import Testing

/// Another office, region tree, plan and years: an invented district whose successor takes over on 1 July 2028.
struct OtherDistrict {
    let scene: Scene

    static let plan = Repository.path + "/Tests/JBEMOperationsTests/Fixtures/qingya-2026-2030"
    static let asOf = "2031-06-30"

    /// Made once a process and copied.
    init() {
        scene = Scene(Self.files)
    }

    /// - Parameter keepsForeignOffices: leaves the offices of the real district, which `init` loads, under the duty to report.
    init(keepsForeignOffices: Bool) {
        scene = Scene(.nothing, now: "2031-07-01T04:00:00Z")
        scene.run("init --office 7700012")
        if !keepsForeignOffices {
            let foreign = (1...9).map { "50010500\($0)" } + ["500105100", "500105101", "500105102"]
            for office in foreign { scene.run("office set \(office) is_reporting=0") }
        }
        scene.run("plan load \(Self.plan)")
        loadAccidents()
        loadDisasters()
        loadFigures()
        loadClosings()
    }

    private static let files = OtherDistrict(keepsForeignOffices: false).scene.files

    private func loadAccidents() {
        // Six with deaths: the fourth in a street of the old district, the last two in the street that followed it.
        let cases = [
            ("A-1", "2026-02-03", "771001001", "7700021", 1), ("A-2", "2026-09-15", "771001100", "7700022", 2),
            ("A-3", "2027-05-20", "771001001", "7700021", 1), ("A-4", "2028-05-10", "771001001", "7700021", 1),
            ("A-5", "2028-09-03", "772000003", "7700031", 2), ("A-6", "2030-04-04", "772000003", "7700031", 1),
            // Nobody died, and a case of the neighbours.
            ("A-7", "2029-03-03", "772000003", "7700031", 0), ("A-8", "2030-05-05", "773000", "7700012", 4),
        ]
        scene.load(
            "accident",
            ["case_no,occurred_on,region,office,title,sector,is_production"]
                + cases.map { "\($0.0),\($0.1),\($0.2),\($0.3),x,industry_trade,1" })
        scene.load("accident-report", ["accident,kind,reported_at,deaths"] + cases.map { "\($0.0),final,\($0.1) 20:00,\($0.4)" })
    }

    private func loadDisasters() {
        scene.load(
            "disaster",
            [
                "case_no,kind,title,began_on,office,region", "D-1,flood,x,2026-06-01,7700012,771001",
                "D-2,flood,x,2027-06-01,7700012,771001",
                "D-3,flood,x,2028-08-01,7700012,772000", "D-4,flood,x,2029-08-01,7700012,772000", "D-5,flood,x,2030-08-01,7700012,772000",
            ])
        scene.load(
            "disaster-report",
            [
                "disaster,region,kind,reported_at,affected,deaths,direct_loss(万元)", "D-1,771001001,verified,2026-06-09 10:00,400,0,5000",
                "D-1,771001100,verified,2026-06-09 11:00,500,0,3400", "D-2,771001,verified,2027-06-09 10:00,700,0,2300",
                "D-3,772000003,verified,2028-08-09 10:00,650,0,5000", "D-4,772000003,verified,2029-08-09 10:00,400,0,100",
                "D-5,772000,verified,2030-08-09 10:00,390,0,50",
            ])
    }

    private func loadFigures() {
        var rows = ["measure,period,region,value,unit,status,published_on,source"]
        for (year, region, gdp, residents) in [
            (2026, "771001", 210, "40.2"), (2027, "771001", 230, "40.6"), (2028, "772000", 250, "41"), (2029, "772000", 262, "41.3"),
            (2030, "772000", 275, "41.5"),
        ] {
            rows.append("economy.gdp,\(year),\(region),\(gdp),100m_yuan,final,\(year + 1)-03-20,x")
            rows.append("population.resident,\(year),\(region),\(residents),10k_person,final,\(year + 1)-03-20,x")
            rows.append("qingya.drill_count,\(year),\(region),\(year - 2019),time,final,\(year + 1)-01-20,x")
        }
        rows.append("qingya.siren_rate,2030-12-31,772000,96.5,percent,final,2031-01-15,x")
        rows.append("qingya.fire_post,2030,772000,12,structure,final,2031-01-15,x")
        scene.load("figure", rows)
    }

    /// Every office closes the months in which it was in force, on the 20th of the month after.
    private func loadClosings() {
        var rows = ["office,noun,month,closed_on"]
        for year in 2026...2030 {
            for month in 1...12 {
                let isOld = year < 2028 || (year == 2028 && month <= 6)
                let next = month == 12 ? Scene.month(year + 1, 1) : Scene.month(year, month + 1)
                for office in isOld ? ["7700021", "7700022"] : ["7700031"] {
                    rows += ["accident", "disaster"].map { "\(office),\($0),\(Scene.month(year, month)),\(next)-20" }
                }
            }
        }
        scene.load("closing", rows)
    }
}
