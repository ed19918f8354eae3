#include "markdown.h"

#include "base/lang.h"
#include "base/visible.h"
#include "build.h"
#include "clock.h"
#include "show.h"

/*
 * Does c, behind before (0: at the start), mean something to Markdown?  That
 * GitHub makes a link of a mail address cannot be helped.
 */
static bool
needs_escape(char before, char c)
{
	if (strchr("\\`*_{}[]<>()#|~&:@!", c))
		return true;
	/* A list item, a rule, the line below a heading. */
	if (strchr("-+=", c))
		return before == 0 || before == ' ';
	/* "1." begins a list and "www." is a link. */
	return c == '.' &&
		(before == 0 || before == 'w' || before == 'W' ||
			(before >= '0' && before <= '9'));
}

void
markdown_text(struct view plain, struct str *out)
{
	struct str spaced = {0};
	struct str seen = {0};
	char before = 0;

	for (size_t i = 0; i < plain.len; i++)
		str_byte(&spaced, plain.at[i] == '\n' ? ' ' : plain.at[i]);
	visible_write(str_view(&spaced), &seen);
	for (size_t i = 0; i < seen.len; i++) {
		if (needs_escape(before, seen.data[i]))
			str_byte(out, '\\');
		str_byte(out, seen.data[i]);
		before = seen.data[i];
	}
	str_fini(&spaced);
	str_fini(&seen);
}

static void
put_labels(
	const struct doc_section *section, const bool *shown, struct str *out)
{
	for (size_t c = 0; c < section->columns_n; c++) {
		const char *label = section->columns[c].label;

		if (!shown[c])
			continue;
		str_add(out, "| ");
		markdown_text(view_of(*label ? _(label) : ""), out);
		str_byte(out, ' ');
	}
	str_add(out, "|\n");
	for (size_t c = 0; c < section->columns_n; c++)
		if (shown[c])
			str_printf(out, "|%s",
				show_is_number(section->columns[c].kind)
					? "---:"
					: "---");
	str_add(out, "|\n");
}

static void
put_table(const struct doc *doc, const struct doc_section *section,
	struct str *out)
{
	bool *shown = mem_new(section->columns_n, sizeof(*shown));

	show_columns(section, shown);
	put_labels(section, shown, out);
	for (size_t r = 0; r < doc_rows(section); r++) {
		for (size_t c = 0; c < section->columns_n; c++) {
			struct str text = {0};

			if (!shown[c])
				continue;
			show_cell(doc, section, r, c, &text);
			str_add(out, "| ");
			markdown_text(str_view(&text), out);
			str_byte(out, ' ');
			str_fini(&text);
		}
		str_add(out, "|\n");
	}
	mem_free(shown);
}

static void
put_section(const struct doc *doc, const struct doc_section *section,
	struct str *out)
{
	if (!doc_rows(section) && !section->empty)
		return;
	if (section->heading) {
		str_add(out, "\n## ");
		markdown_text(view_of(section->heading), out);
		str_byte(out, '\n');
	}
	str_byte(out, '\n');
	if (!doc_rows(section)) {
		markdown_text(view_of(section->empty), out);
		str_byte(out, '\n');
	} else if (section->shape == DOC_PROSE) {
		for (size_t r = 0; r < doc_rows(section); r++) {
			markdown_text(doc_at(section, r, 0)->text, out);
			str_add(out, "\n\n");
		}
	} else {
		put_table(doc, section, out);
	}
	if (section->more) {
		str_byte(out, '\n');
		str_printf(out,
			ngettext("and %llu more", "and %llu more",
				(unsigned long)section->more),
			(unsigned long long)section->more);
		str_byte(out, '\n');
	}
}

void
markdown_write(const struct doc *doc, struct str *out)
{
	struct str when = {0};

	if (doc->layout == DOC_PAGE)
		clock_write_long(doc->now, &when);
	str_add(out, "# ");
	markdown_text(view_of(doc->title), out);
	str_add(out, "\n\n");
	markdown_text(str_view(&when), out);
	if (doc->subtitle) {
		str_add(out, " \xc2\xb7 ");
		markdown_text(view_of(doc->subtitle), out);
	}
	str_byte(out, '\n');
	for (size_t i = 0; i < doc->figures_n; i++) {
		struct str value = {0};

		show_figure(&doc->figures[i], &value);
		str_add(out, i ? " \xc2\xb7 " : "\n");
		markdown_text(view_of(doc->figures[i].label), out);
		str_add(out, " **");
		markdown_text(str_view(&value), out);
		str_add(out, "**");
		str_fini(&value);
	}
	if (doc->figures_n)
		str_byte(out, '\n');
	for (size_t i = 0; i < doc->n; i++)
		put_section(doc, &doc->sections[i], out);
	str_fini(&when);
}
