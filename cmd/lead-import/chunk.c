#include "chunk.h"

#include "text_mend.h"

#include "base/die.h"
#include "base/lang.h"

#define CHUNK ((size_t)1 << 19) /* bytes */
#define AHEAD ((size_t)1 << 14) /* read behind it for the last record */
#define TRIES 20		/* lines tried as a record's start */

bool
chunk_take(struct chunks *chunks, struct chunk *chunk)
{
	while (chunks->dump < chunks->n) {
		struct dump *dump = &chunks->dumps[chunks->dump];
		bool first = !chunks->begun;

		if (first)
			chunks->at = dump->data_at;
		if (chunks->at >= dump->text.end) {
			chunks->dump++;
			chunks->begun = false;
			continue;
		}
		chunk->dump = dump;
		chunk->exact = first;
		chunk->from = chunks->at;
		chunk->to = chunks->at + CHUNK;
		chunk->max_record = chunks->max_record;
		chunks->at = chunk->to;
		chunks->begun = true;
		return true;
	}
	return false;
}

/* Set csv to the dump's dialect, unless it is. */
static void
set_dialect(struct chunk *chunk)
{
	const struct csv_layout *layout = &chunk->dump->layout;

	if (chunk->set_for == chunk->dump)
		return;
	if (chunk->set_for)
		csv_finish(&chunk->csv);
	csv_begin(
		&chunk->csv, layout->dialect, layout->width, chunk->max_record);
	chunk->csv.least = chunk->dump->columns;
	chunk->set_for = chunk->dump;
}

/* Have bytes up to offset to of the file, and feed csv from offset at on. */
static void
load(struct chunk *chunk, size_t to, size_t at)
{
	struct str *b = &chunk->bytes;
	size_t want = to > chunk->bytes_at ? to - chunk->bytes_at : AHEAD;
	bool last;

	if (want > b->len) {
		str_reserve(b, want - b->len + CSV_PADDING);
		b->len += text_read(&chunk->dump->text, chunk->dump->name,
			b->data + b->len, want - b->len,
			chunk->bytes_at + b->len);
	}
	str_reserve(b, CSV_PADDING);
	memset(b->data + b->len, 0, CSV_PADDING);
	last = chunk->bytes_at + b->len >= chunk->dump->text.end ||
		b->len < want;
	csv_feed(&chunk->csv, str_view(b), at - chunk->bytes_at, last);
}

/* Offset in bytes behind the next line end, or the end of what is there. */
static size_t
next_line(const struct chunk *chunk, size_t at)
{
	const char *from = chunk->bytes.data + at;
	size_t left = chunk->bytes.len - at;
	const char *end = memchr(from, chunk->csv.dialect.line_end, left);

	return end ? at + (size_t)(end - from) + 1 : chunk->bytes.len;
}

/* Guess where the first record of the range starts. */
static size_t
guess(struct chunk *chunk)
{
	size_t first = next_line(chunk, 0);
	size_t at = first;

	for (int i = 0; i < TRIES && at < chunk->bytes.len; i++) {
		enum csv_got got;

		csv_feed(&chunk->csv, str_view(&chunk->bytes), at, false);
		got = csv_next(&chunk->csv);
		if (got == CSV_RECORD && !chunk->csv.mended)
			return at;
		if (got == CSV_MORE && chunk->csv.blank)
			return at; /* nothing but blank lines to the end */
		at = next_line(chunk, at);
	}
	return first;
}

void
chunk_begin(struct chunk *chunk)
{
	size_t at = 0;

	set_dialect(chunk);
	/* A guess needs the byte before: is it a line end? */
	chunk->bytes_at = chunk->from - !chunk->exact;
	chunk->bytes.len = 0;
	chunk->start = chunk->from;
	load(chunk, chunk->to + AHEAD, chunk->bytes_at);
	if (!chunk->exact) {
		bool last = chunk->csv.last;

		at = guess(chunk);
		chunk->start = chunk->bytes_at + at;
		csv_feed(&chunk->csv, str_view(&chunk->bytes), at, last);
	}
	chunk->looked = false;
	chunk->end = chunk->start;
}

bool
chunk_is_clean(struct chunk *chunk)
{
	if (!chunk->looked)
		chunk->clean = text_is_clean(str_view(&chunk->bytes));
	chunk->looked = true;
	return chunk->clean;
}

/* The rest of a record that is too long need not be held to be passed. */
static void
pass_over(struct chunk *chunk)
{
	struct csv *csv = &chunk->csv;
	size_t at = chunk->bytes_at + csv->at;
	uint64_t blank = csv->blank;
	size_t lines = csv->line_at + 1;
	char bytes[4096];

	for (;;) {
		size_t n = text_read(&chunk->dump->text, chunk->dump->name,
			bytes, sizeof(bytes), at);
		const char *end = memchr(bytes, csv->dialect.line_end, n);

		at += end ? (size_t)(end - bytes) + 1 : n;
		if (end || !n)
			break;
	}
	csv->skipping = false;
	chunk->bytes_at = at;
	chunk->bytes.len = 0;
	load(chunk, (at > chunk->to ? at : chunk->to) + AHEAD, at);
	csv->blank = blank;
	csv->line_at = lines;
}

/* The record goes on behind what was read: have twice as much. */
static void
read_on(struct chunk *chunk)
{
	struct csv *csv = &chunk->csv;
	uint64_t blank = csv->blank;
	size_t lines = csv->line_at;

	load(chunk, chunk->bytes_at + 2 * chunk->bytes.len,
		chunk->bytes_at + csv->at);
	csv->blank = blank;
	csv->line_at = lines;
	/* What came to it is not looked at. */
	chunk->clean = false;
	chunk->looked = true;
}

enum csv_got
chunk_next(struct chunk *chunk)
{
	struct csv *csv = &chunk->csv;

	for (;;) {
		enum csv_got got;

		if (csv->skipping)
			pass_over(chunk);
		chunk->end = chunk->bytes_at + csv->at;
		if (chunk->end >= chunk->to)
			return CSV_END;
		got = csv_next(csv);
		if (got != CSV_MORE)
			return got;
		read_on(chunk);
	}
}

/* From the file: what was in memory may be behind us. */
void
chunk_copy(const struct chunk *chunk, size_t len, char *to)
{
	const struct dump *dump = chunk->dump;

	if (text_read(&dump->text, dump->name, to, len, chunk->start) != len)
		die(_("%s has become shorter while it was read"), dump->name);
}

bool
chunk_right(struct chunk *chunk)
{
	size_t at = chunk->dump->next_at;

	if (chunk->start == at)
		return true;
	chunk->from = at;
	chunk->exact = true;
	return false;
}

void
chunk_done(struct chunk *chunk)
{
	chunk->dump->next_at = chunk->end;
	chunk->dump->next_line += chunk->csv.line_at;
	chunk->dump->blank += chunk->csv.blank;
}

void
chunk_fini(struct chunk *chunk)
{
	if (chunk->set_for)
		csv_finish(&chunk->csv);
	str_fini(&chunk->bytes);
}

void
chunk_walk(const struct dump *dump, size_t max_record, chunk_look *look,
	void *data)
{
	struct dump again = *dump; /* whose reading is ours alone */
	struct chunks chunks = {
		.dumps = &again, .n = 1, .max_record = max_record};
	struct chunk chunk = {0};
	enum csv_got got;
	bool more = true;

	while (more && chunk_take(&chunks, &chunk)) {
		chunk.from = again.next_at;
		chunk.exact = true;
		chunk_begin(&chunk);
		while (more && (got = chunk_next(&chunk)) != CSV_END)
			if (got == CSV_RECORD)
				more = look(data, &chunk.csv);
		chunk_done(&chunk);
	}
	chunk_fini(&chunk);
}
