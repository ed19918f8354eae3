/*
 * link_value.h - the values of a column, each kept once.
 *
 * A value is known by its number, 0 for empty; numbers depend on the order
 * in which values came, so nothing else may.
 */
#ifndef LINK_VALUE_H
#define LINK_VALUE_H

#include "base/mem.h"
#include "base/str.h"

struct link_value {
	struct view text; /* borrowed from the arena */
	uint64_t hash;
	uint64_t letters;  /* link_letters() of it */
	uint32_t count;	   /* rows that have it */
	uint32_t token;	   /* the first of its words, in tokens */
	uint16_t tokens_n; /* words; 0 unless link_words_cut() was called */
	bool nick;	   /* a first name that has other forms */
	int16_t rarity;	   /* tenths of bits: log2 of rows / count */
};

struct link_values {
	struct arena arena;	  /* owned: the texts */
	struct link_value *items; /* owned; [0] is the empty value */
	size_t n, cap;
	uint32_t *table; /* owned: numbers by hash, 0 for a free place */
	size_t table_size;
	uint64_t seed;
	uint32_t *tokens; /* owned: numbers of words in another */
	size_t tokens_n, tokens_cap;
};

void link_values_init(struct link_values *values, uint64_t seed);
void link_values_fini(struct link_values *values);

/* The number of a text, which is copied when it is new; empty is 0. */
uint32_t link_values_add(struct link_values *values, struct view text);

static inline struct view
link_value_text(const struct link_values *values, uint32_t number)
{
	return values->items[number].text;
}

/*
 * Cut each value into its words, at most 24 of them, which go to words;
 * a word's count is how many values have it.
 */
void link_values_cut(struct link_values *values, struct link_values *words);

/* Set each value's rarity, among so many rows. */
void link_values_rate(struct link_values *values, double rows);

#endif
