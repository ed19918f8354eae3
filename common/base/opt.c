#include "base/opt.h"

#include "base/die.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/opt_help.h"

#include <assert.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

#define MAX_RECORD (UINT64_C(1) << 20)
#define LONG_BASE 256 /* what getopt_long gives for row 0; above letters */

const struct opt opt_common[] = {
	{'h', "help", OPT_FLAG, NULL, offsetof(struct common, help),
		N_("show this help and end")},
	{'V', "version", OPT_FLAG, NULL, offsetof(struct common, version),
		N_("show the version and end")},
	{'q', "quiet", OPT_FLAG, NULL, offsetof(struct common, quiet),
		N_("say nothing but errors")},
	{'o', "output", OPT_TEXT, "FILE", offsetof(struct common, output),
		N_("write FILE, as a whole, instead of stdout")},
	{'H', "home", OPT_TEXT, "DIR", offsetof(struct common, home),
		N_("the store is in DIR")},
	{0, "as-of", OPT_TEXT, "TIME", offsetof(struct common, as_of),
		N_("the state and the clock as they were at TIME")},
	{0, "columns", OPT_TEXT, "LIST", offsetof(struct common, columns),
		N_("the input has no header; these are its columns")},
	{0, "no-header", OPT_FLAG, NULL, offsetof(struct common, no_header),
		N_("write no header")},
	{0, "raw", OPT_FLAG, NULL, offsetof(struct common, raw),
		N_("a backslash in the input is just a backslash")},
	{0, "null", OPT_TEXT, "TEXT", offsetof(struct common, null),
		N_("write TEXT for an empty field")},
	{0, "line-buffered", OPT_FLAG, NULL,
		offsetof(struct common, line_buffered),
		N_("write each record as soon as it is ready")},
	{0, "max-record", OPT_NUMBER, "BYTES",
		offsetof(struct common, max_record),
		N_("refuse longer records (default 1M)")},
	{'j', "jobs", OPT_NUMBER, "N", offsetof(struct common, jobs),
		N_("use N threads (default: the cores)")},
	{0, "progress", OPT_CHOICE, "auto|always|never",
		offsetof(struct common, progress),
		N_("show progress on stderr")},
	{0, "options", OPT_FLAG, NULL, offsetof(struct common, options),
		N_("list the options as TSV and end")},
};
const size_t opt_common_n = sizeof(opt_common) / sizeof(*opt_common);

void
opt_usage(const struct program *program, const char *format, ...)
{
	struct str text = {0};
	va_list args;

	va_start(args, format);
	str_vprintf(&text, format, args);
	va_end(args);
	die(_("%s; see %s --help"), str_text(&text), program->name);
}

/* Row i of the program's table, then of the common one; NULL behind both. */
static const struct opt *
row_at(const struct program *program, size_t i)
{
	if (i < program->opts_n)
		return &program->opts[i];
	i -= program->opts_n;
	return i < opt_common_n ? &opt_common[i] : NULL;
}

static const struct opt *
row_of_letter(const struct program *program, int letter)
{
	const struct opt *row;

	for (size_t i = 0; (row = row_at(program, i)); i++)
		if (row->letter == letter)
			return row;
	return NULL;
}

static uint64_t
read_number(
	const struct program *program, const struct opt *row, const char *text)
{
	struct view v = view_of(text);
	int shift = 0;
	int64_t n;

	switch (v.len ? v.at[v.len - 1] : 0) {
	case 'k':
		shift = 10;
		break;
	case 'M':
		shift = 20;
		break;
	case 'G':
		shift = 30;
		break;
	default:
		break;
	}
	if (!view_int(view_upto(v, v.len - (shift > 0)), &n) || n < 0 ||
		n > INT64_MAX >> shift)
		opt_usage(program, _("--%s: '%s' is not a whole number"),
			row->name, text);
	return (uint64_t)n << shift;
}

static int
read_choice(
	const struct program *program, const struct opt *row, const char *text)
{
	struct view rest = view_of(row->arg);
	struct view word;

	for (int i = 0; view_cut(&rest, '|', &word); i++)
		if (view_is(word, text))
			return i;
	opt_usage(program, _("--%s: '%s' is none of %s"), row->name, text,
		row->arg);
}

void
opt_list_add(struct opt_list *list, const char *item)
{
	list->items = mem_grow(
		list->items, &list->cap, list->n + 1, sizeof(*list->items));
	list->items[list->n++] = item;
}

void
opt_list_fini(struct opt_list *list)
{
	mem_free(list->items);
	*list = (struct opt_list){0};
}

static void
set(const struct program *program, const struct opt *row, const char *text,
	void *settings)
{
	void *member = (char *)settings + row->offset;

	switch (row->kind) {
	case OPT_FLAG:
		*(bool *)member = true;
		break;
	case OPT_TEXT:
		*(const char **)member = text;
		break;
	case OPT_LIST:
		opt_list_add(member, text);
		break;
	case OPT_NUMBER:
		*(uint64_t *)member = read_number(program, row, text);
		break;
	case OPT_CHOICE:
		*(int *)member = read_choice(program, row, text);
		break;
	}
}

/* getopt's own two tables, made from ours: *letters and the result, owned. */
static struct option *
getopt_tables(const struct program *program, struct str *letters)
{
	size_t n = program->opts_n + opt_common_n;
	struct option *names = mem_new(n + 1, sizeof(*names));
	struct option *name = names;
	const struct opt *row;

	str_byte(letters, ':'); /* a missing argument is told apart */
	for (size_t i = 0; (row = row_at(program, i)); i++) {
		if (row->letter) {
			str_byte(letters, (char)row->letter);
			if (row->arg)
				str_byte(letters, ':');
		}
		if (row->name)
			*name++ = (struct option){row->name,
				row->arg ? required_argument : no_argument,
				NULL, LONG_BASE + (int)i};
	}
	return names;
}

static void
complain(const struct program *program, int what, char **argv)
{
	const char *word = argv[optind - 1];

	if (what == ':' && optopt < LONG_BASE)
		opt_usage(program, _("option -%c needs an argument"), optopt);
	if (what == ':' || (optopt >= LONG_BASE && strchr(word, '=')))
		opt_usage(program,
			what == ':' ? _("option %s needs an argument")
				    : _("option %s takes no argument"),
			word);
	if (optopt && optopt < LONG_BASE)
		opt_usage(program, _("unknown option '-%c'"), optopt);
	opt_usage(program, _("unknown option '%s'"), word);
}

static void
serve(const struct program *program, const struct common *common)
{
	struct str text = {0};
	struct output out;

	if (!common->help && !common->version && !common->options)
		return;
	if (common->help)
		opt_help(program, &text);
	else if (common->version)
		opt_version(program, &text);
	else
		opt_table(program, &text);
	output_open(&out, NULL);
	output_write(&out, str_view(&text));
	output_close(&out);
	str_fini(&text);
	exit(STATUS_DONE);
}

int
opt_parse(const struct program *program, int argc, char **argv, void *settings)
{
	struct common *common = settings;
	struct str letters = {0};
	struct option *names = getopt_tables(program, &letters);
	const struct opt *row;
	int got;

	file_fill_standard();
	lang_start();
	common->max_record =
		common->max_record ? common->max_record : MAX_RECORD;
	opterr = 0; /* its own messages show our path */
	while ((got = getopt_long(
			argc, argv, str_text(&letters), names, NULL)) != -1) {
		if (got == '?' || got == ':')
			complain(program, got, argv);
		row = got >= LONG_BASE
			? row_at(program, (size_t)(got - LONG_BASE))
			: row_of_letter(program, got);
		assert(row); /* getopt's tables were made from ours */
		set(program, row, optarg, settings);
	}
	mem_free(names);
	str_fini(&letters);
	serve(program, common);
	return optind;
}

void
opt_need_input(const struct program *program, char **operands)
{
	struct str text = {0};

	if (operands[0] || !isatty(STDIN_FILENO))
		return;
	opt_synopsis(program, &text);
	(void)file_write_all(STDERR_FILENO, text.data, text.len);
	str_fini(&text);
	opt_usage(
		program, _("no input: name a file, or write to me by a pipe"));
}

void
opt_no_operands(const struct program *program, char **operands)
{
	if (operands[0])
		opt_usage(program,
			_("'%s' belongs to nothing: quote a text of several "
			  "words"),
			operands[0]);
}
