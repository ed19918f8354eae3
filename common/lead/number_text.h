/*
 * number_text.h - one number read off the front of a text; what number.h and
 * money.h have in common.
 */
#ifndef LEAD_NUMBER_TEXT_H
#define LEAD_NUMBER_TEXT_H

#include "lead/number.h"

/* What one number showed of its decimal mark. */
enum number_proof {
	NUMBER_PROVES_NOTHING, /* "1250", "1,234" */
	NUMBER_HINTS_COMMA,    /* "1.234": three digits, like a group */
	NUMBER_PROVES_POINT,
	NUMBER_PROVES_COMMA,
};

/*
 * Take a number off the front of *rest: digits, grouped or not, with a
 * fraction or not, and a word or letter for thousands, millions, milliards
 * behind it.  No sign.  Puts thousandths in *out (the rest of the fraction
 * rounded, a half up), and the power of ten of that word in *scale.  Returns
 * false, and leaves all alone, when there is none or it does not fit.
 */
struct number_piece {
	int64_t value; /* thousandths, without the scale */
	int64_t scale; /* 1, 1000, 1000000, ... */
	enum number_proof proof;
};

bool
number_take(struct view *rest, enum number_mark mark, struct number_piece *out);

/* value times scale; false when it does not fit. */
bool number_scaled(const struct number_piece *piece, int64_t *out);

/* Take blanks of any kind off the front. */
void number_skip_blanks(struct view *rest);

#endif
