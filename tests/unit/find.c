/* Leads found quickly are those that a plain reader finds. */
#include "unit.h"

#include "lead/find.h"
#include "lead/fold.h"

#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#define COLUMNS 7
#define LINES 24

/* In the order of FIND_NAME..FIND_COMPANY; others stand between. */
static const char header[] =
	"lead_id\tcompany\ttown\tfull_name\tlast_name\tnote\tfirst_name\n";
static const int column_of[] = {3, 6, 4, 1};

/* What names are made of: few letters, so that much nearly matches. */
static const char *const bits[] = {"s", "S", "i", "a", "n", "A", "â", "Â", "ı",
	"'", "’", "`", " ", "-", "&", "ß", "æ", "\xCC\x82", "7", "\xFF", "日"};

static uint32_t
chance(uint32_t *seed, uint32_t n)
{
	*seed = *seed * 1664525 + 1013904223;
	return (*seed >> 16) % n;
}

static void
make_text(uint32_t *seed, uint32_t most, struct str *out)
{
	/* Half of the time plain letters alone. */
	uint32_t kinds =
		chance(seed, 2) ? 6 : (uint32_t)(sizeof(bits) / sizeof(*bits));

	for (uint32_t n = chance(seed, most + 1); n; n--)
		str_add(out, bits[chance(seed, kinds)]);
}

static void
make_file(uint32_t *seed, struct str *out)
{
	str_clear(out);
	str_add(out, header);
	for (int line = 0; line < LINES; line++) {
		str_printf(out, "L%02d", line);
		for (int i = 1; i < COLUMNS; i++) {
			str_byte(out, '\t');
			make_text(seed, i == 2 ? 60 : 7, out);
		}
		str_byte(out, '\n');
	}
}

static bool
has_mark(struct view v)
{
	for (size_t i = 0; i < v.len; i++)
		if ((unsigned char)v.at[i] >= 0x80 || v.at[i] == '\'' ||
			v.at[i] == '`')
			return true;
	return false;
}

/* 0 no match, 1 part, 2 whole: as it is, but for the case of letters. */
static int
plain_match(struct view field, struct view text)
{
	for (size_t i = 0; i + text.len <= field.len; i++)
		if (view_same((struct view){field.at + i, text.len}, text))
			return field.len == text.len ? 2 : 1;
	return 0;
}

/* The same without marks, where there are any. */
static int
folded_match(struct view field, struct view text)
{
	struct str a = {0}, b = {0};
	int found = 0;

	fold_key(field, &a);
	fold_key(text, &b);
	if (b.len && (has_mark(field) || has_mark(text)) &&
		view_find(str_view(&a), str_view(&b)) < a.len)
		found = a.len == b.len ? 2 : 1;
	str_fini(&a);
	str_fini(&b);
	return found;
}

/* The best match among the names of a line. */
static int
best_match(struct view line, struct view text,
	int (*match)(struct view field, struct view text))
{
	int best = 0;

	for (size_t i = 0; i < sizeof(column_of) / sizeof(*column_of); i++) {
		int got = match(find_field(line, column_of[i]), text);

		best = got > best ? got : best;
	}
	return best;
}

/* Is a full name or a company all of the text? */
static bool
is_named(struct view line, struct view text)
{
	return plain_match(find_field(line, column_of[0]), text) == 2 ||
		plain_match(find_field(line, column_of[3]), text) == 2;
}

/* A bit for each line that is to be found. */
static uint32_t
plain_find(struct view lines, struct view text)
{
	uint32_t as_is[3] = {0}, both[3] = {0};
	struct view line;
	bool clear = has_mark(text);

	for (int n = 0; view_cut(&lines, '\n', &line) && line.len; n++) {
		int best = best_match(line, text, plain_match);

		clear |= is_named(line, text);
		as_is[best] |= 1U << n;
		both[best ? best : best_match(line, text, folded_match)] |= 1U
			<< n;
	}
	if (clear && (as_is[1] | as_is[2]))
		return as_is[2] ? as_is[2] : as_is[1];
	return both[2] ? both[2] : both[1];
}

static void
check(const struct find *find, struct view text)
{
	uint32_t want, got = 0;
	struct finds finds;

	find_leads(find, text, &finds);
	want = plain_find(find->bytes, view_trim(text));
	for (size_t i = 0; i < finds.n; i++) {
		struct view id = find_get(find, finds.lines[i], FIND_ID);

		got |= 1U << ((id.at[1] - '0') * 10 + id.at[2] - '0');
	}
	if (finds.more)
		assert_int_equal(got & ~want, 0);
	else
		assert_int_equal(got, want);
}

static void
nothing_is_missed(void **state)
{
	struct str file = {0}, text = {0};
	uint32_t seed = 5;

	(void)state;
	for (int round = 0; round < 600; round++) {
		char path[] = "/tmp/find.XXXXXX";
		int fd = mkstemp(path);
		struct find find;

		make_file(&seed, &file);
		assert_int_equal(
			write(fd, file.data, file.len), (ssize_t)file.len);
		close(fd);
		find_open(&find, path);
		for (int i = 0; i < 60; i++) {
			str_clear(&text);
			make_text(&seed, 5, &text);
			if (view_trim(str_view(&text)).len)
				check(&find, str_view(&text));
		}
		find_close(&find);
		unlink(path);
	}
	str_fini(&file);
	str_fini(&text);
}

static void
a_file_without_leads_is_closed(void **state)
{
	char path[] = "/tmp/find.XXXXXX";
	int fd = mkstemp(path);
	struct find find;
	void *map;

	(void)state;
	assert_int_equal(write(fd, "lead_id\n", 8), 8);
	close(fd);
	find_open(&find, path);
	map = (void *)(uintptr_t)find.map.at;
	find_close(&find);
	assert_int_equal(msync(map, 1, MS_ASYNC), -1); /* nothing is there */
	unlink(path);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_missed),
		cmocka_unit_test(a_file_without_leads_is_closed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
