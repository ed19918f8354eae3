/*
 * csv_mask.h - 64 bytes at once: where is this one?
 */
#ifndef RECORD_CSV_MASK_H
#define RECORD_CSV_MASK_H

#include <stdint.h>

#define CSV_BLOCK 64

#ifdef __SSE2__
#include <emmintrin.h>

/* Of four times 16 bytes, the high bit of each. */
static inline uint64_t
csv_bits(__m128i a, __m128i b, __m128i c, __m128i d)
{
	uint64_t low = (uint32_t)_mm_movemask_epi8(a) |
		(uint32_t)_mm_movemask_epi8(b) << 16;
	uint64_t high = (uint32_t)_mm_movemask_epi8(c) |
		(uint32_t)_mm_movemask_epi8(d) << 16;

	return low | high << 32;
}

static inline uint64_t
csv_equal(const __m128i x[4], char byte)
{
	__m128i want = _mm_set1_epi8(byte);

	return csv_bits(_mm_cmpeq_epi8(x[0], want), _mm_cmpeq_epi8(x[1], want),
		_mm_cmpeq_epi8(x[2], want), _mm_cmpeq_epi8(x[3], want));
}

/* A bit for each of 64 bytes: is it this one? */
static inline uint64_t
csv_mask(const char *p, char byte)
{
	const __m128i *v = (const void *)p;
	const __m128i x[4] = {_mm_loadu_si128(v), _mm_loadu_si128(v + 1),
		_mm_loadu_si128(v + 2), _mm_loadu_si128(v + 3)};

	return csv_equal(x, byte);
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
#endif

/* Bit i of the result: is the number of bits up to and with i odd? */
static inline uint64_t
csv_parity(uint64_t m)
{
	m ^= m << 1;
	m ^= m << 2;
	m ^= m << 4;
	m ^= m << 8;
	m ^= m << 16;
	return m ^ m << 32;
}

#endif
