/*
 * csv_look.h - 64 bytes at once: all that csv_block.h wants to know.
 */
#ifndef RECORD_CSV_LOOK_H
#define RECORD_CSV_LOOK_H

#include "record/csv_mask.h"

/* What stands where in 64 bytes, a bit for each. */
struct csv_masks {
	uint64_t ends;	 /* delimiters and line ends */
	uint64_t quotes; /* quotes */
	uint64_t blanks; /* ' ' */
	uint64_t wide;	 /* beyond ASCII */
	uint64_t odd;	 /* controls and backslashes */
};

#ifdef __SSE2__
static inline __m128i
csv_either(__m128i x, __m128i a, __m128i b)
{
	return _mm_or_si128(_mm_cmpeq_epi8(x, a), _mm_cmpeq_epi8(x, b));
}

static inline uint64_t
csv_equal_either(const __m128i x[4], char one, char other)
{
	__m128i a = _mm_set1_epi8(one);
	__m128i b = _mm_set1_epi8(other);

	return csv_bits(csv_either(x[0], a, b), csv_either(x[1], a, b),
		csv_either(x[2], a, b), csv_either(x[3], a, b));
}

/* As bytes are signed, those beyond ASCII are low, too. */
static inline uint64_t
csv_low(const __m128i x[4])
{
	__m128i blank = _mm_set1_epi8(' ');

	return csv_bits(_mm_cmplt_epi8(x[0], blank),
		_mm_cmplt_epi8(x[1], blank), _mm_cmplt_epi8(x[2], blank),
		_mm_cmplt_epi8(x[3], blank));
}

static inline struct csv_masks
csv_masks(const char *p, char delimiter, char line_end, char quote)
{
	const __m128i *v = (const void *)p;
	const __m128i x[4] = {_mm_loadu_si128(v), _mm_loadu_si128(v + 1),
		_mm_loadu_si128(v + 2), _mm_loadu_si128(v + 3)};
	struct csv_masks m = {
		.ends = csv_equal_either(x, delimiter, line_end),
		.quotes = csv_equal(x, quote),
		.blanks = csv_equal(x, ' '),
		.wide = csv_bits(x[0], x[1], x[2], x[3]),
		.odd = csv_low(x) | csv_equal_either(x, '\\', 0x7F),
	};

	m.odd &= ~m.wide;
	return m;
}
#else
static inline struct csv_masks
csv_masks(const char *p, char delimiter, char line_end, char quote)
{
	struct csv_masks m = {
		.ends = csv_mask(p, delimiter) | csv_mask(p, line_end),
		.quotes = csv_mask(p, quote),
		.blanks = csv_mask(p, ' '),
	};

	for (int i = 0; i < CSV_BLOCK; i++) {
		unsigned char c = (unsigned char)p[i];

		m.wide |= (uint64_t)(c >= 0x80) << i;
		m.odd |= (uint64_t)(c < ' ' || c == 0x7F || c == '\\') << i;
	}
	return m;
}
#endif

#endif
