/*
 * log_sum.h - the sum at the end of a log's record: CRC-32C (Castagnoli, as
 * in RFC 3720 appendix B.4) of the line up to the TAB before the sum, as 8
 * hex digits in lower case.  VIEW("123456789") has the sum e3069283.
 */
#ifndef RECORD_LOG_SUM_H
#define RECORD_LOG_SUM_H

#include "base/view.h"

#define LOG_SUM_DIGITS 8

uint32_t log_sum(struct view v);

/* The same on machines without an instruction for it; for tests. */
uint32_t log_sum_plain(struct view v);

/* The digits, not NUL-ended. */
void log_sum_write(uint32_t sum, char out[LOG_SUM_DIGITS]);

enum log_sum_state {
	LOG_SUM_GOOD,
	LOG_SUM_NONE, /* empty: written by hand */
	LOG_SUM_BAD,  /* the line is not what was written */
};

/* Look at the sum of a line (without LF). */
enum log_sum_state log_sum_check(struct view line);

#endif
