#include "base/opt_help.h"

#include "base/lang.h"
#include "base/utf8.h"
#include "base/version.h"

#define WIDTH 79
#define HELP_COLUMN 26

static const char *const kinds[] = {
	[OPT_FLAG] = "flag",
	[OPT_TEXT] = "text",
	[OPT_LIST] = "list",
	[OPT_NUMBER] = "number",
	[OPT_CHOICE] = "choice",
};

void
opt_synopsis(const struct program *program, struct str *out)
{
	struct view rest = view_of(program->synopsis);
	struct view line;
	const char *start = _("usage:");

	while (view_cut(&rest, '\n', &line)) {
		str_printf(out, "%s %s %.*s\n", start, program->name,
			VIEW_ARGS(line));
		start = "      ";
	}
}

/*
 * The letter of a common option, unless the program's own options use it:
 * lead-contact's -o is --outcome.
 */
static int
free_letter(const struct program *program, const struct opt *row)
{
	for (size_t i = 0; i < program->opts_n; i++)
		if (program->opts[i].letter == row->letter)
			return 0;
	return row->letter;
}

/* One row: "  -r, --rules FILE        read the scorecard from FILE". */
static void
help_row(const struct opt *row, struct str *out)
{
	size_t start = out->len;
	size_t used;

	if (row->letter)
		str_printf(out, "  -%c", row->letter);
	else
		str_add(out, "    ");
	if (row->name)
		str_printf(out, "%s --%s", row->letter ? "," : " ", row->name);
	if (row->arg)
		str_printf(out, " %s", row->arg);
	used = utf8_columns(str_tail(out, start));
	if (used + 1 > HELP_COLUMN) {
		str_byte(out, '\n');
		used = 0;
	}
	str_printf(out, "%*s%s\n", (int)(HELP_COLUMN - used), "", _(row->help));
}

/* The common options, names only: lead(7) says what they do. */
static void
help_common(const struct program *program, struct str *out)
{
	size_t column = WIDTH;

	str_printf(out, "\n%s", _("Common to all programs, see lead(7):"));
	for (size_t i = 0; i < opt_common_n; i++) {
		int letter = free_letter(program, &opt_common[i]);
		struct str one = {0};

		if (letter)
			str_printf(&one, "-%c ", letter);
		str_printf(&one, "--%s", opt_common[i].name);
		if (opt_common[i].arg)
			str_printf(&one, " %s", opt_common[i].arg);
		if (column + one.len + 2 > WIDTH) {
			str_add(out, "\n ");
			column = 1;
		}
		str_printf(out, " %s%s", str_text(&one),
			i + 1 < opt_common_n ? "," : "\n");
		column += one.len + 2;
		str_fini(&one);
	}
}

void
opt_help(const struct program *program, struct str *out)
{
	struct view rest = view_of(program->example);
	struct view line;

	opt_synopsis(program, out);
	str_printf(out, "%s\n\n", _(program->purpose));
	while (view_cut(&rest, '\n', &line))
		str_printf(out, "  $ %.*s\n", VIEW_ARGS(line));
	str_byte(out, '\n');
	for (size_t i = 0; i < program->opts_n; i++)
		help_row(&program->opts[i], out);
	help_common(program, out);
}

void
opt_version(const struct program *program, struct str *out)
{
	str_printf(out, "%s (leadpipe) %s\n", program->name, LEADPIPE_VERSION);
}

static void
table_row(const struct opt *row, int letter, struct str *out)
{
	if (letter)
		str_byte(out, (char)letter);
	str_printf(out, "\t%s\t%s\t%s\t%s\n", row->name ? row->name : "",
		kinds[row->kind], row->arg ? row->arg : "", row->help);
}

void
opt_table(const struct program *program, struct str *out)
{
	str_add(out, "letter\tname\tkind\targument\thelp\n");
	for (size_t i = 0; i < program->opts_n; i++)
		table_row(&program->opts[i], program->opts[i].letter, out);
	for (size_t i = 0; i < opt_common_n; i++)
		table_row(&opt_common[i], free_letter(program, &opt_common[i]),
			out);
}
