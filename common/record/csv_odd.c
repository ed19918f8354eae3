#include "record/csv_odd.h"

#include "base/die.h"
#include "base/lang.h"
#include "base/mem.h"
#include "record/csv_record.h"

#include <csv.h>

/*
 * libcsv's guards: no trimming (RFC 4180 keeps blanks), only our own line
 * ends, and one line given at a time, so that an open quote cannot run off
 * with the file.
 */
struct csv_odd {
	struct csv_parser parser;
	struct str line; /* owned: a line with its escapes translated */
	char line_end;
	bool done;	 /* a record is complete */
	size_t *lengths; /* owned: of the fields in text, in order */
	size_t n, cap;
};

static int
no_space(unsigned char c)
{
	(void)c;
	return 0;
}

static int
is_space(unsigned char c)
{
	return c == ' ' || c == '\t';
}

static int
is_line_feed(unsigned char c)
{
	return c == '\n';
}

static int
is_carriage_return(unsigned char c)
{
	return c == '\r';
}

/* Put bytes at the end of text, each "" as one; how many that were. */
static size_t
put_single(struct str *text, const char *bytes, size_t len)
{
	size_t before = text->len;

	for (size_t i = 0; i < len; i++) {
		str_byte(text, bytes[i]);
		i += bytes[i] == '"' && i + 1 < len && bytes[i + 1] == '"';
	}
	return text->len - before;
}

static void
add_field(struct csv *csv, const char *bytes, size_t len)
{
	struct csv_odd *odd = csv->odd;

	if (odd->done)
		return;
	if (csv->dialect.doubled)
		len = put_single(&csv->text, bytes, len);
	else
		str_bytes(&csv->text, bytes, len);
	odd->lengths = mem_grow(
		odd->lengths, &odd->cap, odd->n + 1, sizeof(*odd->lengths));
	odd->lengths[odd->n++] = len;
}

static void
take_field(void *bytes, size_t len, void *csv)
{
	add_field(csv, bytes, len);
}

static void
take_end(int c, void *data)
{
	(void)c;
	((struct csv *)data)->odd->done = true;
}

/* Forget a record begun, whole or not. */
static void
reset(struct csv *csv, unsigned char options)
{
	struct csv_odd *odd = csv->odd;

	/* Only without strictness does it always come back to its start. */
	(void)csv_set_opts(&odd->parser, 0);
	(void)csv_fini(&odd->parser, NULL, NULL, NULL);
	(void)csv_set_opts(&odd->parser, options);
	odd->done = false;
	odd->n = 0;
	csv->text.len = 0;
	str_reserve(&csv->text, 1); /* so that there is an address */
}

static void
make(struct csv *csv)
{
	struct csv_odd *odd = csv->odd = mem_new(1, sizeof(*odd));
	struct csv_dialect d = csv->dialect;

	if (csv_init(&odd->parser, 0) != 0)
		die(_("out of memory"));
	csv_set_delim(&odd->parser, (unsigned char)d.delimiter);
	csv_set_quote(&odd->parser, (unsigned char)d.quote);
	csv_set_space_func(&odd->parser, d.skip_blanks ? is_space : no_space);
	csv_set_term_func(&odd->parser,
		d.line_end == '\r' ? is_carriage_return : is_line_feed);
	csv_set_blk_size(&odd->parser, 65536);
}

void
csv_odd_free(struct csv_odd *odd)
{
	if (!odd)
		return;
	csv_free(&odd->parser);
	str_fini(&odd->line);
	mem_free(odd->lengths);
	mem_free(odd);
}

/*
 * What libcsv gets to see of a line: without the '\r' before '\n' at the end
 * of a record, and with \" as it knows it.
 */
static struct view
translate(struct csv *csv, struct view line)
{
	struct str *out = &csv->odd->line;
	char quote = csv->dialect.quote;

	if (!csv->dialect.backslash || !memchr(line.at, '\\', line.len))
		return line;
	out->len = 0;
	for (size_t i = 0; i < line.len; i++) {
		bool pair = line.at[i] == '\\' && i + 1 < line.len;

		if (pair && line.at[i + 1] == quote)
			str_byte(out, quote);
		else if (!pair || line.at[i + 1] != '\\')
			str_byte(out, line.at[i]);
		if (pair && (line.at[i + 1] == quote || line.at[i + 1] == '\\'))
			str_byte(out, line.at[++i]);
	}
	return str_view(out);
}

/* Give libcsv some bytes; false when it finds fault with them. */
static bool
give(struct csv *csv, const char *bytes, size_t len)
{
	return csv_parse(&csv->odd->parser, bytes, len, take_field, take_end,
		       csv) == len;
}

/*
 * Give it a line.  Inside a quoted field "\r\n" stays, at the end of the
 * record the '\r' goes: so it is given last, when we know where we are.
 */
static bool
give_line(struct csv *csv, struct view line, bool ended)
{
	struct view rest = translate(csv, line);
	bool cr = csv->dialect.line_end == '\n' && rest.len &&
		rest.at[rest.len - 1] == '\r';
	char end = csv->dialect.line_end;

	if (!give(csv, rest.at, rest.len - cr))
		return false;
	/* Quotes come in pairs in a record: an odd one is open still. */
	if (cr && csv->odd->parser.quoted &&
		csv->odd->parser.pstate == 2 /* FIELD_BEGUN */ &&
		!give(csv, "\r", 1))
		return false;
	return !ended || give(csv, &end, 1);
}

/* Make fields of what was taken; all of them are in text. */
static void
set_fields(struct csv *csv)
{
	const struct csv_odd *odd = csv->odd;
	size_t at = 0;

	csv->n = 0;
	for (size_t i = 0; i < odd->n; i++) {
		csv_field(csv, csv->text.data + at, odd->lengths[i]);
		at += odd->lengths[i];
	}
}

static enum csv_got
damaged(struct csv *csv, enum csv_fault fault)
{
	csv->fault = fault;
	csv->end = csv_line_end(csv);
	return CSV_DAMAGED;
}

/* The end of the data is the end of the last record. */
static bool
finish(struct csv *csv)
{
	(void)csv_set_opts(&csv->odd->parser, CSV_STRICT | CSV_STRICT_FINI);
	if (csv_fini(&csv->odd->parser, take_field, take_end, csv) != 0)
		return false;
	if (!csv->odd->done)
		add_field(csv, "", 0); /* an empty line: libcsv skips it */
	return true;
}

/* The first line alone, quotes standing for themselves where they can. */
static enum csv_got
mend(struct csv *csv)
{
	size_t end = csv_line_end(csv);
	struct view line = {csv->data + csv->start, end - csv->start};

	if (line.len && line.at[line.len - 1] == csv->dialect.line_end)
		line.len--;
	reset(csv, 0);
	if (!give_line(csv, line, false) || !finish(csv))
		return csv_balanced(csv) ? CSV_RECORD : damaged(csv, CSV_ODD);
	csv->end = end;
	set_fields(csv);
	if (csv->width && csv->n != csv->width && csv->n != csv->least)
		return csv_balanced(csv) ? CSV_RECORD : damaged(csv, CSV_ODD);
	csv->mended = true;
	return CSV_RECORD;
}

/* Line by line until the record is complete. */
static enum csv_got
read_lines(struct csv *csv)
{
	size_t at = csv->start;

	for (int breaks = 0; breaks <= CSV_BREAKS; breaks++) {
		const char *from = csv->data + at;
		const char *end = at < csv->len
			? memchr(from, csv->dialect.line_end, csv->len - at)
			: NULL;
		size_t len = end ? (size_t)(end - from) : csv->len - at;

		if (!end && !csv->last)
			return CSV_MORE;
		if (at - csv->start > csv->max_record)
			return damaged(csv, CSV_OPEN);
		if (!give_line(csv, (struct view){from, len}, end != NULL))
			return mend(csv);
		at += len + (end != NULL);
		csv->end = at;
		if (!end && !finish(csv))
			return damaged(csv, CSV_OPEN);
		if (!end || csv->odd->done) {
			set_fields(csv);
			return CSV_RECORD;
		}
		if (csv->odd->parser.pstate == 0) { /* ROW_NOT_BEGUN */
			add_field(csv, "", 0);
			set_fields(csv);
			return CSV_RECORD;
		}
	}
	return damaged(csv, CSV_OPEN);
}

enum csv_got
csv_odd_parse(struct csv *csv)
{
	enum csv_got got;

	if (!csv->odd)
		make(csv);
	reset(csv, CSV_STRICT);
	got = read_lines(csv);
	if (got == CSV_MORE && csv->len - csv->start > csv->max_record)
		return damaged(csv, CSV_LONG);
	return got;
}
