/* The index of a log finds every entry of a key and no other. */
#include "unit.h"

#include "record/log_index.h"
#include "record/record.h"

#define ENTRIES 200000 /* some pieces of a log, for some threads */
#define KEYS 40000

enum { ID, AT, KEY, FIELDS };

#define HEADER "id\tat\tkey\tsum"

/* Its number, and that this is all of every third. */
static uint64_t
number_of(const struct record *entry, int64_t at)
{
	int64_t n;

	assert_true(view_int(record_get(entry, ID), &n));
	assert_int_equal(at, 0);
	return (uint64_t)n << 1 | (n % 3 == 0);
}

static uint32_t
key_of(uint32_t n)
{
	return n * 2654435761U % KEYS;
}

static void
make_log(struct str *out)
{
	str_add(out, HEADER "\n");
	for (uint32_t n = 1; n <= ENTRIES; n++)
		str_printf(out, "%u\t1970-01-01\tK%u%s\t\n", n, key_of(n),
			n % 7 ? "" : "-and-a-longer-one-than-the-others-have");
}

/* Count the entries that are found by a key; sum is that of their numbers. */
static size_t
look_up(const struct log_index *index, struct view key, uint64_t *sum)
{
	struct digest hash = log_index_hash(index, key);
	const struct log_place *place;
	size_t at = 0, n = 0;

	for (int step = 0; step < 3; step++)
		log_index_expect(index, hash, step);
	while ((place = log_index_next(index, hash, &at))) {
		struct view rest = log_index_line(index, place);
		struct view field[FIELDS];
		int64_t number;

		for (int i = 0; i < FIELDS; i++)
			assert_true(view_cut(&rest, '\t', &field[i]));
		assert_true(view_eq(field[KEY], key));
		assert_true(view_int(field[ID], &number));
		assert_int_equal(place->gist >> 1, number);
		*sum += (uint64_t)number;
		n++;
	}
	return n;
}

static void
look_all_up(const struct log_index *index)
{
	struct str key = {0};
	uint64_t sum = 0;
	size_t n = 0;

	for (uint32_t k = 0; k < KEYS; k++) {
		str_clear(&key);
		str_printf(&key, "K%u", k);
		n += look_up(index, str_view(&key), &sum);
		str_add(&key, "-and-a-longer-one-than-the-others-have");
		n += look_up(index, str_view(&key), &sum);
	}
	assert_int_equal(n, ENTRIES);
	assert_int_equal(sum, (uint64_t)ENTRIES * (ENTRIES + 1) / 2);
	assert_int_equal(look_up(index, VIEW("K"), &sum), 0);
	assert_int_equal(look_up(index, VIEW(""), &sum), 0);
	str_fini(&key);
}

static void
every_entry_is_found_by_any_number_of_threads(void **state)
{
	struct str text = {0};

	(void)state;
	make_log(&text);
	for (unsigned threads = 1; threads < 6; threads++) {
		const struct log_source source = {.name = "log",
			.bytes = str_view(&text),
			.header = VIEW(HEADER),
			.key = KEY,
			.time = AT,
			.threads = threads,
			.gist = number_of};
		struct log_index index;

		assert_int_equal(log_index_make(&index, &source), STATUS_DONE);
		assert_int_equal(index.n, ENTRIES);
		look_all_up(&index);
		log_index_fini(&index);
	}
	str_fini(&text);
}

static void
a_log_of_nothing_has_nothing(void **state)
{
	const struct log_source source = {
		.name = "log", .header = VIEW(HEADER), .key = KEY, .time = AT};
	struct log_index index;
	uint64_t sum = 0;

	(void)state;
	assert_int_equal(log_index_make(&index, &source), STATUS_DONE);
	assert_int_equal(look_up(&index, VIEW("K1"), &sum), 0);
	log_index_fini(&index);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_entry_is_found_by_any_number_of_threads),
		cmocka_unit_test(a_log_of_nothing_has_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
