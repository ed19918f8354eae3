#include "record/csv.h"

#include "base/mem.h"
#include "record/csv_mask.h"
#include "record/csv_odd.h"

#include <assert.h>

/*
 * The masks of a block with quotes.  A quote opens or closes by the parity of
 * those before it; it makes sense if it opens behind a delimiter, a line end
 * or a quote (which closed: a doubled one) and closes before the same.  Where
 * it does not, all parity behind is worthless: such records are odd.
 */
static void
load_quoted(struct csv *csv, const char *p, uint64_t seps, uint64_t quotes)
{
	uint64_t inside = csv_parity(quotes) ^ csv->inside;
	uint64_t opens = quotes & inside;
	uint64_t closes = quotes & ~inside;
	uint64_t around = seps | quotes;
	uint64_t after = around | csv_mask(p, '\r');
	char next = p[CSV_BLOCK];
	uint64_t follows = next == csv->dialect.delimiter || next == '\r' ||
		next == csv->dialect.line_end || next == csv->dialect.quote ||
		next == 0;
	uint64_t bad = (opens & ~(around << 1 | csv->before)) |
		(closes & ~(after >> 1 | follows << 63));
	uint64_t doubled = closes &
		(quotes >> 1 | (uint64_t)(next == csv->dialect.quote) << 63);

	if (csv->base + CSV_BLOCK >= csv->len && csv->last)
		/* The last byte of all may close a quote. */
		bad &= ~(closes &
			(UINT64_C(1)
				<< ((csv->len - csv->base - 1) % CSV_BLOCK)));
	csv->seps = seps & ~inside;
	csv->special = bad | doubled |
		(seps & inside & csv_mask(p, csv->dialect.line_end));
	if (csv->dialect.backslash)
		csv->special |= csv_mask(p, '\\');
	if (csv->dialect.doubled)
		csv->special |= csv_mask(p, '"');
	csv->inside = (uint64_t)0 - (inside >> 63);
	csv->before = around >> 63;
}

/* Look at the 64 bytes at base. */
static inline void
load(struct csv *csv)
{
	const char *p = csv->data + csv->base;
	uint64_t seps = csv_mask(p, csv->dialect.line_end);
	uint64_t quotes = 0;

	if (csv->dialect.delimiter)
		seps |= csv_mask(p, csv->dialect.delimiter);
	if (csv->dialect.quote)
		quotes = csv_mask(p, csv->dialect.quote);
	/* What is odd without a quote must not hang on where a block ends. */
	if (quotes | csv->inside || csv->dialect.doubled ||
		csv->dialect.backslash) {
		load_quoted(csv, p, seps, quotes);
		return;
	}
	csv->seps = seps;
	csv->special = 0;
	csv->before = seps >> 63;
}

/* Start looking at offset at, where a record starts. */
static void
look_from(struct csv *csv, size_t at)
{
	csv->at = at;
	csv->base = at;
	csv->inside = 0;
	csv->before = 1;
	csv->seps = 0;
	csv->special = 0;
	if (at < csv->len)
		load(csv);
}

void
csv_begin(struct csv *csv, struct csv_dialect dialect, size_t width,
	size_t max_record)
{
	*csv = (struct csv){
		.dialect = dialect, .width = width, .max_record = max_record};
}

void
csv_finish(struct csv *csv)
{
	csv_odd_free(csv->odd);
	str_fini(&csv->text);
	mem_free(csv->fields);
	*csv = (struct csv){0};
}

void
csv_feed(struct csv *csv, struct view data, size_t at, bool last)
{
	assert(at <= data.len);
	csv->data = data.at;
	csv->len = data.len;
	csv->last = last;
	csv->line_at = 0;
	csv->blank = 0;
	look_from(csv, at);
}

static void
more_fields(struct csv *csv)
{
	csv->fields = mem_grow(csv->fields, &csv->fields_cap, csv->n + 1,
		sizeof(*csv->fields));
}

void
csv_field(struct csv *csv, const char *at, size_t len)
{
	if (csv->n == csv->fields_cap)
		more_fields(csv);
	csv->fields[csv->n++] = (struct view){at, len};
}

/* How many line ends are in the record in hand. */
static size_t
line_ends(const struct csv *csv)
{
	const char *p = csv->data + csv->start;
	const char *end = csv->data + csv->end;
	size_t n = 0;

	while (p < end &&
		(p = memchr(p, csv->dialect.line_end, (size_t)(end - p)))) {
		p++;
		n++;
	}
	return n;
}

/* Go to the record behind the one in hand, looking afresh if told. */
static void
move_on(struct csv *csv, bool afresh, size_t lines)
{
	csv->at = csv->end;
	csv->line_at += lines;
	if (afresh)
		look_from(csv, csv->end);
}

/*
 * Cut the fields of the record at at by the masks.  False when the data ends
 * before the record does.  *special: it has bits of special.
 */
static inline bool
cut(struct csv *csv, bool *special)
{
	const char *data = csv->data;
	char line_end = csv->dialect.line_end;
	size_t from = csv->at;
	uint64_t seen = 0;

	csv->n = 0;
	for (;;) {
		unsigned bit;
		size_t to;

		while (!csv->seps) {
			seen |= csv->special;
			csv->base += CSV_BLOCK;
			if (csv->base >= csv->len)
				return false;
			load(csv);
		}
		bit = (unsigned)__builtin_ctzll(csv->seps);
		csv->seps &= csv->seps - 1;
		to = csv->base + bit;
		csv_field(csv, data + from, to - from);
		from = to + 1;
		if (data[to] == line_end) {
			uint64_t upto = ~UINT64_C(0) >> (63 - bit);

			*special = (seen | (csv->special & upto)) != 0;
			csv->special &= ~upto;
			csv->end = from;
			return true;
		}
	}
}

/* Drop the '\r' before the '\n' and take quotes off; false: it is odd. */
static inline bool
finish(struct csv *csv)
{
	struct view *last = &csv->fields[csv->n - 1];
	char quote = csv->dialect.quote;

	if (last->len && last->at[last->len - 1] == '\r' &&
		csv->dialect.line_end == '\n')
		last->len--;
	if (csv->dialect.skip_blanks)
		return false;
	if (!quote)
		return true;
	for (size_t i = 0; i < csv->n; i++) {
		struct view *field = &csv->fields[i];

		if (!field->len || field->at[0] != quote)
			continue;
		if (field->len < 2 || field->at[field->len - 1] != quote)
			return false;
		field->at++;
		field->len -= 2;
	}
	return true;
}

/* Could a line be a record: as many fields, none with half of its quotes? */
static bool
is_whole(const struct csv *csv, struct view line)
{
	struct view field;
	size_t n = 0;

	while (view_cut(&line, csv->dialect.delimiter, &field)) {
		bool open = false;

		for (size_t i = 0; i < field.len; i++)
			open ^= field.at[i] == csv->dialect.quote;
		if (open)
			return false;
		n++;
	}
	return n == csv->width;
}

/* Is a line inside a quoted field a whole record by itself? */
static bool
swallowed(const struct csv *csv)
{
	struct view rest = view_upto(
		(struct view){csv->data + csv->start, csv->end - csv->start},
		csv->end - csv->start - 1);
	struct view line;

	if (csv->width < 4)
		return false;
	for (size_t i = 0; view_cut(&rest, csv->dialect.line_end, &line); i++)
		/* The first and the last are half ones. */
		if (i && rest.at && is_whole(csv, line))
			return true;
	return false;
}

/* The record runs into the end of the data. */
static enum csv_got
at_the_end(struct csv *csv)
{
	if (!csv->last) {
		if (csv->len - csv->at <= csv->max_record) {
			look_from(csv, csv->at);
			return CSV_MORE;
		}
		csv->end = csv->len;
		csv->fault = CSV_LONG;
		csv->skipping = true;
		return CSV_DAMAGED;
	}
	csv->end = csv->len;
	return csv_odd_parse(csv);
}

static enum csv_got
check(struct csv *csv)
{
	if (csv->end - csv->start > csv->max_record)
		csv->fault = CSV_LONG;
	else if (csv->n < (csv->least ? csv->least : csv->width))
		csv->fault = CSV_FEW;
	else if (csv->width && csv->n > csv->width)
		csv->fault = CSV_MANY;
	return csv->fault ? CSV_DAMAGED : CSV_RECORD;
}

/* Only delimiters, or nothing at all? */
static bool
is_blank(const struct csv *csv)
{
	size_t len = csv->end - csv->start;

	if (csv->width == 1 || len > csv->n + 1 || csv->mended)
		return false;
	for (size_t i = 0; i < csv->n; i++)
		if (csv->fields[i].len)
			return false;
	return true;
}

/* Parse the record at start the slow way, and look afresh behind it. */
static enum csv_got
odd(struct csv *csv)
{
	enum csv_got got;
	bool distrust = csv->distrust;

	got = csv_literal(csv) ? CSV_RECORD : csv_odd_parse(csv);
	if (got == CSV_MORE) {
		look_from(csv, csv->start);
		return got;
	}
	if (got == CSV_RECORD)
		got = check(csv);
	if (got == CSV_RECORD &&
		((csv->mended && distrust) || swallowed(csv))) {
		csv->fault = CSV_ODD;
		got = CSV_DAMAGED;
	}
	if (got == CSV_DAMAGED && (csv->fault == CSV_ODD || swallowed(csv)))
		csv->end = csv_line_end(csv);
	csv->distrust = got == CSV_DAMAGED;
	move_on(csv, true, line_ends(csv));
	return got;
}

/* Pass over the rest of a record that was too long. */
static void
skip(struct csv *csv)
{
	csv->start = csv->at;
	csv->end = csv_line_end(csv);
	csv->skipping = csv->end == csv->len &&
		(csv->end == csv->start ||
			csv->data[csv->end - 1] != csv->dialect.line_end);
	move_on(csv, true, line_ends(csv));
}

static enum csv_got
next(struct csv *csv)
{
	bool special = false;
	enum csv_got got;

	if (csv->skipping)
		skip(csv);
	csv->start = csv->at;
	csv->line = csv->line_at;
	csv->fault = CSV_FINE;
	csv->mended = false;
	csv->text.len = 0;
	if (csv->at >= csv->len)
		return csv->last ? CSV_END : CSV_MORE;
	if (!cut(csv, &special)) {
		got = at_the_end(csv);
		if (got == CSV_MORE)
			return got;
		if (got == CSV_RECORD)
			got = check(csv);
		move_on(csv, true, line_ends(csv));
		return got;
	}
	if (special || !finish(csv))
		return odd(csv);
	got = check(csv);
	csv->distrust = false;
	move_on(csv, false, 1);
	return got;
}

enum csv_got
csv_next(struct csv *csv)
{
	for (;;) {
		enum csv_got got = next(csv);

		if (got == CSV_MORE || got == CSV_END || !is_blank(csv))
			return got;
		csv->blank++;
	}
}
