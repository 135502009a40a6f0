extension Migration {
    /// Version 2: the list of the dead and missing of a disaster.
    static let victims = Migration(
        version: 2, title: "victims",
        sql: """
            CREATE TABLE victim (
                id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),
                disaster INTEGER NOT NULL REFERENCES disaster (id),
                number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 100000),
                name TEXT NOT NULL,
                sex TEXT,
                age INTEGER CHECK (age BETWEEN 0 AND 130),
                id_number TEXT,
                fate TEXT NOT NULL,
                happened_on TEXT NOT NULL,
                region TEXT NOT NULL REFERENCES region (code),
                place TEXT,
                cause TEXT,
                note TEXT,
                UNIQUE (disaster, number)
            ) STRICT;
            CREATE TABLE victim_private (
                id INTEGER NOT NULL PRIMARY KEY,
                id_number TEXT
            ) STRICT;
            """)
}
