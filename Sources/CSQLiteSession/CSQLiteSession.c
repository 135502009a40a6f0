#define SQLITE_ENABLE_SESSION 1
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include "CSQLiteSession.h"

#include <sqlite3.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

int jbem_session_begin(void *connection, void **session) {
    return sqlite3session_create(connection, "main", (sqlite3_session **)session);
}

int jbem_session_attach(void *session, const char *table) { return sqlite3session_attach(session, table); }

int jbem_session_changeset(void *session, int *count, void **bytes) {
    return sqlite3session_changeset(session, count, bytes);
}

void jbem_session_enable(void *session, int is_enabled) { sqlite3session_enable(session, is_enabled); }
int64_t jbem_session_memory(void *session) { return sqlite3session_memory_used(session); }
void jbem_session_end(void *session) { sqlite3session_delete(session); }
void jbem_session_free(void *bytes) { sqlite3_free(bytes); }

int jbem_changeset_invert(int count, const void *bytes, int *out_count, void **out_bytes) {
    return sqlite3changeset_invert(count, bytes, out_count, out_bytes);
}

int jbem_changeset_join(int first_count, void *first, int second_count, void *second, int *out_count, void **out_bytes) {
    return sqlite3changeset_concat(first_count, first, second_count, second, out_count, out_bytes);
}

int jbem_changeset_begin(void **iterator, int count, void *bytes) {
    return sqlite3changeset_start((sqlite3_changeset_iter **)iterator, count, bytes);
}

int jbem_changeset_next(void *iterator) { return sqlite3changeset_next(iterator); }
int jbem_changeset_end(void *iterator) { return sqlite3changeset_finalize(iterator); }

void jbem_changeset_operation(void *iterator, const char **table, int *columns, int *operation) {
    int indirect = 0;
    sqlite3changeset_op(iterator, table, columns, operation, &indirect);
}

void jbem_changeset_key(void *iterator, const unsigned char **is_key) {
    int columns = 0;
    sqlite3changeset_pk(iterator, (unsigned char **)is_key, &columns);
}

static jbem_value value_of(sqlite3_value *value) {
    jbem_value result = {0, 0, 0, NULL, 0};
    if (value == NULL) return result;
    result.kind = sqlite3_value_type(value);
    switch (result.kind) {
    case SQLITE_INTEGER: result.integer = sqlite3_value_int64(value); break;
    case SQLITE_FLOAT: result.real = sqlite3_value_double(value); break;
    case SQLITE_TEXT:
        result.text = (const char *)sqlite3_value_text(value);
        result.count = sqlite3_value_bytes(value);
        break;
    case SQLITE_BLOB:
        result.text = sqlite3_value_blob(value);
        result.count = sqlite3_value_bytes(value);
        break;
    default: break;
    }
    return result;
}

jbem_value jbem_changeset_old(void *iterator, int column) {
    sqlite3_value *value = NULL;
    return sqlite3changeset_old(iterator, column, &value) == SQLITE_OK ? value_of(value) : value_of(NULL);
}

jbem_value jbem_changeset_new(void *iterator, int column) {
    sqlite3_value *value = NULL;
    return sqlite3changeset_new(iterator, column, &value) == SQLITE_OK ? value_of(value) : value_of(NULL);
}

jbem_value jbem_changeset_conflict(void *iterator, int column) {
    sqlite3_value *value = NULL;
    return sqlite3changeset_conflict(iterator, column, &value) == SQLITE_OK ? value_of(value) : value_of(NULL);
}

typedef struct {
    void *context;
    jbem_conflict_handler handler;
} application;

static int on_conflict(void *context, int kind, sqlite3_changeset_iter *iterator) {
    application *running = context;
    running->handler(running->context, kind, iterator);
    return SQLITE_CHANGESET_ABORT;
}

int jbem_changeset_apply(void *connection, int count, void *bytes, void *context, jbem_conflict_handler handler) {
    application running = {context, handler};
    return sqlite3changeset_apply(connection, count, bytes, NULL, on_conflict, &running);
}

int jbem_statement_bind(void *statement, const unsigned char *record, int count) {
    int result = SQLITE_OK;
    for (int index = 1; index <= count && result == SQLITE_OK; index++) {
        int kind = *record++;
        if (kind == SQLITE_INTEGER) {
            uint64_t value = 0;
            for (int byte = 0; byte < 8; byte++) value = value << 8 | *record++;
            result = sqlite3_bind_int64(statement, index, (sqlite3_int64)value);
        } else if (kind == SQLITE_TEXT) {
            uint32_t length = 0;
            while (*record & 0x80) length = length << 7 | (*record++ & 0x7f);
            length = length << 7 | *record++;
            result = sqlite3_bind_text(statement, index, (const char *)record, (int)length, SQLITE_STATIC);
            record += length;
        }
        // Nothing to do for a null: jbem_statement_reset leaves all parameters so.
    }
    return result;
}

int jbem_statement_step(void *statement) { return sqlite3_step(statement); }

jbem_value jbem_statement_column(void *statement, int column) {
    jbem_value result = {sqlite3_column_type(statement, column), 0, 0, NULL, 0};
    if (result.kind == SQLITE_INTEGER) result.integer = sqlite3_column_int64(statement, column);
    if (result.kind == SQLITE_TEXT) {
        result.text = (const char *)sqlite3_column_text(statement, column);
        result.count = sqlite3_column_bytes(statement, column);
    }
    if (result.kind == SQLITE_BLOB) {
        result.text = sqlite3_column_blob(statement, column);
        result.count = sqlite3_column_bytes(statement, column);
    }
    return result;
}

int jbem_statement_explains(void *statement) { return sqlite3_stmt_isexplain(statement); }

void jbem_statement_reset(void *statement) {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
}

typedef int (*directory_opener)(const char *path, int *descriptor);
static directory_opener open_directory;

static int open_directory_unless_of_log(const char *path, int *descriptor) {
    size_t length = strlen(path);
    if (length > 4 && strcmp(path + length - 4, "-wal") == 0) return SQLITE_CANTOPEN;
    return open_directory(path, descriptor);
}

void jbem_sqlite_leave_log_folders(void) {
    sqlite3_vfs *system = sqlite3_vfs_find(NULL);
    if (system == NULL || system->iVersion < 3 || open_directory != NULL) return;
    open_directory = (directory_opener)system->xGetSystemCall(system, "openDirectory");
    if (open_directory == NULL) return;
    system->xSetSystemCall(system, "openDirectory", (sqlite3_syscall_ptr)open_directory_unless_of_log);
}

int jbem_connection_harden(void *connection) {
    int result = sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    if (result == SQLITE_OK) result = sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    if (result == SQLITE_OK) result = sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
    if (result == SQLITE_OK) result = sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    return result;
}

int jbem_connection_limit(void *connection, int category, int value) {
    return sqlite3_limit(connection, category, value);
}

// One process runs one query, so the deadline and the refusal are kept once per thread.
static _Thread_local struct timespec deadline;
static _Thread_local char refused[256];

static int past_deadline(void *unused) {
    (void)unused;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec > deadline.tv_sec || (now.tv_sec == deadline.tv_sec && now.tv_nsec > deadline.tv_nsec);
}

void jbem_connection_deadline(void *connection, int milliseconds) {
    if (milliseconds == 0) {
        sqlite3_progress_handler(connection, 0, NULL, NULL);
        return;
    }
    clock_gettime(CLOCK_MONOTONIC, &deadline);
    deadline.tv_sec += milliseconds / 1000;
    deadline.tv_nsec += (long)(milliseconds % 1000) * 1000000L;
    if (deadline.tv_nsec >= 1000000000L) {
        deadline.tv_sec += 1;
        deadline.tv_nsec -= 1000000000L;
    }
    // Few steps, for each may call a function that takes long.
    sqlite3_progress_handler(connection, 100, past_deadline, NULL);
}

static char last_words[512];
static int last_code;

static void end_process(int signal) {
    (void)signal;
    // Only what a signal handler may do.
    ssize_t ignored = write(STDERR_FILENO, last_words, strlen(last_words));
    (void)ignored;
    _exit(last_code);
}

void jbem_process_bound(int seconds, int64_t bytes, const char *words, int code) {
    struct itimerval timer = {{0, 0}, {seconds, 0}};
    snprintf(last_words, sizeof last_words, "%s", words);
    last_code = code;
    signal(SIGALRM, end_process);
    setitimer(ITIMER_REAL, &timer, NULL);
    sqlite3_hard_heap_limit64(bytes);
}

typedef struct {
    const char *const *tables;
    const char *const *hidden;
    const char *const *functions;
} allow_list;
static _Thread_local allow_list allowed;

static bool contains(const char *const *names, const char *name) {
    for (; *names != NULL; names++)
        if (sqlite3_stricmp(*names, name) == 0) return true;
    return false;
}

static int authorize(void *context, int action, const char *first, const char *second, const char *database,
                     const char *trigger) {
    (void)context; (void)database; (void)trigger;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE: return SQLITE_OK;
    case SQLITE_READ:
        // An empty table name is a reference to a row as a whole (count(*)) or to a common table expression.
        if (first == NULL || *first == '\0' || contains(allowed.tables, first)) return SQLITE_OK;
        // count(*) reads no column, and names a common table expression as if it were a table.
        if (second != NULL && *second == '\0' && !contains(allowed.hidden, first) && sqlite3_strnicmp(first, "sqlite_", 7) != 0 &&
            sqlite3_strnicmp(first, "pragma_", 7) != 0)
            return SQLITE_OK;
        snprintf(refused, sizeof refused, "%s", first);
        return SQLITE_DENY;
    case SQLITE_FUNCTION:
        if (second != NULL && contains(allowed.functions, second)) return SQLITE_OK;
        snprintf(refused, sizeof refused, "%s()", second ? second : "?");
        return SQLITE_DENY;
    default:
        snprintf(refused, sizeof refused, "%s", first ? first : "?");
        return SQLITE_DENY;
    }
}

void jbem_connection_allow(void *connection, const char *const *tables, const char *const *hidden,
                           const char *const *functions) {
    allowed.tables = tables;
    allowed.hidden = hidden;
    allowed.functions = functions;
    refused[0] = '\0';
    sqlite3_set_authorizer(connection, authorize, NULL);
}

const char *jbem_connection_refused(void) { return refused; }

int64_t jbem_file_system(const char *path) {
    struct statfs system;
    return statfs(path, &system) == 0 ? (int64_t)(uint32_t)system.f_type : 0;
}

const char *jbem_sqlite_version(void) { return sqlite3_libversion(); }
int jbem_sqlite_version_number(void) { return sqlite3_libversion_number(); }
