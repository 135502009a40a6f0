extension Migration {
    /// Version 3: risk points, the scales and bands that score them, hazardous substances.
    static let risk = Migration(
        version: 3, title: "risk",
        sql: """
            CREATE TABLE risk_factor (
                profile TEXT NOT NULL,
                factor TEXT NOT NULL,
                value INTEGER NOT NULL CHECK (value BETWEEN 1 AND 100000),
                symbol TEXT NOT NULL,
                zh TEXT NOT NULL,
                en TEXT NOT NULL,
                source TEXT,
                is_verified INTEGER NOT NULL CHECK (is_verified IN (0, 1)),
                PRIMARY KEY (profile, factor, value)
            ) STRICT;

            CREATE TABLE risk_band (
                profile TEXT NOT NULL,
                grade TEXT NOT NULL,
                level TEXT NOT NULL,
                at_least INTEGER NOT NULL CHECK (at_least BETWEEN 0 AND 1000000000000000),
                is_inclusive INTEGER NOT NULL CHECK (is_inclusive IN (0, 1)),
                zh TEXT NOT NULL,
                en TEXT NOT NULL,
                source TEXT,
                is_verified INTEGER NOT NULL CHECK (is_verified IN (0, 1)),
                PRIMARY KEY (profile, grade)
            ) STRICT;

            CREATE TABLE hazmat_class (
                symbol TEXT NOT NULL,
                category TEXT NOT NULL,
                category_en TEXT,
                position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 100000),
                critical INTEGER NOT NULL CHECK (critical BETWEEN 1 AND 1000000000000000),
                beta INTEGER NOT NULL CHECK (beta BETWEEN 1 AND 100000),
                source TEXT,
                is_verified INTEGER NOT NULL CHECK (is_verified IN (0, 1)),
                PRIMARY KEY (symbol)
            ) STRICT;

            CREATE TABLE hazmat_substance (
                name TEXT NOT NULL,
                name_en TEXT,
                number INTEGER CHECK (number BETWEEN 1 AND 10000),
                cas TEXT,
                aliases TEXT,
                critical INTEGER NOT NULL CHECK (critical BETWEEN 1 AND 1000000000000000),
                beta INTEGER CHECK (beta BETWEEN 1 AND 100000),
                class TEXT REFERENCES hazmat_class (symbol),
                source TEXT,
                is_verified INTEGER NOT NULL CHECK (is_verified IN (0, 1)),
                PRIMARY KEY (name)
            ) STRICT;

            CREATE TABLE risk (
                id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
                point_no TEXT NOT NULL,
                name TEXT NOT NULL,
                category TEXT NOT NULL,
                region TEXT NOT NULL REFERENCES region (code),
                office TEXT NOT NULL REFERENCES office (code),
                place TEXT,
                longitude INTEGER CHECK (longitude BETWEEN -180000000 AND 180000000),
                latitude INTEGER CHECK (latitude BETWEEN -90000000 AND 90000000),
                datum TEXT,
                exposed_people INTEGER CHECK (exposed_people BETWEEN 0 AND 1000000000),
                people_within_500m INTEGER CHECK (people_within_500m BETWEEN 0 AND 1000000000),
                owner TEXT,
                department TEXT REFERENCES office (code),
                profile TEXT,
                likelihood INTEGER CHECK (likelihood BETWEEN 1 AND 100000),
                exposure INTEGER CHECK (exposure BETWEEN 1 AND 100000),
                severity INTEGER CHECK (severity BETWEEN 1 AND 100000),
                measures TEXT,
                residual_likelihood INTEGER CHECK (residual_likelihood BETWEEN 1 AND 100000),
                residual_exposure INTEGER CHECK (residual_exposure BETWEEN 1 AND 100000),
                residual_severity INTEGER CHECK (residual_severity BETWEEN 1 AND 100000),
                assessed_on TEXT,
                review_on TEXT,
                note TEXT,
                UNIQUE (point_no)
            ) STRICT;

            CREATE TABLE risk_substance (
                id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
                risk INTEGER NOT NULL REFERENCES risk (id),
                substance TEXT NOT NULL,
                class TEXT REFERENCES hazmat_class (symbol),
                quantity INTEGER NOT NULL CHECK (quantity BETWEEN 0 AND 1000000000000000),
                note TEXT,
                UNIQUE (risk, substance)
            ) STRICT;
            """)
}
