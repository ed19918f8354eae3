/*
 * field_wide.h - fields written as a line by AVX-512, which reads any number
 * of bytes up to 32 at once: that fields are of all lengths is nothing to
 * guess wrong.  For field.c.
 */
#ifndef RECORD_FIELD_WIDE_H
#define RECORD_FIELD_WIDE_H

#include "base/str.h"

#ifdef __x86_64__
#include <immintrin.h>

#define FIELD_WIDE 32 /* bytes written at once, some of them in vain */

static inline bool
field_can_wide(void)
{
	return __builtin_cpu_supports("avx512bw") &&
		__builtin_cpu_supports("avx512vl") &&
		__builtin_cpu_supports("bmi2");
}

/* Put fields at to, each with a tab behind it, and FIELD_WIDE in vain. */
__attribute__((target("avx512bw,avx512vl,bmi2"))) static inline void
fields_put_wide(const struct view *fields, size_t n, char *to)
{
	for (size_t i = 0; i < n; i++) {
		size_t len = fields[i].len;
		/* what is not read must be there too, or it is slow */
		const char *from = len ? fields[i].at : to;

		if (len > FIELD_WIDE)
			memcpy(to, from, len);
		else
			_mm256_storeu_si256((void *)to,
				_mm256_maskz_loadu_epi8(
					_bzhi_u32(~0U, (unsigned)len), from));
		to += len;
		*to++ = '\t';
	}
}

#else

#define FIELD_WIDE 0

static inline bool
field_can_wide(void)
{
	return false;
}

static inline void
fields_put_wide(const struct view *fields, size_t n, char *to)
{
	(void)fields;
	(void)n;
	(void)to;
}

#endif
#endif
