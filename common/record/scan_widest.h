/*
 * scan_widest.h - masks of 64 bytes and their bits' numbers by AVX-512, all at
 * once; for scan.c.
 */
#ifndef RECORD_SCAN_WIDEST_H
#define RECORD_SCAN_WIDEST_H

#include "record/scan_mask.h"

#if defined(__SSE2__)
#include <immintrin.h>

/* What these functions need of a processor. */
#define WIDEST "avx512bw,avx512vbmi2,popcnt,bmi"

__attribute__((target(WIDEST))) static inline struct masks
masks_widest(const char *p)
{
	__m512i v = _mm512_loadu_si512((const void *)p);
	uint64_t line = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\n'));
	uint64_t tab = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\t'));
	uint64_t cr = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\r'));
	uint64_t backslash = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('\\'));

	return (struct masks){
		line | tab, line, cr | backslash, _mm512_movepi8_mask(v)};
}

/*
 * Put the numbers of a mask's bits, each plus offset, at out, in groups of
 * sixteen: the last of them in vain when there are fewer.
 */
__attribute__((target(WIDEST))) static inline void
compress_bits(uint64_t mask, int n, uint32_t offset, uint32_t *out)
{
	static const unsigned char all[64] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
		11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26,
		27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42,
		43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58,
		59, 60, 61, 62, 63};
	__m512i bits =
		_mm512_maskz_compress_epi8(mask, _mm512_loadu_si512(all));
	__m512i base = _mm512_set1_epi32((int)offset);

	do {
		__m512i group =
			_mm512_cvtepu8_epi32(_mm512_castsi512_si128(bits));

		_mm512_storeu_si512(out, _mm512_add_epi32(group, base));
		bits = _mm512_alignr_epi64(bits, bits, 2);
		out += 16;
		n -= 16;
	} while (n > 0);
}

#endif

#endif
