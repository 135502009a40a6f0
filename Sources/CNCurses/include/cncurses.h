// A narrow door to ncursesw: what the dashboard needs of it, so that Swift never sees <curses.h>.
#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stdint.h>

/// Attributes of a run of text, to be combined with `|`.
enum { JBEM_BOLD = 1, JBEM_DIM = 2, JBEM_UNDERLINE = 4, JBEM_REVERSE = 8 };

/// What `jbem_screen_read` gives besides characters.
enum {
    JBEM_KEY_NONE = -1,
    JBEM_KEY_RESIZE = -2,
    JBEM_KEY_UP = -3,
    JBEM_KEY_DOWN = -4,
    JBEM_KEY_LEFT = -5,
    JBEM_KEY_RIGHT = -6,
    JBEM_KEY_HOME = -7,
    JBEM_KEY_END = -8,
    JBEM_KEY_PAGE_UP = -9,
    JBEM_KEY_PAGE_DOWN = -10,
    JBEM_KEY_BACKSPACE = -11,
    JBEM_KEY_BACK_TAB = -12,
    JBEM_KEY_ENTER = -13,
    JBEM_KEY_OTHER = -14,
    JBEM_KEY_HANG_UP = -15
};

/// Takes the terminal over; signals that end the program are noted and said on `wake`, the writing end of a pipe that does not wait.
/// Returns 0; -1 if no description of any terminal will do. A terminal that is not known is taken for an xterm.
int jbem_screen_open(int wake);

/// Gives the terminal back as it was found; may be called twice, and from `atexit`.
void jbem_screen_close(void);

/// Number of colours of the terminal; 0 without colour.
int jbem_screen_colors(void);

/// Sets the size as the terminal has it now.
void jbem_screen_size(int *height, int *width);

/// Blanks a row.
void jbem_screen_clear_row(int row);

/// Writes UTF-8 text that begins at a cell; `color` is -1 for the terminal's own. Never writes the bottom-right cell.
void jbem_screen_put(int row, int column, const char *text, int width, int color, int attributes);

/// Brings what was written to the terminal; `whole` repaints every cell.
void jbem_screen_flush(bool whole);

/// Returns the next key without waiting: a code point, or one of JBEM_KEY_….
int32_t jbem_screen_read(void);

/// Rings the bell, or flashes the screen.
void jbem_screen_alert(bool flash);

/// Stops the program as Ctrl-Z does, with the terminal given back meanwhile; returns when it goes on.
void jbem_screen_suspend(void);

/// The number of the signal that asks the program to end (SIGTERM, SIGHUP, SIGINT); 0 if none came.
int jbem_screen_signal(void);


// Of the C library, what Swift's module of it leaves out ---------------------

/// Keeps one heap for all threads: smaller, and it can be given back.
void jbem_memory_share(void);

/// Gives unused memory back to the system.
void jbem_memory_trim(void);

/// Makes a pipe that neither waits nor is inherited; 0 if it was made.
int jbem_pipe(int ends[2]);

#endif
