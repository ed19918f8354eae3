#include "record/log_file.h"

#include "base/lang.h"
#include "record/header.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/vfs.h>
#include <unistd.h>

#define REOPEN_MOST 1000 /* rewrites that one writer may lose a race to */

/* File systems whose locks or syncs may mean nothing: see statfs(2). */
static const struct {
	unsigned long type;
	const char *name;
} network[] = {
	{0x6969, "NFS"},
	{0x517b, "SMB"},
	{0xff534d42, "CIFS"},
	{0xfe534d42, "SMB2"},
	{0x564c, "NCP"},
	{0x5346414f, "AFS"},
	{0x73757245, "Coda"},
	{0x00c36400, "Ceph"},
	{0x01021997, "9P"},
	{0x65735546, "FUSE"},
	{0x0bd00bd0, "Lustre"},
};

bool
log_lock(int fd, short type)
{
	struct flock lock = {.l_type = type, .l_whence = SEEK_SET};
	int got;

	do {
		got = fcntl(fd, F_OFD_SETLKW, &lock);
	} while (got < 0 && errno == EINTR);
	return got == 0;
}

void
log_signals_off(struct log_signals *old)
{
	struct sigaction ignore = {.sa_handler = SIG_IGN};

	(void)sigaction(SIGPIPE, &ignore, &old->pipe);
	(void)sigaction(SIGXFSZ, &ignore, &old->size);
}

void
log_signals_back(const struct log_signals *old)
{
	(void)sigaction(SIGPIPE, &old->pipe, NULL);
	(void)sigaction(SIGXFSZ, &old->size, NULL);
}

static bool
is_local(const struct log *log, int fd)
{
	struct statfs fs;

	if (log->allow_network)
		return true;
	if (fstatfs(fd, &fs) < 0) {
		warn("%s: %s", log->path, strerror(errno));
		return false;
	}
	for (size_t i = 0; i < sizeof(network) / sizeof(*network); i++) {
		if ((unsigned long)fs.f_type != network[i].type)
			continue;
		warn(_("%s: is on %s, where locks may not hold; --allow-nfs "
		       "writes it all the same"),
			log->path, network[i].name);
		return false;
	}
	return true;
}

bool
log_is_named(const char *path, const struct stat *open)
{
	struct stat st;

	return lstat(path, &st) == 0 && st.st_dev == open->st_dev &&
		st.st_ino == open->st_ino;
}

enum opened { OPENED, OPENED_OTHER, OPENED_NOT };

/* One try to open and lock. */
static enum opened
open_once(const struct log *log, struct log_file *file)
{
	file->fd = open(log->path,
		O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY,
		0600);
	if (file->fd < 0 && errno == ELOOP) {
		warn(_("%s: is a symbolic link; name the file itself"),
			log->path);
		return OPENED_NOT;
	}
	if (file->fd < 0 || !log_lock(file->fd, F_WRLCK) ||
		fstat(file->fd, &file->st) < 0) {
		warn("%s: %s", log->path, strerror(errno));
		return OPENED_NOT;
	}
	if (!S_ISREG(file->st.st_mode)) {
		warn(_("%s: is not a regular file"), log->path);
		return OPENED_NOT;
	}
	return log_is_named(log->path, &file->st) ? OPENED : OPENED_OTHER;
}

/* Is a line names, the first of which is not that of the log's header? */
static bool
is_other_header(struct view line, struct view header)
{
	struct view name, ours;

	(void)view_cut(&header, '\t', &ours);
	if (view_eq(view_upto(line, view_find_byte(line, '\t')), ours))
		return false;
	while (view_cut(&line, '\t', &name))
		if (!header_is_name(name))
			return false;
	return true;
}

/*
 * Is it another file, of leads or of notes, which to append to would spoil?
 * A log of ours may be damaged where it starts; but one without a single line
 * of ours, that starts with another header, is none.
 */
static bool
is_other(const struct log *log, struct view start)
{
	struct view first = view_upto(start, view_find_byte(start, '\n'));
	size_t want = view_count_byte(log->header, '\t');
	size_t have = view_count_byte(first, '\t');
	struct view line;

	if (first.len == start.len || !have ||
		!is_other_header(first, log->header))
		return false;
	while (start.len && view_cut(&start, '\n', &line))
		if (start.at && view_count_byte(line, '\t') == want)
			return false;
	warn(_("%s: is no such log: line 1 has %zu fields, not %zu; nothing "
	       "is logged"),
		log->path, have + 1, want + 1);
	return true;
}

static bool
is_ours(const struct log *log, const struct log_file *file)
{
	char bytes[4096];
	ssize_t got = pread(file->fd, bytes, sizeof(bytes), 0);

	if (got < 0) {
		warn("%s: %s", log->path, strerror(errno));
		return false;
	}
	return !is_other(log, (struct view){bytes, (size_t)got});
}

bool
log_file_open(const struct log *log, struct log_file *file, bool appends)
{
	enum opened opened = OPENED_OTHER;

	for (int i = 0; i < REOPEN_MOST && opened == OPENED_OTHER; i++) {
		opened = open_once(log, file);
		if (opened != OPENED && file->fd >= 0)
			close(file->fd);
	}
	if (opened == OPENED_OTHER)
		warn(_("%s: is replaced again and again"), log->path);
	if (opened != OPENED)
		return false;
	if (is_local(log, file->fd) && (!appends || is_ours(log, file)) &&
		log_repair(log, file))
		return true;
	close(file->fd);
	return false;
}
