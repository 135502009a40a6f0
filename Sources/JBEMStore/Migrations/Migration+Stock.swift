extension Migration {
    /// Version 7: items, warehouses, lots, movements with their postings, norms.
    static let stock = Migration(version: 7, title: "stock", sql: stockSQL)

    /// The key of a posting begins with lot and place: balances are read in its order, and a posting that went away still says which balance
    /// it touched.
    private static let stockSQL = """
        CREATE TABLE item (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
            number TEXT NOT NULL,
            name TEXT NOT NULL,
            class TEXT,
            unit TEXT NOT NULL,
            granularity TEXT NOT NULL,
            pack INTEGER CHECK (pack BETWEEN 1 AND 1000000000000),
            volume_l INTEGER CHECK (volume_l BETWEEN 0 AND 1000000000000),
            shelf_life_days INTEGER CHECK (shelf_life_days BETWEEN 1 AND 36600),
            per_person INTEGER CHECK (per_person BETWEEN 0 AND 1000000000000),
            per_person_day INTEGER CHECK (per_person_day BETWEEN 0 AND 1000000000000),
            norm_source TEXT,
            note TEXT,
            UNIQUE (number)
        ) STRICT;

        CREATE TABLE warehouse (
            code TEXT NOT NULL,
            name TEXT NOT NULL,
            name_en TEXT,
            kind TEXT NOT NULL,
            tier TEXT,
            region TEXT REFERENCES region (code),
            office TEXT REFERENCES office (code),
            keeper INTEGER REFERENCES person (id),
            place TEXT,
            longitude INTEGER CHECK (longitude BETWEEN -180000000 AND 180000000),
            latitude INTEGER CHECK (latitude BETWEEN -90000000 AND 90000000),
            datum TEXT,
            capacity_m3 INTEGER CHECK (capacity_m3 BETWEEN 0 AND 1000000000000),
            valid_from TEXT,
            valid_to TEXT,
            source TEXT,
            note TEXT,
            PRIMARY KEY (code)
        ) STRICT;

        CREATE TABLE lot (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
            number TEXT NOT NULL,
            item INTEGER NOT NULL REFERENCES item (id),
            made_on TEXT,
            expires_on TEXT,
            donor TEXT,
            tender TEXT,
            is_quarantined INTEGER NOT NULL CHECK (is_quarantined IN (0, 1)),
            note TEXT,
            UNIQUE (number)
        ) STRICT;
        CREATE INDEX lot_item ON lot (item);
        CREATE INDEX lot_expires ON lot (expires_on) WHERE expires_on IS NOT NULL;

        CREATE TABLE movement (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
            number TEXT NOT NULL,
            kind TEXT NOT NULL,
            moved_on TEXT NOT NULL,
            follows INTEGER REFERENCES movement (id),
            destination TEXT REFERENCES warehouse (code),
            counterpart TEXT,
            handled_by INTEGER REFERENCES person (id),
            reason TEXT,
            note TEXT,
            UNIQUE (number)
        ) STRICT;
        CREATE INDEX movement_day ON movement (moved_on, kind);
        CREATE INDEX movement_follows ON movement (follows) WHERE follows IS NOT NULL;

        CREATE TABLE posting (
            lot INTEGER NOT NULL REFERENCES lot (id),
            warehouse TEXT NOT NULL REFERENCES warehouse (code),
            movement INTEGER NOT NULL REFERENCES movement (id),
            quantity INTEGER NOT NULL CHECK (quantity BETWEEN -1000000000000 AND 1000000000000),
            PRIMARY KEY (lot, warehouse, movement)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX posting_movement ON posting (movement);
        CREATE INDEX posting_warehouse ON posting (warehouse);

        CREATE TABLE norm (
            id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
            number TEXT NOT NULL,
            item INTEGER NOT NULL REFERENCES item (id),
            warehouse TEXT REFERENCES warehouse (code),
            tier TEXT,
            quantity INTEGER NOT NULL CHECK (quantity BETWEEN 0 AND 1000000000000),
            valid_from TEXT,
            valid_to TEXT,
            source TEXT NOT NULL,
            UNIQUE (number)
        ) STRICT;
        """
}
