/*
 * card_write.h - learned rules as rows of rules.tsv.
 */
#ifndef CARD_WRITE_H
#define CARD_WRITE_H

#include "whole.h"

/* The rows of the rules, best first, without a header. */
void card_write_rules(
	const struct choice *choice, const struct bins *bins, struct str *out);

/* The row of the scale. */
void card_write_scale(const struct scale *scale, struct str *out);

#endif
