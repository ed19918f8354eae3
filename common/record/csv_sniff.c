#include "record/csv_sniff.h"

#include "base/mem.h"

#define TRY_BYTES 65536 /* of the text that each dialect is tried on */
#define TRY_ROWS 400
#define MAX_CELLS 1e6 /* more than a row has: only breaks a tie */
#define MAX_RECORD (UINT64_C(1) << 20)

/* The first four are usual; nobody writes the last three in a text. */
static const char delimiters[] = {',', ';', '\t', '|', ' ', '^', '~', '\x1f'};

static void
keep_row(struct csv_sample *sample, const struct csv *csv)
{
	struct csv_row *row;

	sample->rows = mem_grow(sample->rows, &sample->cap, sample->n + 1,
		sizeof(*sample->rows));
	row = &sample->rows[sample->n++];
	*row = (struct csv_row){.n = csv->n,
		.start = csv->start,
		.end = csv->end,
		.line = csv->line,
		.damaged = csv->fault != CSV_FINE,
		.mended = csv->mended};
	row->cells =
		arena_new(sample->arena, (csv->n + 1) * sizeof(*row->cells));
	for (size_t i = 0; i < csv->n; i++) {
		struct view cell = csv->fields[i];

		row->cells[i].at = arena_text(sample->arena, cell.at, cell.len);
		row->cells[i].len = cell.len;
		row->filled += view_trim(cell).len > 0;
	}
}

/*
 * The usual width: that of the most rows, if they have more than one cell;
 * so a few lines of prose above a lone header do not outvote it.
 */
static size_t
usual_width(const struct csv_sample *sample)
{
	size_t best = 1;
	double most = 0;
	size_t like_first = 0;

	for (size_t i = 0; i < sample->n; i++) {
		size_t same = 0;
		double weight;

		for (size_t j = 0; j < sample->n; j++)
			same += sample->rows[j].n == sample->rows[i].n;
		like_first = i ? like_first : same;
		weight = sample->rows[i].n > 1
			? (double)same + (double)sample->rows[i].n / MAX_CELLS
			: 0;
		if (weight > most) {
			most = weight;
			best = sample->rows[i].n;
		}
	}
	/* Where most rows are damaged, a full header may still be right. */
	if (sample->n && sample->rows[0].n > 1 &&
		sample->rows[0].filled == sample->rows[0].n &&
		most * 2 < (double)sample->n && like_first * 10 > sample->n)
		best = sample->rows[0].n;
	return best;
}

void
csv_sample_read(struct csv_sample *sample, struct csv_dialect dialect,
	struct view text, size_t at, bool whole, size_t rows)
{
	struct csv csv;
	enum csv_got got;

	*sample = (struct csv_sample){
		.arena = mem_new(1, sizeof(*sample->arena))};
	csv_begin(&csv, dialect, dialect.delimiter ? 0 : 1, MAX_RECORD);
	csv_feed(&csv, text, at, whole);
	while (sample->n < rows) {
		got = csv_next(&csv);
		if (got == CSV_END || got == CSV_MORE)
			break;
		if (got == CSV_DAMAGED)
			csv.n = 0;
		keep_row(sample, &csv);
	}
	csv_finish(&csv);
	sample->width = usual_width(sample);
}

void
csv_sample_fini(struct csv_sample *sample)
{
	arena_fini(sample->arena);
	mem_free(sample->arena);
	mem_free(sample->rows);
	*sample = (struct csv_sample){0};
}

/* Digits with a comma between: 1,5 of a place where that is one and a half. */
static bool
is_decimal(struct view cell)
{
	bool digit = false;

	for (size_t i = 0; i < cell.len; i++) {
		digit |= cell.at[i] >= '0' && cell.at[i] <= '9';
		if (!strchr("0123456789,.-+ %$", cell.at[i]) &&
			(unsigned char)cell.at[i] < 128)
			return false; /* nor of a currency */
	}
	return digit;
}

/*
 * Does a cell hold a delimiter of another dialect?  Between tabs, blanks and
 * what is rare those are of the text.
 */
static bool
holds_other(struct view cell, char delimiter)
{
	if (!memchr(",;|", delimiter, 3))
		return false;
	for (size_t i = 0; i < 4; i++)
		if (delimiters[i] != delimiter &&
			view_find_byte(cell, delimiters[i]) < cell.len &&
			!is_decimal(cell))
			return true;
	return false;
}

/* Share of the cells that a reader of the dialect would find natural. */
static double
natural(const struct csv_sample *sample, char delimiter)
{
	size_t good = 0;
	size_t all = 0;

	for (size_t i = 0; i < sample->n; i++) {
		const struct csv_row *row = &sample->rows[i];

		for (size_t j = 0; j < row->n && row->n == sample->width; j++) {
			good += !holds_other(row->cells[j], delimiter);
			all++;
		}
	}
	return all ? (double)good / (double)all : 0;
}

/*
 * Does a table of blanks begin with a header, whose width enough rows have?
 * The others are text with blanks and no quotes, which nobody can tell apart.
 */
static bool
blank_table(const struct csv_sample *sample)
{
	const struct csv_row *first = sample->rows;
	size_t even = 0;
	size_t less = 0;

	if (sample->n < 3 || sample->width < 3 || first->n != sample->width)
		return false;
	for (size_t i = 0; i < sample->n; i++) {
		even += sample->rows[i].n == first->n;
		less += sample->rows[i].n < first->n;
	}
	return even * 10 > sample->n && less * 10 < sample->n;
}

/* How even the table is that a dialect gives: 0 to 1. */
static double
score(struct csv_dialect dialect, struct view text, size_t at, bool whole)
{
	struct csv_sample sample;
	size_t even = 0;
	double damaged = 0;
	double result = 0;

	csv_sample_read(&sample, dialect, text, at, whole, TRY_ROWS);
	for (size_t i = 0; i < sample.n; i++) {
		even += sample.rows[i].n == sample.width;
		damaged += sample.rows[i].damaged ? 1
			: sample.rows[i].mended	  ? .5
						  : 0;
	}
	if (sample.width > 1) {
		double share = (double)even / (double)sample.n;

		result = share * (1 - 1 / (double)sample.width) *
			(0.2 + 0.8 * natural(&sample, dialect.delimiter));
		/* Prose has blanks too: the header must be of words. */
		if (dialect.delimiter == ' ')
			result = blank_table(&sample) ? result / 2 : 0;
		result *= 1 - .5 * damaged / (double)sample.n;
	}
	csv_sample_fini(&sample);
	return result;
}

/* How often is a, then b somewhere in text? */
static size_t
count_pairs(struct view text, char a, char b)
{
	size_t n = 0;

	for (size_t i = 0; i + 1 < text.len; i++)
		n += text.at[i] == a && text.at[i + 1] == b;
	return n;
}

static char
line_end_of(struct view text)
{
	size_t lf = 0;
	size_t cr = 0;

	for (size_t i = 0; i < text.len; i++) {
		lf += text.at[i] == '\n';
		cr += text.at[i] == '\r' &&
			(i + 1 == text.len || text.at[i + 1] != '\n');
	}
	return cr > 10 * lf ? '\r' : '\n';
}

/* How the fields look that begin with some quote. */
struct quoting {
	size_t wrapped; /* end with it, too */
	size_t needed;	/* of them those that hold what must be quoted */
	size_t stray;
	size_t vain; /* bytes looked at for those */
};

/* When so many were, the rest of the text is not counted. */
#define VAIN_BYTES ((size_t)4 * TRY_BYTES)

static bool
is_end(struct view text, size_t at, char delimiter)
{
	while (at < text.len && text.at[at] == ' ' && delimiter != ' ')
		at++;
	return at >= text.len || text.at[at] == delimiter ||
		text.at[at] == '\n' || text.at[at] == '\r';
}

/* Count the field whose quote is at; the offset where it closes, or at. */
static size_t
count_quoted(struct view text, size_t at, char delimiter, struct quoting *q)
{
	char quote = text.at[at];
	bool needed = false;
	size_t i = at + 1;

	for (size_t breaks = 0; i < text.len && breaks < CSV_BREAKS; i++) {
		bool ends = is_end(text, i + 1, delimiter);

		breaks += text.at[i] == '\n';
		needed |= text.at[i] == delimiter || text.at[i] == '\n' ||
			(text.at[i] == '"' && quote != '"');
		if (text.at[i] == quote && ends) {
			q->wrapped++;
			q->needed += needed;
			return i;
		}
		if (i + 1 < text.len && text.at[i + 1] == quote &&
			(text.at[i] == quote ||
				(text.at[i] == '\\' &&
					!is_end(text, i + 2, delimiter)))) {
			needed = true;
			i++;
		} else if (text.at[i] == quote && text.at[i - 1] == delimiter) {
			break; /* another field begins */
		}
	}
	q->stray++;
	q->vain += i - at;
	return at;
}

static struct quoting
count_quoting(struct view text, char delimiter, char quote)
{
	struct quoting q = {0};
	bool starts = true;

	for (size_t i = 0; i < text.len && q.vain < VAIN_BYTES; i++) {
		char c = text.at[i];

		if (c == quote && starts)
			i = count_quoted(text, i, delimiter, &q);
		starts = c == delimiter || c == '\n' || c == '\r' ||
			(c == ' ' && starts);
	}
	return q;
}

/*
 * 'single' quotes: where more fields begin and end with them than with ", and
 * it is no chance.
 */
static char
quote_of(struct view text, char delimiter)
{
	struct quoting one = count_quoting(text, delimiter, '\'');
	struct quoting two = count_quoting(text, delimiter, '"');

	if (one.wrapped <= two.wrapped || one.stray * 10 > one.wrapped)
		return '"';
	return one.needed || one.wrapped >= 4 ? '\'' : '"';
}

/*
 * Where ' took the place of " without more, text still has "" for a quote:
 * then no " stands alone.
 */
static bool
only_doubled(struct view text)
{
	size_t n = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] != '"')
			continue;
		if (++i == text.len || text.at[i] != '"')
			return false;
		n++;
	}
	return n > 0;
}

/* Settle what goes with a delimiter. */
static struct csv_dialect
dialect_with(
	char delimiter, char line_end, struct view text, size_t at, bool whole)
{
	struct csv_dialect d = {.delimiter = delimiter, .line_end = line_end};
	struct csv_dialect other;

	d.quote = quote_of(text, delimiter);
	d.doubled = d.quote == '\'' && only_doubled(text);
	d.skip_blanks = delimiter != ' ' &&
		view_find(text,
			(struct view){(char[]){delimiter, ' ', d.quote}, 3}) <
			text.len &&
		!count_pairs(text, delimiter, d.quote);
	if (!count_pairs(text, '\\', d.quote))
		return d;
	other = d;
	other.backslash = true;
	if (score(other, text, at, whole) > score(d, text, at, whole))
		return other;
	return d;
}

/* "sep=;" in the first line is Excel's way of naming the delimiter. */
static char
named_delimiter(struct view text, size_t *skip)
{
	if (text.len < 6 || !view_same(view_upto(text, 4), VIEW("sep=")) ||
		(text.at[5] != '\n' && text.at[5] != '\r'))
		return 0;
	*skip = 6;
	if (text.at[5] == '\r' && text.len > 6 && text.at[6] == '\n')
		*skip = 7;
	return text.at[4];
}

struct csv_dialect
csv_sniff(struct view text, bool whole, size_t *skip)
{
	struct view tried = view_upto(text, TRY_BYTES);
	bool all = whole && tried.len == text.len;
	char line_end = line_end_of(tried);
	struct csv_dialect best = {.quote = '"', .line_end = line_end};
	double most = 0.02;
	char named;

	*skip = 0;
	named = named_delimiter(text, skip);
	if (named)
		return dialect_with(named, line_end, tried, *skip, all);
	for (size_t i = 0; i < sizeof(delimiters); i++) {
		struct csv_dialect d;
		double got;

		if (view_find_byte(tried, delimiters[i]) == tried.len)
			continue;
		d = dialect_with(delimiters[i], line_end, tried, 0, all);
		got = score(d, tried, 0, all);
		if (got > most) {
			most = got;
			best = d;
		}
	}
	return best;
}
