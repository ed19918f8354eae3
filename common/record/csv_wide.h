/*
 * csv_wide.h - what csv_look.h tells of 64 bytes, by AVX-512: for csv.c.
 */
#ifndef RECORD_CSV_WIDE_H
#define RECORD_CSV_WIDE_H

#include "record/csv_look.h"

#include <stdbool.h>

#ifdef __x86_64__
#include <immintrin.h>

#define CSV_WIDE __attribute__((target("avx512bw,bmi,bmi2")))

static inline bool
csv_can_wide(void)
{
	return __builtin_cpu_supports("avx512bw") &&
		__builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
}

CSV_WIDE static inline uint64_t
csv_equal_wide(__m512i x, char byte)
{
	return _mm512_cmpeq_epi8_mask(x, _mm512_set1_epi8(byte));
}

CSV_WIDE static inline struct csv_masks
csv_masks_wide(const char *p, char delimiter, char line_end, char quote)
{
	__m512i x = _mm512_loadu_si512((const void *)p);

	return (struct csv_masks){
		.ends = csv_equal_wide(x, delimiter) |
			csv_equal_wide(x, line_end),
		.quotes = csv_equal_wide(x, quote),
		.blanks = csv_equal_wide(x, ' '),
		.wide = _mm512_movepi8_mask(x),
		.odd = _mm512_cmplt_epu8_mask(x, _mm512_set1_epi8(' ')) |
			csv_equal_wide(x, '\\') | csv_equal_wide(x, 0x7F),
	};
}

#else

#define CSV_WIDE
#define csv_masks_wide csv_masks

static inline bool
csv_can_wide(void)
{
	return false;
}

#endif
#endif
