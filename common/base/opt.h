/*
 * opt.h - one table of options, read by all who need to know them.
 *
 * The table serves the parser, --help, --options (a TSV of the table: letter,
 * name, kind, argument, help), and through that the shell completion and the
 * test that holds the man pages against it.
 *
 * A program keeps its settings in a struct whose first member is a struct
 * common; a row says by offset which member it sets:
 *
 *	struct settings {
 *		struct common common;
 *		const char *rules;
 *	};
 *	static const struct opt opts[] = {
 *		{'r', "rules", OPT_TEXT, "FILE",
 *			offsetof(struct settings, rules),
 *			N_("read the scorecard from FILE")},
 *	};
 */
#ifndef BASE_OPT_H
#define BASE_OPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum opt_kind {
	OPT_FLAG,   /* bool: true when given */
	OPT_TEXT,   /* const char *: borrowed from argv */
	OPT_LIST,   /* struct opt_list: may be given again and again */
	OPT_NUMBER, /* uint64_t: decimal, k M G for 2^10 2^20 2^30 */
	OPT_CHOICE, /* int: which word of arg ("auto|always|never"), from 0 */
};

struct opt {
	int letter;	  /* 0: has only a name */
	const char *name; /* long; NULL: has only a letter */
	enum opt_kind kind;
	const char *arg;  /* what to call the argument; NULL for a flag */
	size_t offset;	  /* of the member it sets */
	const char *help; /* N_(): one line, no capital, no full stop */
};

struct opt_list {
	const char **items; /* owned: opt_list_fini() */
	size_t n, cap;
};

struct program {
	const char *name;
	const char *purpose;  /* N_(): one line */
	const char *synopsis; /* lines after the name, '\n' between */
	const char *example;  /* command lines, '\n' between */
	const struct opt *opts;
	size_t opts_n;
};

enum progress { PROGRESS_AUTO, PROGRESS_ALWAYS, PROGRESS_NEVER };

/* What every program can be told; opt_parse() fills in the defaults. */
struct common {
	bool help, version, options; /* served by opt_parse() */
	bool quiet;		     /* no notices; errors are always said */
	bool no_header, raw, line_buffered;
	const char *output;  /* NULL: stdout */
	const char *home;    /* the store's directory; NULL: see store.h */
	const char *as_of;   /* NULL: now */
	const char *columns; /* "a,b,c" when the input has no header */
	const char *null;    /* what to write for empty; NULL: nothing */
	uint64_t max_record; /* bytes; 1 MiB unless told */
	uint64_t jobs;	     /* threads; 0: as many as it pays */
	int progress;	     /* enum progress */
};

/*
 * Start up: fill descriptors 0-2, speak the right language, read the command
 * line into *settings (which the caller has set to its own defaults).
 * Returns how many words of argv to skip: what follows are the operands.
 * -h, -V and --options are served here and end the program; bad usage is a
 * message and status 2.
 */
int
opt_parse(const struct program *program, int argc, char **argv, void *settings);

/* Bad usage: the message, a word on --help, status 2. */
void opt_usage(const struct program *program, const char *format, ...)
	__attribute__((format(printf, 2, 3), noreturn));

/*
 * A filter with no operand whose stdin is a terminal was called by someone
 * who does not know it yet: the synopsis, status 2.
 */
void opt_need_input(const struct program *program, char **operands);

/*
 * What takes no operands was given one: it is likely the rest of a text that
 * was not quoted, which would be cut short.  Status 2.
 */
void opt_no_operands(const struct program *program, char **operands);

/* Add an item, as if it had been given once more; it is borrowed. */
void opt_list_add(struct opt_list *list, const char *item);

void opt_list_fini(struct opt_list *list);

#endif
