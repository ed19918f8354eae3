#include "lead/seek.h"

#define STEP 32

/* How often a byte is met in leads, roughly: the rarer are looked for. */
static unsigned
frequency(unsigned char c)
{
	static const char common[] = "zqxjkvbywgpfmhdcultrnsioae";
	const char *at;

	if (c == ' ' || c == '.' || c == '@')
		return 20;
	at = c ? strchr(common, c) : NULL;
	if (at)
		return (unsigned)(at - common) + 2;
	return c >= '0' && c <= '9' ? 24 : 1;
}

bool
seek_make(struct seek *seek, struct view word)
{
	if (!word.len || word.len > SEEK_MOST)
		return false;
	*seek = (struct seek){.len = word.len};
	for (size_t i = 0; i < word.len; i++) {
		unsigned char c = (unsigned char)word.at[i];
		bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';

		seek->fold[i] = letter ? 0x20 : 0;
		seek->low[i] = c | seek->fold[i];
	}
	for (size_t i = 1; i < word.len; i++)
		if (frequency(seek->low[i]) < frequency(seek->low[seek->first]))
			seek->first = i;
	seek->second = seek->first ? 0 : word.len - 1;
	for (size_t i = 0; i < word.len; i++)
		if (i != seek->first &&
			frequency(seek->low[i]) <
				frequency(seek->low[seek->second]))
			seek->second = i;
	return true;
}

static bool
is_here(const struct seek *seek, const char *p)
{
	for (size_t i = 0; i < seek->len; i++)
		if (((unsigned char)p[i] | seek->fold[i]) != seek->low[i])
			return false;
	return true;
}

static inline bool
is_mark(char c)
{
	return (unsigned char)c >= 0x80 || c == '\'' || c == '`';
}

#if defined(__SSE2__)
#include <emmintrin.h>

/* A bit for each of 16 places where a byte of the word could be. */
static inline unsigned
could_be(const struct seek *seek, const char *p, size_t byte)
{
	__m128i v = _mm_loadu_si128((const void *)(p + byte));
	__m128i fold = _mm_set1_epi8((char)seek->fold[byte]);
	__m128i low = _mm_set1_epi8((char)seek->low[byte]);

	return (unsigned)_mm_movemask_epi8(
		_mm_cmpeq_epi8(_mm_or_si128(v, fold), low));
}

/* A bit for each of STEP places where the word could start. */
static inline unsigned
places(const struct seek *seek, const char *p)
{
	unsigned low = could_be(seek, p, seek->first) &
		could_be(seek, p, seek->second);
	unsigned high = could_be(seek, p + 16, seek->first) &
		could_be(seek, p + 16, seek->second);

	return low | high << 16;
}

/* A bit for each of 16 bytes that are marks. */
static inline unsigned
are_marks(const char *p)
{
	__m128i v = _mm_loadu_si128((const void *)p);
	__m128i apostrophe = _mm_cmpeq_epi8(v, _mm_set1_epi8('\''));
	__m128i grave = _mm_cmpeq_epi8(v, _mm_set1_epi8('`'));

	return (unsigned)_mm_movemask_epi8(
		_mm_or_si128(v, _mm_or_si128(apostrophe, grave)));
}

static inline unsigned
marks(const char *p)
{
	return are_marks(p) | are_marks(p + 16) << 16;
}

#else

static inline unsigned
places(const struct seek *seek, const char *p)
{
	unsigned out = 0;

	for (unsigned i = 0; i < STEP; i++) {
		unsigned char c = (unsigned char)p[i + seek->first];

		if ((c | seek->fold[seek->first]) == seek->low[seek->first])
			out |= 1U << i;
	}
	return out;
}

static inline unsigned
marks(const char *p)
{
	unsigned out = 0;

	for (unsigned i = 0; i < STEP; i++)
		if (is_mark(p[i]))
			out |= 1U << i;
	return out;
}

#endif

size_t
seek_in(const struct seek *seek, struct view v)
{
	size_t i = 0;

	if (v.len < seek->len)
		return v.len;
	while (i + STEP + seek->len <= v.len) {
		unsigned mask = places(seek, v.at + i);

		for (; mask; mask &= mask - 1) {
			size_t at = i + (size_t)__builtin_ctz(mask);

			if (is_here(seek, v.at + at))
				return at;
		}
		i += STEP;
	}
	for (; i + seek->len <= v.len; i++)
		if (is_here(seek, v.at + i))
			return i;
	return v.len;
}

size_t
seek_mark(struct view v)
{
	size_t i = 0;

	for (; i + STEP <= v.len; i += STEP) {
		unsigned mask = marks(v.at + i);

		if (mask)
			return i + (size_t)__builtin_ctz(mask);
	}
	while (i < v.len && !is_mark(v.at[i]))
		i++;
	return i;
}
