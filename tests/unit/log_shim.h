/*
 * log_shim.h - the calls by which a log reaches the kernel, in our hands.
 *
 * Each test file that includes this is one program; these functions are
 * found before libc's.  They count calls, let chosen ones fail, and can leave
 * out what a mutant of the log would leave out: so that a test of the promise
 * is seen to fail when the promise is broken.
 */
#ifndef LOG_SHIM_H
#define LOG_SHIM_H

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

enum mutant {
	MUTANT_NONE,
	MUTANT_NO_LOCK,
	MUTANT_NO_SYNC,
	MUTANT_NO_INODE_CHECK,
	MUTANT_NO_ROLL_BACK,
};

/* The state of the shim: one test at a time. */
static struct {
	enum mutant mutant;
	long calls;	 /* so far */
	long fail[2];	 /* numbers of the calls that fail; 0: none */
	int after;	 /* 1: all calls behind fail[0] fail too */
	int error;	 /* errno of failed calls */
	long part;	 /* bytes a failing write writes first */
	int really_sync; /* else a sync is only counted */
	int (*seen)(const char *call, int fd, const char *path,
		const char *path2, const char *bytes, long n);
} shim;

/* Does this call fail? */
static inline int
shim_fails(void)
{
	shim.calls++;
	if (shim.calls != shim.fail[0] && shim.calls != shim.fail[1] &&
		!(shim.after && shim.fail[0] && shim.calls > shim.fail[0]))
		return 0;
	errno = shim.error;
	return 1;
}

static inline void
shim_tell(const char *call, int fd, const char *path, const char *path2,
	const char *bytes, long n)
{
	if (shim.seen)
		shim.seen(call, fd, path, path2, bytes, n);
}

int
open(const char *path, int flags, ...)
{
	va_list args;
	mode_t mode;
	int fd;

	va_start(args, flags);
	mode = flags & O_CREAT ? va_arg(args, mode_t) : 0;
	va_end(args);
	if (shim_fails())
		return -1;
	fd = (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
	if (fd >= 0)
		shim_tell("open", fd, path, NULL, NULL, flags);
	return fd;
}

int
fcntl(int fd, int cmd, ...)
{
	va_list args;
	void *arg;

	va_start(args, cmd);
	arg = va_arg(args, void *);
	va_end(args);
	if (cmd == F_OFD_SETLKW) {
		if (shim_fails())
			return -1;
		if (shim.mutant == MUTANT_NO_LOCK)
			return 0;
	}
	return (int)syscall(SYS_fcntl, fd, cmd, arg);
}

/* Without the inode check any file of that name is taken for the open one. */
static struct stat shim_last;

int
fstat(int fd, struct stat *st)
{
	int got;

	if (shim_fails())
		return -1;
	got = (int)syscall(SYS_newfstatat, fd, "", st, AT_EMPTY_PATH);
	shim_last = *st;
	return got;
}

int
lstat(const char *path, struct stat *st)
{
	int got;

	if (shim_fails())
		return -1;
	got = (int)syscall(
		SYS_newfstatat, AT_FDCWD, path, st, AT_SYMLINK_NOFOLLOW);
	if (shim.mutant == MUTANT_NO_INODE_CHECK && got == 0) {
		st->st_ino = shim_last.st_ino;
		st->st_dev = shim_last.st_dev;
	}
	return got;
}

int
fstatfs(int fd, struct statfs *fs)
{
	return shim_fails() ? -1 : (int)syscall(SYS_fstatfs, fd, fs);
}

ssize_t
pread(int fd, void *bytes, size_t len, off_t at)
{
	return shim_fails() ? -1 : syscall(SYS_pread64, fd, bytes, len, at);
}

ssize_t
write(int fd, const void *bytes, size_t len)
{
	ssize_t got;

	if (fd > 2 && shim_fails()) {
		size_t part = (size_t)shim.part < len ? (size_t)shim.part : len;

		/* Some of it is written first, then comes the error. */
		if (part) {
			shim.part = 0;
			shim.calls--;
			len = part;
		} else {
			return -1;
		}
	}
	got = syscall(SYS_write, fd, bytes, len);
	if (fd > 2 && got > 0)
		shim_tell("write", fd, NULL, NULL, bytes, got);
	return got;
}

int
ftruncate(int fd, off_t len)
{
	if (shim_fails())
		return -1;
	if (shim.mutant == MUTANT_NO_ROLL_BACK)
		return 0;
	shim_tell("truncate", fd, NULL, NULL, NULL, len);
	return (int)syscall(SYS_ftruncate, fd, len);
}

static inline int
shim_sync(int fd, long number)
{
	if (shim_fails())
		return -1;
	if (shim.mutant == MUTANT_NO_SYNC)
		return 0;
	shim_tell("sync", fd, NULL, NULL, NULL, 0);
	return shim.really_sync ? (int)syscall(number, fd) : 0;
}

int
fdatasync(int fd)
{
	return shim_sync(fd, SYS_fdatasync);
}

int
fsync(int fd)
{
	return shim_sync(fd, SYS_fsync);
}

int
rename(const char *from, const char *to)
{
	int got;

	if (shim_fails())
		return -1;
	got = (int)syscall(SYS_rename, from, to);
	if (got == 0)
		shim_tell("rename", -1, from, to, NULL, 0);
	return got;
}

int
mkostemp(char *name, int flags)
{
	size_t len = strlen(name);
	int fd = -1;

	if (shim_fails())
		return -1;
	for (int i = 0; i < 1000 && fd < 0; i++) {
		long n = (long)getpid() * 1000 + i;

		for (size_t k = 1; k <= 6; k++, n /= 10)
			name[len - k] = (char)('0' + n % 10);
		fd = (int)syscall(SYS_openat, AT_FDCWD, name,
			O_RDWR | O_CREAT | O_EXCL | flags, 0600);
	}
	if (fd >= 0)
		shim_tell("open", fd, name, NULL, NULL, flags);
	return fd;
}

int
fchown(int fd, uid_t user, gid_t group)
{
	return shim_fails() ? -1 : (int)syscall(SYS_fchown, fd, user, group);
}

int
fchmod(int fd, mode_t mode)
{
	return shim_fails() ? -1 : (int)syscall(SYS_fchmod, fd, mode);
}

void *
mmap(void *at, size_t len, int prot, int flags, int fd, off_t offset)
{
	long got;

	if (fd >= 0 && shim_fails())
		return MAP_FAILED;
	got = syscall(SYS_mmap, at, len, prot, flags, fd, offset);
	return (void *)got;
}

#endif
