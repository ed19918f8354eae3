/*
 * money.h - sums of money, exact.
 *
 * An amount is a whole number of minor units (pence, cents; yen have none)
 * and an ISO 4217 code.  No floating point anywhere.
 */
#ifndef LEAD_MONEY_H
#define LEAD_MONEY_H

#include "lead/number.h"

struct money {
	int64_t minor;	  /* pence, cents, ...; may be negative */
	char currency[4]; /* ISO 4217, upper case, NUL-ended; "" not said */
};

/*
 * Read text such as "£1,250.50", "1250.5 GBP", "€1.2m", "(300)", "k€ 5" into
 * *out; mark tells "1.234" apart (see number.h).  Returns false, and leaves
 * *out alone, when text is not a sum of money or does not fit.
 */
bool money_read(struct view text, enum number_mark mark, struct money *out);

/* Write m as "1250.50 GBP" at the end of out. */
void money_write(struct money m, struct str *out);

/* Write the amount only, "1250.50", or "1250" when there are no pence. */
void money_write_amount(struct money m, struct str *out);

/* How many digits the minor unit of a currency has: GBP 2, JPY 0, KWD 3. */
int money_digits(const char *currency);

/* The currency of a country (alpha-2), or empty: GB gives GBP. */
struct view money_of_country(struct view country);

/* Put the ISO 4217 code for a code, a symbol or a name at the end of out. */
bool currency_normalise(struct view in, struct str *out);

/*
 * Put a text without its signs and codes of one currency at the end of out:
 * "1m - 5m" for "£1m - £5m", which number_read() knows for a band.  False,
 * with out as it was, when there are none, or of several currencies.
 */
bool currency_strip(struct view in, struct str *out, char currency[4]);

#endif
