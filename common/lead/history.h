/*
 * history.h - what a log holds about one lead, in order, each entry once.
 *
 * Order-free: the same whatever order the log's lines have, however often
 * one is there.  Entries are sorted by when they happened (at), then by id.
 */
#ifndef LEAD_HISTORY_H
#define LEAD_HISTORY_H

#include "lead/alias.h"
#include "lead/entry.h"
#include "record/log.h"
#include "record/log_index.h"
#include "record/scan.h"

#define HISTORY_AHEAD 16 /* as many as FLOW_AHEAD */

struct entry {
	struct view line;
	struct view field[ENTRY_COLUMNS]; /* as written (see field.h) */
	int64_t at;
};

/* A log opened for folding. */
struct history_log {
	struct log_image image;
	struct log_index index;
	struct aliases aliases; /* those beside the log */
	size_t columns, void_column;
	int64_t as_of; /* entries of later are not there yet */
};

/*
 * Read and index a log, which need not exist.  as_of is a moment.  The
 * status: 2 when it cannot be read (said), 1 when a part cannot.
 */
enum status
history_open(struct history_log *log, const struct log *file, int64_t as_of);

/* As history_open(), from lines in memory, which stay the caller's. */
enum status history_open_bytes(struct history_log *log, const struct log *file,
	struct view bytes, int64_t as_of);

/*
 * As history_open(), for the entries of one lead only, or of all for an empty
 * id: a large log is looked through, not indexed.  What is wrong with it is
 * said only if an entry of that lead's is.
 */
enum status history_open_lead(struct history_log *log, const struct log *file,
	struct view lead_id, int64_t as_of);

void history_close(struct history_log *log);

/* Leads to come: what their loading will need is asked for early; {0}. */
struct history_queue {
	struct digest hash[HISTORY_AHEAD];
	uint64_t n; /* so many were expected so far */
};

/* Say that this lead will be loaded, after HISTORY_AHEAD others or so. */
void history_expect(struct history_queue *queue, const struct history_log *log,
	struct view lead_id);

/* One lead's entries; {0} is empty.  Keep it to load one after another. */
struct history {
	struct entry **entry; /* owned: in order */
	size_t n;
	struct entry *room; /* owned: where they are */
	size_t entry_cap, room_cap;
};

/*
 * Load the entries of a lead, and of what was merged into it: not those that
 * are voided, not the voiding ones.  They are views of the log, good until
 * history_close().
 */
void history_load(struct history *history, const struct history_log *log,
	struct view lead_id);

void history_fini(struct history *history);

/*
 * Read one entry of a log; false when it is another lead's after all, or of
 * later.  Its fields are views of the log.
 */
bool history_read(const struct history_log *log, const struct log_place *place,
	struct view lead_id, struct entry *entry);

#endif
