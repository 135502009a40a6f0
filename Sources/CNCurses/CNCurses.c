#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include "cncurses.h"

#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <link.h>
#include <locale.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

static SCREEN *screen;
static struct termios found;
static bool has_found;
static volatile sig_atomic_t ending;
static int wake_descriptor = -1;

// What gives the terminal back, made ready beforehand: a crash handler may call only write and tcsetattr.
static char farewell[256];
static size_t farewell_length;

static int keep_farewell(int byte) {
    if (farewell_length < sizeof farewell) farewell[farewell_length++] = (char)byte;
    return byte;
}

static void prepare_farewell(void) {
    farewell_length = 0;
    const char *parts[] = {exit_attribute_mode, orig_pair, cursor_normal, keypad_local, exit_ca_mode};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i]) tputs(parts[i], 1, keep_farewell);
}

static void on_end(int number) {
    ending = number;
    if (wake_descriptor >= 0 && write(wake_descriptor, "", 1) < 0) return;
}

// What curses does at a new size. It only notes it, for the next key that is asked for.
static void (*note_size)(int);

// The size may change between two waits, or another thread may be told: whoever waits is woken in any case.
static void on_resize(int number) {
    const int before = errno;
    if (note_size) note_size(number);
    if (wake_descriptor >= 0) (void)!write(wake_descriptor, "", 1);
    errno = before;
}

static void on_crash(int number) {
    if (write(STDOUT_FILENO, farewell, farewell_length) >= 0 && has_found) tcsetattr(STDIN_FILENO, TCSANOW, &found);
    // SA_RESETHAND: the signal that comes again ends the program as if nobody had listened.
    raise(number);
}

static void handle(int number, void (*handler)(int), int flags) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigemptyset(&action.sa_mask);
    sigaction(number, &action, NULL);
}

static void set_modes(void) {
    raw();
    noecho();
    nonl();
    keypad(stdscr, TRUE);
    nodelay(stdscr, TRUE);
    scrollok(stdscr, FALSE);
    leaveok(stdscr, TRUE);
    curs_set(0);
}

int jbem_screen_open(int wake) {
    setlocale(LC_CTYPE, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
    has_found = tcgetattr(STDIN_FILENO, &found) == 0;
    set_escdelay(25);
    const char *name = getenv("TERM");
    screen = newterm(name && *name ? name : "xterm-256color", stdout, stdin);
    if (!screen) screen = newterm("xterm-256color", stdout, stdin);
    if (!screen) return -1;
    set_term(screen);
    if (!cursor_address || !clear_screen) {
        // A teletype: nothing can be put in its place.
        endwin();
        delscreen(screen);
        screen = NULL;
        return -1;
    }
    if (has_colors()) {
        start_color();
        use_default_colors();
    }
    set_modes();
    prepare_farewell();
    atexit(jbem_screen_close);
    wake_descriptor = wake;
    const int ends[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) handle(ends[i], on_end, 0);
    const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT};
    for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) handle(crashes[i], on_crash, SA_RESETHAND | SA_NODEFER);
    struct sigaction ours;
    sigaction(SIGWINCH, NULL, &ours);
    if (ours.sa_handler != SIG_DFL && ours.sa_handler != SIG_IGN) note_size = ours.sa_handler;
    // As curses has it: what another thread writes or reads goes on.
    handle(SIGWINCH, on_resize, SA_RESTART);
    return 0;
}

void jbem_screen_close(void) {
    if (!screen) return;
    endwin();
    delscreen(screen);
    screen = NULL;
    if (has_found) tcsetattr(STDIN_FILENO, TCSADRAIN, &found);
}

int jbem_screen_colors(void) { return has_colors() ? COLORS : 0; }

void jbem_screen_size(int *height, int *width) {
    struct winsize size;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0 &&
        (size.ws_row != LINES || size.ws_col != COLS))
        resizeterm(size.ws_row, size.ws_col);
    *height = LINES;
    *width = COLS;
}

void jbem_screen_clear_row(int row) {
    attrset(A_NORMAL);
    move(row, 0);
    clrtoeol();
}

// Pairs are made as colours are asked for; 0 is the terminal's own.
static short pair_of(int color, attr_t *more) {
    static short pairs[256];
    static short made;
    if (color < 0 || color > 255 || !has_colors()) return 0;
    if (color >= COLORS && color < 16) {
        color -= 8;
        *more |= A_BOLD;
    }
    if (color >= COLORS) return 0;
    if (pairs[color] == 0 && made + 1 < COLOR_PAIRS && init_pair((short)(made + 1), (short)color, -1) == OK) pairs[color] = ++made;
    return pairs[color];
}

void jbem_screen_put(int row, int column, const char *text, int width, int color, int attributes) {
    // A terminal may scroll when its last cell is written.
    if (row < 0 || row >= LINES || column < 0 || column + width > COLS - (row == LINES - 1)) return;
    attr_t look = A_NORMAL;
    short pair = pair_of(color, &look);
    if (attributes & JBEM_BOLD) look |= A_BOLD;
    if (attributes & JBEM_DIM) look |= A_DIM;
    if (attributes & JBEM_UNDERLINE) look |= A_UNDERLINE;
    if (attributes & JBEM_REVERSE) look |= A_REVERSE;
    attr_set(look, pair, NULL);
    mvaddstr(row, column, text);
}

void jbem_screen_flush(bool whole) {
    if (whole) clearok(stdscr, TRUE);
    refresh();
}

static int32_t named(wint_t key) {
    switch (key) {
    case KEY_RESIZE: return JBEM_KEY_RESIZE;
    case KEY_UP: return JBEM_KEY_UP;
    case KEY_DOWN: return JBEM_KEY_DOWN;
    case KEY_LEFT: return JBEM_KEY_LEFT;
    case KEY_RIGHT: return JBEM_KEY_RIGHT;
    case KEY_HOME: return JBEM_KEY_HOME;
    case KEY_END: return JBEM_KEY_END;
    case KEY_PPAGE: return JBEM_KEY_PAGE_UP;
    case KEY_NPAGE: return JBEM_KEY_PAGE_DOWN;
    case KEY_BACKSPACE: return JBEM_KEY_BACKSPACE;
    case KEY_BTAB: return JBEM_KEY_BACK_TAB;
    case KEY_ENTER: return JBEM_KEY_ENTER;
    default: return JBEM_KEY_OTHER;
    }
}

int32_t jbem_screen_read(void) {
    wint_t key = 0;
    int kind = get_wch(&key);
    if (kind == KEY_CODE_YES) return named(key);
    if (kind == OK) {
        switch (key) {
        case '\r':
        case '\n': return JBEM_KEY_ENTER;
        case 8:
        case 127: return JBEM_KEY_BACKSPACE;
        default: return (int32_t)key;
        }
    }
    // A terminal that has gone away is always readable, and never has anything.
    struct pollfd input = {STDIN_FILENO, POLLIN, 0};
    int waiting = 0;
    if (poll(&input, 1, 0) > 0 &&
        ((input.revents & (POLLHUP | POLLERR | POLLNVAL)) || (ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting == 0)))
        return JBEM_KEY_HANG_UP;
    return JBEM_KEY_NONE;
}

void jbem_screen_alert(bool flash_it) {
    if (flash_it)
        flash();
    else
        beep();
}

void jbem_screen_suspend(void) {
    def_prog_mode();
    endwin();
    if (has_found) tcsetattr(STDIN_FILENO, TCSADRAIN, &found);
    struct sigaction ours;
    sigaction(SIGTSTP, NULL, &ours);
    handle(SIGTSTP, SIG_DFL, 0);
    // The whole job: a dashboard in a pipeline stops as one.
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
    reset_prog_mode();
    set_modes();
    clearok(stdscr, TRUE);
    refresh();
}

int jbem_screen_signal(void) { return ending; }

void jbem_memory_share(void) { mallopt(M_ARENA_MAX, 1); }

// Lets go of the pages of code and constants: they are clean copies of the program's file, and come back when they are used.
static int release_code(struct dl_phdr_info *info, size_t size, void *context) {
    (void)size;
    (void)context;
    const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &info->dlpi_phdr[i];
        if (part->p_type != PT_LOAD || (part->p_flags & PF_W)) continue;
        uintptr_t begin = (info->dlpi_addr + part->p_vaddr) & ~(page - 1);
        uintptr_t end = (info->dlpi_addr + part->p_vaddr + part->p_filesz) & ~(page - 1);
        if (end > begin) madvise((void *)begin, end - begin, MADV_DONTNEED);
    }
    return 1; // only the program itself, which comes first
}

void jbem_memory_trim(void) {
    malloc_trim(0);
    dl_iterate_phdr(release_code, NULL);
}

int jbem_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC | O_NONBLOCK); }
