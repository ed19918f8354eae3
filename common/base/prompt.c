#include "base/prompt.h"

#include "base/mem.h"
#include "base/visible.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
/* readline's headers want stdio.h before them. */
#include <readline/history.h>
#include <readline/readline.h>

#define HISTORY_MOST 1000

/*
 * readline's hooks take no argument, so what they need stands here: the only
 * thing of its kind.  It is set while a question is asked.
 */
static const struct prompt_choices *asked;

bool
prompt_can(void)
{
	return isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
}

/* Memory that readline frees by itself. */
static char *
give(struct view v)
{
	struct str shown = {0};
	char *out;

	visible_write(v, &shown);
	out = mem_text(shown.data, shown.len);
	str_fini(&shown);
	return out;
}

/* The choices as readline wants them: what replaces the text, then all. */
static char **
make_matches(struct view typed, struct view all)
{
	size_t cap = 0;
	size_t n = 1;
	char **out = mem_grow(NULL, &cap, 3, sizeof(*out));
	struct view line;

	while (all.len && view_cut(&all, '\n', &line)) {
		if (!line.len)
			continue;
		out = mem_grow(out, &cap, n + 2, sizeof(*out));
		out[n++] = give(line);
	}
	if (n == 1) {
		mem_free(out);
		return NULL;
	}
	out[n] = NULL;
	if (n == 2) {
		out[0] = out[1];
		out[1] = NULL;
	} else {
		out[0] = give(typed);
	}
	return out;
}

static char **
complete(const char *text, int start, int end)
{
	struct str list = {0};
	char **out;

	(void)start;
	(void)end;
	rl_attempted_completion_over = 1; /* no names of files */
	rl_completion_append_character = '\0';
	if (!asked || !asked->list)
		return NULL;
	asked->list(asked->self, view_of(text), &list);
	out = make_matches(view_of(text), str_view(&list));
	str_fini(&list);
	return out;
}

/* A pasted line break stands in the text: an answer is one line. */
static void
take_line(const char *line, struct str *out)
{
	struct view v = view_trim(view_of(line));

	for (size_t i = 0; i < v.len; i++)
		str_byte(out,
			v.at[i] == '\n' || v.at[i] == '\r' || v.at[i] == '\t'
				? ' '
				: v.at[i]);
}

bool
prompt_ask(const char *question, const struct prompt_choices *choices,
	struct str *out)
{
	static const char whole_line[] = "";
	size_t start = out->len;
	char *line;

	asked = choices;
	rl_outstream = stderr;
	rl_attempted_completion_function = complete;
	rl_completer_word_break_characters = whole_line;
	line = readline(question);
	asked = NULL;
	if (!line)
		return false;
	take_line(line, out);
	free(line);
	if (out->len > start) {
		struct str kept = {0};

		str_put(&kept, str_tail(out, start));
		add_history(str_text(&kept));
		str_fini(&kept);
	}
	return true;
}

/* The file of a history; its directory is made. */
static bool
history_path(const char *name, struct str *out)
{
	const char *state = getenv("XDG_STATE_HOME");
	const char *home = getenv("HOME");

	if (state && *state) {
		str_add(out, state);
	} else if (home && *home) {
		str_printf(out, "%s/.local", home);
		(void)mkdir(str_text(out), 0700);
		str_add(out, "/state");
	} else {
		return false;
	}
	(void)mkdir(str_text(out), 0700);
	str_add(out, "/leadpipe");
	(void)mkdir(str_text(out), 0700);
	str_printf(out, "/%s", name);
	return true;
}

/* Characters are UTF-8 here, whatever the environment says. */
static void
use_utf8(void)
{
	const char *set;

	(void)setlocale(LC_CTYPE, "");
	set = nl_langinfo(CODESET);
	if (strcmp(set, "UTF-8") != 0)
		(void)setlocale(LC_CTYPE, "C.UTF-8");
	(void)rl_variable_bind("input-meta", "on");
	(void)rl_variable_bind("output-meta", "on");
	(void)rl_variable_bind("convert-meta", "off");
}

void
prompt_begin(const char *name)
{
	struct str path = {0};

	use_utf8();
	using_history();
	stifle_history(HISTORY_MOST);
	if (history_path(name, &path))
		(void)read_history(str_text(&path));
	str_fini(&path);
}

/* A history that cannot be kept is no reason to fail. */
void
prompt_end(const char *name)
{
	struct str path = {0};
	int fd;

	if (history_path(name, &path)) {
		fd = open(
			str_text(&path), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
		if (fd >= 0) {
			(void)fchmod(fd, 0600);
			close(fd);
			(void)write_history(str_text(&path));
		}
	}
	str_fini(&path);
	clear_history();
}
