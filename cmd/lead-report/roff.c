#include "roff.h"

#include "base/lang.h"
#include "base/utf8.h"
#include "base/visible.h"
#include "build.h"
#include "clock.h"
#include "show.h"

#define LINE 1640 /* hundredths of a centimetre */
#define GAP 60	  /* between two columns */
#define WIDEST 36 /* characters */

/* What groff itself would read a character as something else by. */
static const char *
special(int32_t c)
{
	switch (c) {
	case '\\':
		return "\\[rs]";
	case '\'':
		return "\\[aq]";
	case '`':
		return "\\[ga]";
	case '^':
		return "\\[ha]";
	case '~':
		return "\\[ti]";
	case '"':
		return "\\[dq]";
	case 0x2013:
		return "\\[en]";
	case 0xB7:
		return "\\[pc]";
	default:
		return NULL;
	}
}

void
roff_text(struct view plain, struct str *out)
{
	struct str spaced = {0};
	struct str seen = {0};
	struct view rest;

	for (size_t i = 0; i < plain.len; i++)
		str_byte(&spaced, plain.at[i] == '\n' ? ' ' : plain.at[i]);
	visible_write(str_view(&spaced), &seen);
	rest = str_view(&seen);
	/* \& at the start: no request, and no rule or block of a table. */
	str_add(out, "\\&");
	while (rest.len) {
		int32_t c = utf8_next(&rest);

		if (special(c))
			str_add(out, special(c));
		else if (c < 0x7F)
			str_byte(out, (char)c);
		else
			str_printf(out, "\\[u%04X]", (unsigned)c);
	}
	str_fini(&spaced);
	str_fini(&seen);
}

static void
put_text(const char *text, struct str *out)
{
	roff_text(view_of(text), out);
	str_byte(out, '\n');
}

/*
 * The fonts for PDF have no w or y with a circumflex, which Welsh needs:
 * they are put together, the roof of a capital higher (.fchar counts only where
 * the font has none).
 */
static const char preamble[] =
	".fchar \\[u0057_0302] \\Z@\\v'-.2m'\\h'.3m'\\[a^]@W\n"
	".fchar \\[u0077_0302] \\o'w\\[a^]'\n"
	".fchar \\[u0059_0302] \\Z@\\v'-.2m'\\h'.17m'\\[a^]@Y\n"
	".fchar \\[u0079_0302] \\o'y\\[a^]'\n"
	".pl 29.7c\n.nr PO 2.3c\n.nr LL 16.4c\n.nr HM 2.2c\n.nr FM 2.2c\n"
	".nr PS 10500\n.nr VS 14500\n.fam H\n.nr PD 0.5v\n"
	".ds CH\n.ds CF\n.defcolor accent rgb #0f766e\n"
	".defcolor soft rgb #5a6876\n";

/* "T{ ... T}" keeps long text inside its column. */
static void
put_cells(const struct doc *doc, const struct doc_section *section, size_t row,
	const bool *shown, struct str *out)
{
	bool first = true;

	for (size_t c = 0; c < section->columns_n; c++) {
		struct str text = {0};

		if (!shown[c])
			continue;
		show_cell(doc, section, row, c, &text);
		if (!first)
			str_byte(out, '\t');
		first = false;
		str_add(out, "T{\n");
		if (section->shape == DOC_TABLE &&
			show_is_number(section->columns[c].kind))
			str_add(out, ".ad r\n");
		else
			str_add(out, ".ad l\n");
		roff_text(str_view(&text), out);
		str_add(out, "\nT}");
		str_fini(&text);
	}
	str_byte(out, '\n');
}

/* Paper is narrow: spare columns stay out when there are many others. */
static void
narrow(const struct doc_section *section, bool *shown)
{
	size_t n = 0;
	size_t most = 7;

	for (size_t c = 0; c < section->columns_n; c++)
		n += shown[c];
	for (size_t c = section->columns_n; c-- > 0 && n > most;) {
		if (shown[c] && section->columns[c].flags & DOC_SPARE) {
			shown[c] = false;
			n--;
		}
	}
}

/* How much a column needs, in characters: the widest value, within reason. */
static size_t
weight_of(
	const struct doc *doc, const struct doc_section *section, size_t column)
{
	const char *label = section->columns[column].label;
	size_t most = *label ? utf8_columns(view_of(_(label))) : 0;

	for (size_t r = 0; r < doc_rows(section); r++) {
		struct str text = {0};
		size_t wide;

		show_cell(doc, section, r, column, &text);
		wide = utf8_columns(str_view(&text));
		most = wide > most ? wide : most;
		str_fini(&text);
	}
	return most > WIDEST ? WIDEST : most + 1;
}

/* Widths in hundredths of a centimetre, shared out by need. */
static void
put_format(const struct doc *doc, const struct doc_section *section,
	const bool *shown, struct str *out)
{
	size_t *weight = mem_new(section->columns_n, sizeof(*weight));
	size_t all = 0;
	size_t n = 0;

	for (size_t c = 0; c < section->columns_n; c++) {
		weight[c] = shown[c] ? weight_of(doc, section, c) : 0;
		all += weight[c];
		n += shown[c];
	}
	for (size_t c = 0; c < section->columns_n; c++) {
		size_t wide = (LINE - GAP * n) * weight[c] / (all ? all : 1);

		if (shown[c])
			str_printf(out, "lw(%zu.%02zuc)%s", wide / 100,
				wide % 100,
				section->columns[c].flags & DOC_STRONG ? "fB "
								       : " ");
	}
	str_add(out, ".\n");
	mem_free(weight);
}

static void
put_table(const struct doc *doc, const struct doc_section *section,
	struct str *out)
{
	bool *shown = mem_new(section->columns_n, sizeof(*shown));
	bool first = true;

	show_columns(section, shown);
	narrow(section, shown);
	str_add(out, ".TS\nnospaces tab(\t);\n");
	put_format(doc, section, shown, out);
	for (size_t c = 0; c < section->columns_n; c++) {
		const char *label = section->columns[c].label;

		if (!shown[c] || section->shape != DOC_TABLE)
			continue;
		str_printf(out, "%sT{\n.ad %c\n", first ? "" : "\t",
			show_is_number(section->columns[c].kind) ? 'r' : 'l');
		first = false;
		str_add(out, "\\m[soft]");
		roff_text(view_of(*label ? _(label) : ""), out);
		str_add(out, "\\m[]\nT}");
	}
	if (!first)
		str_add(out, "\n_\n");
	for (size_t r = 0; r < doc_rows(section); r++)
		put_cells(doc, section, r, shown, out);
	str_add(out, ".TE\n");
	mem_free(shown);
}

static void
put_prose(const struct doc_section *section, bool letter, struct str *out)
{
	bool from = letter && view_is(view_of(section->name), "from");
	bool block = from || (letter && view_is(view_of(section->name), "to"));

	if (from)
		str_add(out, ".rj 100\n");
	for (size_t r = 0; r < doc_rows(section); r++) {
		if (!block)
			str_add(out, ".LP\n");
		else if (r)
			str_add(out, ".br\n");
		if (letter && view_is(view_of(section->name), "subject"))
			str_add(out, "\\s+4\\fB");
		roff_text(doc_at(section, r, 0)->text, out);
		if (letter && view_is(view_of(section->name), "subject"))
			str_add(out, "\\fP\\s-4");
		str_byte(out, '\n');
	}
	if (from)
		str_add(out, ".br\n.rj 0\n");
	str_add(out, letter ? ".sp 0.4\n" : ".sp 1\n");
}

static void
put_section(const struct doc *doc, const struct doc_section *section,
	struct str *out)
{
	if (!doc_rows(section) && !section->empty)
		return;
	if (section->heading) {
		str_add(out, ".SH\n\\m[accent]");
		roff_text(view_of(section->heading), out);
		str_add(out, "\\m[]\n");
	}
	str_add(out, ".LP\n");
	if (!doc_rows(section))
		put_text(section->empty, out);
	else if (section->shape == DOC_PROSE)
		put_prose(section, doc->layout == DOC_LETTER, out);
	else
		put_table(doc, section, out);
}

static void
put_title(const struct doc *doc, struct str *out)
{
	struct str when = {0};

	clock_write_long(doc->now, &when);
	str_add(out, ".LP\n\\m[accent]\\s-1");
	roff_text(str_view(&when), out);
	str_add(out, "\\s+1\\m[]\n.br\n.vs 24p\n\\s+8\\fB");
	roff_text(view_of(doc->title), out);
	str_add(out, "\\fP\\s-8\n.LP\n");
	if (doc->subtitle)
		put_text(doc->subtitle, out);
	for (size_t i = 0; i < doc->figures_n; i++) {
		struct str value = {0};

		show_figure(&doc->figures[i], &value);
		roff_text(view_of(doc->figures[i].label), out);
		str_add(out, " \\fB");
		roff_text(str_view(&value), out);
		str_add(out, "\\fP\\h'2m'\n");
		str_fini(&value);
	}
	str_fini(&when);
}

void
roff_write(const struct doc *doc, struct str *out)
{
	str_add(out, preamble);
	if (doc->layout == DOC_PAGE)
		put_title(doc, out);
	for (size_t i = 0; i < doc->n; i++)
		put_section(doc, &doc->sections[i], out);
}
