/*
 * csv_mask.h - 64 bytes at once: where is this one?
 */
#ifndef RECORD_CSV_MASK_H
#define RECORD_CSV_MASK_H

#include <stdint.h>

#define CSV_BLOCK 64

/* A bit for each of 64 bytes: is it this one? */
#ifdef __SSE2__
#include <emmintrin.h>

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
	for (int shift = 1; shift < CSV_BLOCK; shift *= 2)
		m ^= m << shift;
	return m;
}

#endif
