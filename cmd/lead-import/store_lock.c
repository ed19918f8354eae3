#include "store_lock.h"

#include "base/die.h"
#include "base/mem.h"
#include "lead/store.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

int
store_lock(const struct common *common)
{
	char *path = store_path(common, ".");
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int failed = fd < 0 ? -1 : 0;

	while (fd >= 0 && (failed = flock(fd, LOCK_EX)) < 0 && errno == EINTR)
		;
	if (failed)
		die_errno("%s", path);
	mem_free(path);
	return fd;
}

void
store_unlock(int lock)
{
	close(lock);
}
