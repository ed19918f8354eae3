/*
 * base32.h - Crockford's base 32, in which ids are written: digits and
 * capitals, but no I, L, O or U.  (D. Crockford, "Base 32", 2002.)
 */
#ifndef BASE_BASE32_H
#define BASE_BASE32_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define BASE32_DIGITS "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/* Write the low 5 * n bits as n digits. */
static inline void
base32_put(uint64_t bits, size_t n, char *out)
{
	for (; n > 0; n--, bits >>= 5)
		out[n - 1] = BASE32_DIGITS[bits & 31];
}

/* What a digit stands for, or -1. */
static inline int
base32_value(char digit)
{
	const char *at = digit ? strchr(BASE32_DIGITS, digit) : NULL;

	return at ? (int)(at - BASE32_DIGITS) : -1;
}

#endif
