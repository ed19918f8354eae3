#include "record/split.h"

#define STEP 64

/* A bit for each of STEP bytes that is TAB or LF. */
#if defined(__SSE2__)
#include <emmintrin.h>

static inline uint64_t
ends_of(const char *p)
{
	const __m128i tab = _mm_set1_epi8('\t');
	const __m128i lf = _mm_set1_epi8('\n');
	uint64_t out = 0;

	for (int i = 0; i < STEP; i += 16) {
		__m128i v = _mm_loadu_si128((const void *)(p + i));
		__m128i ends = _mm_or_si128(
			_mm_cmpeq_epi8(v, tab), _mm_cmpeq_epi8(v, lf));

		out |= (uint64_t)(unsigned)_mm_movemask_epi8(ends) << i;
	}
	return out;
}

#else

static inline uint64_t
ends_of(const char *p)
{
	uint64_t out = 0;

	for (int i = 0; i < STEP; i++)
		out |= (uint64_t)(p[i] == '\t' || p[i] == '\n') << i;
	return out;
}

#endif

/* A line being cut. */
struct cut {
	const char *start; /* of the field */
	struct view *field;
	size_t most, n;
};

static inline void
add(struct cut *cut, const char *end)
{
	if (cut->n < cut->most)
		cut->field[cut->n] =
			(struct view){cut->start, (size_t)(end - cut->start)};
	cut->n++;
	cut->start = end + 1;
}

size_t
split_line(struct view rest, struct view *field, size_t most, struct view *line)
{
	struct cut cut = {rest.at, field, most, 0};
	const char *end = rest.at + rest.len;
	const char *p = rest.at;

	for (; end - p >= STEP; p += STEP)
		for (uint64_t ends = ends_of(p); ends; ends &= ends - 1) {
			const char *at = p + __builtin_ctzll(ends);

			add(&cut, at);
			if (*at == '\n') {
				end = at;
				goto done;
			}
		}
	for (; p < end && *p != '\n'; p++)
		if (*p == '\t')
			add(&cut, p);
	end = p;
	add(&cut, end);
done:
	*line = (struct view){rest.at, (size_t)(end - rest.at)};
	return cut.n;
}
