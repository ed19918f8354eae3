#include "record/log_id.h"

#include "base/base32.h"
#include "base/hash.h"

#include <errno.h>
#include <sys/random.h>
#include <time.h>

#define TIME_CHARS 10 /* 48 bits in base32 */
#define HALF_CHARS 8  /* 40 bits */
#define LONGEST 64

static void
put(char letter, int64_t moment, struct digest bits, struct str *out)
{
	char text[1 + TIME_CHARS + 2 * HALF_CHARS];

	text[0] = letter;
	base32_put((uint64_t)(moment < 0 ? 0 : moment) * 1000, TIME_CHARS,
		text + 1);
	base32_put(bits.high, HALF_CHARS, text + 1 + TIME_CHARS);
	base32_put(bits.low, HALF_CHARS, text + 1 + TIME_CHARS + HALF_CHARS);
	str_bytes(out, text, sizeof(text));
}

bool
log_id_new(char letter, int64_t moment, struct str *out)
{
	struct timespec clock;
	uint64_t micro, random;
	ssize_t n;

	do {
		n = getrandom(&random, sizeof(random), 0);
	} while (n < 0 && errno == EINTR);
	if (n != (ssize_t)sizeof(random) ||
		clock_gettime(CLOCK_REALTIME, &clock) < 0)
		return false;
	micro = (uint64_t)clock.tv_sec * 1000000 +
		(uint64_t)clock.tv_nsec / 1000;
	put(letter, moment, (struct digest){micro, random}, out);
	return true;
}

void
log_id_of(char letter, int64_t moment, struct view text, struct str *out)
{
	put(letter, moment, hash_digest(text), out);
}

bool
log_id_is(struct view v)
{
	for (size_t i = 0; i < v.len; i++) {
		char c = v.at[i];

		if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
			    (c >= 'a' && c <= 'z') || strchr("-_.:", c)) ||
			c == '\0')
			return false;
	}
	return v.len >= 1 && v.len <= LONGEST;
}
