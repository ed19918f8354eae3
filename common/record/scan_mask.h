/*
 * scan_mask.h - 64 bytes as masks, a bit for each; for scan.c.
 */
#ifndef RECORD_SCAN_MASK_H
#define RECORD_SCAN_MASK_H

#include "record/scan.h"

/* A bit for each of 64 bytes. */
struct masks {
	uint64_t end;	  /* TAB or LF */
	uint64_t line;	  /* LF */
	uint64_t special; /* backslash or CR */
	uint64_t high;	  /* not ASCII */
};

/* The masks of some bytes and of those behind them, which are n further. */
static inline struct masks
join(struct masks a, struct masks b, int n)
{
	return (struct masks){a.end | b.end << n, a.line | b.line << n,
		a.special | b.special << n, a.high | b.high << n};
}

#if defined(__SSE2__)
#include <immintrin.h>

__attribute__((target("avx2"))) static inline struct masks
masks_32(const char *p)
{
	__m256i v = _mm256_loadu_si256((const void *)p);
	__m256i line = _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\n'));
	__m256i tab = _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\t'));
	__m256i cr = _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\r'));
	__m256i backslash = _mm256_cmpeq_epi8(v, _mm256_set1_epi8('\\'));

	return (struct masks){
		(unsigned)_mm256_movemask_epi8(_mm256_or_si256(line, tab)),
		(unsigned)_mm256_movemask_epi8(line),
		(unsigned)_mm256_movemask_epi8(_mm256_or_si256(cr, backslash)),
		(unsigned)_mm256_movemask_epi8(v),
	};
}

__attribute__((target("avx2"))) static inline struct masks
masks_wide(const char *p)
{
	return join(masks_32(p), masks_32(p + 32), 32);
}

static inline struct masks
masks_16(const char *p)
{
	__m128i v = _mm_loadu_si128((const void *)p);
	__m128i line = _mm_cmpeq_epi8(v, _mm_set1_epi8('\n'));
	__m128i tab = _mm_cmpeq_epi8(v, _mm_set1_epi8('\t'));
	__m128i cr = _mm_cmpeq_epi8(v, _mm_set1_epi8('\r'));
	__m128i backslash = _mm_cmpeq_epi8(v, _mm_set1_epi8('\\'));

	return (struct masks){
		(unsigned)_mm_movemask_epi8(_mm_or_si128(line, tab)),
		(unsigned)_mm_movemask_epi8(line),
		(unsigned)_mm_movemask_epi8(_mm_or_si128(cr, backslash)),
		(unsigned)_mm_movemask_epi8(v),
	};
}

static inline struct masks
masks_plain(const char *p)
{
	return join(join(masks_16(p), masks_16(p + 16), 16),
		join(masks_16(p + 32), masks_16(p + 48), 16), 32);
}

#else

static inline struct masks
masks_plain(const char *p)
{
	struct masks m = {0};

	for (int i = 0; i < SCAN_STEP; i++) {
		unsigned char c = (unsigned char)p[i];

		m.line |= (uint64_t)(c == '\n') << i;
		m.end |= (uint64_t)(c == '\n' || c == '\t') << i;
		m.special |= (uint64_t)(c == '\r' || c == '\\') << i;
		m.high |= (uint64_t)(c >= 0x80) << i;
	}
	return m;
}

#endif

#endif
