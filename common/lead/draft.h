/*
 * draft.h - an entry of a log that is being made, and its way to the disk.
 */
#ifndef LEAD_DRAFT_H
#define LEAD_DRAFT_H

#include "base/opt.h"
#include "lead/entry.h"
#include "lead/target.h"
#include "lead/vocab.h"
#include "lead/zone.h"
#include "record/log.h"

/* The fields in plain text; borrowed. */
struct draft {
	struct view field[ENTRY_COLUMNS];
};

/* A log that is written by a program. */
struct journal {
	const struct common *common; /* borrowed */
	struct log log;
	char *path;  /* owned */
	char letter; /* that its ids start with */
	size_t columns;
	int64_t now;
	struct zone zone; /* whose clock the user means */
};

/*
 * Name the log: path, or if that is NULL the store's file.  Nothing is
 * opened.
 */
void journal_init(struct journal *journal, const struct common *common,
	const char *path, const char *store_name);
void journal_fini(struct journal *journal);

/* The number of a word, -1 for NULL; what is none is status 2. */
int draft_word(const struct program *program, const struct vocab *vocab,
	const char *text);

/*
 * No lead to log for, or an id that is none or would name several entries,
 * is status 2.
 */
void draft_check(const struct program *program, const struct opt_list *leads,
	const char *id);

/* An option that takes a time. */
struct draft_time {
	const char *option; /* its name */
	const char *text;   /* what was given; NULL: nothing */
	bool back;	    /* it tells of what has happened */
};

/*
 * Put the time into out as it is stored, and say how it was understood when
 * it was not given in that form, and when a next step's is over.  What is no
 * time, or has not happened yet if it should have, is status 2.  Empty when
 * nothing was given.
 */
struct view
draft_time(const struct program *program, const struct journal *journal,
	const struct draft_time *time, struct str *out);

/* The same, before somebody is asked for the rest: nothing else is said. */
void draft_time_check(const struct program *program,
	const struct journal *journal, const struct draft_time *time);

/* Texts of a draft. */
struct draft_begun {
	struct str at, logged_at; /* owned */
};

/*
 * Set what every entry begins with: when it happened (when, as given; NULL:
 * now), when it is logged and by whom.
 */
void draft_begin(struct draft *draft, const struct program *program,
	const struct journal *journal, const char *when,
	struct draft_begun *begun);
void draft_begun_fini(struct draft_begun *begun);

/* Put the entry's fields, without its sum, at the end of out. */
void draft_write(const struct draft *draft, const struct journal *journal,
	struct str *out);

/*
 * Put a line of fields for each target at the end of out, LF behind each.
 * id names the entry, if there is one target; NULL: each gets a new one.
 */
void draft_write_all(struct draft *draft, const struct journal *journal,
	const char *id, const struct targets *targets, struct str *out);

/* Who puts lines of fields (LF behind each) together for leads. */
struct draft_writer {
	void *self;
	/* Anything but STATUS_DONE, said: nothing is to be logged. */
	enum status (*write)(
		void *self, const struct targets *targets, struct str *lines);
};

/*
 * Find the leads that words name in the store, and commit what the writer
 * puts together for them.  STATUS_PART, said, when one cannot be told.
 */
enum status journal_log(const struct journal *journal,
	const struct opt_list *words, const struct draft_writer *writer);

/*
 * Append lines of fields (without sums, LF behind each): one by itself, more
 * at once, all or none; then print them as records on the output.
 */
enum status journal_commit(const struct journal *journal, struct view lines);

/* Who logs: $LEAD_USER, $LOGNAME, $USER, or the system's name for us. */
const char *journal_user(void);

#endif
