extension Migration {
    /// Version 5: days off, terms of responsibility, phone checks, notice boards, what the agenda last said; monitoring of points, the steps of an investigation.
    static let duties = Migration(
        version: 5, title: "duties",
        sql: """
            ALTER TABLE person ADD COLUMN valid_from TEXT;
            ALTER TABLE person ADD COLUMN valid_to TEXT;
            ALTER TABLE person ADD COLUMN phone_changed_on TEXT;
            ALTER TABLE risk ADD COLUMN programme TEXT;
            ALTER TABLE risk ADD COLUMN monitored_from TEXT;
            ALTER TABLE risk ADD COLUMN monitored_to TEXT;
            ALTER TABLE accident ADD COLUMN investigated_on TEXT;
            ALTER TABLE accident ADD COLUMN approved_on TEXT;
            CREATE TABLE holiday (
                day TEXT NOT NULL,
                kind TEXT NOT NULL,
                name TEXT NOT NULL,
                name_en TEXT,
                source TEXT,
                is_verified INTEGER NOT NULL CHECK (is_verified IN (0, 1)),
                PRIMARY KEY (day)
            ) STRICT;
            CREATE TABLE duty (
                id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
                number TEXT NOT NULL,
                person INTEGER NOT NULL REFERENCES person (id),
                role TEXT NOT NULL,
                risk INTEGER REFERENCES risk (id),
                region TEXT REFERENCES region (code),
                sector TEXT,
                office TEXT NOT NULL REFERENCES office (code),
                valid_from TEXT NOT NULL,
                valid_to TEXT,
                note TEXT,
                UNIQUE (number)
            ) STRICT;
            CREATE TABLE phone_check (
                id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
                person INTEGER NOT NULL REFERENCES person (id),
                checked_on TEXT NOT NULL,
                is_reached INTEGER NOT NULL CHECK (is_reached IN (0, 1)),
                checked_by TEXT,
                note TEXT,
                UNIQUE (person, checked_on)
            ) STRICT;
            CREATE TABLE notice_board (
                id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
                risk INTEGER NOT NULL REFERENCES risk (id),
                version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 100000),
                made_on TEXT NOT NULL,
                sha256 TEXT NOT NULL,
                content TEXT NOT NULL,
                UNIQUE (risk, version)
            ) STRICT;
            CREATE TABLE agenda_memory (
                reader TEXT NOT NULL,
                uid TEXT NOT NULL,
                spoken TEXT NOT NULL,
                PRIMARY KEY (reader, uid)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX duty_risk ON duty (risk, role) WHERE risk IS NOT NULL;
            CREATE INDEX duty_person ON duty (person);
            CREATE INDEX duty_region ON duty (region, role) WHERE region IS NOT NULL;
            CREATE INDEX duty_sector ON duty (sector, role) WHERE sector IS NOT NULL;
            -- Else every row that an undo removes would be looked for in all the others.
            CREATE INDEX accident_duplicate ON accident (duplicate_of) WHERE duplicate_of IS NOT NULL;
            CREATE INDEX hazard_recurrence ON hazard (recurrence_of) WHERE recurrence_of IS NOT NULL;
            CREATE INDEX hazard_risk ON hazard (risk) WHERE risk IS NOT NULL;
            """)
}
