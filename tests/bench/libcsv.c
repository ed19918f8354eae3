/*
 * libcsv - CSV to TSV with libcsv and nothing else: what lead-import --as-is
 * must never be slower than.
 */
#include <csv.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct out {
	char bytes[1 << 18];
	size_t len;
	bool inside; /* a field of the record is there already */
};

static void
flush(struct out *out)
{
	size_t done = 0;

	while (done < out->len) {
		ssize_t n = write(
			STDOUT_FILENO, out->bytes + done, out->len - done);

		if (n < 0)
			_exit(2);
		done += (size_t)n;
	}
	out->len = 0;
}

static void
put(struct out *out, char byte)
{
	if (out->len == sizeof(out->bytes))
		flush(out);
	out->bytes[out->len++] = byte;
}

static void
field(void *bytes, size_t len, void *data)
{
	struct out *out = data;
	const char *from = bytes;

	if (out->inside)
		put(out, '\t');
	out->inside = true;
	for (size_t i = 0; i < len; i++) {
		const char *escape = strchr("\\\tt\nn\rr", from[i]);

		if (from[i] && escape && strchr("\\\t\n\r", from[i])) {
			put(out, '\\');
			put(out, from[i] == '\\' ? '\\' : escape[1]);
		} else {
			put(out, from[i]);
		}
	}
}

static void
record(int end, void *data)
{
	struct out *out = data;

	(void)end;
	put(out, '\n');
	out->inside = false;
}

int
main(void)
{
	static struct out out;
	static char in[1 << 18];
	struct csv_parser parser;
	ssize_t n;

	if (csv_init(&parser, 0) != 0)
		return 2;
	csv_set_blk_size(&parser, 65536);
	while ((n = read(STDIN_FILENO, in, sizeof(in))) > 0)
		if (csv_parse(&parser, in, (size_t)n, field, record, &out) !=
			(size_t)n)
			return 2;
	csv_fini(&parser, field, record, &out);
	csv_free(&parser);
	flush(&out);
	return n < 0 ? 2 : 0;
}
