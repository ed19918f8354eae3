#include "record/log_id.h"

#include "base/hash.h"

#include <errno.h>
#include <sys/random.h>

#define TIME_CHARS 10	/* 48 bits in base32 */
#define RANDOM_CHARS 16 /* 80 bits */
#define LONGEST 64

static const char base32[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static void
put(char letter, int64_t moment, struct digest bits, struct str *out)
{
	uint64_t milliseconds = (uint64_t)(moment < 0 ? 0 : moment) * 1000;
	char text[1 + TIME_CHARS + RANDOM_CHARS];

	text[0] = letter;
	for (int i = TIME_CHARS; i > 0; i--, milliseconds >>= 5)
		text[i] = base32[milliseconds & 31];
	for (int i = 0; i < RANDOM_CHARS; i++) {
		uint64_t *half = i % 2 ? &bits.high : &bits.low;

		text[1 + TIME_CHARS + i] = base32[*half & 31];
		*half >>= 5;
	}
	str_bytes(out, text, sizeof(text));
}

bool
log_id_new(char letter, int64_t moment, struct str *out)
{
	struct digest bits;
	ssize_t n;

	do {
		n = getrandom(&bits, sizeof(bits), 0);
	} while (n < 0 && errno == EINTR);
	if (n != (ssize_t)sizeof(bits))
		return false;
	put(letter, moment, bits, out);
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
