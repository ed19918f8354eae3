#include "text.h"

#include "base/lang.h"
#include "base/utf8.h"
#include "base/visible.h"
#include "build.h"
#include "clock.h"
#include "grid.h"
#include "layout.h"
#include "show.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define BAR_WIDTH 20
#define MIN_WIDTH 40 /* of a terminal that we fit into */
#define PROSE 78

#define BOLD "\033[1m"
#define FAINT "\033[2m"
#define RESET "\033[0m"
#define BAR_COLOUR "\033[36m"

static const char *const tones[] = {
	[DOC_PLAIN] = NULL,
	[DOC_GOOD] = "\033[32m",
	[DOC_WARN] = "\033[33m",
	[DOC_BAD] = "\033[31m",
	[DOC_FAINT] = FAINT,
};

static bool
is_set(const char *variable)
{
	const char *value = getenv(variable);

	return value && *value;
}

struct text_style
text_style_of(int fd)
{
	struct text_style style = {0};
	struct winsize size;
	const char *columns = getenv("COLUMNS");
	const char *term = getenv("TERM");
	int64_t n;

	if (columns && view_int(view_of(columns), &n) && n >= MIN_WIDTH)
		style.width = (size_t)n;
	if (!isatty(fd))
		return style;
	if (!style.width)
		style.width = ioctl(fd, TIOCGWINSZ, &size) == 0 &&
				size.ws_col >= MIN_WIDTH
			? size.ws_col
			: 80;
	style.colour = !is_set("NO_COLOR") &&
		!(term && view_is(view_of(term), "dumb"));
	return style;
}

void
text_bar(uint64_t size, uint64_t most, size_t width, struct str *out)
{
	uint64_t eighths = most ? (size * width * 8 + most / 2) / most : 0;

	if (size && !eighths)
		eighths = 1;
	for (; eighths >= 8; eighths -= 8)
		utf8_put(out, 0x2588); /* full block */
	if (eighths)
		utf8_put(out, 0x2590 - (uint32_t)eighths);
}

void
text_spark(uint64_t size, uint64_t most, struct str *out)
{
	uint64_t step = most ? (size * 7 + most / 2) / most : 0;

	utf8_put(out, 0x2581 + (uint32_t)(step > 7 ? 7 : step));
}

/* The largest value of the column that is drawn. */
static uint64_t
most_of(const struct doc_section *section)
{
	uint64_t most = 0;

	for (size_t r = 0; r < doc_rows(section); r++) {
		uint64_t size =
			show_size(doc_at(section, r, section->chart_at)->text);

		if (size > most)
			most = size;
	}
	return most;
}

static void
put_title(
	const struct doc *doc, const struct text_style *style, struct str *out)
{
	if (style->colour)
		str_add(out, BOLD);
	visible_write(view_of(doc->title), out);
	if (style->colour)
		str_add(out, RESET);
	str_add(out, "  ");
	if (style->colour)
		str_add(out, FAINT);
	clock_write_long(doc->now, out);
	if (doc->subtitle) {
		str_add(out, " \xc2\xb7 ");
		visible_write(view_of(doc->subtitle), out);
	}
	if (style->colour)
		str_add(out, RESET);
	str_byte(out, '\n');
}

static void
put_figures(
	const struct doc *doc, const struct text_style *style, struct str *out)
{
	for (size_t i = 0; i < doc->figures_n; i++) {
		const struct doc_figure *figure = &doc->figures[i];
		struct str value = {0};

		show_figure(figure, &value);
		if (i)
			str_add(out, " \xc2\xb7 ");
		visible_write(view_of(figure->label), out);
		str_byte(out, ' ');
		if (style->colour)
			str_add(out,
				tones[figure->tone] ? tones[figure->tone]
						    : BOLD);
		visible_write(str_view(&value), out);
		if (style->colour)
			str_add(out, RESET);
		str_fini(&value);
	}
	if (doc->figures_n)
		str_byte(out, '\n');
}

/* The sequence for a cell, or NULL. */
static const char *
colour_of(const struct doc_column *column, const struct doc_cell *cell)
{
	if (tones[cell->tone])
		return tones[cell->tone];
	return column->flags & DOC_STRONG ? BOLD : NULL;
}

static void
put_columns(const struct layout *layout, struct grid *grid)
{
	const struct doc_section *section = layout->section;

	for (size_t c = 0; c < section->columns_n; c++) {
		const struct doc_column *column = &section->columns[c];
		unsigned flags = show_is_number(column->kind) ? GRID_RIGHT : 0;

		if (!layout->shown[c])
			continue;
		if (column->flags & DOC_GROW)
			flags |= GRID_WRAP;
		grid_column(
			grid, *column->label ? _(column->label) : "", flags);
	}
	if (layout->bar)
		grid_column(grid, "", 0);
}

static void
put_row(const struct layout *layout, size_t row, struct grid *grid)
{
	const struct doc_section *section = layout->section;
	struct str text = {0};
	size_t at = 0;

	grid_row(grid);
	for (size_t c = 0; c < section->columns_n; c++) {
		if (!layout->shown[c])
			continue;
		str_clear(&text);
		layout_cell(layout, row, c, &text);
		grid_cell(grid, at++, str_text(&text),
			colour_of(
				&section->columns[c], doc_at(section, row, c)));
	}
	if (layout->bar) {
		str_clear(&text);
		text_bar(show_size(
				 doc_at(section, row, section->chart_at)->text),
			most_of(section), layout->bar, &text);
		grid_cell(grid, at, str_text(&text), BAR_COLOUR);
	}
	str_fini(&text);
}

static void
put_table(const struct doc *doc, const struct doc_section *section,
	const struct text_style *style, struct str *out)
{
	struct layout layout = {.doc = doc, .section = section};
	struct grid *grid =
		grid_new(style->colour, section->shape == DOC_TABLE);

	if (section->chart == DOC_BARS || section->chart == DOC_FUNNEL)
		layout.bar = BAR_WIDTH;
	layout_fit(&layout, style->width);
	put_columns(&layout, grid);
	for (size_t r = 0; r < doc_rows(section); r++)
		put_row(&layout, r, grid);
	grid_write(grid, out);
	grid_free(grid);
	layout_fini(&layout);
}

static void
put_spark(const struct doc_section *section, struct str *out)
{
	uint64_t most = most_of(section);

	str_add(out, "  ");
	for (size_t r = 0; r < doc_rows(section); r++)
		text_spark(
			show_size(doc_at(section, r, section->chart_at)->text),
			most, out);
	str_byte(out, '\n');
}

/* A paragraph; its own line breaks stay. */
static void
put_paragraph(struct view plain, size_t width, struct str *out)
{
	struct view line;

	while (view_cut(&plain, '\n', &line)) {
		layout_lines(line, width, out);
		str_byte(out, '\n');
	}
}

static void
put_heading(const struct doc_section *section, const struct text_style *style,
	struct str *out)
{
	if (!section->heading)
		return;
	if (style->colour)
		str_add(out, BOLD);
	visible_write(view_of(section->heading), out);
	if (style->colour)
		str_add(out, RESET);
	str_byte(out, '\n');
}

static void
put_section(const struct doc *doc, const struct doc_section *section,
	const struct text_style *style, struct str *out)
{
	size_t rows = doc_rows(section);

	if (!rows && !section->empty)
		return;
	str_byte(out, '\n');
	put_heading(section, style, out);
	if (!rows) {
		str_printf(out, "%s\n", section->empty);
		return;
	}
	if (section->shape == DOC_PROSE) {
		for (size_t r = 0; r < rows; r++)
			put_paragraph(doc_at(section, r, 0)->text,
				style->width ? style->width : PROSE, out);
		return;
	}
	if (section->chart == DOC_SPARK)
		put_spark(section, out);
	if (section->chart == DOC_SPARK)
		return;
	put_table(doc, section, style, out);
	if (section->more) {
		str_printf(out,
			ngettext("and %llu more", "and %llu more",
				(unsigned long)section->more),
			(unsigned long long)section->more);
		str_byte(out, '\n');
	}
}

void
text_write(
	const struct doc *doc, const struct text_style *style, struct str *out)
{
	if (doc->layout == DOC_PAGE)
		put_title(doc, style, out);
	put_figures(doc, style, out);
	for (size_t i = 0; i < doc->n; i++)
		put_section(doc, &doc->sections[i], style, out);
}
