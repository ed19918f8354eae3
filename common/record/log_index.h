/*
 * log_index.h - the entries of a log, found by the lead they are about.
 *
 * One pass over the log, by several threads, notes for each entry where it
 * starts, half of its key's hash (the other half gives its bucket) and, if
 * the program wants to, its gist.  The entries themselves stay in the log:
 * to look them up is slow, for they are anywhere in much memory, and so is
 * spared where their gists say all that is asked.
 */
#ifndef RECORD_LOG_INDEX_H
#define RECORD_LOG_INDEX_H

#include "base/die.h"
#include "base/hash.h"
#include "record/log.h"

/* A log to be indexed. */
struct log_source {
	const char *name;   /* borrowed: what messages call it */
	struct view bytes;  /* borrowed: see log_image */
	struct view header; /* borrowed: its header line, without LF */
	size_t key;	    /* number of the key's column */
	size_t time;	    /* number of a column that must hold a moment */
	unsigned threads;   /* 0: as many as it pays */
	log_gist *gist;	    /* NULL: none are kept */
	bool silent;	    /* nothing is said of lines that are wrong */
};

/* Where an entry is. */
struct log_place {
	uint64_t key;	/* the low half of the hash of its key */
	uint64_t where; /* the top of the other half, the line's offset */
	uint64_t gist;	/* see log_gist; 0: none */
};

struct log_index {
	struct view bytes;	  /* borrowed */
	uint32_t *starts;	  /* owned: of each bucket, and the end */
	struct log_place *places; /* owned */
	unsigned bits;		  /* there are 2^bits buckets */
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
struct digest log_index_hash(const struct log_index *index, struct view key);

/*
 * Say that a hash will be looked up soon, in three steps with some time
 * between them: its bucket, the places in it, the lines there (but of entries
 * whose gist is all).  Memory is slow; what was asked for in time is there
 * when it is needed.
 */
void
log_index_expect(const struct log_index *index, struct digest hash, int step);

/*
 * The next entry whose key has this hash: start with *at = 0; NULL at the
 * end.  That another key has it is possible, if less likely than that the
 * machine errs: some 80 bits of it were compared.
 */
const struct log_place *
log_index_next(const struct log_index *index, struct digest hash, size_t *at);

/* The log from the line of an entry on. */
struct view
log_index_line(const struct log_index *index, const struct log_place *place);

void log_index_fini(struct log_index *index);

#endif
