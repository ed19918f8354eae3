/*
 * hash.h - digests: XXH3 of the xxHash library, whose values never change
 * between versions or machines.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/view.h"

/* 128 bits, for identifiers: the same on any machine, for ever. */
struct digest {
	uint64_t high, low;
};

struct digest hash_digest(struct view v);

/* 64 bits, for tables.  A seed keeps hostile keys from colliding. */
uint64_t hash_table(struct view v, uint64_t seed);

/* 128 bits, for tables that do not keep their keys. */
struct digest hash_wide(struct view v, uint64_t seed);

/* A seed for this run, from the kernel. */
uint64_t hash_seed(void);

#endif
