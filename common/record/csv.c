#include "record/csv.h"

#include "base/mem.h"
#include "record/csv_block.h"
#include "record/csv_check.h"
#include "record/csv_odd.h"
#include "record/csv_record.h"
#include "record/csv_seen.h"
#include "record/csv_wide.h"

#include <assert.h>

/*
 * Threads that read beside each other must not write to the same cache line:
 * so what each writes all the time has room of its own.
 */
#define FIELDS 64
#define TEXT 256

static void
load_plain(struct csv *csv)
{
	csv_load(csv, csv_masks);
}

CSV_WIDE static void
load_wide(struct csv *csv)
{
	csv_load(csv, csv_masks_wide);
}

/* Look at the 64 bytes at base. */
static inline void
load(struct csv *csv)
{
	if (csv->wide)
		load_wide(csv);
	else
		load_plain(csv);
}

/* Start looking at offset at, where a record starts. */
static void
look_from(struct csv *csv, size_t at)
{
	csv->at = at;
	csv->base = at;
	csv->inside = 0;
	csv->before = 1;
	csv->blank_before = csv->return_before = 0;
	csv->seps = 0;
	csv->special = csv->inner = 0;
	csv->escapes = csv->untidy = csv->quotes = csv->marked = 0;
	if (at < csv->len)
		load(csv);
}

void
csv_begin(struct csv *csv, struct csv_dialect dialect, size_t width,
	size_t max_record)
{
	*csv = (struct csv){.dialect = dialect,
		.width = width,
		.max_record = max_record,
		.wide = csv_can_wide()};
	str_reserve(&csv->text, TEXT);
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
	size_t want = csv->n < FIELDS ? FIELDS : csv->n + 1;

	csv->fields = mem_grow(
		csv->fields, &csv->fields_cap, want, sizeof(*csv->fields));
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
 * before the record does.
 */
static inline bool
cut(struct csv *csv, struct csv_seen *seen)
{
	const char *data = csv->data;
	char line_end = csv->dialect.line_end;
	size_t from = csv->at;
	uint64_t seps = csv->seps;
	struct view *field = csv->fields;
	size_t n = 0;

	for (;;) {
		unsigned bit;
		size_t to;

		while (!seps) {
			csv_see(seen, csv, ~UINT64_C(0));
			csv->base += CSV_BLOCK;
			if (csv->base >= csv->len)
				return false;
			load(csv);
			seps = csv->seps;
		}
		bit = (unsigned)__builtin_ctzll(seps);
		seps &= seps - 1;
		to = csv->base + bit;
		if (n == csv->fields_cap) {
			csv->n = n;
			more_fields(csv);
			field = csv->fields;
		}
		field[n++] = (struct view){data + from, to - from};
		from = to + 1;
		if (data[to] == line_end) {
			csv_see(seen, csv, ~UINT64_C(0) >> (63 - bit));
			csv->seps = seps;
			csv->n = n;
			csv->end = from;
			return true;
		}
	}
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

/* Parse the record at start the slow way, and look afresh behind it. */
static enum csv_got
odd(struct csv *csv)
{
	enum csv_got got;
	bool distrust = csv->distrust;
	bool afresh = true;
	size_t cut_end = csv->end;

	if (csv_one_line(csv)) {
		got = CSV_RECORD;
		/* Else the masks behind it have the wrong parity. */
		afresh = csv->end != cut_end;
	} else {
		csv->mended = csv->plain = false;
		got = csv_odd_parse(csv);
	}
	if (got == CSV_MORE) {
		look_from(csv, csv->start);
		return got;
	}
	if (got == CSV_RECORD)
		got = csv_check(csv);
	if (got == CSV_RECORD &&
		((csv->mended && distrust) || csv_swallowed(csv))) {
		csv->fault = CSV_ODD;
		got = CSV_DAMAGED;
	}
	if (got == CSV_DAMAGED && (csv->fault == CSV_ODD || csv_swallowed(csv)))
		csv->end = csv_line_end(csv);
	csv->distrust = got == CSV_DAMAGED;
	move_on(csv, afresh, line_ends(csv));
	return got;
}

/*
 * Finish a record whose quotes make sense, but which has pairs of them or line
 * ends inside.
 */
static enum csv_got
inner(struct csv *csv)
{
	size_t lines = line_ends(csv);
	enum csv_got got;

	if (lines > 1 && (lines > CSV_BREAKS || csv_swallowed(csv)))
		return odd(csv);
	csv_unpair(csv);
	got = csv_check(csv);
	csv->distrust = got == CSV_DAMAGED;
	move_on(csv, false, lines);
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
	struct csv_seen seen = {0};
	enum csv_got got;

	if (csv->skipping)
		skip(csv);
	csv->start = csv->at;
	csv->line = csv->line_at;
	csv->fault = CSV_FINE;
	csv->mended = csv->plain = csv->tidy = false;
	csv->text.len = 0;
	if (csv->at >= csv->len)
		return csv->last ? CSV_END : CSV_MORE;
	if (!cut(csv, &seen)) {
		got = at_the_end(csv);
		if (got == CSV_MORE)
			return got;
		if (got == CSV_RECORD)
			got = csv_check(csv);
		move_on(csv, true, line_ends(csv));
		return got;
	}
	csv->plain = !seen.escapes;
	if (seen.special || !csv_unquote(csv, seen.quotes != 0))
		return odd(csv);
	csv->tidy = !seen.untidy;
	if (seen.inner)
		return inner(csv);
	got = csv_check(csv);
	csv->distrust = false;
	move_on(csv, false, 1);
	return got;
}

/*
 * Pass over lines of delimiters, or of nothing, of which there may be millions
 * together: looking afresh behind them pays if there are some.
 */
static void
pass_blank(struct csv *csv)
{
	const char *data = csv->data;
	char delimiter = csv->dialect.delimiter;
	char line_end = csv->dialect.line_end;
	size_t at = csv->at, next = at, lines = 0;

	while (next < csv->len) {
		if (data[next] == line_end) {
			at = next + 1;
			lines++;
		} else if (data[next] != delimiter) {
			break;
		}
		next++;
	}
	if (lines < 4)
		return;
	csv->blank += lines;
	csv->line_at += lines;
	csv->distrust = false;
	look_from(csv, at);
}

/*
 * Pass over an empty line, for which there is no need to look afresh if it is
 * in the block in hand.
 */
static inline void
pass_empty(struct csv *csv)
{
	if (csv->data[csv->at] != csv->dialect.line_end ||
		csv->at >= csv->base + CSV_BLOCK)
		return;
	csv->seps &= csv->seps - 1;
	csv->at++;
	csv->line_at++;
	csv->blank++;
	csv->distrust = false;
}

/* May a line be blank? */
static inline bool
starts_blank(const struct csv *csv)
{
	char c = csv->data[csv->at];

	return (c == csv->dialect.line_end || c == csv->dialect.delimiter) &&
		csv->width != 1 && !csv->skipping && !csv->dialect.skip_blanks;
}

enum csv_got
csv_next(struct csv *csv)
{
	for (;;) {
		enum csv_got got;

		if (csv->at < csv->len && starts_blank(csv)) {
			pass_blank(csv);
			if (csv->at < csv->len)
				pass_empty(csv);
		}
		got = next(csv);

		if (got == CSV_MORE || got == CSV_END || !csv_is_blank(csv))
			return got;
		csv->blank++;
	}
}
