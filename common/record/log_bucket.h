/*
 * log_bucket.h - the places of a log's entries brought into buckets; for
 * log_index.c.
 *
 * Sorting much memory is slow, and so is fresh memory.  So each piece of the
 * log orders its own places roughly, by part, while the processor still holds
 * them: a run.  Then each part of all runs is sorted into its buckets, by
 * several threads, and all that is written fits into the processor's cache.
 */
#ifndef RECORD_LOG_BUCKET_H
#define RECORD_LOG_BUCKET_H

#include "record/log_index.h"

#define LOG_PARTS_BITS 8
#define LOG_PARTS (1 << LOG_PARTS_BITS)

/* The places of a piece, by part. */
struct log_run {
	struct log_place *places; /* owned, or of a block of log_runs */
	size_t cap;
	uint32_t ends[LOG_PARTS];
};

struct log_runs {
	struct log_run *all; /* owned */
	size_t n, cap;
	struct log_place **blocks; /* owned: hold the runs' places */
	size_t blocks_n, blocks_cap;
	struct log_place *next; /* of the last block, with room for more */
	size_t room;
	size_t places; /* so many in all */
};

/* The place of an entry. */
struct log_place
log_place_make(struct digest hash, uint64_t offset, uint64_t gist);

/* Make a run of n places; run keeps its room for the next. */
void
log_run_order(struct log_run *run, const struct log_place *places, size_t n);

/* Take a copy of a run. */
void log_runs_add(struct log_runs *runs, const struct log_run *run);

/* Make the buckets of all runs, which are freed. */
void
log_runs_sort(struct log_runs *runs, struct log_index *index, unsigned threads);

#endif
