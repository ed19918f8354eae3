/*
 * log_file.h - a log's file, open and locked: what appending, rewriting and
 * reading share.  Not for programs.
 */
#ifndef RECORD_LOG_FILE_H
#define RECORD_LOG_FILE_H

#include "record/log.h"

#include <signal.h>
#include <sys/stat.h>

/* A log under its exclusive lock, its tail whole. */
struct log_file {
	int fd;
	struct stat st; /* taken under the lock; st_size kept up to date */
};

/* Wait for an open file description's lock: F_RDLCK, F_WRLCK or F_UNLCK. */
bool log_lock(int fd, short type);

/*
 * Open (make if need be), lock, look that it is still the file of that name,
 * repair its tail.  A file that starts with another header and has no line of
 * the log's is not appended to.  False: said, nothing is open.
 */
bool log_file_open(const struct log *log, struct log_file *file, bool appends);

/* Is the open file still the one of that name?  A rewrite replaces it. */
bool log_is_named(const char *path, const struct stat *open);

/*
 * Bytes from the start that are whole records, when size bytes are there;
 * -1: see errno.  A last line without its LF counts as whole if all of its
 * columns are there and the sum is right or empty.  The lock must be held.
 */
int64_t log_whole(const struct log *log, int fd, int64_t size);

/*
 * Make the tail whole: a whole line gets its LF, a torn one is saved as
 * PATH.torn-TIME and cut.  False: said.
 */
bool log_repair(const struct log *log, struct log_file *file);

/* Remove what repairs of this log have saved; false: said. */
bool log_remove_torn(const struct log *log);

/* While a log is written, a full pipe or file must be an error, no death. */
struct log_signals {
	struct sigaction pipe, size;
};

void log_signals_off(struct log_signals *old);
void log_signals_back(const struct log_signals *old);

#endif
