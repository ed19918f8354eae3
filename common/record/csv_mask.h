/*
 * csv_mask.h - 64 bytes at once: where is this one?
 */
#ifndef RECORD_CSV_MASK_H
#define RECORD_CSV_MASK_H

#include <stdint.h>

#define CSV_BLOCK 64

/* What stands where in 64 bytes, a bit for each. */
struct csv_masks {
	uint64_t ends;	 /* delimiters and line ends */
	uint64_t quotes; /* quotes */
	uint64_t blanks; /* ' ' */
	uint64_t wide;	 /* beyond ASCII */
	uint64_t odd;	 /* controls and backslashes */
};

#ifdef __SSE2__
#include <emmintrin.h>

/* A bit for each of 64 bytes: is it this one? */
static inline uint64_t
csv_mask(const char *p, char byte)
{
	const __m128i *v = (const void *)p;
	__m128i want = _mm_set1_epi8(byte);
	uint64_t m = 0;

	for (int i = 0; i < 4; i++)
		m |= (uint64_t)(uint32_t)_mm_movemask_epi8(
			     _mm_cmpeq_epi8(_mm_loadu_si128(v + i), want))
			<< (16 * i);
	return m;
}

static inline uint64_t
csv_bits(__m128i bytes, int piece)
{
	return (uint64_t)(uint32_t)_mm_movemask_epi8(bytes) << (16 * piece);
}

static inline struct csv_masks
csv_masks(const char *p, char delimiter, char line_end, char quote)
{
	const __m128i *v = (const void *)p;
	struct csv_masks m = {0};

	for (int i = 0; i < 4; i++) {
		__m128i x = _mm_loadu_si128(v + i);
		__m128i ends = _mm_or_si128(
			_mm_cmpeq_epi8(x, _mm_set1_epi8(delimiter)),
			_mm_cmpeq_epi8(x, _mm_set1_epi8(line_end)));
		/* As bytes are signed, those beyond ASCII are less, too. */
		__m128i low = _mm_cmpgt_epi8(_mm_set1_epi8(' '), x);
		__m128i odd =
			_mm_or_si128(_mm_cmpeq_epi8(x, _mm_set1_epi8('\\')),
				_mm_cmpeq_epi8(x, _mm_set1_epi8(0x7F)));

		m.ends |= csv_bits(ends, i);
		m.quotes |=
			csv_bits(_mm_cmpeq_epi8(x, _mm_set1_epi8(quote)), i);
		m.blanks |= csv_bits(_mm_cmpeq_epi8(x, _mm_set1_epi8(' ')), i);
		m.wide |= csv_bits(x, i);
		m.odd |= csv_bits(_mm_or_si128(low, odd), i);
	}
	m.odd &= ~m.wide;
	return m;
}
#else
static inline uint64_t
csv_mask(const char *p, char byte)
{
	uint64_t m = 0;

	for (int i = 0; i < CSV_BLOCK; i++)
		m |= (uint64_t)(p[i] == byte) << i;
	return m;
}

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

/* Bit i of the result: is the number of bits up to and with i odd? */
static inline uint64_t
csv_parity(uint64_t m)
{
	for (int shift = 1; shift < CSV_BLOCK; shift *= 2)
		m ^= m << shift;
	return m;
}

#endif
