/*
 * link_reason.h - why two leads may be one, in words.
 */
#ifndef LINK_REASON_H
#define LINK_REASON_H

#include "link_model.h"

/*
 * Put the reasons at the end of out, the heaviest first, as in
 *
 *	+7.2 same phone; +3.1 same rare last name; -1.4 other postcode
 *
 * Their numbers, bits of evidence, sum to the weight, which is returned in
 * tenths: the last is the prior, that few pairs of leads are one.
 */
int link_reasons(const struct link_model *model, const struct link_table *table,
	uint32_t a, uint32_t b, struct str *out);

/* A weight in tenths of bits as "+7.2". */
void link_weight_write(int weight, struct str *out);

#endif
