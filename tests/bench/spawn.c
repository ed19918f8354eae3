/*
 * spawn TIMES PROGRAM [ARG...] - how long a program takes from start to end,
 * in microseconds: the least and the middle of so many runs, its output
 * thrown away.
 */
#include "base/view.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static int
by_size(const void *a, const void *b)
{
	const double *x = a;
	const double *y = b;

	return (*x > *y) - (*x < *y);
}

int
main(int argc, char **argv)
{
	posix_spawn_file_actions_t quiet;
	double took[2000];
	int64_t times;

	if (argc < 3 || !view_int(view_of(argv[1]), &times) || times < 1 ||
		times > 2000)
		return 2;
	posix_spawn_file_actions_init(&quiet);
	posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&quiet, 2, "/dev/null", O_WRONLY, 0);
	for (int i = 0; i < times; i++) {
		double start = now();
		pid_t pid;

		if (posix_spawn(&pid, argv[2], &quiet, NULL, argv + 2, environ))
			return 2;
		waitpid(pid, NULL, 0);
		took[i] = now() - start;
	}
	posix_spawn_file_actions_destroy(&quiet);
	qsort(took, (size_t)times, sizeof(*took), by_size);
	printf("%.0f us at least, %.0f us in the middle: %s\n", took[0],
		took[times / 2], argv[2]);
	return 0;
}
