/*
 * link_chunk.h - a long range worked on in pieces by several threads.
 */
#ifndef LINK_CHUNK_H
#define LINK_CHUNK_H

#include <stdint.h>

struct link_chunks {
	void *shared;	  /* borrowed */
	unsigned jobs;	  /* threads */
	uint64_t n, step; /* the range 0..n, in pieces of step */
	void (*work)(void *shared, uint64_t from, uint64_t to);
};

/*
 * Call work for each piece, in any order and at the same time: what it does
 * must not depend on either.
 */
void link_chunks_run(const struct link_chunks *chunks);

#endif
