#include "base/file.h"

#include "base/die.h"
#include "base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIPE_SIZE (1 << 20)

bool
file_write_all(int fd, const char *bytes, size_t len)
{
	while (len) {
		ssize_t n = write(fd, bytes, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		bytes += n;
		len -= (size_t)n;
	}
	return true;
}

ssize_t
file_read_all(int fd, char *bytes, size_t len)
{
	size_t got = 0;

	while (got < len) {
		ssize_t n = read(fd, bytes + got, len - got);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		if (n == 0)
			break;
		got += (size_t)n;
	}
	return (ssize_t)got;
}

const char *
file_name(const char *path)
{
	return strcmp(path, "-") == 0 ? "stdin" : path;
}

int
file_open(const char *path)
{
	struct stat st;
	int fd = STDIN_FILENO;

	if (strcmp(path, "-") != 0)
		fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || fstat(fd, &st) < 0)
		die("%s: %s", file_name(path), strerror(errno));
	if (S_ISDIR(st.st_mode))
		die("%s: is a directory", file_name(path));
	file_widen_pipe(fd);
	return fd;
}

static bool
load_fd(int fd, struct str *out)
{
	for (;;) {
		ssize_t n;

		str_reserve(out, 65536);
		n = read(fd, out->data + out->len, out->cap - out->len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return n == 0;
		out->len += (size_t)n;
	}
}

bool
file_load(const char *path, struct str *out)
{
	int fd = strcmp(path, "-") == 0 ? STDIN_FILENO
					: open(path, O_RDONLY | O_CLOEXEC);
	bool good;
	int error;

	if (fd < 0)
		return false;
	good = load_fd(fd, out);
	error = errno;
	if (fd != STDIN_FILENO)
		close(fd);
	errno = error;
	return good;
}

bool
file_load_if(const char *path, struct str *out)
{
	if (file_load(path, out))
		return true;
	if (errno != ENOENT)
		die("%s: %s", file_name(path), strerror(errno));
	return false;
}

bool
file_exists(const char *path)
{
	if (access(path, F_OK) == 0)
		return true;
	if (errno != ENOENT)
		die("%s: %s", path, strerror(errno));
	return false;
}

void
file_fill_standard(void)
{
	int fd;

	do {
		fd = open("/dev/null", O_RDWR);
	} while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd > STDERR_FILENO)
		close(fd);
}

void
file_widen_pipe(int fd)
{
	/* Half the wall time of a chain of three; refused is no matter. */
	(void)fcntl(fd, F_SETPIPE_SZ, PIPE_SIZE);
}

int
file_spool(void)
{
	const char *dir = getenv("TMPDIR");
	int fd;

	dir = dir && *dir ? dir : "/tmp";
	fd = open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);
	if (fd < 0)
		die_errno("cannot make a temporary file in '%s'", dir);
	return fd;
}

/* The directory that path is in, as text in *dir. */
static const char *
directory_of(const char *path, struct str *dir)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		str_byte(dir, '.');
	else
		str_bytes(dir, path, (size_t)(slash - path) + (slash == path));
	return str_text(dir);
}

bool
file_sync_directory(const char *path)
{
	struct str dir = {0};
	int fd = open(
		directory_of(path, &dir), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool good = fd >= 0 && fsync(fd) == 0;
	int error = errno;

	if (fd >= 0)
		close(fd);
	str_fini(&dir);
	errno = error;
	return good;
}

void
file_beside(const char *path, struct str *beside)
{
	const char *slash = strrchr(path, '/');
	size_t folder = slash ? (size_t)(slash - path) + 1 : 0;

	str_printf(beside, "%.*s.%s.new", (int)folder, path, path + folder);
}

bool
file_clear_beside(const char *path)
{
	struct str beside = {0};
	bool good;

	file_beside(path, &beside);
	good = unlink(str_text(&beside)) == 0 || errno == ENOENT;
	str_fini(&beside);
	return good;
}

/* The descriptor that a name stands for: "/dev/stdout", "/dev/fd/3"; or -1. */
static int
descriptor_of(const char *path)
{
	static const char *const standard[] = {
		"/dev/stdin", "/dev/stdout", "/dev/stderr"};
	static const char *const folders[] = {"/dev/fd/", "/proc/self/fd/"};
	struct view v = view_of(path);
	int64_t n;

	for (int i = 0; i < 3; i++)
		if (view_is(v, standard[i]))
			return i;
	for (int i = 0; i < 2; i++)
		if (view_starts(v, view_of(folders[i])) &&
			view_int(view_from(v, strlen(folders[i])), &n) &&
			n >= 0 && n <= INT_MAX)
			return (int)n;
	return -1;
}

void
output_open(struct output *out, const char *path)
{
	struct str dir = {0};
	struct stat st;
	int same;

	*out = (struct output){.fd = STDOUT_FILENO, .name = "stdout"};
	file_widen_pipe(STDOUT_FILENO);
	if (!path || strcmp(path, "-") == 0)
		return;
	out->name = path;
	same = descriptor_of(path);
	if (same >= 0) {
		out->fd = fcntl(same, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	} else if (stat(path, &st) == 0 && !S_ISREG(st.st_mode)) {
		/* /dev/full, a FIFO: there is nothing to replace. */
		out->fd = open(path, O_WRONLY | O_CLOEXEC);
	} else {
		out->real = realpath(path, NULL);
		out->path = out->real ? out->real : path;
		out->fd = open(directory_of(out->path, &dir),
			O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
	}
	if (out->fd < 0)
		die("%s: %s", path, strerror(errno));
	str_fini(&dir);
}

bool
output_put(struct output *out, struct view bytes)
{
	return file_write_all(out->fd, bytes.at, bytes.len);
}

void
output_write(struct output *out, struct view bytes)
{
	if (!output_put(out, bytes))
		die("%s: %s", out->name, strerror(errno));
}

/* Take over mode and owner of the file that is to be replaced. */
static bool
same_rights(int fd, const char *path)
{
	struct stat st;

	if (stat(path, &st) < 0)
		return errno == ENOENT;
	/* Only root may give a file away: for others it stays their own. */
	if (fchown(fd, st.st_uid, st.st_gid) < 0 && errno != EPERM)
		return false;
	return fchmod(fd, st.st_mode & 0777) == 0;
}

/*
 * An unnamed file cannot replace another in one step: it gets a name beside
 * it first.  Killed between the two, the whole new file stays there hidden.
 */
static bool
give_name(int fd, const char *path)
{
	struct str from = {0};
	struct str beside = {0};
	bool named, good;
	int error;

	str_printf(&from, "/proc/self/fd/%d", fd);
	file_beside(path, &beside);
	(void)unlink(str_text(&beside));
	named = linkat(AT_FDCWD, str_text(&from), AT_FDCWD, str_text(&beside),
			AT_SYMLINK_FOLLOW) == 0;
	good = named && rename(str_text(&beside), path) == 0;
	error = errno;
	if (named && !good)
		(void)unlink(str_text(&beside));
	str_fini(&beside);
	str_fini(&from);
	errno = error;
	return good;
}

void
output_sync(struct output *out)
{
	if (out->path && fsync(out->fd) < 0)
		die("%s: %s", out->name, strerror(errno));
}

bool
output_end(struct output *out)
{
	if (out->path &&
		!(same_rights(out->fd, out->path) && fsync(out->fd) == 0 &&
			give_name(out->fd, out->path) &&
			file_sync_directory(out->path)))
		return false;
	mem_free(out->real);
	out->real = NULL;
	out->path = NULL;
	return close(out->fd) == 0 || errno == EINTR;
}

void
output_close(struct output *out)
{
	if (!output_end(out))
		die("%s: %s", out->name, strerror(errno));
}
