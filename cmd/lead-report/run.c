#include "run.h"

#include "base/die.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "lead/store.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

#define STAGES 3
#define WORDS 8

/* posix_spawn() wants words it could change, and never does. */
union words {
	const char *const *in;
	char *const *out;
};

/* A stage with these descriptors for its 0 and 1; -1: could not. */
static int
start(const char *const *words, int in, int out)
{
	posix_spawn_file_actions_t actions;
	union words argv = {.in = words};
	pid_t pid = -1;
	int error = posix_spawn_file_actions_init(&actions);

	if (!error && in >= 0)
		error = posix_spawn_file_actions_adddup2(
			&actions, in, STDIN_FILENO);
	if (!error)
		error = posix_spawn_file_actions_adddup2(
			&actions, out, STDOUT_FILENO);
	if (!error)
		error = posix_spawnp(
			&pid, words[0], &actions, NULL, argv.out, environ);
	(void)posix_spawn_file_actions_destroy(&actions);
	if (error) {
		errno = error;
		warn_errno(_("cannot run '%s'"), words[0]);
		return -1;
	}
	return pid;
}

/* Its exit status; 128 and more when a signal ended it. */
static int
wait_for(int pid)
{
	int status;

	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return STATUS_FAIL;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

bool
run_with_input(const char *const *words, struct view input)
{
	struct sigaction quiet = {.sa_handler = SIG_IGN};
	struct sigaction was;
	int ends[2];
	int pid;
	int status;
	bool wrote;

	if (pipe2(ends, O_CLOEXEC) < 0) {
		warn_errno(_("cannot make a pipe"));
		return false;
	}
	pid = start(words, ends[0], STDERR_FILENO);
	(void)close(ends[0]);
	if (pid < 0) {
		(void)close(ends[1]);
		return false;
	}
	/* It may end before it has read all: that is its status's to say. */
	(void)sigaction(SIGPIPE, &quiet, &was);
	wrote = file_write_all(ends[1], input.at, input.len);
	(void)close(ends[1]);
	(void)sigaction(SIGPIPE, &was, NULL);
	status = wait_for(pid);
	if (status)
		warn(_("'%s' ended with status %d"), words[0], status);
	else if (!wrote)
		warn(_("'%s' did not read all of the mail"), words[0]);
	return wrote && !status;
}

/* A program beside ours, else its bare name, to be found in $PATH. */
static const char *
beside(const char *name, struct arena *arena)
{
	char self[PATH_MAX];
	struct str path = {0};
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self));
	const char *found;

	if (n > 0 && (size_t)n < sizeof(self)) {
		while (n > 0 && self[n - 1] != '/')
			n--;
		str_bytes(&path, self, (size_t)n);
	}
	str_add(&path, name);
	if (access(str_text(&path), X_OK) < 0) {
		str_clear(&path);
		str_add(&path, name);
	}
	found = arena_text(arena, path.data, path.len);
	str_fini(&path);
	return found;
}

/* What follows the program's name: the options all of them take. */
static size_t
put_common(const struct common *common, const char **words, size_t n)
{
	if (common->home) {
		words[n++] = "--home";
		words[n++] = common->home;
	}
	if (common->as_of) {
		words[n++] = "--as-of";
		words[n++] = common->as_of;
	}
	return n;
}

static void
start_stage(struct run *run, const char *const *words, int *in)
{
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) < 0)
		die_errno(_("cannot make a pipe"));
	file_widen_pipe(ends[1]);
	run->pids[run->n] = start(words, *in, ends[1]);
	if (run->pids[run->n] < 0)
		die(_("the usual pipeline needs all programs: see lead(7)"));
	run->n++;
	(void)close(ends[1]);
	if (*in >= 0)
		(void)close(*in);
	*in = ends[0];
}

static void
become_input(int fd)
{
	if (dup2(fd, STDIN_FILENO) < 0)
		die_errno(_("cannot read the store"));
	(void)close(fd);
}

static int
start_all(struct run *run, const struct common *common, const char *leads,
	bool gate)
{
	static const char *const names[STAGES] = {
		"lead-contact", "lead-note", "lead-score"};
	struct arena arena = {0};
	int in = -1;

	run->pids = mem_new(STAGES, sizeof(*run->pids));
	for (size_t i = 0; i < STAGES; i++) {
		const char *words[WORDS + 2] = {beside(names[i], &arena)};
		size_t n = put_common(common, words, 1);

		if (i == 0 && gate) {
			words[n++] = "--gate";
			words[n++] = "call,email";
		}
		if (i == 0)
			words[n++] = leads;
		words[n] = NULL;
		start_stage(run, words, &in);
	}
	arena_fini(&arena);
	return in;
}

void
run_store(struct run *run, const struct common *common, enum run_what what)
{
	char *path = store_path(
		common, what == RUN_CONTACTS ? "contacts.tsv" : "leads.tsv");

	*run = (struct run){0};
	if (access(path, R_OK) < 0)
		die_errno(_("there is nothing in the store yet: '%s'"), path);
	become_input(what == RUN_LEADS || what == RUN_CONTACTS
			? file_open(path)
			: start_all(run, common, path, what == RUN_GATED));
	mem_free(path);
}

int
run_wait(struct run *run)
{
	int worst = 0;

	for (size_t i = 0; i < run->n; i++) {
		int status = wait_for(run->pids[i]);

		if (status > worst)
			worst = status;
	}
	mem_free(run->pids);
	run->n = 0;
	return worst > STATUS_PART ? STATUS_FAIL : worst;
}
