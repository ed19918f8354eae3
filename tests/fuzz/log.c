/* A log of any bytes: folded as contacts and as notes. */
#include "../../cmd/lead-contact/standing.h"
#include "lead/known.h"

#include <assert.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

/* By the lines; and by the gists when they tell all: the same then. */
static void
fold(const struct history_log *log, const struct history *history)
{
	struct standing by_lines, by_gists;

	standing_of(history, &by_lines, NULL);
	if (!standing_look(log, VIEW("L1"), &by_gists, NULL))
		return;
	assert(by_lines.stage == by_gists.stage);
	assert(by_lines.attempts == by_gists.attempts);
	assert(by_lines.reached == by_gists.reached);
	assert(by_lines.last_contact.at == by_gists.last_contact.at);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const struct log logs[] = {
		{.path = "log",
			.header = VIEW(CONTACT_HEADER),
			.gist = gist_pack},
		{.path = "log", .header = VIEW(NOTE_HEADER)},
	};
	struct view text = {(const char *)bytes, len};
	struct history history = {0};
	struct known known = {0};
	int said = dup(2);
	int null = open("/dev/null", O_WRONLY);

	dup2(null, 2);
	for (int i = 0; i < 2; i++) {
		struct history_log log;

		(void)history_open_bytes(&log, &logs[i], text, INT64_MAX);
		history_load(&history, &log, VIEW("L1"));
		if (i == 0)
			fold(&log, &history);
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
