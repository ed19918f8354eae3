/* Appending one record: the order of the calls is the promise. */
#include "record/log.h"

#include "base/file.h"
#include "base/lang.h"
#include "record/log_file.h"
#include "record/log_sum.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

void
log_line(struct view fields, struct str *out)
{
	char sum[LOG_SUM_DIGITS];

	log_sum_write(log_sum(fields), sum);
	str_put(out, fields);
	str_byte(out, '\t');
	str_bytes(out, sum, sizeof(sum));
	str_byte(out, '\n');
}

/*
 * An empty file gets its header.  That a file has bytes shows that its name
 * is on disk: so the directory is synced before the first byte is written.
 */
static bool
begin(const struct log *log, const struct log_file *file, struct str *lines)
{
	struct str headed = {0};

	if (file->st.st_size)
		return true;
	if (!file_sync_directory(log->path)) {
		warn("%s: %s", log->path, strerror(errno));
		return false;
	}
	str_put(&headed, log->header);
	str_byte(&headed, '\n');
	str_put(&headed, str_view(lines));
	str_fini(lines);
	*lines = headed;
	return true;
}

/* The word of a writer that does not know. */
static enum status
maybe(const struct log *log)
{
	warn(_("%s: the record may be there or not: repeat it with the same "
	       "--id"),
		log->path);
	return STATUS_MAYBE;
}

/* Write the lines behind the others, or leave the file as it was. */
static enum status
write_lines(
	const struct log *log, const struct log_file *file, struct view lines)
{
	if (file_write_all(file->fd, lines.at, lines.len))
		return STATUS_DONE;
	warn("%s: %s", log->path, strerror(errno));
	return ftruncate(file->fd, file->st.st_size) == 0 ? STATUS_FAIL
							  : maybe(log);
}

/*
 * The sync failed: nobody knows what is on disk, and asking again would not
 * tell (Linux forgets the error).  Take the record back if it is still the
 * last, else it may be there.
 */
static enum status
withdraw(const struct log *log, const struct log_file *file, size_t len)
{
	int64_t start = file->st.st_size;
	struct stat st;

	if (log_lock(file->fd, F_WRLCK) && fstat(file->fd, &st) == 0 &&
		log_is_named(log->path, &st) &&
		st.st_size == start + (int64_t)len &&
		ftruncate(file->fd, start) == 0 && fdatasync(file->fd) == 0)
		return STATUS_FAIL;
	return maybe(log);
}

static enum status
append_to(const struct log *log, struct log_file *file, struct str *lines)
{
	enum status status;

	if (!begin(log, file, lines))
		return STATUS_FAIL;
	status = write_lines(log, file, str_view(lines));
	if (status != STATUS_DONE)
		return status;
	/*
	 * Others write while we wait for the disk: one sync then serves many.
	 * A lock that cannot be given back goes when the file is closed.
	 */
	(void)log_lock(file->fd, F_UNLCK);
	if (fdatasync(file->fd) == 0)
		return STATUS_DONE;
	warn("%s: %s", log->path, strerror(errno));
	return withdraw(log, file, lines->len);
}

enum status
log_append(const struct log *log, struct view fields)
{
	enum status status = STATUS_FAIL;
	struct log_signals signals;
	struct log_file file;
	struct str line = {0};

	log_line(fields, &line);
	if (line.len > LOG_RECORD_MAX) {
		warn(_("%s: the record is longer than 64 KiB"), log->path);
		str_fini(&line);
		return STATUS_FAIL;
	}
	log_signals_off(&signals);
	if (log_file_open(log, &file, true)) {
		status = append_to(log, &file, &line);
		/* What close() could say, the sync has said. */
		(void)close(file.fd);
	}
	log_signals_back(&signals);
	str_fini(&line);
	return status;
}
