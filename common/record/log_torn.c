/* The tail of a log: what a killed writer left, found, saved and cut. */
#include "record/log_file.h"

#include "base/day.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "record/log_sum.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define STEP 4096 /* bytes looked at, backwards */

/* Read len bytes at offset, all of them; -1 with errno otherwise. */
static bool
read_at(int fd, char *bytes, size_t len, int64_t offset)
{
	while (len) {
		ssize_t n = pread(fd, bytes, len, offset);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			errno = n < 0 ? errno : EIO;
			return false;
		}
		bytes += n;
		len -= (size_t)n;
		offset += n;
	}
	return true;
}

/* Where the last line starts: behind the last LF; -1: see errno. */
static int64_t
last_line(int fd, int64_t size)
{
	char bytes[STEP];

	while (size > 0) {
		size_t len = size < STEP ? (size_t)size : STEP;
		const char *lf;

		if (!read_at(fd, bytes, len, size - (int64_t)len))
			return -1;
		lf = memrchr(bytes, '\n', len);
		if (lf)
			return size - (int64_t)len + (lf - bytes) + 1;
		size -= (int64_t)len;
	}
	return 0;
}

/* Has a line without LF all that a line needs? */
static bool
is_whole(const struct log *log, struct view line)
{
	return view_eq(line, log->header) ||
		(view_count_byte(line, '\t') ==
				view_count_byte(log->header, '\t') &&
			!memchr(line.at, '\0', line.len) &&
			log_sum_check(line) != LOG_SUM_BAD);
}

/* The tail from start on, read into memory; false: see errno. */
static bool
read_tail(int fd, int64_t start, int64_t size, struct str *tail)
{
	size_t len = (size_t)(size - start);

	str_reserve(tail, len);
	if (!read_at(fd, tail->data, len, start))
		return false;
	tail->len = len;
	return true;
}

int64_t
log_whole(const struct log *log, int fd, int64_t size)
{
	int64_t start = last_line(fd, size);
	struct str tail = {0};

	if (start < 0 || start == size)
		return start;
	if (size - start > (int64_t)LOG_RECORD_MAX)
		return start;
	if (!read_tail(fd, start, size, &tail))
		start = -1;
	else if (is_whole(log, str_view(&tail)))
		start = size;
	str_fini(&tail);
	return start;
}

/* Open PATH.torn-20261123T091500Z, or the same with -2, -3, ... */
static int
open_torn(const struct log *log, struct str *name)
{
	struct str time = {0};
	int fd = -1;

	moment_write(moment_now(NULL), &time);
	for (int i = 1; i < 1000 && fd < 0; i++) {
		str_clear(name);
		str_printf(name, "%s.torn-", log->path);
		for (size_t k = 0; k < time.len; k++)
			if (!strchr("-:", time.data[k]))
				str_byte(name, time.data[k]);
		if (i > 1)
			str_printf(name, "-%d", i);
		fd = open(str_text(name),
			O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
		if (fd < 0 && errno != EEXIST)
			break;
	}
	str_fini(&time);
	return fd;
}

static bool
save(const struct log *log, struct view tail, struct str *name)
{
	int fd = open_torn(log, name);
	bool good = fd >= 0 && file_write_all(fd, tail.at, tail.len) &&
		fsync(fd) == 0;
	int error = errno;

	if (fd >= 0 && close(fd) < 0 && good) {
		error = errno;
		good = false;
	}
	if (!good && fd >= 0)
		(void)unlink(str_text(name));
	errno = error;
	return good;
}

/* Save the tail from start on, then cut it. */
static bool
cut(const struct log *log, struct log_file *file, int64_t start)
{
	struct str tail = {0};
	struct str name = {0};
	bool good = read_tail(file->fd, start, file->st.st_size, &tail) &&
		save(log, str_view(&tail), &name) &&
		ftruncate(file->fd, start) == 0;

	if (!good)
		warn(_("%s: the torn record at its end cannot be put aside: "
		       "%s"),
			log->path, strerror(errno));
	else if (!log->quiet)
		warn(_("%s: a torn record of %zu bytes at its end was moved "
		       "to %s"),
			log->path, tail.len, str_text(&name));
	if (good)
		file->st.st_size = start;
	str_fini(&name);
	str_fini(&tail);
	return good;
}

/* Give the last line, which is whole, its LF. */
static bool
complete(const struct log *log, struct log_file *file)
{
	if (!file_write_all(file->fd, "\n", 1)) {
		warn("%s: %s", log->path, strerror(errno));
		return false;
	}
	file->st.st_size++;
	return true;
}

bool
log_repair(const struct log *log, struct log_file *file)
{
	int64_t size = file->st.st_size;
	int64_t whole = log_whole(log, file->fd, size);
	char last;

	if (whole < 0) {
		warn("%s: %s", log->path, strerror(errno));
		return false;
	}
	if (whole < size)
		return cut(log, file, whole);
	if (!size)
		return true;
	if (!read_at(file->fd, &last, 1, size - 1)) {
		warn("%s: %s", log->path, strerror(errno));
		return false;
	}
	return last == '\n' || complete(log, file);
}

bool
log_remove_torn(const struct log *log)
{
	const char *slash = strrchr(log->path, '/');
	const char *base = slash ? slash + 1 : log->path;
	size_t len = strlen(base);
	struct str dir = {0};
	struct dirent *entry;
	bool good = true;
	DIR *all;

	str_bytes(&dir, log->path, (size_t)(base - log->path));
	all = opendir(slash ? str_text(&dir) : ".");
	while (all && (entry = readdir(all)))
		if (strncmp(entry->d_name, base, len) == 0 &&
			strncmp(entry->d_name + len, ".torn-", 6) == 0 &&
			unlinkat(dirfd(all), entry->d_name, 0) < 0) {
			warn("%s: %s", entry->d_name, strerror(errno));
			good = false;
		}
	if (!all) {
		warn("%s: %s", log->path, strerror(errno));
		good = false;
	} else {
		closedir(all);
	}
	str_fini(&dir);
	return good;
}
