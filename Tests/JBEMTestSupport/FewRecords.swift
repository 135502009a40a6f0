/// A few invented records of every noun, as files to import together.
///
/// The texts hold what makes tables hard: full-width letters, combining marks, ambiguous signs, commas, quotes and line ends.
package enum FewRecords {
    /// The nouns in the order in which their records refer to each other.
    package static let nouns = [
        "person", "accident", "accident-report", "disaster", "victim", "disaster-report", "figure", "closing", "hazard", "hazard-step",
        "plan", "clause",
        "indicator",
        "target",
        "milestone",
        "risk", "risk-substance", "duty", "phone-check", "notice-board", "equipment", "campaign", "draw", "draw-candidate", "draw-result",
        "inspect", "inspect-answer", "item", "warehouse", "lot", "movement", "posting", "norm",
        "scenario", "need", "leg", "contract",
    ]

    /// The key of the plan.
    package static let plan = "t-2021"

    /// The files by name.
    package static let files: [String: [UInt8]] = texts.reduce(into: [:]) { $0["\($1.key).csv"] = Array($1.value.utf8) }

    private static let texts: [String: String] = [
        "person": """
        number,name,office,post,phone,id_number,note
        P-1,甲某,500105001,值班员,13900000001,999101197409229013,虚构人物
        P-2,Zoë 乙,500105000,"带班, 夜间",13900000002,,"号码 ""备用"" 13900000003"

        """,
        "accident": """
        case_no,occurred_at,occurred_on,region,office,place,title,sector,type,industry,regime,is_production,exclusion,duplicate_of,exclusion_reason,note
        JB-2024-001,2024-03-05 08:30,,500105001,500105001,ＡＢＣ大厦３楼,外墙清洗坠落,other,fall_from_height,K70,general,1,,,,
        JB-2024-002,,2024-07-19,500105009,500105009,机场路,客运车辆侧翻①②——“桥”面,road_traffic,,G54,general,1,,,,e\u{301}tat
        JB-2025-001,2025-01-31 23:59,,500105100,500105100,,货车与摩托车相撞,road_traffic,,,general,1,,,,"两行
        备注"
        JB-2025-002,,2025-02-01,500105100,500105100,,重复登记,road_traffic,,,general,1,duplicate,JB-2025-001,同一起事故,

        """,
        "accident-report": """
        accident,kind,reported_at,deaths,missing,serious_injuries,minor_injuries,direct_loss(万元),burnt_area,author,note
        JB-2024-001,initial,2024-03-05 10:00,0,0,1,0,3.5,,甲某,
        JB-2024-001,final,2024-04-02 09:00,1,0,0,0,120.05,,甲某,伤者不治
        JB-2024-002,final,2024-07-30 18:00,3,0,2,4,1050,,乙,
        JB-2025-001,initial,2025-02-01 01:10,1,0,1,0,0,,乙,

        """,
        "disaster": """
        case_no,kind,title,began_on,ended_on,office,region,note
        ZH-2024-01,flood,7月洪涝,2024-07-01,2024-07-03,500105000,500105,
        ZH-2025-01,hail_wind,4月风雹,2025-04-11,,500105009,500105009,仍在核查

        """,
        "victim": """
        disaster,number,name,sex,age,id_number,fate,happened_on,region,place,cause,note
        ZH-2024-01,1,丙某,male,61,999101197409229013,missing,2024-07-01,500105009,溪边,山洪冲走,虚构人物
        ZH-2024-01,2,丁某,,,,dead,2024-07-02,500105,,,

        """,
        "disaster-report": """
        disaster,region,kind,reported_at,affected,deaths,missing,direct_loss,crop_affected_area,crop_damaged_area,crop_failed_area,note
        ZH-2024-01,500105,initial,2024-07-01 12:00,1200,0,0,35.5,12.5,3.25,0.5,
        ZH-2024-01,500105,verified,2024-07-20 09:00,1350,0,0,48.42,13,3.5,0.75,
        ZH-2025-01,500105009,initial,2025-04-11 20:00,88,0,0,1.2,,,,

        """,
        "hazard": """
        number,title,found_on,found_by,discovery,region,office,department,place,basis,photo,photo_sha256,cost(万元),recurrence_of,note
        YH-24-01,临边护栏缺失,2024-02-20,甲某,inspection,500105009,500105009,500105000,铁山坪,"条例, 第三条",,,1.2,,
        YH-24-02,ＡＢＣ大厦消防通道堵塞,2024-03-01,,complaint,500105001,500105001,,,,,,,,“九小”场所

        """,
        "hazard-step": """
        hazard,number,step,taken_on,taken_by,kind,unit,person,measures,deadline,evidence,reason
        YH-24-01,1,grade,2024-02-20,P-1,general,,,,,,
        YH-24-01,2,order,2024-02-21,P-1,,某物业公司,P-2,补装护栏,2024-03-10,,
        YH-24-01,3,start,2024-02-25,P-2,,,,,,,

        """,
        "figure": """
        measure,period,region,value,unit,status,published_on,source,note
        accident.deaths,2020,500105,20,person,final,2021-01-15,虚构来源,
        accident.deaths,2024,500105,4,person,preliminary,2025-01-10,虚构来源,初步
        accident.deaths,2024,500105,5,person,final,2025-03-10,虚构来源,

        """,
        "closing": """
        office,noun,month,closed_on,is_overriding,note
        500105001,accident,2024-03,2024-04-05,0,
        500105000,accident,2024-07,2024-08-10,1,全区

        """,
        "risk": """
        point_no,name,category,region,office,place,longitude,latitude,datum,exposed_people,people_within_500m,owner,department,profile,likelihood,exposure,severity,measures,residual_likelihood,residual_exposure,residual_severity,assessed_on,review_on,note
        FX-001,临江油库,hazmat,500105009,500105009,江边,106.7,29.6,cgcs2000,40,120,虚构公司,50010501,lec.classic,3,6,40,"双人值守, 围堰",1,6,15,2025-03-01,2026-03-01,虚构
        FX-002,后山滑坡,geology,500105100,500105100,,,,,120,,,,ls.b,3,,4,,,,,2025-05-06,2027-05-06,
        FX-003,老旧电梯,special_equipment,500105001,500105001,,,,,,,,,,,,,,,,,,,未评估

        """,
        "risk-substance": """
        risk,substance,class,quantity,note
        FX-001,柴油,W5.4,1000,
        FX-001,汽油,,400,设计最大量

        """,
        "duty": """
        number,person,role,risk,region,sector,office,valid_from,valid_to,note
        D-1,P-1,行政责任人,FX-003,,,500105001,2024-01-01,,
        D-2,P-2,technical,FX-003,,,500105001,2024-01-01,2024-06-30,
        D-3,P-2,网格员,,500105001,,500105001,2024-01-01,2026-12-01,"值, 班"
        D-4,P-1,regulator,,,燃气,500105001,2024-01-01,,

        """,
        "phone-check": """
        person,checked_on,is_reached,checked_by,note
        P-1,2024-03-01,是,值班室,
        P-1,2024年5月1日,0,值班室,关机
        P-2,2026-10-01,1,值班室,

        """,
        "notice-board": """
        risk,version,made_on,sha256,content
        FX-001,1,2025-03-02,44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a,{}

        """,
        "equipment": """
        number,kind,name,region,office,unit,place,is_key,registration_no,registered_on,in_use_from,in_use_to,note
        TS-001,lift,"１号楼电梯, 东",500105001,500105001,某物业公司,建新路,1,梯11渝A00001,2019-05-06,2019-05-10,,虚构
        TS-002,crane,塔吊“二号”,500105100,500105100,甲公司,,0,,,2024-02-01,2024-12-31,

        """,
        "campaign": """
        number,name,category,equipment_kind,region,office,first_on,last_on,quota,note
        ZX-2025-1,汛期隐患排查,geology,,500105,500105000,2025-06-01,2025-08-31,4,
        ZX-2025-2,电梯整治,,lift,500105,500105000,2025-09-01,2025-10-31,2,虚构

        """,
        "draw": """
        number,announced_on,office,objects,inspectors_per_object,public_source,public_on,commitment,public_value,run_on,seed,note
        SJ-2025-1,2025-06-02,500105000,1,1,某日“双色球”开奖号,2025-06-05,65012fc7e948c0edebfc6b990e4967ef677742e82c653cd07abc191bf9f2b5b4,03 08 11 19 24 31+07,2025-06-05,dbf10999c5b8fd14fcf432eb1b2f8ed5ccefed2312d62ea07114604ec5e01633,虚构

        """,
        "draw-candidate": """
        draw,number,role,risk,equipment,person,reason
        SJ-2025-1,1,object,FX-001,,,
        SJ-2025-1,2,object,,TS-001,,
        SJ-2025-1,3,inspector,,,P-1,
        SJ-2025-1,4,inspector,,,P-2,
        SJ-2025-1,5,conflict,FX-001,,P-1,"曾任职, 三年内"

        """,
        "draw-result": """
        draw,position,place,risk,equipment,person
        SJ-2025-1,1,1,,TS-001,P-2

        """,
        "inspect": """
        number,risk,equipment,purpose,visited_on,inspector,second_inspector,form,form_version,result,campaign,draw,note
        JC-001,FX-002,,routine,2025-06-10,P-1,P-2,site.flood,1,fault,ZX-2025-1,,“后山”
        JC-002,FX-001,,routine,2025-06-11,P-1,,,,ok,,,
        JC-003,,TS-001,test,2025-09-20,P-2,,,,ok,,,

        """,
        "inspect-answer": """
        inspect,item,answer,note,hazard
        JC-001,1,fault,"裂缝, 长 3 米",
        JC-001,2,ok,,
        JC-001,3,not_applicable,没有装置,
        JC-001,4,ok,,
        JC-001,5,ok,,

        """,
        "item": """
        number,name,class,unit,granularity,pack,volume_l,shelf_life_days,per_person,per_person_day,norm_source,note
        BISCUIT,压缩饼干,1,块,pack,40,0.2,720,,2,虚构定额,
        TENT,单帐篷 12㎡,1,顶,unit,,180,3650,0.25,,虚构定额,"含杆, 绳"
        WATER,饮用水“桶装”,1,升,any,,1.05,365,,3,虚构定额,

        """,
        "warehouse": """
        code,name,name_en,kind,tier,region,office,keeper,place,longitude,latitude,datum,capacity_m3,valid_from,valid_to,source,note
        KD-QU,区级救灾物资储备库,district store,store,district,500105,500105000,P-1,虚构路１号,106.57,29.6,cgcs2000,500,2020-01-01,,虚构,
        KD-GYQ,观音桥储备点,,store,street,500105006,500105006,,,,,,20,,,虚构,"小, 半地下"
        KD-CH,某水厂（虚构）,,supplier,society,500105006,500105006,,,,,,,,,虚构,

        """,
        "lot": """
        number,item,made_on,expires_on,donor,tender,is_quarantined,note
        L-T1,TENT,2023-06-01,,,,0,
        L-W1,WATER,2024-01-10,,,合同〔2024〕1号,0,
        L-W2,WATER,2024-05-01,2025-04-30,某公司（虚构）,,0,捐赠

        """,
        "movement": """
        number,kind,moved_on,follows,destination,counterpart,handled_by,reason,note
        RK-1,receive,2024-02-01,,,某厂（虚构）,P-1,,
        JZ-1,donate,2024-05-10,,,,,,
        DB-1,transfer,2024-06-01,,KD-GYQ,,P-1,,
        DH-1,arrive,2024-06-02,DB-1,KD-GYQ,,,,
        FF-1,issue,2024-07-02,,,“7月洪涝”受灾群众,,,

        """,
        "posting": """
        lot,warehouse,movement,quantity
        L-W1,@supplier,RK-1,-1000
        L-W1,KD-QU,RK-1,1000
        L-T1,@supplier,RK-1,-30
        L-T1,KD-QU,RK-1,30
        L-W2,@donor,JZ-1,-200.5
        L-W2,KD-QU,JZ-1,200.5
        L-T1,KD-QU,DB-1,-10
        L-T1,@transit,DB-1,10
        L-T1,@transit,DH-1,-9
        L-T1,KD-GYQ,DH-1,9
        L-W1,KD-QU,FF-1,-300
        L-W1,@issued,FF-1,300

        """,
        "norm": """
        number,item,warehouse,tier,quantity,valid_from,valid_to,source,floor
        DE-1,TENT,,street,20,,,虚构定额,
        DE-2,WATER,KD-QU,,2000,2024-01-01,,虚构定额,500

        """,
        "scenario": """
        number,title,days,source,note
        QJ-1,“7月洪涝”转移安置,3,虚构,

        """,
        "need": """
        scenario,place,item,people,quantity,priority,warehouse,longitude,latitude,datum,note
        QJ-1,江边小学,TENT,40,,1,,106.58,29.57,cgcs2000,"操场, 东"
        QJ-1,江边小学,WATER,,200.5,2,,106.58,29.57,cgcs2000,
        QJ-1,街道大厅,TENT,,3,2,KD-GYQ,,,,

        """,
        "leg": """
        origin,place,distance_km,minutes,source
        KD-GYQ,江边小学,3.2,9,实测（虚构）
        KD-QU,KD-GYQ,6,,

        """,
        "contract": """
        number,warehouse,item,lead_days,ramp_days,daily,total,valid_from,valid_to,source,note
        CN-1,KD-CH,WATER,2,5,1000,20000.5,2024-01-01,2026-12-31,预签合同（虚构）,

        """,
        "plan": """
        key,name,name_en,document_no,published_on,region,base_year,from_year,to_year,source
        t-2021,测试规划,test plan,试〔2021〕1号,2021-06-01,500105,2020,2021,2025,虚构

        """,
        "clause": """
        plan,id,line,section,opening,content_hash,summary,summary_en
        t-2021,L10,10,一(一),开头十个字在这里了,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa,总体要求,overall
        t-2021,L20,20,一(二),另一段的开头十个字,bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb,死亡人数下降,fewer deaths

        """,
        "indicator": """
        plan,id,position,parent,chapter,name,name_en,nature,unit,unit_en,clause,responsible,alias_of,note,note_en
        t-2021,I1,1,,一,生产安全事故死亡人数,deaths,binding,人,persons,L20,50010501,,,
        t-2021,I2,2,I1,一,道路交通死亡人数,road deaths,expected,人,persons,L20,50010513,,其中项,part

        """,
        "target": """
        plan,indicator,reading,is_chosen,label,label_en,formula,numerator,window,comparator,value,relation,baseline_year,deadline,model,is_inferred,author
        t-2021,I1,single_year,1,2025年不超过2020年的91%,at most 91 % of 2020,measure,accident.deaths,year,le,0.91,of_baseline,2020,2025-12-31,gamma_poisson,1,tester
        t-2021,I2,single_year,1,2025年不超过10人,at most 10 in 2025,measure,accident.deaths,year,le,10,absolute,,2025-12-31,none,0,tester

        """,
        "milestone": """
        plan,indicator,id,position,name,name_en,due_on,done_on,evidence,note
        t-2021,I1,M1,1,印发方案,scheme issued,2022-06-30,2022-05-01,虚构文件,
        t-2021,I1,M2,2,完成验收,accepted,2025-12-31,,,

        """,
    ]
}
