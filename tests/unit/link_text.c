/* Linking: how far two texts are alike, and the sorting of many numbers. */
#include "unit.h"

#include "../../cmd/lead-import/link/link_nick.h"
#include "../../cmd/lead-import/link/link_sort.h"
#include "../../cmd/lead-import/link/link_text.h"

#include "base/mem.h"

static void
jaro_winkler_is_as_published(void **state)
{
	(void)state;
	/* Winkler 1990, table 2.1, to three places. */
	assert_int_equal(link_jaro(VIEW("martha"), VIEW("marhta")), 961);
	assert_int_equal(link_jaro(VIEW("dwayne"), VIEW("duane")), 840);
	assert_int_equal(link_jaro(VIEW("dixon"), VIEW("dicksonx")), 813);
	assert_int_equal(link_jaro(VIEW("abc"), VIEW("xyz")), 0);
	assert_int_equal(link_jaro(VIEW("abc"), VIEW("abc")), 1000);
	assert_int_equal(link_jaro(VIEW("a"), VIEW("")), 0);
}

static void
short_names_are_known(void **state)
{
	(void)state;
	assert_true(link_same_nick(VIEW("bob"), VIEW("robert")));
	assert_true(link_same_nick(VIEW("dafydd"), VIEW("dave")));
	assert_false(link_same_nick(VIEW("bob"), VIEW("bill")));
	assert_false(link_same_nick(VIEW(""), VIEW("robert")));
}

static void
edits_are_counted_up_to_a_limit(void **state)
{
	(void)state;
	assert_int_equal(link_edits(VIEW("19800306"), VIEW("19800306"), 1), 0);
	assert_int_equal(link_edits(VIEW("19800306"), VIEW("19803006"), 1), 1);
	assert_int_equal(link_edits(VIEW("abcd"), VIEW("abxcd"), 2), 1);
	assert_int_equal(link_edits(VIEW("abcd"), VIEW("xbcy"), 2), 2);
	assert_int_equal(link_edits(VIEW("abcd"), VIEW("xyzd"), 2), 3);
	assert_int_equal(link_edits(VIEW(""), VIEW("abc"), 2), 3);
}

static void
large_arrays_are_sorted_like_small_ones(void **state)
{
	size_t n = 20000;
	uint64_t *words = mem_new(n, sizeof(*words));
	struct link_keyed *items = mem_new(n, sizeof(*items));
	uint64_t seed = 1;

	(void)state;
	for (size_t i = 0; i < n; i++) {
		seed = seed * UINT64_C(6364136223846793005) + 1;
		words[i] = i % 3 ? seed : i;
		items[i] = (struct link_keyed){seed >> 50, (uint32_t)i};
	}
	link_sort_words(words, n);
	link_sort_keyed(items, n);
	for (size_t i = 1; i < n; i++) {
		assert_true(words[i - 1] <= words[i]);
		assert_true(items[i - 1].key < items[i].key ||
			(items[i - 1].key == items[i].key &&
				items[i - 1].lead < items[i].lead));
	}
	mem_free(words);
	mem_free(items);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(jaro_winkler_is_as_published),
		cmocka_unit_test(short_names_are_known),
		cmocka_unit_test(edits_are_counted_up_to_a_limit),
		cmocka_unit_test(large_arrays_are_sorted_like_small_ones),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
