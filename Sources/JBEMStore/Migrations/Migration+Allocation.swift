extension Migration {
    /// Version 8: scenarios with their needs, ways, capacity contracts, floors of norms, what vehicles carry.
    static let allocation = Migration(version: 8, title: "allocation", sql: allocationSQL)

    private static let allocationSQL = """
        CREATE TABLE scenario (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
            number TEXT NOT NULL,
            title TEXT NOT NULL,
            days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 3660),
            source TEXT,
            note TEXT,
            UNIQUE (number)
        ) STRICT;

        CREATE TABLE need (
            scenario INTEGER NOT NULL REFERENCES scenario (id),
            place TEXT NOT NULL,
            item INTEGER NOT NULL REFERENCES item (id),
            people INTEGER CHECK (people BETWEEN 0 AND 100000000),
            quantity INTEGER CHECK (quantity BETWEEN 0 AND 1000000000000),
            priority INTEGER NOT NULL CHECK (priority BETWEEN 1 AND 9),
            warehouse TEXT REFERENCES warehouse (code),
            longitude INTEGER CHECK (longitude BETWEEN -180000000 AND 180000000),
            latitude INTEGER CHECK (latitude BETWEEN -90000000 AND 90000000),
            datum TEXT,
            note TEXT,
            PRIMARY KEY (scenario, place, item)
        ) STRICT;
        CREATE INDEX need_item ON need (item);

        CREATE TABLE leg (
            origin TEXT NOT NULL REFERENCES warehouse (code),
            place TEXT NOT NULL,
            distance_km INTEGER CHECK (distance_km BETWEEN 0 AND 20000000),
            minutes INTEGER CHECK (minutes BETWEEN 0 AND 100000),
            source TEXT,
            PRIMARY KEY (origin, place)
        ) STRICT;

        CREATE TABLE contract (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
            number TEXT NOT NULL,
            warehouse TEXT NOT NULL REFERENCES warehouse (code),
            item INTEGER NOT NULL REFERENCES item (id),
            lead_days INTEGER NOT NULL CHECK (lead_days BETWEEN 0 AND 3660),
            ramp_days INTEGER NOT NULL CHECK (ramp_days BETWEEN 0 AND 3660),
            daily INTEGER NOT NULL CHECK (daily BETWEEN 1 AND 1000000000000),
            total INTEGER CHECK (total BETWEEN 1 AND 1000000000000),
            valid_from TEXT NOT NULL,
            valid_to TEXT,
            source TEXT,
            note TEXT,
            UNIQUE (number)
        ) STRICT;

        ALTER TABLE movement ADD COLUMN scenario INTEGER REFERENCES scenario (id);
        CREATE INDEX movement_scenario ON movement (scenario) WHERE scenario IS NOT NULL;
        ALTER TABLE norm ADD COLUMN floor INTEGER CHECK (floor BETWEEN 0 AND 1000000000000);
        ALTER TABLE warehouse ADD COLUMN dispatch_m3 INTEGER CHECK (dispatch_m3 BETWEEN 0 AND 1000000000000);
        """
}
