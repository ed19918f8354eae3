#include "ledger.h"

#include "base/die.h"
#include "base/lang.h"
#include "base/mem.h"
#include "record/field.h"

#include <unistd.h>

#define FLUSH 65536

static const char *const fate_names[FATES] = {
	"new", "updated", "merged", "unchanged", "rejected", "suppressed"};

void
ledger_open(struct ledger *ledger, const char *path)
{
	*ledger = (struct ledger){.path = path, .spool = -1};
	if (path)
		ledger->spool = file_spool();
}

static void
flush(struct ledger *ledger, size_t least)
{
	if (ledger->text.len <= least)
		return;
	if (!file_write_all(ledger->spool, ledger->text.data, ledger->text.len))
		die_errno(_("cannot write a temporary file"));
	ledger->text.len = 0;
}

static void
put_place(struct ledger *ledger, const char *file, uint64_t line)
{
	field_write(view_of(file), &ledger->text);
	str_byte(&ledger->text, '\t');
	str_int(&ledger->text, (int64_t)line);
}

void
ledger_accept(
	struct ledger *ledger, const char *file, uint64_t line, uint32_t row)
{
	if (!ledger->path)
		return;
	str_int(&ledger->text, row);
	str_byte(&ledger->text, '\t');
	put_place(ledger, file, line);
	str_byte(&ledger->text, '\n');
	flush(ledger, FLUSH);
}

void
ledger_refuse(struct ledger *ledger, const char *file, uint64_t line,
	enum fate fate, struct view detail)
{
	ledger->n[fate]++;
	if (!ledger->path)
		return;
	str_byte(&ledger->text, '\t');
	put_place(ledger, file, line);
	str_byte(&ledger->text, '\t');
	str_add(&ledger->text, fate_names[fate]);
	str_add(&ledger->text, "\t\t\t");
	field_write(detail, &ledger->text);
	str_byte(&ledger->text, '\n');
	flush(ledger, FLUSH);
}

void
ledger_expect(struct ledger *ledger, uint32_t rows)
{
	if (ledger->path)
		ledger->fates = mem_new(rows, sizeof(*ledger->fates));
}

void
ledger_settle(const struct ledger *ledger, uint32_t row, enum fate fate)
{
	if (ledger->fates)
		ledger->fates[row] = (uint8_t)fate;
}

void
ledger_count(struct ledger *ledger, const uint64_t fates[FATES])
{
	for (int i = 0; i < FATES; i++)
		ledger->n[i] += fates[i];
}

/* Write one line of the trace, of a line of the spool. */
static void
write_line(struct ledger *ledger, const struct ledger_source *source,
	struct view line, struct str *out)
{
	struct view number = {0};
	struct view id = {0};
	struct view key = {0};
	struct view detail = {0};
	int64_t row;

	if (!view_cut(&line, '\t', &number))
		return;
	str_put(out, line);
	if (view_int(number, &row)) {
		source->look(source->data, (uint32_t)row, &id, &key, &detail);
		str_byte(out, '\t');
		str_add(out, fate_names[ledger->fates[row]]);
		str_byte(out, '\t');
		str_put(out, id);
		str_byte(out, '\t');
		field_write(key, out);
		str_byte(out, '\t');
		field_write(detail, out);
	}
	str_byte(out, '\n');
}

/* Write the whole lines of in; returns how many bytes they are. */
static size_t
write_lines(struct ledger *ledger, const struct ledger_source *source,
	struct view in, struct str *out)
{
	size_t done = 0;

	while (done < in.len) {
		struct view rest = view_from(in, done);
		size_t end = view_find_byte(rest, '\n');

		if (end == rest.len)
			break;
		write_line(ledger, source, view_upto(rest, end), out);
		done += end + 1;
	}
	return done;
}

void
ledger_write(struct ledger *ledger, const struct ledger_source *source)
{
	struct str in = {0};
	struct str text = {0};
	struct output out;
	off_t at = 0;
	ssize_t n;

	if (!ledger->path)
		return;
	flush(ledger, 0);
	output_open(&out, ledger->path);
	str_add(&text, "file\tline\tfate\tlead_id\tkey\tdetail\n");
	do {
		size_t done;

		str_reserve(&in, FLUSH);
		n = pread(ledger->spool, in.data + in.len, FLUSH, at);
		if (n < 0)
			die_errno(_("cannot read a temporary file"));
		at += n;
		in.len += (size_t)n;
		done = write_lines(ledger, source, str_view(&in), &text);
		memmove(in.data, in.data + done, in.len - done);
		in.len -= done;
		output_write(&out, str_view(&text));
		text.len = 0;
	} while (n > 0);
	output_close(&out);
	str_fini(&in);
	str_fini(&text);
}

void
ledger_say(const struct ledger *ledger)
{
	struct str text = {0};
	uint64_t sum = 0;

	for (int i = 0; i < FATES; i++) {
		sum += ledger->n[i];
		str_printf(&text, "%s%llu %s", i ? ", " : "",
			(unsigned long long)ledger->n[i], fate_names[i]);
	}
	warn(ngettext("%llu row: %s", "%llu rows: %s", sum),
		(unsigned long long)sum, str_text(&text));
	str_fini(&text);
}

void
ledger_fini(struct ledger *ledger)
{
	if (ledger->spool >= 0)
		close(ledger->spool);
	str_fini(&ledger->text);
	mem_free(ledger->fates);
}
