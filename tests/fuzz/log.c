/* A log of any bytes: folded as contacts and as notes. */
#include "../../cmd/lead-contact/standing.h"
#include "lead/known.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const struct log logs[] = {
		{.path = "log", .header = VIEW(CONTACT_HEADER)},
		{.path = "log", .header = VIEW(NOTE_HEADER)},
	};
	struct view text = {(const char *)bytes, len};
	struct history history = {0};
	struct known known = {0};
	int said = dup(2);
	int null = open("/dev/null", O_WRONLY);

	dup2(null, 2);
	for (int i = 0; i < 2; i++) {
		struct standing standing;
		struct history_log log;

		(void)history_open_bytes(&log, &logs[i], text, INT64_MAX);
		history_load(&history, &log, VIEW("L1"));
		if (i == 0)
			standing_of(&history, &standing, NULL);
		else
			known_of(&history, &known);
		history_close(&log);
	}
	dup2(said, 2);
	close(said);
	close(null);
	history_fini(&history);
	known_fini(&known);
	return 0;
}
