#include "record/log_sum.h"

#define POLYNOMIAL UINT32_C(0x82f63b78) /* Castagnoli's, bits reversed */

#if defined(__x86_64__)
#include <nmmintrin.h>

/* The processor's own instruction, 8 bytes at a time. */
__attribute__((target("sse4.2"))) static uint32_t
sum_fast(struct view v)
{
	uint64_t crc = UINT32_MAX;
	uint64_t word;

	for (; v.len >= sizeof(word); v = view_from(v, sizeof(word))) {
		memcpy(&word, v.at, sizeof(word));
		crc = _mm_crc32_u64(crc, word);
	}
	for (size_t i = 0; i < v.len; i++)
		crc = _mm_crc32_u8((uint32_t)crc, (unsigned char)v.at[i]);
	return ~(uint32_t)crc;
}

static bool
has_fast(void)
{
	return __builtin_cpu_supports("sse4.2");
}
#else
static uint32_t
sum_fast(struct view v)
{
	(void)v;
	return 0;
}

static bool
has_fast(void)
{
	return false;
}
#endif

/* One bit at a time: for machines without the instruction. */
uint32_t
log_sum_plain(struct view v)
{
	uint32_t crc = UINT32_MAX;

	for (size_t i = 0; i < v.len; i++) {
		crc ^= (unsigned char)v.at[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (crc & 1 ? POLYNOMIAL : 0);
	}
	return ~crc;
}

uint32_t
log_sum(struct view v)
{
	return has_fast() ? sum_fast(v) : log_sum_plain(v);
}

void
log_sum_write(uint32_t sum, char out[LOG_SUM_DIGITS])
{
	for (int i = LOG_SUM_DIGITS - 1; i >= 0; i--, sum >>= 4)
		out[i] = "0123456789abcdef"[sum & 15];
}

enum log_sum_state
log_sum_check(struct view line)
{
	char digits[LOG_SUM_DIGITS];
	size_t start = line.len - LOG_SUM_DIGITS;

	if (line.len && line.at[line.len - 1] == '\t')
		return LOG_SUM_NONE;
	if (line.len <= LOG_SUM_DIGITS || line.at[start - 1] != '\t')
		return LOG_SUM_BAD;
	log_sum_write(log_sum(view_upto(line, start - 1)), digits);
	return memcmp(digits, line.at + start, LOG_SUM_DIGITS) == 0
		? LOG_SUM_GOOD
		: LOG_SUM_BAD;
}
