extension Migration {
    /// Version 6: special equipment, inspection rules and forms, visits with their answers, campaigns, random draws.
    static let inspection = Migration(version: 6, title: "inspection", sql: subjectSQL + drawSQL + visitSQL)

    private static let subjectSQL = """
        CREATE TABLE equipment (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
            number TEXT NOT NULL,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            region TEXT NOT NULL REFERENCES region (code),
            office TEXT NOT NULL REFERENCES office (code),
            unit TEXT NOT NULL,
            place TEXT,
            is_key INTEGER NOT NULL CHECK (is_key IN (0, 1)),
            registration_no TEXT,
            registered_on TEXT,
            in_use_from TEXT NOT NULL,
            in_use_to TEXT,
            note TEXT,
            UNIQUE (number)
        ) STRICT;

        CREATE TABLE campaign (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
            number TEXT NOT NULL,
            name TEXT NOT NULL,
            category TEXT,
            equipment_kind TEXT,
            region TEXT NOT NULL REFERENCES region (code),
            office TEXT NOT NULL REFERENCES office (code),
            first_on TEXT NOT NULL,
            last_on TEXT NOT NULL,
            quota INTEGER NOT NULL CHECK (quota BETWEEN 1 AND 1000000),
            note TEXT,
            UNIQUE (number)
        ) STRICT;

        CREATE TABLE inspect_form (
            form TEXT NOT NULL,
            version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 10000),
            zh TEXT NOT NULL,
            en TEXT NOT NULL,
            valid_from TEXT NOT NULL,
            source TEXT,
            is_verified INTEGER NOT NULL CHECK (is_verified IN (0, 1)),
            PRIMARY KEY (form, version)
        ) STRICT;

        CREATE TABLE inspect_item (
            form TEXT NOT NULL,
            version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 10000),
            number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 999),
            zh TEXT NOT NULL,
            en TEXT NOT NULL,
            clause TEXT,
            severity TEXT NOT NULL,
            PRIMARY KEY (form, version, number)
        ) STRICT;

        CREATE TABLE inspect_rule (
            key TEXT NOT NULL,
            subject TEXT NOT NULL,
            level TEXT,
            category TEXT,
            equipment_kind TEXT,
            is_key_only INTEGER NOT NULL CHECK (is_key_only IN (0, 1)),
            purpose TEXT NOT NULL,
            cycle TEXT NOT NULL,
            is_workdays_only INTEGER NOT NULL CHECK (is_workdays_only IN (0, 1)),
            season_from TEXT,
            season_to TEXT,
            form TEXT,
            valid_from TEXT,
            valid_to TEXT,
            source TEXT,
            is_verified INTEGER NOT NULL CHECK (is_verified IN (0, 1)),
            PRIMARY KEY (key)
        ) STRICT;

        """

    private static let drawSQL = """
        CREATE TABLE draw (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
            number TEXT NOT NULL,
            announced_on TEXT NOT NULL,
            office TEXT NOT NULL REFERENCES office (code),
            objects INTEGER NOT NULL CHECK (objects BETWEEN 1 AND 100000),
            inspectors_per_object INTEGER NOT NULL CHECK (inspectors_per_object BETWEEN 1 AND 20),
            public_source TEXT NOT NULL,
            public_on TEXT NOT NULL,
            commitment TEXT NOT NULL,
            public_value TEXT,
            run_on TEXT,
            seed TEXT,
            note TEXT,
            UNIQUE (number)
        ) STRICT;

        CREATE TABLE draw_candidate (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
            draw INTEGER NOT NULL REFERENCES draw (id),
            number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 1000000),
            role TEXT NOT NULL,
            risk INTEGER REFERENCES risk (id),
            equipment INTEGER REFERENCES equipment (id),
            person INTEGER REFERENCES person (id),
            reason TEXT,
            UNIQUE (draw, number)
        ) STRICT;

        CREATE TABLE draw_result (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
            draw INTEGER NOT NULL REFERENCES draw (id),
            position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 100000),
            place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 20),
            risk INTEGER REFERENCES risk (id),
            equipment INTEGER REFERENCES equipment (id),
            person INTEGER NOT NULL REFERENCES person (id),
            UNIQUE (draw, position, place)
        ) STRICT;

        """

    private static let visitSQL = """
        CREATE TABLE inspect (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
            number TEXT NOT NULL,
            risk INTEGER REFERENCES risk (id),
            equipment INTEGER REFERENCES equipment (id),
            purpose TEXT NOT NULL,
            visited_on TEXT NOT NULL,
            inspector INTEGER NOT NULL REFERENCES person (id),
            second_inspector INTEGER REFERENCES person (id),
            form TEXT,
            form_version INTEGER CHECK (form_version BETWEEN 1 AND 10000),
            result TEXT NOT NULL,
            campaign INTEGER REFERENCES campaign (id),
            draw INTEGER REFERENCES draw (id),
            note TEXT,
            UNIQUE (number)
        ) STRICT;

        CREATE TABLE inspect_answer (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
            inspect INTEGER NOT NULL REFERENCES inspect (id),
            item INTEGER NOT NULL CHECK (item BETWEEN 1 AND 999),
            answer TEXT NOT NULL,
            note TEXT,
            hazard INTEGER REFERENCES hazard (id),
            UNIQUE (inspect, item)
        ) STRICT;
        -- What the calendar reads, in its order.
        CREATE INDEX inspect_risk ON inspect (risk, visited_on, purpose, inspector) WHERE risk IS NOT NULL;
        CREATE INDEX inspect_equipment ON inspect (equipment, visited_on, purpose, inspector) WHERE equipment IS NOT NULL;
        CREATE INDEX inspect_form_used ON inspect (form, form_version) WHERE form IS NOT NULL;
        CREATE INDEX inspect_campaign ON inspect (campaign) WHERE campaign IS NOT NULL;
        CREATE INDEX inspect_answer_hazard ON inspect_answer (hazard) WHERE hazard IS NOT NULL;
        """
}
