/*
 * link_sort.h - large arrays sorted in time that grows with their size.
 */
#ifndef LINK_SORT_H
#define LINK_SORT_H

#include <stddef.h>
#include <stdint.h>

/* A lead under a key: what blocking sorts. */
struct link_keyed {
	uint64_t key;
	uint32_t lead;
};

/* Sort by value. */
void link_sort_words(uint64_t *words, size_t n);

/* Sort by value and take repeated ones out; returns how many stay. */
size_t link_sort_unique(uint64_t *words, size_t n);

/* Sort by key, then by lead. */
void link_sort_keyed(struct link_keyed *items, size_t n);

#endif
