#include "seen.h"

#include "chunk.h"

#include "base/lang.h"
#include "base/mem.h"
#include "lead/email.h"

#define ROWS 100 /* that are looked at */

struct seen {
	size_t filled, emails, numbers;
};

/* Columns that identify by themselves, and what fields of them hold. */
static const char *const known[] = {
	"email", "phone", "mobile", "linkedin", "source_id"};

static bool
identifies(struct view column)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (view_is(column, known[i]))
			return true;
	return false;
}

/* Digits and what stands between them, as numbers are dialled. */
static bool
is_number(struct view text)
{
	size_t digits = 0;

	if (!text.len || !memchr("+0(", text.at[0], 3))
		return false;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];

		if (c >= '0' && c <= '9')
			digits++;
		else if (!memchr("+ -().", c, 6))
			return false;
	}
	return digits >= 9 && digits <= 15;
}

static void
look(const struct csv *csv, struct seen *seen, size_t n)
{
	struct str out = {0};

	for (size_t i = 0; i < csv->n && i < n; i++) {
		struct view text = view_trim(csv->fields[i]);

		seen[i].filled += text.len > 0;
		seen[i].numbers += is_number(text);
		str_clear(&out);
		seen[i].emails += email_normalise(text, &out);
	}
	str_fini(&out);
}

static void
look_all(const struct dump *dump, size_t max_record, struct seen *seen)
{
	struct dump again = *dump; /* whose reading is ours alone */
	struct chunks chunks = {
		.dumps = &again, .n = 1, .max_record = max_record};
	struct chunk chunk = {0};
	enum csv_got got;

	if (!chunk_take(&chunks, &chunk))
		return;
	chunk_begin(&chunk);
	for (size_t row = 0; row < ROWS; row++) {
		got = chunk_next(&chunk);
		if (got == CSV_END)
			break;
		if (got == CSV_RECORD)
			look(&chunk.csv, seen, dump->layout.width);
	}
	chunk_fini(&chunk);
}

/* The canonical name of what nine fields of ten hold, or NULL. */
static const char *
name_of(const struct seen *seen)
{
	if (seen->filled && seen->emails * 10 >= seen->filled * 9)
		return "email";
	if (seen->filled && seen->numbers * 10 >= seen->filled * 9)
		return "phone";
	return NULL;
}

/* The only field that is of a name; -1: there is none, or another. */
static int
only_one(const struct seen *seen, const struct meaning *meanings, size_t n,
	const char *name)
{
	int found = -1;

	for (size_t i = 0; i < n; i++) {
		const char *is = name_of(&seen[i]);

		if (meanings[i].known || meanings[i].asked || !is ||
			strcmp(is, name) != 0)
			continue;
		if (found >= 0)
			return -1;
		found = (int)i;
	}
	return found;
}

void
seen_find(const struct dump *dump, const struct settings *set,
	struct meaning *meanings)
{
	static const char *const names[] = {"email", "phone"};
	size_t n = dump->layout.width;
	struct seen *seen;

	for (size_t i = 0; i < n; i++)
		if (identifies(meanings[i].column))
			return;
	seen = mem_new(n + 1, sizeof(*seen));
	look_all(dump, set->common.max_record, seen);
	for (size_t i = 0; i < 2; i++) {
		int at = only_one(seen, meanings, n, names[i]);

		if (at < 0)
			continue;
		meanings[at].column = view_of(names[i]);
		meanings[at].known = true;
		if (!set->common.quiet)
			warn(i == 0 ? _("%s: '%.*s' holds e-mail addresses: it"
					" is read as email")
				    : _("%s: '%.*s' holds telephone numbers:"
					" it is read as phone"),
				dump->name, VIEW_ARGS(dump->names[at]));
	}
	mem_free(seen);
}
