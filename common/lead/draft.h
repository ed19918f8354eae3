/*
 * draft.h - an entry of a log that is being made, and its way to the disk.
 */
#ifndef LEAD_DRAFT_H
#define LEAD_DRAFT_H

#include "base/opt.h"
#include "lead/entry.h"
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
};

/*
 * Name the log: path, or if that is NULL the store's file.  Nothing is
 * opened.
 */
void journal_init(struct journal *journal, const struct common *common,
	const char *path, const char *store_name);
void journal_fini(struct journal *journal);

/* Put the entry's fields, without its sum, at the end of out. */
void draft_write(const struct draft *draft, const struct journal *journal,
	struct str *out);

/*
 * Append lines of fields (without sums, LF behind each): one by itself, more
 * at once, all or none; then print them as records on the output.
 */
enum status journal_commit(const struct journal *journal, struct view lines);

/* Who logs: $LEAD_USER, $LOGNAME, $USER, or the system's name for us. */
const char *journal_user(void);

#endif
