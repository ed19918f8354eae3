/*
 * CSV: whatever the bytes, all of them are read once, by the masks as by
 * libcsv, in one piece as in many.
 */
#include "fuzz.h"

#include "base/mem.h"
#include "record/csv_layout.h"

struct tally {
	size_t records, fields, damaged, bytes, plain, tidy;
};

/*
 * Read text in pieces that grow by step bytes, in the way of any processor;
 * 0: at once, in that of this one.
 */
static struct tally
read_all(struct csv_dialect dialect, size_t width, struct view text, size_t at,
	size_t step)
{
	struct tally t = {0};
	struct csv csv;
	enum csv_got got;
	size_t end = step ? at + step : text.len;
	char *bytes = mem_new(1, text.len + CSV_PADDING);

	csv_begin(&csv, dialect, width, 1 << 20);
	csv.wide = csv.wide && !step;
	for (;;) {
		end = end < text.len ? end : text.len;
		memset(bytes, 0, text.len + CSV_PADDING);
		memcpy(bytes, text.at, end);
		csv_feed(&csv, (struct view){bytes, end}, at, end == text.len);
		while ((got = csv_next(&csv)) == CSV_RECORD ||
			got == CSV_DAMAGED) {
			assert(csv.end > csv.start && csv.start >= at);
			at = csv.end;
			t.records += got == CSV_RECORD;
			t.damaged += got == CSV_DAMAGED;
			t.bytes += csv.end - csv.start;
			if (got == CSV_RECORD) {
				assert(!width || csv.n == width);
				t.fields += csv.n;
				t.plain += csv.plain;
				t.tidy += csv.tidy;
				for (size_t i = 0; i < csv.n; i++)
					assert(csv.fields[i].len <= text.len);
			}
		}
		at = csv.at;
		if (got == CSV_END)
			break;
		end += step;
	}
	csv_finish(&csv);
	mem_free(bytes);
	return t;
}

static void
check(struct csv_dialect dialect, size_t width, struct view text, size_t at)
{
	struct tally whole = read_all(dialect, width, text, at, 0);
	struct tally pieces = read_all(dialect, width, text, at, 67);

	assert(whole.records == pieces.records &&
		whole.fields == pieces.fields &&
		whole.damaged == pieces.damaged && whole.bytes == pieces.bytes);
}

/* A dialect that the sniffer need not have thought of. */
static struct csv_dialect
any_dialect(unsigned bits)
{
	return (struct csv_dialect){.delimiter = bits & 1 ? ',' : ';',
		.quote = bits & 2 ? '"' : '\'',
		.line_end = '\n',
		.doubled = (bits & 6) == 4,
		.backslash = bits & 8,
		.skip_blanks = bits & 16};
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *bytes = mem_new(1, size + CSV_PADDING);
	struct view text = {bytes, size};
	struct csv_layout layout;

	if (size)
		memcpy(bytes, data, size);
	csv_layout_find(&layout, text, true);
	assert(layout.data_at <= size);
	check(layout.dialect, layout.width, text, layout.data_at);
	if (size)
		check(any_dialect(data[0]), data[0] >> 5, text, 0);
	csv_layout_fini(&layout);
	mem_free(bytes);
	return 0;
}
