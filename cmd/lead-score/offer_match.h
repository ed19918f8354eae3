/*
 * offer_match.h - how well a product suits a lead; for offer*.c alone.
 */
#ifndef OFFER_MATCH_H
#define OFFER_MATCH_H

#include "offer.h"

/* The words of a fact, folded, with a blank at both ends. */
struct offer_words {
	struct view key, name, text;
	struct view *fors; /* as many as the fact has */
};

/* Does a folded text of the lead have these folded words? */
bool offer_has(struct view folded, struct view words);

/*
 * The points of a product.  *unfit when a condition or the industry is
 * against it.  With texts, what speaks for it and against it is put at the
 * end of found->reasons and found->gaps.
 */
int64_t offer_points(const struct offers *offers, const struct record *record,
	struct offer_found *found, const struct product *product, bool texts);

/* Is anything of a fact's own for and requires against the lead? */
bool offer_is_against(const struct offers *offers, const struct record *record,
	struct offer_found *found, const struct product_fact *fact);

#endif
