/*
 * log.h - a log: a file of records that is only ever appended to.
 *
 * The promise.  An append that returns STATUS_DONE is on disk, whole.
 * STATUS_PART: refused, not there.  STATUS_FAIL: could not, not there.
 * STATUS_MAYBE: it may be there, whole; repeated with the same id it counts
 * once.  A writer that was killed leaves its record whole or a torn tail,
 * which readers pass over and the next writer saves beside the file, says,
 * and cuts.  Many writers, readers and rewriters may be at work at once, on
 * one machine.
 *
 * The file has one header line, then records with the header's columns, LF
 * behind each.  The last column, sum, is the CRC-32C of what stands before
 * its TAB (see log_sum.h); an empty one was written by hand and is taken.
 * Header lines may stand anywhere, or be missing, so that `cat a b` and
 * `sort -u a b` make a log of two.
 *
 * Messages are said here; no function of this module ends the program but
 * by running out of memory.
 */
#ifndef RECORD_LOG_H
#define RECORD_LOG_H

#include "base/die.h"
#include "base/str.h"

#define LOG_RECORD_MAX ((size_t)64 << 10) /* bytes, sum and LF included */

/*
 * What an entry says in 64 bits, for programs that read a log to fold it (see
 * log_index.h): from its fields and its moment.  0: too much.
 * LOG_GIST_ALL: all of it is in the gist, its line need not be looked at.
 */
#define LOG_GIST_ALL 1
struct record;
typedef uint64_t log_gist(const struct record *entry, int64_t at);

struct log {
	const char *path;   /* borrowed */
	struct view header; /* borrowed: the header line, without LF */
	log_gist *gist;	    /* NULL: none */
	bool allow_network; /* on NFS and the like: locks may do nothing */
	bool quiet;	    /* say nothing of repairs that went well */
	bool expected;	    /* to read one that is missing is worth a word */
};

/*
 * Append one record: its written fields and the TABs between, without the
 * sum.  The file is made, mode 0600, when there is none.
 */
enum status log_append(const struct log *log, struct view fields);

/*
 * Append whole lines (sums and LF included), all or none, even when killed:
 * the file is rewritten.
 */
enum status log_append_all(const struct log *log, struct view lines);

/* Put fields, their sum and LF at the end of out: a line. */
void log_line(struct view fields, struct str *out);

/*
 * Write the file anew with what is to become of its lines: fate() is asked
 * for each without its LF (header lines stay), and for LOG_CHANGES puts at
 * the end of instead what is to stand there, with the sum it had: one that
 * was right is made right again.
 * When all lines stay the file is not touched.  What a torn tail was saved
 * as, and what a killed rewriter left, is removed too.  A missing file is an
 * empty one.
 */
enum log_fate { LOG_STAYS, LOG_CHANGES, LOG_GOES };

struct log_erase {
	enum log_fate (*fate)(
		void *self, struct view line, struct str *instead);
	void *self;
	uint64_t dropped, changed; /* out */
};

enum status log_erase(const struct log *log, struct log_erase *erase);

/* What a log holds at one moment: whole records, read without a lock. */
struct log_image {
	struct view bytes; /* LF behind each line, but perhaps the last */
	bool torn;	   /* there was a torn tail, which was said */
	size_t mapped;	   /* bytes to unmap; 0: bytes are in copy */
	struct str copy;   /* owned: of what is no regular file */
};

/*
 * Look at a log; a missing file is an empty one.  False: it cannot be read,
 * which was said.
 */
bool log_read(const struct log *log, struct log_image *image);

void log_image_fini(struct log_image *image);

#endif
