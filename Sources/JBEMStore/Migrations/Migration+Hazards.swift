extension Migration {
    /// Version 4: hidden hazards and their steps.
    static let hazards = Migration(
        version: 4, title: "hazards",
        sql: """
            CREATE TABLE hazard (
                id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
                number TEXT NOT NULL,
                title TEXT NOT NULL,
                found_on TEXT NOT NULL,
                found_by TEXT,
                discovery TEXT NOT NULL,
                region TEXT NOT NULL REFERENCES region (code),
                office TEXT NOT NULL REFERENCES office (code),
                department TEXT REFERENCES office (code),
                risk INTEGER REFERENCES risk (id),
                place TEXT,
                basis TEXT,
                photo TEXT,
                photo_sha256 TEXT,
                cost INTEGER CHECK (cost >= 0),
                recurrence_of INTEGER REFERENCES hazard (id),
                note TEXT,
                stage TEXT NOT NULL,
                kind TEXT,
                list TEXT,
                ordered_on TEXT,
                deadline TEXT,
                first_deadline TEXT,
                unit TEXT,
                person INTEGER REFERENCES person (id),
                measures TEXT,
                funds INTEGER CHECK (funds >= 0),
                contingency TEXT,
                tolerated_until TEXT,
                rectified_by INTEGER REFERENCES person (id),
                supervision_no TEXT,
                reported_department_on TEXT,
                reported_workers_on TEXT,
                closed_on TEXT,
                last_step_on TEXT,
                steps INTEGER NOT NULL CHECK (steps BETWEEN 0 AND 1000000000),
                times_extended INTEGER NOT NULL CHECK (times_extended BETWEEN 0 AND 1000000000),
                times_returned INTEGER NOT NULL CHECK (times_returned BETWEEN 0 AND 1000000000),
                times_reopened INTEGER NOT NULL CHECK (times_reopened BETWEEN 0 AND 1000000000),
                UNIQUE (number)
            ) STRICT;
            CREATE TABLE hazard_step (
                id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
                hazard INTEGER NOT NULL REFERENCES hazard (id),
                number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 10000),
                step TEXT NOT NULL,
                taken_on TEXT NOT NULL,
                taken_by INTEGER NOT NULL REFERENCES person (id),
                approved_by INTEGER REFERENCES person (id),
                kind TEXT,
                list TEXT,
                unit TEXT,
                person INTEGER REFERENCES person (id),
                measures TEXT,
                funds INTEGER CHECK (funds >= 0),
                contingency TEXT,
                deadline TEXT,
                until TEXT,
                evidence TEXT,
                evidence_sha256 TEXT,
                supervision_no TEXT,
                reported_department_on TEXT,
                reported_workers_on TEXT,
                reason TEXT,
                from_state TEXT NOT NULL,
                to_state TEXT NOT NULL,
                deadline_after TEXT,
                UNIQUE (hazard, number)
            ) STRICT;
            CREATE INDEX hazard_found ON hazard (found_on, region);
            CREATE INDEX hazard_open ON hazard (deadline) WHERE closed_on IS NULL;
            -- Else every hazard that an undo removes would be looked for in all the others.
            CREATE INDEX hazard_recurrence ON hazard (recurrence_of) WHERE recurrence_of IS NOT NULL;
            CREATE INDEX hazard_step_taken ON hazard_step (step, taken_on, hazard);
            """)
}
