#include "record/csv_layout.h"

#define SAMPLE_ROWS 300
#define HEADER_ROWS 4 /* at most */

/* What a cell holds, so far as it tells data from names. */
enum kind { EMPTY, TEXT, NUMBER, DATE, EMAIL, LINK };
#define KINDS 6

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static enum kind
kind_of(struct view cell)
{
	size_t digits = 0;
	size_t marks = 0;
	size_t slashes = 0;
	struct view v = view_trim(cell);

	if (!v.len)
		return EMPTY;
	if (view_find(v, VIEW("://")) < v.len || view_starts(v, VIEW("www.")))
		return LINK;
	if (view_find_byte(v, '@') < v.len && v.len < 255 &&
		view_find_byte(v, ' ') == v.len)
		return EMAIL;
	for (size_t i = 0; i < v.len; i++) {
		digits += is_digit(v.at[i]);
		marks += strchr("+-.,()%$ eE", v.at[i]) != NULL ||
			(unsigned char)v.at[i] > 127; /* £ and € */
		slashes += strchr("/:-TZ", v.at[i]) != NULL;
	}
	if (digits && digits + marks == v.len &&
		(is_digit(v.at[v.len - 1]) || digits * 2 > v.len))
		return NUMBER;
	if (digits >= 3 && digits + slashes + marks >= v.len && slashes)
		return DATE;
	return TEXT;
}

/* The kind that four of five filled cells below a row have, else TEXT. */
static enum kind
column_kind(const struct csv_sample *sample, size_t from, size_t column)
{
	size_t counts[KINDS] = {0};
	size_t filled = 0;

	for (size_t i = from; i < sample->n; i++) {
		const struct csv_row *row = &sample->rows[i];
		enum kind kind;

		if (column >= row->n || row->n != sample->width)
			continue;
		kind = kind_of(row->cells[column]);
		counts[kind]++;
		filled += kind != EMPTY;
	}
	for (enum kind kind = NUMBER; kind < KINDS; kind++)
		if (filled && counts[kind] * 5 >= filled * 4)
			return kind;
	return TEXT;
}

static bool
same_cells(const struct csv_row *a, const struct csv_row *b)
{
	if (a->n != b->n)
		return false;
	for (size_t i = 0; i < a->n; i++)
		if (!view_eq(a->cells[i], b->cells[i]))
			return false;
	return true;
}

/*
 * Compare a row with the kinds of the columns below it: *like counts cells of
 * the column's kind, *unlike those that are text above numbers.
 */
static void
compare(const struct csv_sample *sample, size_t row, size_t from, size_t *like,
	size_t *unlike)
{
	const struct csv_row *r = &sample->rows[row];

	*like = 0;
	*unlike = 0;
	for (size_t i = 0; i < r->n; i++) {
		enum kind below = column_kind(sample, from, i);
		enum kind here = kind_of(r->cells[i]);

		if (below == TEXT || here == EMPTY)
			continue;
		*like += here == below;
		*unlike += here == TEXT;
	}
}

/* The first row of the usual width that fills half of it: header, or data. */
static size_t
first_full(const struct csv_sample *sample)
{
	size_t need = sample->width > 1 ? (sample->width + 1) / 2 : 1;

	if (sample->width > 1 && need < 2)
		need = 2;
	for (size_t i = 0; i < sample->n; i++)
		if (!sample->rows[i].damaged &&
			sample->rows[i].filled >= need &&
			sample->rows[i].n == sample->width)
			return i;
	return sample->n;
}

/*
 * Data may be wider than its header, which then stands right above it and
 * has at least half as many cells.
 */
static size_t
narrow_header(const struct csv_sample *sample, size_t first)
{
	const struct csv_row *above;
	size_t like, unlike;

	if (first == 0 || first == sample->n)
		return first;
	above = &sample->rows[first - 1];
	compare(sample, first, first + 1, &like, &unlike);
	if (above->filled * 2 < sample->width || above->n == sample->width ||
		above->filled < 2 || unlike > like ||
		(like == unlike && first + 1 < sample->n))
		return first;
	return first - 1;
}

/* Do lines without content stand between two rows? */
static bool
gap(const struct csv_sample *sample, size_t row)
{
	return row + 1 < sample->n &&
		sample->rows[row].end < sample->rows[row + 1].start;
}

/*
 * Is row, right below a header row, more of the header: its equal, text above
 * columns of numbers, or a few words with a blank line behind them or all of
 * them above numbers?
 */
static bool
goes_on(const struct csv_sample *sample, size_t first, size_t row)
{
	const struct csv_row *r = &sample->rows[row];
	size_t like, unlike;

	if (row >= sample->n || row - first >= HEADER_ROWS || r->damaged)
		return false;
	if (sample->width > 1 && same_cells(&sample->rows[first], r))
		return true;
	if (row + 1 >= sample->n || gap(sample, row - 1))
		return false;
	compare(sample, row, row + 1, &like, &unlike);
	if (unlike >= 2 && !like)
		return true;
	return r->filled * 4 <= sample->width && !like &&
		(gap(sample, row) || unlike == r->filled);
}

/* A few names of groups right above a header row belong to it. */
static size_t
goes_up(const struct csv_sample *sample, size_t first)
{
	const struct csv_row *above;

	if (first == 0 || gap(sample, first - 1))
		return first;
	above = &sample->rows[first - 1];
	if (above->n != sample->width || above->filled < 2)
		return first;
	return first - 1;
}

static void
set_width(struct csv_layout *layout, const struct csv_sample *sample,
	size_t first, size_t rows)
{
	size_t n = 0;

	for (size_t i = first; i < first + rows && i < sample->n; i++)
		n = sample->rows[i].n > n ? sample->rows[i].n : n;
	layout->named = n;
	layout->width = n > sample->width ? n : sample->width;
}

/* Would names repeat if the last header row stood alone? */
static bool
last_repeats(const struct csv_row *row)
{
	for (size_t i = 0; i < row->n; i++)
		for (size_t j = i + 1; j < row->n; j++)
			if (row->cells[i].len &&
				view_eq(row->cells[i], row->cells[j]))
				return true;
	return false;
}

/* The cell of a header row; a group's name counts for the cells behind it. */
static struct view
header_cell(const struct csv_row *row, size_t column, bool spread)
{
	if (column >= row->n)
		return (struct view){0};
	while (spread && column && !row->cells[column].len)
		column--;
	return view_trim(row->cells[column]);
}

static void
join_names(struct csv_layout *layout, const struct csv_sample *sample,
	size_t first)
{
	size_t rows = layout->header_rows;
	bool spread = rows > 1 &&
		last_repeats(&sample->rows[first + rows - 1]) &&
		sample->rows[first].filled >= 2;
	struct str name = {0};

	for (size_t i = 0; i < layout->width; i++) {
		str_clear(&name);
		for (size_t r = first; r < first + rows; r++) {
			struct view cell = header_cell(&sample->rows[r], i,
				spread && r + 1 < first + rows);

			if (cell.len && name.len)
				str_byte(&name, ' ');
			str_put(&name, cell);
		}
		layout->names[i].at =
			arena_text(&layout->arena, name.data, name.len);
		layout->names[i].len = name.len;
	}
	str_fini(&name);
}

static void
make_names(struct csv_layout *layout)
{
	struct str name = {0};

	for (size_t i = 0; i < layout->width; i++) {
		str_clear(&name);
		str_printf(&name, "col_%zu", i);
		layout->names[i].at =
			arena_text(&layout->arena, name.data, name.len);
		layout->names[i].len = name.len;
	}
	str_fini(&name);
}

/* The year that a cell is, or 0. */
static int64_t
year_of(struct view cell)
{
	int64_t n;

	cell = view_trim(cell);
	return cell.len == 4 && view_int(cell, &n) && n >= 1800 && n <= 2200
		? n
		: 0;
}

/*
 * Two years at least, each next to the one before it, and no other number: the
 * names of columns, though they are numbers above numbers.
 */
static bool
names_years(const struct csv_row *row)
{
	int64_t before = 0;
	size_t years = 0;

	for (size_t i = 0; i < row->n; i++) {
		int64_t year = year_of(row->cells[i]);

		if (!year && kind_of(row->cells[i]) == NUMBER)
			return false;
		if (year && before && year - before != 1 && before - year != 1)
			return false;
		before = year ? year : before;
		years += year != 0;
	}
	return years >= 2;
}

/* An e-mail address names no column: "a@b.cy", "Ann <a@b.cy>". */
static bool
has_address(const struct csv_row *row)
{
	for (size_t i = 0; i < row->n; i++) {
		struct view v = view_trim(row->cells[i]);
		struct view domain = view_from(v, view_find_byte(v, '@'));

		if (view_find_byte(domain, '.') < domain.len &&
			(!memchr(v.at, ' ', v.len) || view_ends(v, VIEW(">"))))
			return true;
	}
	return false;
}

/* Columns at the end that a spreadsheet left behind: no name, no text. */
static size_t
count_tail(const struct csv_layout *layout, const struct csv_sample *sample)
{
	size_t used = layout->width;

	while (used && !layout->names[used - 1].len)
		used--;
	for (size_t i = 0; i < sample->n; i++) {
		const struct csv_row *row = &sample->rows[i];
		size_t n = row->n == layout->width ? row->n : 0;

		while (n > used && !view_trim(row->cells[n - 1]).len)
			n--;
		used = n > used ? n : used;
	}
	return used ? layout->width - used : 0;
}

/* Fill in the layout from the sample's rows. */
static void
find(struct csv_layout *layout, const struct csv_sample *sample)
{
	size_t first = narrow_header(sample, first_full(sample));
	size_t rows = 1;
	size_t like, unlike;

	if (!sample->n)
		return;
	if (first == sample->n)
		first = 0;
	compare(sample, first, first + 1, &like, &unlike);
	if ((like > unlike && !names_years(&sample->rows[first])) ||
		has_address(&sample->rows[first]))
		rows = 0;
	while (rows && goes_on(sample, first, first + rows))
		rows++;
	layout->repeats = rows > 1 &&
		same_cells(&sample->rows[first], &sample->rows[first + 1]);
	if (rows && goes_up(sample, first) < first) {
		first--;
		rows++;
	}
	set_width(layout, sample, first, rows ? rows : 1);
	layout->header_rows = rows;
	layout->header_line = rows ? sample->rows[first].line + 1 : 0;
	layout->names = mem_new(layout->width + 1, sizeof(*layout->names));
	if (rows)
		join_names(layout, sample, first);
	else
		make_names(layout);
	layout->tail = count_tail(layout, sample);
	layout->data_at = rows ? sample->rows[first + rows - 1].end
			       : sample->rows[first].start;
	layout->header_at = sample->rows[first].start;
	layout->data_line = sample->rows[first].line;
}

void
csv_layout_find(struct csv_layout *layout, struct view text, bool whole)
{
	struct csv_sample sample;
	size_t skip;

	*layout = (struct csv_layout){0};
	layout->dialect = csv_sniff(text, whole, &skip);
	csv_sample_read(
		&sample, layout->dialect, text, skip, whole, SAMPLE_ROWS);
	find(layout, &sample);
	if (layout->header_line)
		layout->header_line =
			view_count_byte(
				view_upto(text,
					sample.n ? sample.rows[0].start : 0),
				layout->dialect.line_end) +
			layout->header_line;
	layout->data_line = view_count_byte(
		view_upto(text, layout->data_at), layout->dialect.line_end);
	csv_sample_fini(&sample);
}

void
csv_layout_fini(struct csv_layout *layout)
{
	mem_free(layout->names);
	arena_fini(&layout->arena);
	*layout = (struct csv_layout){0};
}
