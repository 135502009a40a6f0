// A narrow door to SQLite's session extension and the few connection settings GRDB does not offer.
// Connections and sessions are opaque pointers, so that Swift sees only one declaration of sqlite3.
#ifndef CSQLITESESSION_H
#define CSQLITESESSION_H

#include <stdbool.h>
#include <stdint.h>

// Recording -----------------------------------------------------------------
int jbem_session_begin(void *connection, void **session);
int jbem_session_attach(void *session, const char *table);
int jbem_session_changeset(void *session, int *count, void **bytes);
// A session that is switched off does not see what happens.
void jbem_session_enable(void *session, int is_enabled);
// Bytes that the session holds.
int64_t jbem_session_memory(void *session);
void jbem_session_end(void *session);
void jbem_session_free(void *bytes);

// Changesets ----------------------------------------------------------------
int jbem_changeset_invert(int count, const void *bytes, int *out_count, void **out_bytes);

// The changeset that does the first and then the second; freed with jbem_session_free.
int jbem_changeset_join(int first_count, void *first, int second_count, void *second, int *out_count, void **out_bytes);

// Reading a changeset: begin, then next until it does not return 100 (row), then end.
int jbem_changeset_begin(void **iterator, int count, void *bytes);
int jbem_changeset_next(void *iterator);
int jbem_changeset_end(void *iterator);
// operation: 18 INSERT, 9 DELETE, 23 UPDATE
void jbem_changeset_operation(void *iterator, const char **table, int *columns, int *operation);
// is_key[i] tells whether column i belongs to the primary key
void jbem_changeset_key(void *iterator, const unsigned char **is_key);

// A value of the old or new row; kind 0 = not part of the changeset, 1 integer, 2 real, 3 text, 4 blob, 5 null.
typedef struct {
    int kind;
    int64_t integer;
    double real;
    const char *text;
    int count;
} jbem_value;
jbem_value jbem_changeset_old(void *iterator, int column);
jbem_value jbem_changeset_new(void *iterator, int column);
jbem_value jbem_changeset_conflict(void *iterator, int column);

// Applying: the handler gets the conflict kind (1 data, 2 not found, 3 conflict, 4 constraint, 5 foreign key) and the
// iterator; a conflict always aborts the whole application.
typedef void (*jbem_conflict_handler)(void *context, int kind, void *iterator);
int jbem_changeset_apply(void *connection, int count, void *bytes, void *context, jbem_conflict_handler handler);

// Statements ----------------------------------------------------------------
// Binds a row in the record format of changesets (per column a type byte, then 8 bytes big-endian, or a varint length and bytes)
// to the parameters 1 to `count`. The bytes must stay in place until the statement is reset.
int jbem_statement_bind(void *statement, const unsigned char *record, int count);
// 100 row, 101 done, anything else an error of which the statement's connection knows the message.
int jbem_statement_step(void *statement);
jbem_value jbem_statement_column(void *statement, int column);
void jbem_statement_reset(void *statement);
// 1 for EXPLAIN, 2 for EXPLAIN QUERY PLAN, else 0.
int jbem_statement_explains(void *statement);

// Connection ----------------------------------------------------------------
// Turns the defensive mode on and trusted schema and extension loading off.
int jbem_connection_harden(void *connection);
// From now on SQLite does not wait for the folder of a write-ahead log at the first commit of each process: whoever writes into an empty
// log does so himself, before. To be called once, before the first connection.
void jbem_sqlite_leave_log_folders(void);
int jbem_connection_limit(void *connection, int category, int value);
// Stops a statement after `milliseconds`; 0 removes the limit. The clock is the monotonic one.
void jbem_connection_deadline(void *connection, int milliseconds);

// Ends the process after `seconds` with these last words on standard error (0 lifts the limit), and bounds what SQLite may hold in
// memory (0 lifts the limit): a single call of a function, or the preparing of a statement, asks no deadline.
void jbem_process_bound(int seconds, int64_t bytes, const char *words, int code);

// Allows only reading of the named tables and calling of the named functions; `hidden` names every other table there is
// (null-terminated arrays that must outlive the connection).
void jbem_connection_allow(void *connection, const char *const *tables, const char *const *hidden,
                           const char *const *functions);
// Why the allow-list refused the last statement: the name of the table or function; empty if it did not.
const char *jbem_connection_refused(void);

// File ----------------------------------------------------------------------
// The magic number of the file system that holds the path; 0 if it cannot be told.
int64_t jbem_file_system(const char *path);

// The library that is loaded.
const char *jbem_sqlite_version(void);
int jbem_sqlite_version_number(void);

#endif
