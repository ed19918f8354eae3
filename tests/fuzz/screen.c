/* Screening lists: whatever the bytes, numbers in order, found again. */
#include "fuzz.h"

#include "base/file.h"
#include "lead/screen.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

/* What is left to go by has numbers, or is empty on purpose. */
static void
check(struct screen *screen, const char *path)
{
	int said = dup(2);
	int null = open("/dev/null", O_WRONLY | O_CLOEXEC);

	dup2(null, 2);
	screen_check(screen, path);
	dup2(said, 2);
	close(said);
	close(null);
	assert(!screen->there || screen->n || screen->dated);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = {0};
	struct screen screen;
	char path[32];
	int fd = memfd_create("list", MFD_CLOEXEC);

	assert(fd >= 0);
	assert(file_write_all(fd, (const char *)data, size));
	(void)snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	screen_load(&screen, path);
	assert(screen.there);
	check(&screen, path);
	for (size_t i = 0; i < screen.n; i++) {
		assert(!i || screen.numbers[i - 1] <= screen.numbers[i]);
		str_clear(&text);
		str_byte(&text, '+');
		str_int(&text, (int64_t)screen.numbers[i]);
		assert(screen_has(&screen, str_view(&text)));
	}
	screen_fini(&screen);
	str_fini(&text);
	assert(close(fd) == 0);
	return 0;
}
