/*
 * pool.h - threads that take numbered pieces of work and hand them on in
 * order, so that the number of threads never shows in the result.
 *
 * Each worker goes round: take a piece (one worker at a time), work on it
 * (all at once), give the result (one at a time, in the order taken).  A
 * worker is no thread: there are half as many again, so that a thread need
 * not wait for a slower one before it goes on.  There is no other queue.
 */
#ifndef BASE_POOL_H
#define BASE_POOL_H

#include <stdbool.h>

struct pool_job {
	/* A worker's own state, with room for its piece.  May be NULL. */
	void *(*start)(void *shared);
	/* Fetch the next piece; false when nothing is left. */
	bool (*take)(void *shared, void *worker);
	void (*work)(void *shared, void *worker);
	/* Hand the result on; false ends the run at this piece. */
	bool (*give)(void *shared, void *worker);
	/* Called by worker number when all work is done.  May be NULL. */
	void (*stop)(void *shared, void *worker);
};

/*
 * Run until nothing is left, on so many threads (1: on the caller's own).
 * Returns false when a give() said so.
 */
bool pool_run(const struct pool_job *job, void *shared, unsigned threads);

/* How many processors this process may use. */
unsigned pool_cores(void);

#endif
