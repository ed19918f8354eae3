/* HTML as mail programs understand it: tables, inline styles, no SVG. */
#include "html.h"

#include "base/lang.h"
#include "build.h"
#include "clock.h"
#include "link.h"
#include "show.h"

/* Gmail cuts messages of more than 102 KB; the text part has it all. */
#define MOST_BYTES ((size_t)90 << 10)
#define BAR_PIXELS 160

#define FONT "font-family:Helvetica,Arial,sans-serif;"
#define SOFT "color:#5a6876;"
#define CELL                                                                   \
	"padding:7px 12px 7px 0;border-bottom:1px solid #e2e7ec;"              \
	"vertical-align:top;"

static const char *const tones[] = {
	[DOC_PLAIN] = "#17212b",
	[DOC_GOOD] = "#15803d",
	[DOC_WARN] = "#a15c07",
	[DOC_BAD] = "#b42318",
	[DOC_FAINT] = "#5a6876",
};

static void
put_figures(const struct doc *doc, struct str *out)
{
	if (!doc->figures_n)
		return;
	str_add(out,
		"<table role=\"presentation\" cellpadding=\"0\" "
		"cellspacing=\"0\"><tr>\n");
	for (size_t i = 0; i < doc->figures_n; i++) {
		const struct doc_figure *figure = &doc->figures[i];
		struct str value = {0};

		show_figure(figure, &value);
		str_printf(out,
			"<td style=\"" FONT
			"padding:0 28px 16px 0\"><span style=\"font-size:26px;"
			"font-weight:bold;color:%s\">",
			tones[figure->tone]);
		html_text(str_view(&value), out);
		str_add(out,
			"</span><br><span style=\"" SOFT "font-size:13px\">");
		html_text(view_of(figure->label), out);
		str_add(out, "</span></td>\n");
		str_fini(&value);
	}
	str_add(out, "</tr></table>\n");
}

static void
put_value(const struct doc *doc, const struct doc_section *section, size_t row,
	size_t column, struct str *out)
{
	const struct doc_cell *cell = doc_at(section, row, column);
	struct str shown = {0};
	struct str link = {0};

	show_cell(doc, section, row, column, &shown);
	if (link_of(cell, &link)) {
		str_add(out, "<a style=\"color:#0f766e\" href=\"");
		html_text(str_view(&link), out);
		str_add(out, "\">");
	}
	html_text(str_view(&shown), out);
	if (link.len)
		str_add(out, "</a>");
	str_fini(&shown);
	str_fini(&link);
}

static void
put_bar(const struct doc_section *section, size_t row, struct str *out)
{
	uint64_t most = 1;
	uint64_t size =
		show_size(doc_at(section, row, section->chart_at)->text);

	for (size_t r = 0; r < doc_rows(section); r++) {
		uint64_t n =
			show_size(doc_at(section, r, section->chart_at)->text);

		most = n > most ? n : most;
	}
	str_add(out, "<td style=\"" CELL "\">");
	if (size)
		str_printf(out,
			"<div style=\"background:#0f766e;height:12px;"
			"font-size:1px;width:%llupx\">&nbsp;</div>",
			(unsigned long long)(1 + size * BAR_PIXELS / most));
	str_add(out, "</td>");
}

static bool
has_bar(const struct doc_section *section)
{
	return section->chart == DOC_BARS || section->chart == DOC_FUNNEL;
}

static void
put_row(const struct doc *doc, const struct doc_section *section, size_t row,
	const bool *shown, struct str *out)
{
	str_add(out, "<tr>");
	for (size_t c = 0; c < section->columns_n; c++) {
		const struct doc_column *column = &section->columns[c];

		if (!shown[c])
			continue;
		str_printf(out,
			"<td align=\"%s\" style=\"" FONT CELL
			"font-size:14px;color:%s%s\">",
			show_is_number(column->kind) ? "right" : "left",
			tones[doc_at(section, row, c)->tone],
			column->flags & DOC_STRONG ? ";font-weight:bold" : "");
		put_value(doc, section, row, c, out);
		str_add(out, "</td>");
	}
	if (has_bar(section))
		put_bar(section, row, out);
	str_add(out, "</tr>\n");
}

static void
put_headings(
	const struct doc_section *section, const bool *shown, struct str *out)
{
	str_add(out, "<tr>");
	for (size_t c = 0; c < section->columns_n; c++) {
		const struct doc_column *column = &section->columns[c];

		if (!shown[c])
			continue;
		str_printf(out,
			"<th align=\"%s\" style=\"" FONT CELL SOFT
			"font-size:12px\">",
			show_is_number(column->kind) ? "right" : "left");
		html_text(view_of(*column->label ? _(column->label) : ""), out);
		str_add(out, "</th>");
	}
	str_printf(out, "%s</tr>\n", has_bar(section) ? "<th></th>" : "");
}

static void
put_more(uint64_t more, struct str *out)
{
	if (!more)
		return;
	str_add(out, "<p style=\"" FONT SOFT "font-size:13px\">");
	str_printf(out,
		ngettext("and %llu more", "and %llu more", (unsigned long)more),
		(unsigned long long)more);
	str_add(out, "</p>\n");
}

static void
put_table(const struct doc *doc, const struct doc_section *section,
	size_t start, struct str *out)
{
	bool *shown = mem_new(section->columns_n, sizeof(*shown));
	size_t rows = doc_rows(section);
	size_t r = 0;

	show_columns(section, shown);
	str_add(out,
		"<table cellpadding=\"0\" cellspacing=\"0\" "
		"style=\"border-collapse:collapse\">\n");
	if (section->shape == DOC_TABLE)
		put_headings(section, shown, out);
	for (; r < rows && out->len - start < MOST_BYTES; r++)
		put_row(doc, section, r, shown, out);
	str_add(out, "</table>\n");
	put_more(section->more + (rows - r), out);
	mem_free(shown);
}

static void
put_section(const struct doc *doc, const struct doc_section *section,
	size_t start, struct str *out)
{
	if (!doc_rows(section) && !section->empty)
		return;
	if (section->heading) {
		str_add(out,
			"<h2 style=\"" FONT
			"font-size:16px;margin:20px 0 6px\">");
		html_text(view_of(section->heading), out);
		str_add(out, "</h2>\n");
	}
	if (doc_rows(section) && section->shape != DOC_PROSE) {
		put_table(doc, section, start, out);
		return;
	}
	for (size_t r = 0; r < doc_rows(section); r++) {
		str_add(out,
			"<p style=\"" FONT "font-size:14px;margin:0 0 10px\">");
		html_text(doc_at(section, r, 0)->text, out);
		str_add(out, "</p>\n");
	}
	if (!doc_rows(section)) {
		str_add(out, "<p style=\"" FONT SOFT "font-size:14px\">");
		html_text(view_of(section->empty), out);
		str_add(out, "</p>\n");
	}
}

void
html_write_mail(const struct doc *doc, struct str *out)
{
	size_t start = out->len;
	struct str when = {0};

	clock_write_long(doc->now, &when);
	str_add(out,
		"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">"
		"<title>");
	html_text(view_of(doc->title), out);
	str_add(out,
		"</title></head>\n<body style=\"margin:0;padding:20px;"
		"background:#ffffff;color:#17212b\">\n<h1 style=\"" FONT
		"font-size:22px;margin:0 0 2px\">");
	html_text(view_of(doc->title), out);
	str_add(out,
		"</h1>\n<p style=\"" FONT SOFT
		"font-size:13px;margin:0 0 18px\">");
	html_text(str_view(&when), out);
	if (doc->subtitle) {
		str_add(out, " &middot; ");
		html_text(view_of(doc->subtitle), out);
	}
	str_add(out, "</p>\n");
	put_figures(doc, out);
	for (size_t i = 0; i < doc->n; i++)
		put_section(doc, &doc->sections[i], start, out);
	str_add(out, "</body></html>\n");
	str_fini(&when);
}
