#include "base/pattern_match.h"

/* Where the places in from may lead to, whatever comes. */
static void
step(const struct pattern *pattern, const struct places *from,
	struct places *to)
{
	*to = pattern->first; /* a match may begin anywhere */
	for (unsigned w = 0; w < PATTERN_WORDS; w++)
		for (uint64_t bits = from->bits[w]; bits; bits &= bits - 1)
			places_add(to,
				&pattern->follow[w * 64 +
					(unsigned)__builtin_ctzll(bits)]);
}

/* Go on over a sign; true when a match has ended there. */
static bool
take(const struct pattern *pattern, struct places *at, unsigned sign)
{
	struct places next;
	uint64_t ended = 0;

	step(pattern, at, &next);
	for (unsigned w = 0; w < PATTERN_WORDS; w++) {
		at->bits[w] = next.bits[w] & pattern->takes[sign].bits[w];
		ended |= at->bits[w] & pattern->last.bits[w];
	}
	return ended != 0;
}

bool
pattern_in(const struct pattern *pattern, struct view text)
{
	struct places at = {0};

	if (pattern->empty || take(pattern, &at, SIGN_START))
		return true;
	for (size_t i = 0; i < text.len; i++)
		if (take(pattern, &at, (unsigned char)text.at[i]))
			return true;
	return take(pattern, &at, SIGN_END);
}
