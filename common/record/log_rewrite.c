/* Writing a log anew: to append many records at once, or to erase some. */
#include "record/log.h"

#include "base/file.h"
#include "base/lang.h"
#include "record/log_file.h"
#include "record/log_sum.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

/* A log that is being written anew. */
struct rewrite {
	const struct log *log;
	struct log_file file;	 /* the old one, under its lock */
	struct view old;	 /* its bytes */
	struct view lines;	 /* to be put behind them */
	struct log_erase *erase; /* NULL: all of the old stay */
	struct view rest;	 /* of old, from the first line not to stay */
	struct str instead;	 /* owned: what is to stand there */
};

/* Map the old bytes; {0} when there are none. */
static bool
map_old(struct rewrite *rewrite)
{
	size_t len = (size_t)rewrite->file.st.st_size;
	void *bytes;

	if (!len)
		return true;
	bytes = mmap(NULL, len, PROT_READ, MAP_SHARED, rewrite->file.fd, 0);
	if (bytes == MAP_FAILED)
		return false;
	rewrite->old = (struct view){bytes, len};
	return true;
}

static void
unmap_old(struct rewrite *rewrite)
{
	if (rewrite->old.len)
		(void)munmap(
			(void *)(uintptr_t)rewrite->old.at, rewrite->old.len);
}

/* Put a changed line in instead; a right sum stays right. */
static void
change(struct rewrite *rewrite, struct view line, struct view changed)
{
	if (log_sum_check(line) == LOG_SUM_GOOD) {
		changed.len -= LOG_SUM_DIGITS + 1;
		log_line(changed, &rewrite->instead);
	} else {
		str_put(&rewrite->instead, changed);
		str_byte(&rewrite->instead, '\n');
	}
}

/* What becomes of a line?  A header is nobody's. */
static enum log_fate
fate_of(struct rewrite *rewrite, struct view line)
{
	struct log_erase *erase = rewrite->erase;
	struct str changed = {0};
	enum log_fate fate = LOG_STAYS;

	if (!view_eq(line, rewrite->log->header))
		fate = erase->fate(erase->self, line, &changed);
	if (fate == LOG_CHANGES)
		change(rewrite, line, str_view(&changed));
	erase->changed += fate == LOG_CHANGES;
	erase->dropped += fate == LOG_GOES;
	str_fini(&changed);
	return fate;
}

/*
 * Put in *run the lines at the front of *rest that stay, as one, and cut them
 * and the one behind them, which does not, off.  False: nothing was left.
 */
static bool
next_run(struct rewrite *rewrite, struct view *run)
{
	struct view *rest = &rewrite->rest;

	if (!rest->len)
		return false;
	*run = (struct view){rest->at, 0};
	str_clear(&rewrite->instead);
	while (rest->len) {
		size_t len = view_find_byte(*rest, '\n') + 1;
		enum log_fate fate =
			fate_of(rewrite, view_upto(*rest, len - 1));

		*rest = view_from(*rest, len);
		if (fate != LOG_STAYS)
			break;
		run->len += len;
	}
	return true;
}

/* Write the old lines as they are to be. */
static bool
fill_erased(struct rewrite *rewrite, int fd)
{
	struct view run = rewrite->old;

	/* What stands before rest is known to stay. */
	run.len -= rewrite->rest.len;
	do {
		if (!file_write_all(fd, run.at, run.len) ||
			!file_write_all(fd, rewrite->instead.data,
				rewrite->instead.len))
			return false;
	} while (next_run(rewrite, &run));
	return true;
}

static bool
fill(struct rewrite *rewrite, int fd)
{
	struct view run = rewrite->old;

	if (rewrite->erase)
		return fill_erased(rewrite, fd);
	if (!run.len &&
		(!file_write_all(fd, rewrite->log->header.at,
			 rewrite->log->header.len) ||
			!file_write_all(fd, "\n", 1)))
		return false;
	return file_write_all(fd, run.at, run.len) &&
		file_write_all(fd, rewrite->lines.at, rewrite->lines.len);
}

/* The same owner and mode as the file that is replaced. */
static bool
same_rights(int fd, const struct stat *st)
{
	/* Only root may give a file away: for others it stays their own. */
	if (fchown(fd, st->st_uid, st->st_gid) < 0 && errno != EPERM)
		return false;
	return fchmod(fd, st->st_mode & 0777) == 0;
}

/*
 * Fill the new file and give it the old one's name.  Its lock is taken while
 * it has no name that others know, and kept until the name is on disk: who
 * opens it by its new name waits.
 */
static bool
replace(struct rewrite *rewrite)
{
	const char *path = rewrite->log->path;
	struct str name = {0};
	bool named = false;
	bool good;
	int fd;

	file_beside(path, &name);
	fd = open(str_text(&name),
		O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0600);
	good = fd >= 0 && log_lock(fd, F_WRLCK) &&
		same_rights(fd, &rewrite->file.st) && fill(rewrite, fd) &&
		fsync(fd) == 0;
	if (good)
		good = named = rename(str_text(&name), path) == 0;
	good = good && file_sync_directory(path);
	if (!good)
		warn("%s: %s", path, strerror(errno));
	if (fd >= 0 && !named)
		(void)unlink(str_text(&name));
	if (fd >= 0)
		(void)close(fd);
	str_fini(&name);
	return good;
}

/*
 * A rewrite whose name may not be on disk has happened all the same: others
 * see it.  Whether it outlives a power cut is not known.
 */
static enum status
replace_status(struct rewrite *rewrite)
{
	if (replace(rewrite))
		return STATUS_DONE;
	if (log_is_named(rewrite->log->path, &rewrite->file.st))
		return STATUS_FAIL;
	warn(_("%s: the records may be there or not: repeat them with the "
	       "same ids"),
		rewrite->log->path);
	return STATUS_MAYBE;
}

/* Find the first line not to stay; nothing is written when there is none. */
static bool
has_work(struct rewrite *rewrite)
{
	struct view run;

	if (!rewrite->erase)
		return true;
	rewrite->rest = rewrite->old;
	next_run(rewrite, &run);
	str_clear(&rewrite->instead);
	if (!rewrite->erase->dropped && !rewrite->erase->changed)
		return false;
	/* From that line on again: fill() counts it. */
	rewrite->rest = view_from(rewrite->old, run.len);
	rewrite->erase->dropped = rewrite->erase->changed = 0;
	return true;
}

static enum status
run(struct rewrite *rewrite)
{
	enum status status = STATUS_FAIL;
	struct log_signals signals;

	log_signals_off(&signals);
	if (log_file_open(
		    rewrite->log, &rewrite->file, rewrite->lines.len > 0)) {
		/* Killed writers' leavings first: we have the lock. */
		if (!file_clear_beside(rewrite->log->path) || !map_old(rewrite))
			warn("%s: %s", rewrite->log->path, strerror(errno));
		else
			status = has_work(rewrite) ? replace_status(rewrite)
						   : STATUS_DONE;
		unmap_old(rewrite);
		(void)close(rewrite->file.fd);
	}
	str_fini(&rewrite->instead);
	log_signals_back(&signals);
	return status;
}

enum status
log_append_all(const struct log *log, struct view lines)
{
	struct rewrite rewrite = {.log = log, .lines = lines};
	struct view rest = lines;

	while (rest.len) {
		size_t len = view_find_byte(rest, '\n') + 1;

		if (len > LOG_RECORD_MAX) {
			warn(_("%s: the record is longer than 64 KiB"),
				log->path);
			return STATUS_FAIL;
		}
		rest = view_from(rest, len);
	}
	return lines.len ? run(&rewrite) : STATUS_DONE;
}

enum status
log_erase(const struct log *log, struct log_erase *erase)
{
	struct rewrite rewrite = {.log = log, .erase = erase};
	enum status status;

	erase->dropped = erase->changed = 0;
	if (access(log->path, F_OK) < 0 && errno == ENOENT)
		return STATUS_DONE;
	status = run(&rewrite);
	if (status == STATUS_DONE && !log_remove_torn(log))
		status = STATUS_FAIL;
	return status;
}
