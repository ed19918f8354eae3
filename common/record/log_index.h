/*
 * log_index.h - the entries of a log, found by the lead they are about.
 *
 * One pass over the log, by several threads, notes for each entry eight
 * bytes: where it starts and some bits of its key's hash, in buckets by
 * other bits of it.  Nothing else is kept: the entries themselves stay in
 * the log.
 */
#ifndef RECORD_LOG_INDEX_H
#define RECORD_LOG_INDEX_H

#include "base/die.h"
#include "base/view.h"

/* A log to be indexed. */
struct log_source {
	const char *name;   /* borrowed: what messages call it */
	struct view bytes;  /* borrowed: see log_image */
	struct view header; /* borrowed: its header line, without LF */
	size_t key;	    /* number of the key's column */
	size_t time;	    /* number of a column that must hold a moment */
	unsigned threads;   /* 0: as many as it pays */
};

struct log_index {
	struct view bytes; /* borrowed */
	uint32_t *starts;  /* owned: first place of each bucket, and the end */
	uint64_t *places;  /* owned: bits of the hash, and the offset */
	unsigned bits;	   /* there are 2^bits buckets */
	uint64_t seed;
	size_t n; /* entries */
};

/*
 * Index all entries.  Lines that cannot be entries (another number of fields,
 * no moment, bytes that are not UTF-8) are said and left out; entries with a
 * wrong sum are said and kept.  STATUS_PART if there were any of these.
 */
enum status
log_index_make(struct log_index *index, const struct log_source *source);

/* What to ask the index with. */
uint64_t log_index_hash(const struct log_index *index, struct view key);

/*
 * Say that a hash will be looked up soon, in three steps with some time
 * between them: its bucket, the places in it, the lines there.  Memory is
 * slow; what was asked for in time is there when it is needed.
 */
void log_index_expect(const struct log_index *index, uint64_t hash, int step);

/*
 * The next entry whose key may have this hash: start with *at = 0, get the
 * log from its line on; false at the end.  Others may be among them: look.
 */
bool log_index_next(const struct log_index *index, uint64_t hash, size_t *at,
	struct view *rest);

void log_index_fini(struct log_index *index);

#endif
