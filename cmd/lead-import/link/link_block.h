/*
 * link_block.h - which pairs of leads are worth comparing.
 *
 * A rule gives each lead keys; leads of one key are a block, and the pairs
 * of a block are compared.  The rules follow from the fields there are:
 *
 * - every field by itself, and every two fields together;
 * - of companies and streets, each rare word and each two words;
 * - of an email, the mailbox at any domain;
 * - of names, first and last in either order, and how both begin.
 *
 * A block of more than LINK_BLOCK_MAX leads is left out, and so are, from
 * the largest on, the blocks that would give a rule more pairs than its
 * share, which grows with the number of leads and no faster.
 */
#ifndef LINK_BLOCK_H
#define LINK_BLOCK_H

#include "link_model.h"
#include "link_sort.h"

#define LINK_BLOCK_MAX 200 /* leads */

enum link_rule_kind {
	LINK_RULE_FIELD,
	LINK_RULE_TWO,
	LINK_RULE_WORDS,
	LINK_RULE_MAILBOX,
	LINK_RULE_EITHER, /* first and last name in either order */
	LINK_RULE_BEGIN,  /* two letters of the first, three of the last */
};

struct link_rule {
	enum link_rule_kind kind;
	unsigned a, b; /* fields */
};

#define LINK_RULES (LINK_FIELDS * (LINK_FIELDS + 5) / 2 + 4)

/* A rule's leads under its keys, sorted by key. */
struct link_block {
	struct link_rule rule;
	struct link_keyed *items; /* owned */
	size_t n, cap;
	size_t most;	  /* leads: larger blocks are left out */
	uint64_t pairs;	  /* of the blocks that are not */
	uint64_t largest; /* leads of the largest block left out; 0: none */
};

/* Find the rules for the fields; returns how many. */
unsigned link_rules_find(
	const struct link_table *table, struct link_rule rules[LINK_RULES]);

/* The fields a rule blocks by, a bit for each. */
uint32_t link_rule_mask(const struct link_rule *rule);

/*
 * Sort the leads into blocks and see which may stay within so many pairs.
 * covered: of each lead, the fields, by bit, whose blocks it has been in; a
 * rule of two fields leaves out leads that one of them has covered.
 */
void link_block_make(struct link_block *block, const struct link_table *table,
	struct link_rule rule, const uint32_t *covered, uint64_t budget);
void link_block_fini(struct link_block *block);

/* The block that begins at item from ends before the one returned. */
size_t link_block_end(const struct link_block *block, size_t from);

#endif
