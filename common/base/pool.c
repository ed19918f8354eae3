#include "base/pool.h"

#include "base/die.h"
#include "base/mem.h"

#include <pthread.h>
#include <sched.h>
#include <stdint.h>
#include <string.h>

struct pool {
	const struct pool_job *job;
	void *shared;
	pthread_mutex_t take; /* guards taken, and job->take */
	pthread_mutex_t give; /* guards given and stopped, and job->give */
	pthread_cond_t turn;  /* given or stopped has changed */
	uint64_t taken, given;
	bool ended;   /* take said that nothing is left */
	bool stopped; /* give said to stop */
};

struct worker {
	struct pool *pool;
	void *state;
	pthread_t thread;
};

/* Take a piece and its number. */
static bool
take(struct pool *pool, void *state, uint64_t *number)
{
	bool got;

	pthread_mutex_lock(&pool->take);
	got = !pool->ended && pool->job->take(pool->shared, state);
	pool->ended = !got;
	*number = pool->taken;
	pool->taken += got;
	pthread_mutex_unlock(&pool->take);
	return got;
}

/* Wait for the turn of a number, then give. */
static bool
give(struct pool *pool, void *state, uint64_t number)
{
	bool more;

	pthread_mutex_lock(&pool->give);
	while (!pool->stopped && pool->given != number)
		pthread_cond_wait(&pool->turn, &pool->give);
	more = !pool->stopped && pool->job->give(pool->shared, state);
	pool->given++;
	pool->stopped = pool->stopped || !more;
	pthread_cond_broadcast(&pool->turn);
	pthread_mutex_unlock(&pool->give);
	return more;
}

static void *
run(void *argument)
{
	struct worker *worker = argument;
	struct pool *pool = worker->pool;
	uint64_t number;

	do {
		if (!take(pool, worker->state, &number))
			break;
		pool->job->work(pool->shared, worker->state);
	} while (give(pool, worker->state, number));
	return NULL;
}

/* Threads 1.. run beside the caller, who is thread 0. */
static void
run_all(struct worker *workers, unsigned n)
{
	for (unsigned i = 1; i < n; i++) {
		int error = pthread_create(
			&workers[i].thread, NULL, run, &workers[i]);

		if (error)
			die("cannot start a thread: %s", strerror(error));
	}
	run(&workers[0]);
	for (unsigned i = 1; i < n; i++)
		pthread_join(workers[i].thread, NULL);
}

bool
pool_run(const struct pool_job *job, void *shared, unsigned threads)
{
	unsigned n = threads ? threads : 1;
	struct worker *workers = mem_new(n, sizeof(*workers));
	struct pool pool = {
		.job = job,
		.shared = shared,
		.take = PTHREAD_MUTEX_INITIALIZER,
		.give = PTHREAD_MUTEX_INITIALIZER,
		.turn = PTHREAD_COND_INITIALIZER,
	};

	for (unsigned i = 0; i < n; i++) {
		workers[i].pool = &pool;
		workers[i].state = job->start ? job->start(shared) : NULL;
	}
	run_all(workers, n);
	for (unsigned i = 0; i < n && job->stop; i++)
		job->stop(shared, workers[i].state);
	mem_free(workers);
	return !pool.stopped;
}

unsigned
pool_cores(void)
{
	cpu_set_t set;

	if (sched_getaffinity(0, sizeof(set), &set) < 0)
		return 1;
	return (unsigned)CPU_COUNT(&set);
}
