#include "html.h"

#include "base/lang.h"
#include "base/visible.h"
#include "build.h"
#include "chart.h"
#include "clock.h"
#include "link.h"
#include "show.h"

static const char *const tones[] = {
	[DOC_PLAIN] = "",
	[DOC_GOOD] = "good",
	[DOC_WARN] = "warn",
	[DOC_BAD] = "bad",
	[DOC_FAINT] = "faint",
};

/* What cannot be seen is shown, or it could turn the text around it. */
void
html_text(struct view plain, struct str *out)
{
	struct str seen = {0};

	while (plain.len) {
		size_t line = view_find_byte(plain, '\n');

		visible_write(view_upto(plain, line), &seen);
		plain = view_from(plain, line);
		if (plain.len) {
			str_byte(&seen, '\n');
			plain = view_from(plain, 1);
		}
	}
	for (size_t i = 0; i < seen.len; i++) {
		switch (seen.data[i]) {
		case '&':
			str_add(out, "&amp;");
			break;
		case '<':
			str_add(out, "&lt;");
			break;
		case '>':
			str_add(out, "&gt;");
			break;
		case '"':
			str_add(out, "&quot;");
			break;
		case '\'':
			str_add(out, "&#39;");
			break;
		default:
			str_byte(out, seen.data[i]);
		}
	}
	str_fini(&seen);
}

/* The language of what we say; data may be in any. */
static const char *
language(void)
{
	/* TRANSLATORS: your language's code, such as cy */
	return _("en");
}

static void
put_head(const struct doc *doc, struct str *out)
{
	str_printf(out,
		"<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n"
		"<meta charset=\"utf-8\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" "
		"content=\"default-src 'none'; style-src 'unsafe-inline'; "
		"base-uri 'none'; form-action 'none'\">\n"
		"<meta name=\"referrer\" content=\"no-referrer\">\n"
		"<meta name=\"viewport\" "
		"content=\"width=device-width, initial-scale=1\">\n"
		"<meta name=\"color-scheme\" content=\"light dark\">\n"
		"<title>",
		language());
	html_text(view_of(doc->title), out);
	str_add(out, "</title>\n<style>\n");
	str_add(out, html_style);
	str_printf(out, "</style>\n</head>\n<body class=\"%s %s\">\n<main>\n",
		doc->layout == DOC_LETTER ? "letter" : "page", doc->name);
}

static void
put_title(const struct doc *doc, struct str *out)
{
	struct str when = {0};

	clock_write_long(doc->now, &when);
	str_add(out, "<header>\n<p class=\"when\">");
	html_text(str_view(&when), out);
	str_add(out, "</p>\n<h1>");
	html_text(view_of(doc->title), out);
	str_add(out, "</h1>\n");
	if (doc->subtitle) {
		str_add(out, "<p class=\"sub\">");
		html_text(view_of(doc->subtitle), out);
		str_add(out, "</p>\n");
	}
	str_add(out, "</header>\n");
	str_fini(&when);
}

static void
put_figures(const struct doc *doc, struct str *out)
{
	if (!doc->figures_n)
		return;
	str_add(out, "<ul class=\"figures\">\n");
	for (size_t i = 0; i < doc->figures_n; i++) {
		const struct doc_figure *figure = &doc->figures[i];
		struct str value = {0};

		show_figure(figure, &value);
		str_printf(out, "<li class=\"%s\"><b>", tones[figure->tone]);
		html_text(str_view(&value), out);
		str_add(out, "</b><span>");
		html_text(view_of(figure->label), out);
		str_add(out, "</span></li>\n");
		str_fini(&value);
	}
	str_add(out, "</ul>\n");
}

/* A pill: a word in a coloured box. */
static bool
is_pill(enum doc_kind kind)
{
	return kind == DOC_WORD || kind == DOC_GATE || kind == DOC_GRADE;
}

static const char *
tone_of(const struct doc_cell *cell)
{
	if (cell->kind != DOC_GATE)
		return tones[cell->tone];
	if (view_starts(cell->text, VIEW("ok")))
		return "good";
	return view_starts(cell->text, VIEW("no")) ? "bad" : "warn";
}

static void
put_value(const struct doc *doc, const struct doc_section *section, size_t row,
	size_t column, struct str *out)
{
	const struct doc_cell *cell = doc_at(section, row, column);
	struct str shown = {0};
	struct str link = {0};

	show_cell(doc, section, row, column, &shown);
	if (!shown.len) {
		str_fini(&shown);
		return;
	}
	if (is_pill(cell->kind))
		str_printf(out, "<span class=\"pill %s\">", tone_of(cell));
	if (link_of(cell, &link)) {
		str_add(out, "<a href=\"");
		html_text(str_view(&link), out);
		str_add(out, "\">");
	}
	html_text(str_view(&shown), out);
	if (link.len)
		str_add(out, "</a>");
	if (is_pill(cell->kind))
		str_add(out, "</span>");
	str_fini(&shown);
	str_fini(&link);
}

/* What the style sheet calls a column. */
static void
put_class(const struct doc_column *column, bool empty, struct str *out)
{
	static const char *const kinds[] = {[DOC_TEXT] = "text",
		[DOC_WORD] = "word",
		[DOC_TIME] = "time",
		[DOC_COUNT] = "n",
		[DOC_MONEY] = "n",
		[DOC_RATE] = "n",
		[DOC_DAYS] = "n",
		[DOC_EMAIL] = "text",
		[DOC_PHONE] = "phone",
		[DOC_LINK] = "text",
		[DOC_GATE] = "word",
		[DOC_GRADE] = "word"};

	str_printf(out, " class=\"%s%s%s%s%s\"", kinds[column->kind],
		column->flags & DOC_STRONG ? " strong" : "",
		column->flags & DOC_GROW ? " grow" : "",
		column->flags & DOC_SPARE ? " spare" : "",
		empty ? " none" : "");
}

static void
put_headings(
	const struct doc_section *section, const bool *shown, struct str *out)
{
	str_add(out, "<thead><tr>");
	for (size_t c = 0; c < section->columns_n; c++) {
		const struct doc_column *column = &section->columns[c];

		if (!shown[c])
			continue;
		str_add(out, "<th scope=\"col\"");
		put_class(column, false, out);
		str_byte(out, '>');
		html_text(view_of(*column->label ? _(column->label) : ""), out);
		str_add(out, "</th>");
	}
	str_add(out, "</tr></thead>\n");
}

static void
put_row(const struct doc *doc, const struct doc_section *section, size_t row,
	const bool *shown, struct str *out)
{
	enum doc_tone tone = doc_at(section, row, 0)->tone;

	str_printf(out, "<tr class=\"%s\">", tones[tone]);
	for (size_t c = 0; c < section->columns_n; c++) {
		const struct doc_column *column = &section->columns[c];

		if (!shown[c])
			continue;
		str_add(out, "<td");
		put_class(column, !doc_at(section, row, c)->text.len, out);
		str_add(out, " data-label=\"");
		html_text(view_of(*column->label ? _(column->label) : ""), out);
		str_add(out, "\">");
		put_value(doc, section, row, c, out);
		str_add(out, "</td>");
	}
	str_add(out, "</tr>\n");
}

static void
put_table(const struct doc *doc, const struct doc_section *section,
	struct str *out)
{
	bool *shown = mem_new(section->columns_n, sizeof(*shown));

	show_columns(section, shown);
	str_add(out, "<div class=\"scroll\"><table>\n");
	put_headings(section, shown, out);
	str_add(out, "<tbody>\n");
	for (size_t r = 0; r < doc_rows(section); r++)
		put_row(doc, section, r, shown, out);
	str_add(out, "</tbody></table></div>\n");
	mem_free(shown);
}

static void
put_facts(const struct doc *doc, const struct doc_section *section,
	struct str *out)
{
	str_add(out, "<dl>\n");
	for (size_t r = 0; r < doc_rows(section); r++) {
		str_add(out, "<dt>");
		html_text(doc_at(section, r, 1)->text, out);
		str_add(out, "</dt><dd>");
		put_value(doc, section, r, 2, out);
		str_add(out, "</dd>\n");
	}
	str_add(out, "</dl>\n");
}

static void
put_body(const struct doc *doc, const struct doc_section *section,
	struct str *out)
{
	switch (section->shape) {
	case DOC_TABLE:
		put_table(doc, section, out);
		break;
	case DOC_FACTS:
		put_facts(doc, section, out);
		break;
	case DOC_PROSE:
		for (size_t r = 0; r < doc_rows(section); r++) {
			str_add(out, "<p>");
			html_text(doc_at(section, r, 0)->text, out);
			str_add(out, "</p>\n");
		}
		break;
	}
}

static void
put_section(const struct doc *doc, const struct doc_section *section,
	struct str *out)
{
	bool wide = section->shape == DOC_TABLE;

	if (!doc_rows(section) && !section->empty)
		return;
	str_printf(out, "<section class=\"%s%s\">\n", section->name,
		wide ? " wide" : "");
	if (section->heading) {
		str_add(out, "<h2>");
		html_text(view_of(section->heading), out);
		str_add(out, "</h2>\n");
	}
	if (!doc_rows(section)) {
		str_add(out, "<p class=\"empty\">");
		html_text(view_of(section->empty), out);
		str_add(out, "</p>\n");
	}
	chart_write(doc, section, out);
	/* A line is all there is to say of a time series. */
	if (doc_rows(section) && section->chart != DOC_SPARK)
		put_body(doc, section, out);
	if (section->more) {
		str_add(out, "<p class=\"more\">");
		str_printf(out,
			ngettext("and %llu more", "and %llu more",
				(unsigned long)section->more),
			(unsigned long long)section->more);
		str_add(out, "</p>\n");
	}
	str_add(out, "</section>\n");
}

void
html_write(const struct doc *doc, struct str *out)
{
	put_head(doc, out);
	if (doc->layout == DOC_PAGE)
		put_title(doc, out);
	put_figures(doc, out);
	str_add(out, "<div class=\"sections\">\n");
	for (size_t i = 0; i < doc->n; i++)
		put_section(doc, &doc->sections[i], out);
	str_add(out, "</div>\n</main>\n</body>\n</html>\n");
}
