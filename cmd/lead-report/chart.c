#include "chart.h"

#include "base/lang.h"
#include "base/utf8.h"
#include "build.h"
#include "html.h"
#include "show.h"

#define LABEL 32  /* columns of a label */
#define ROW 46	  /* pixels a bar takes, with its label */
#define BAR_AT 22 /* where in them it starts */
#define BAR_HIGH 14
#define FUNNEL_ROW 54
#define LINE_HIGH 120

/* Thousandths of a per cent: SVG takes decimals, we keep to integers. */
static void
put_percent(uint64_t share, struct str *out)
{
	str_printf(out, "%llu.%03llu%%", (unsigned long long)share / 1000,
		(unsigned long long)share % 1000);
}

static uint64_t
size_at(const struct doc_section *section, size_t row, size_t column)
{
	return show_size(doc_at(section, row, column)->text);
}

static uint64_t
share_of(uint64_t size, uint64_t most, uint64_t wide)
{
	return most ? size * wide / most : 0;
}

static uint64_t
row_sum(const struct doc_section *section, size_t row)
{
	uint64_t sum = 0;
	size_t n = section->chart == DOC_STACK ? section->chart_n : 1;

	for (size_t i = 0; i < n; i++)
		sum += size_at(section, row, section->chart_at + i);
	return sum;
}

static uint64_t
most_of(const struct doc_section *section)
{
	uint64_t most = 0;

	for (size_t r = 0; r < doc_rows(section); r++)
		if (row_sum(section, r) > most)
			most = row_sum(section, r);
	return most;
}

static void
put_cell(const struct doc *doc, const struct doc_section *section, size_t row,
	size_t column, struct str *out)
{
	struct str shown = {0};

	show_cell(doc, section, row, column, &shown);
	html_text(str_view(&shown), out);
	str_fini(&shown);
}

static void
open_svg(const struct doc_section *section, size_t high, struct str *out)
{
	str_printf(out,
		"<svg class=\"chart\" role=\"img\" width=\"100%%\" "
		"height=\"%zu\" aria-label=\"",
		high);
	html_text(view_of(section->heading ? section->heading : ""), out);
	str_add(out, "\">\n");
}

static void
put_rect(uint64_t x, uint64_t width, size_t y, const char *class,
	struct str *out)
{
	str_add(out, "<rect x=\"");
	put_percent(x, out);
	str_add(out, "\" width=\"");
	put_percent(width, out);
	str_printf(out, "\" y=\"%zu\" height=\"%d\" rx=\"3\" class=\"%s\"/>", y,
		BAR_HIGH, class);
}

/* A label as far as there is room for it. */
static void
put_label(const struct doc *doc, const struct doc_section *section, size_t row,
	struct str *out)
{
	struct str shown = {0};
	struct view rest;
	size_t columns = 0;

	show_cell(doc, section, row, 0, &shown);
	rest = str_view(&shown);
	while (rest.len && columns < LABEL) {
		int32_t c = utf8_next(&rest);

		columns += c < 0 ? 1 : (size_t)utf8_width((uint32_t)c);
	}
	html_text(view_upto(str_view(&shown), shown.len - rest.len), out);
	if (rest.len)
		utf8_put(out, 0x2026);
	str_fini(&shown);
}

/* The label above a bar, and its number at the right. */
static void
put_labels(const struct doc *doc, const struct doc_section *section, size_t row,
	size_t y, struct str *out)
{
	str_printf(out, "<text x=\"0\" y=\"%zu\" class=\"name\">", y);
	put_label(doc, section, row, out);
	str_printf(
		out, "</text><text x=\"100%%\" y=\"%zu\" class=\"number\">", y);
	if (section->chart == DOC_STACK)
		str_printf(
			out, "%llu", (unsigned long long)row_sum(section, row));
	else
		put_cell(doc, section, row, section->chart_at, out);
	str_add(out, "</text>");
}

static void
put_bars(const struct doc *doc, const struct doc_section *section,
	struct str *out)
{
	uint64_t most = most_of(section);
	size_t n = section->chart == DOC_STACK ? section->chart_n : 1;

	open_svg(section, ROW * doc_rows(section), out);
	for (size_t r = 0; r < doc_rows(section); r++) {
		size_t y = r * ROW;
		uint64_t x = 0;

		put_labels(doc, section, r, y + 15, out);
		put_rect(0, 100000, y + BAR_AT, "track", out);
		for (size_t i = 0; i < n; i++) {
			char class[] = "part0";
			uint64_t width = share_of(
				size_at(section, r, section->chart_at + i),
				most, 100000);

			class[4] = (char)('0' + i % 6);
			if (width)
				put_rect(x, width, y + BAR_AT, class, out);
			x += width;
		}
		str_byte(out, '\n');
	}
	str_add(out, "</svg>\n");
}

static void
put_legend(const struct doc_section *section, struct str *out)
{
	str_add(out, "<p class=\"legend\">");
	for (size_t i = 0; i < section->chart_n; i++) {
		const struct doc_column *column =
			&section->columns[section->chart_at + i];

		str_printf(out, "<span class=\"key\"><i class=\"part%zu\"></i>",
			i % 6);
		html_text(view_of(_(column->label)), out);
		str_add(out, "</span> ");
	}
	str_add(out, "</p>\n");
}

/* A rate as a point on its interval, on a scale of 0 to 100 %. */
static void
put_rates(const struct doc *doc, const struct doc_section *section,
	struct str *out)
{
	open_svg(section, ROW * doc_rows(section), out);
	for (size_t r = 0; r < doc_rows(section); r++) {
		const struct doc_cell *cell =
			doc_at(section, r, section->chart_at);
		size_t y = r * ROW;
		uint64_t part[3];

		put_labels(doc, section, r, y + 15, out);
		put_rect(0, 100000, y + BAR_AT, "track", out);
		for (size_t i = 0; i < 3; i++)
			part[i] = show_parts(cell[i].text) * 10;
		if (cell->text.len) {
			put_rect(part[1], part[2] - part[1], y + BAR_AT,
				"range", out);
			str_add(out, "<circle cx=\"");
			put_percent(part[0], out);
			str_printf(out,
				"\" cy=\"%zu\" r=\"6\" class=\"part0\"/>",
				y + BAR_AT + BAR_HIGH / 2);
		}
		str_byte(out, '\n');
	}
	str_add(out, "</svg>\n");
}

/* A step's band and what joins it to the next one. */
static void
put_band(uint64_t width, uint64_t next, size_t y, struct str *out)
{
	unsigned long long a = (100000 - width) / 2;
	unsigned long long b = (100000 - next) / 2;

	str_printf(out,
		"<path class=\"part0\" d=\"M%llu %zuH%lluV%zuH%lluZ\"/>", a, y,
		100000 - a, y + 34, a);
	if (next)
		str_printf(out,
			"<path class=\"join\" d=\"M%llu %zuH%lluL%llu %dH%llu"
			"Z\"/>",
			a, y + 34, 100000 - a, 100000 - b, (int)y + FUNNEL_ROW,
			b);
}

static void
put_funnel(const struct doc *doc, const struct doc_section *section,
	struct str *out)
{
	size_t rows = doc_rows(section);
	uint64_t most = most_of(section);

	open_svg(section, rows * FUNNEL_ROW, out);
	str_printf(out,
		"<svg x=\"30%%\" width=\"40%%\" height=\"%zu\" "
		"viewBox=\"0 0 100000 %zu\" preserveAspectRatio=\"none\">",
		rows * FUNNEL_ROW, rows * FUNNEL_ROW);
	for (size_t r = 0; r < rows; r++) {
		uint64_t size = size_at(section, r, section->chart_at);
		uint64_t next = r + 1 < rows
			? size_at(section, r + 1, section->chart_at)
			: 0;

		/* Never so thin that a step cannot be seen. */
		put_band(share_of(size, most, 99000) + 1000,
			r + 1 < rows ? share_of(next, most, 99000) + 1000 : 0,
			r * FUNNEL_ROW, out);
	}
	str_add(out, "</svg>\n");
	for (size_t r = 0; r < rows; r++) {
		size_t y = r * FUNNEL_ROW + 22;

		put_labels(doc, section, r, y, out);
		if (r && section->chart_n) {
			str_printf(out,
				"<text x=\"50%%\" y=\"%zu\" class=\"step\">",
				y - 24);
			put_cell(doc, section, r,
				section->chart_at + section->chart_n, out);
			str_add(out, "</text>\n");
		}
	}
	str_add(out, "</svg>\n");
}

static void
put_points(const struct doc_section *section, struct str *out)
{
	size_t rows = doc_rows(section);
	uint64_t most = most_of(section);

	for (size_t r = 0; r < rows; r++) {
		uint64_t high = share_of(size_at(section, r, section->chart_at),
			most, LINE_HIGH - 10);

		str_printf(out, "%s%zu %llu", r ? "L" : "M",
			rows > 1 ? r * 1000 / (rows - 1) : 500,
			(unsigned long long)(LINE_HIGH - 4 - high));
	}
}

static void
put_line(const struct doc *doc, const struct doc_section *section,
	struct str *out)
{
	size_t last = doc_rows(section) - 1;

	open_svg(section, LINE_HIGH + 20, out);
	str_printf(out,
		"<svg width=\"100%%\" height=\"%d\" viewBox=\"0 0 1000 %d\" "
		"preserveAspectRatio=\"none\"><path class=\"area\" d=\"",
		LINE_HIGH, LINE_HIGH);
	put_points(section, out);
	str_printf(out, "L1000 %dL0 %dZ\"/><path class=\"line\" d=\"",
		LINE_HIGH, LINE_HIGH);
	put_points(section, out);
	str_printf(out, "\"/></svg><text x=\"0\" y=\"%d\" class=\"faint\">",
		LINE_HIGH + 16);
	put_cell(doc, section, 0, 0, out);
	str_printf(out,
		"</text><text x=\"100%%\" y=\"%d\" class=\"faint end\">",
		LINE_HIGH + 16);
	put_cell(doc, section, last, 0, out);
	str_add(out, "</text></svg>\n");
}

void
chart_write(const struct doc *doc, const struct doc_section *section,
	struct str *out)
{
	if (!doc_rows(section))
		return;
	switch (section->chart) {
	case DOC_NO_CHART:
		break;
	case DOC_STACK:
		put_legend(section, out);
		put_bars(doc, section, out);
		break;
	case DOC_BARS:
		put_bars(doc, section, out);
		break;
	case DOC_FUNNEL:
		put_funnel(doc, section, out);
		break;
	case DOC_RATES:
		put_rates(doc, section, out);
		break;
	case DOC_SPARK:
		put_line(doc, section, out);
		break;
	}
}
