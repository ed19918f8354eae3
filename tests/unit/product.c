/* The catalogue: what is read of it, what is left out, what is found. */
#include "unit.h"

#include "lead/product.h"

#include <unistd.h>

#define HEAD "product\trow\tname\ttext\tvalue\tfor\trequires\n"

static void
load(struct catalogue *catalogue, const char *text)
{
	struct sheet sheet;

	*catalogue = (struct catalogue){0};
	sheet_read(&sheet, "catalogue.tsv", view_of(text));
	catalogue_read(catalogue, &sheet, 0);
	sheet_fini(&sheet);
}

static void
a_product_is_found_by_key_then_by_name(void **state)
{
	struct catalogue all;

	(void)state;
	load(&all,
		HEAD "lite\tproduct\tplanner\n"
		     "planner\tproduct\tSmall Works\n"
		     "Gwaith\tproduct\tCynllunydd\n");
	assert_int_equal(all.n, 3);
	assert_int_equal(all.wrong, 0);
	/* The key wins over the name that another one has. */
	assert_view(catalogue_find(&all, VIEW("planner"))->key, "planner");
	assert_view(catalogue_find(&all, VIEW("PLANNER"))->key, "lite");
	assert_view(catalogue_find(&all, VIEW("GWAITH"))->key, "Gwaith");
	assert_view(catalogue_find(&all, VIEW("small works"))->key, "planner");
	assert_null(catalogue_find(&all, VIEW("works")));
	assert_null(catalogue_find(&all, VIEW("")));
	catalogue_fini(&all);
}

static void
rows_that_make_no_sense_are_left_out(void **state)
{
	static const char *const bad[] = {
		"p\tbauble\tName\n",
		"\tproduct\tName\n",
		"p\tproduct\tName\t\t\t\tEmployees over 5\n",
		"p\tproduct\tName\t\t\t\temployees bigger 5\n",
		"p\tproduct\tName\t\t\t\temployees over many\n",
		("p\tproduct\tName\t\t\t\t"
		 "a;b;c;d;e;f;g;h;i;j;k;l;m;n;o;q;r\n"),
		"p\tup\tok\n",
	};
	int said = dup(STDERR_FILENO);
	struct catalogue all;
	struct str text = {0};

	(void)state;
	(void)close(STDERR_FILENO); /* each is a message */
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		str_clear(&text);
		str_printf(&text, HEAD "ok\tproduct\tFine\n%s", bad[i]);
		load(&all, str_text(&text));
		(void)dup2(said, STDERR_FILENO);
		assert_int_equal(all.wrong, 1);
		assert_int_equal(all.n, 1);
		assert_view(all.products[0].key, "ok");
		catalogue_fini(&all);
	}
	load(&all, HEAD "a\tproduct\tA\na\tcross\tnowhere\n");
	assert_int_equal(all.wrong, 1);
	catalogue_fini(&all);
	(void)close(said);
	str_fini(&text);
}

static void
conditions_are_tests_of_a_column(void **state)
{
	struct catalogue all;
	const struct product_fact *fact;

	(void)state;
	load(&all,
		HEAD "p\tproduct\tName\t\t\t\temployees 10..500;; "
		     "country in GB|IE ; budget;\n"
		     "q\tproduct\tOther\t\t\t\t"
		     "a;b;c;d;e;f;g;h;i;j;k;l;m;n;o;q\n");
	assert_int_equal(all.wrong, 0);
	fact = all.products[0].itself;
	assert_int_equal(fact->needs_n, 3);
	assert_int_equal(fact->needs[0].test.kind, TEST_BETWEEN);
	assert_view(fact->needs[0].column, "employees");
	assert_int_equal(fact->needs[1].test.kind, TEST_IN);
	assert_view(fact->needs[1].text, "country in GB|IE");
	assert_int_equal(fact->needs[2].test.kind, TEST_SET);
	assert_int_equal(all.products[1].itself->needs_n, 16);
	catalogue_fini(&all);
}

static void
an_empty_catalogue_is_one(void **state)
{
	struct catalogue all;

	(void)state;
	load(&all, HEAD);
	assert_int_equal(all.n, 0);
	assert_int_equal(all.wrong, 0);
	assert_null(catalogue_find(&all, VIEW("p")));
	catalogue_fini(&all);
}

static void
a_fact_is_for_those_whose_words_it_names(void **state)
{
	struct catalogue all;
	const struct product_fact *fact;
	size_t at = 0;

	(void)state;
	load(&all,
		HEAD "p\tproduct\tName\n"
		     "p\tbenefit\tB\t\t\t | Fuel costs ||joinery\n"
		     "p\tfeature\tF\t\t\t|\n");
	fact = catalogue_next(&all, &all.products[0], PRODUCT_BENEFIT, &at);
	assert_int_equal(fact->fors_n, 2);
	assert_true(product_is_for(fact, VIEW("less fuel-costs, please")));
	assert_true(product_is_for(fact, VIEW("JOINERY")));
	assert_false(product_is_for(fact, VIEW("fuel and costs")));
	assert_false(product_is_for(fact, VIEW("joineryman")));
	assert_false(product_is_for(fact, VIEW("")));
	assert_null(
		catalogue_next(&all, &all.products[0], PRODUCT_BENEFIT, &at));
	at = 0;
	fact = catalogue_next(&all, &all.products[0], PRODUCT_FEATURE, &at);
	assert_true(product_is_for(fact, VIEW(""))); /* for all */
	catalogue_fini(&all);
}

static void
only_whole_words_are_mentions(void **state)
{
	(void)state;
	assert_true(product_mentions(VIEW("Siân's café, Bala"), VIEW("CAFE")));
	assert_false(product_mentions(VIEW("cafeteria"), VIEW("cafe")));
	assert_false(product_mentions(VIEW("anything"), VIEW("")));
	assert_false(product_mentions(VIEW("anything"), VIEW(" - ")));
	assert_false(product_mentions(VIEW(""), VIEW("a")));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_product_is_found_by_key_then_by_name),
		cmocka_unit_test(rows_that_make_no_sense_are_left_out),
		cmocka_unit_test(conditions_are_tests_of_a_column),
		cmocka_unit_test(an_empty_catalogue_is_one),
		cmocka_unit_test(a_fact_is_for_those_whose_words_it_names),
		cmocka_unit_test(only_whole_words_are_mentions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
