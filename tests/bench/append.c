/*
 * append FILE SECONDS [PROCESSES...] - how many records a second are appended
 * to a log, on disk, by so many processes at once.
 */
#include "base/file.h"
#include "record/log.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Append until the time is up; how often goes to the pipe. */
static void
append(const struct log *log, double seconds, int pipe)
{
	double end = now() + seconds;
	char text[160];
	long n = 0;

	memset(text, 'x', sizeof(text));
	text[20] = '\t';
	while (now() < end) {
		if (log_append(log, (struct view){text, sizeof(text)}) !=
			STATUS_DONE)
			_exit(1);
		n++;
	}
	(void)file_write_all(pipe, (const char *)&n, sizeof(n));
	_exit(0);
}

static long
run(const struct log *log, int processes, double seconds)
{
	long total = 0;
	int ends[2];
	long n;

	(void)unlink(log->path);
	if (pipe(ends) < 0)
		return -1;
	for (int i = 0; i < processes; i++)
		if (fork() == 0)
			append(log, seconds, ends[1]);
	close(ends[1]);
	while (read(ends[0], &n, sizeof(n)) == (ssize_t)sizeof(n))
		total += n;
	close(ends[0]);
	while (wait(NULL) > 0)
		;
	(void)unlink(log->path);
	return total;
}

int
main(int argc, char **argv)
{
	struct log log = {.header = VIEW("a\tb\tsum"), .quiet = true};
	int64_t seconds = 3;
	int64_t n;

	if (argc < 3 || !view_int(view_of(argv[2]), &seconds))
		return 2;
	log.path = argv[1];
	for (int i = 3; i < argc; i++)
		if (view_int(view_of(argv[i]), &n))
			printf("%d processes: %.0f durable appends/s\n", (int)n,
				(double)run(&log, (int)n, (double)seconds) /
					(double)seconds);
	return 0;
}
