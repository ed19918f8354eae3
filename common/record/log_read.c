/* Looking at a log: the lock is held only to learn how far it is whole. */
#include "record/log.h"

#include "base/lang.h"
#include "record/log_file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/sysmacros.h>
#include <unistd.h>

/* A pipe of merged logs, or nothing; other devices may never end. */
static bool
is_readable(const struct stat *st)
{
	return S_ISFIFO(st->st_mode) || S_ISSOCK(st->st_mode) ||
		(S_ISCHR(st->st_mode) && st->st_rdev == makedev(1, 3));
}

/* Read to the end what is no regular file. */
static bool
read_pipe(const struct log *log, int fd, struct log_image *image)
{
	for (;;) {
		ssize_t n;

		str_reserve(&image->copy, 65536);
		n = read(fd, image->copy.data + image->copy.len,
			image->copy.cap - image->copy.len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			warn("%s: %s", log->path, strerror(errno));
			return false;
		}
		if (n == 0)
			break;
		image->copy.len += (size_t)n;
	}
	image->bytes = str_view(&image->copy);
	return true;
}

static bool
map_image(int fd, int64_t whole, struct log_image *image)
{
	void *bytes;

	if (!whole)
		return true;
	bytes = mmap(NULL, (size_t)whole, PROT_READ, MAP_SHARED, fd, 0);
	if (bytes == MAP_FAILED)
		return false;
	image->mapped = (size_t)whole;
	image->bytes = (struct view){bytes, (size_t)whole};
	return true;
}

/*
 * Where locks do nothing a reader goes on without: only writers are refused
 * there.
 */
static bool
read_file(const struct log *log, int fd, struct log_image *image)
{
	bool locked = log_lock(fd, F_RDLCK);
	struct stat st;
	int64_t whole = -1;

	if (fstat(fd, &st) == 0)
		whole = log_whole(log, fd, st.st_size);
	/* A mapping would keep the lock: our own append would wait for it. */
	if (locked && !log_lock(fd, F_UNLCK))
		whole = -1;
	if (whole < 0 || !map_image(fd, whole, image)) {
		warn("%s: %s", log->path, strerror(errno));
		return false;
	}
	image->torn = whole < st.st_size;
	if (image->torn && !log->quiet)
		warn(_("%s: a torn record of %lld bytes at its end is passed "
		       "over"),
			log->path, (long long)(st.st_size - whole));
	return true;
}

bool
log_read(const struct log *log, struct log_image *image)
{
	bool pipe = strcmp(log->path, "-") == 0;
	struct stat st;
	bool good;
	int fd;

	*image = (struct log_image){0};
	fd = pipe ? STDIN_FILENO : open(log->path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 && errno == ENOENT) {
		if (log->expected)
			warn(_("%s: is not there: it counts as empty"),
				log->path);
		return true;
	}
	if (fd < 0 || fstat(fd, &st) < 0) {
		warn("%s: %s", log->path, strerror(errno));
		if (fd >= 0)
			close(fd);
		return false;
	}
	if (S_ISREG(st.st_mode)) {
		good = read_file(log, fd, image);
	} else if (is_readable(&st)) {
		good = read_pipe(log, fd, image);
	} else {
		warn(_("%s: is not a regular file"), log->path);
		good = false;
	}
	if (!pipe)
		close(fd);
	return good;
}

void
log_image_fini(struct log_image *image)
{
	if (image->mapped)
		(void)munmap((void *)(uintptr_t)image->bytes.at, image->mapped);
	str_fini(&image->copy);
	*image = (struct log_image){0};
}
