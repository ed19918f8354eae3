#include "layout.h"

#include "base/lang.h"
#include "base/utf8.h"
#include "base/visible.h"
#include "build.h"
#include "show.h"

#define GAP 2	    /* blanks between columns */
#define GROW_MIN 24 /* a growing column is content with so much */
#define GROW_LEAST 12
#define TEXT_MIN 12
#define TEXT_LEAST 6

static size_t
natural_width(const struct layout *layout, size_t column)
{
	const struct doc_section *section = layout->section;
	const char *label = section->columns[column].label;
	size_t most = *label ? utf8_columns(view_of(_(label))) : 0;
	struct str shown = {0};
	struct str safe = {0};

	for (size_t r = 0; r < doc_rows(section); r++) {
		size_t wide;

		str_clear(&shown);
		str_clear(&safe);
		show_cell(layout->doc, section, r, column, &shown);
		visible_write(str_view(&shown), &safe);
		wide = utf8_columns(str_view(&safe));
		most = wide > most ? wide : most;
	}
	str_fini(&shown);
	str_fini(&safe);
	return most;
}

static size_t
total_width(const struct layout *layout)
{
	size_t total = layout->bar;
	size_t n = layout->bar > 0;

	for (size_t c = 0; c < layout->section->columns_n; c++) {
		if (!layout->shown[c])
			continue;
		total += layout->width[c];
		n++;
	}
	return total + GAP * (n ? n - 1 : 0);
}

/* Kinds of columns by how they give way. */
enum give { GIVE_GROW = 1, GIVE_TEXT = 2, GIVE_STRONG = 4 };

static bool
gives(const struct doc_column *column, unsigned which)
{
	if (column->flags & DOC_GROW)
		return which & GIVE_GROW;
	if (column->kind != DOC_TEXT && column->kind != DOC_EMAIL &&
		column->kind != DOC_LINK)
		return false;
	return which & (column->flags & DOC_STRONG ? GIVE_STRONG : GIVE_TEXT);
}

/* Take one column at a time off the widest of them, until all fits. */
static void
shrink(struct layout *layout, size_t width, unsigned which, size_t least)
{
	while (total_width(layout) > width) {
		size_t widest = SIZE_MAX;

		for (size_t c = 0; c < layout->section->columns_n; c++)
			if (layout->shown[c] && layout->width[c] > least &&
				gives(&layout->section->columns[c], which) &&
				(widest == SIZE_MAX ||
					layout->width[c] >
						layout->width[widest]))
				widest = c;
		if (widest == SIZE_MAX)
			return;
		layout->width[widest]--;
	}
}

/* What is left over goes back to the columns that wrap. */
static void
give_back(struct layout *layout, size_t width)
{
	for (size_t c = 0; c < layout->section->columns_n; c++) {
		size_t natural;

		if (!layout->shown[c] ||
			!(layout->section->columns[c].flags & DOC_GROW))
			continue;
		natural = natural_width(layout, c);
		while (layout->width[c] < natural &&
			total_width(layout) < width)
			layout->width[c]++;
	}
}

void
layout_fit(struct layout *layout, size_t width)
{
	const struct doc_section *section = layout->section;

	layout->shown = mem_new(section->columns_n, sizeof(*layout->shown));
	layout->width = mem_new(section->columns_n, sizeof(*layout->width));
	show_columns(section, layout->shown);
	for (size_t c = 0; c < section->columns_n; c++)
		if (layout->shown[c])
			layout->width[c] = natural_width(layout, c);
	if (!width)
		return;
	shrink(layout, width, GIVE_GROW, GROW_MIN);
	for (size_t c = section->columns_n;
		c-- > 0 && total_width(layout) > width;)
		if (section->columns[c].flags & DOC_SPARE)
			layout->shown[c] = false;
	shrink(layout, width, GIVE_TEXT, TEXT_MIN);
	shrink(layout, width, GIVE_GROW, GROW_LEAST);
	shrink(layout, width, GIVE_TEXT | GIVE_STRONG, TEXT_LEAST);
	give_back(layout, width);
}

void
layout_fini(struct layout *layout)
{
	mem_free(layout->shown);
	mem_free(layout->width);
}

/* A word in pieces of at most width columns; the columns of the last. */
static size_t
put_word(struct view word, size_t column, size_t width, struct str *out)
{
	while (word.len) {
		const char *start = word.at;
		int32_t c = utf8_next(&word);
		size_t wide = c < 0 ? 1 : (size_t)utf8_width((uint32_t)c);

		if (width && column + wide > width) {
			str_byte(out, '\n');
			column = 0;
		}
		str_bytes(out, start, (size_t)(word.at - start));
		column += wide;
	}
	return column;
}

void
layout_lines(struct view plain, size_t width, struct str *out)
{
	struct str safe = {0};
	struct view rest;
	struct view word;
	size_t column = 0;

	visible_write(plain, &safe);
	rest = str_view(&safe);
	while (view_cut(&rest, ' ', &word)) {
		size_t wide = utf8_columns(word);

		if (column && width && column + 1 + wide > width) {
			str_byte(out, '\n');
			column = 0;
		} else if (column) {
			str_byte(out, ' ');
			column++;
		}
		column = put_word(word, column, width, out);
	}
	str_fini(&safe);
}

/* Visible text, cut to its column with an ellipsis. */
static void
put_cut(struct view plain, size_t width, struct str *out)
{
	struct str safe = {0};
	struct view rest;
	size_t column = 0;

	visible_write(plain, &safe);
	rest = str_view(&safe);
	if (utf8_columns(rest) <= width) {
		str_put(out, rest);
		str_fini(&safe);
		return;
	}
	while (rest.len) {
		const char *start = rest.at;
		size_t wide = (size_t)utf8_width((uint32_t)utf8_next(&rest));

		if (column + wide + 1 > width)
			break;
		str_bytes(out, start, (size_t)(rest.at - start));
		column += wide;
	}
	utf8_put(out, 0x2026);
	str_fini(&safe);
}

void
layout_cell(
	const struct layout *layout, size_t row, size_t column, struct str *out)
{
	struct str shown = {0};

	show_cell(layout->doc, layout->section, row, column, &shown);
	if (layout->section->columns[column].flags & DOC_GROW)
		layout_lines(str_view(&shown), layout->width[column], out);
	else
		put_cut(str_view(&shown), layout->width[column], out);
	str_fini(&shown);
}
