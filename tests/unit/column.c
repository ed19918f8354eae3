/* The names of columns: one list for all, and the slips it forgives. */
#include "unit.h"

#include "../cmd/lead-import/columns.h"
#include "base/slip.h"
#include "lead/column.h"

static void
columns_of_import_are_known(void **state)
{
	(void)state;
	for (const struct column *c = columns; c->name; c++)
		assert_true(column_is_ours(view_of(c->name)));
	assert_true(column_is_ours(VIEW("gate_call")));
	assert_false(column_is_ours(VIEW("x_colour")));
}

static void
slips_are_told_from_other_words(void **state)
{
	(void)state;
	assert_string_equal(column_like(VIEW("employes")), "employees");
	assert_string_equal(column_like(VIEW("bugdet")), "budget");
	assert_string_equal(column_like(VIEW("joob_tite")), "job_title");
	assert_null(column_like(VIEW("zip")));
	assert_null(column_like(VIEW("completely_different")));
	assert_null(column_like(VIEW("a_name_that_is_longer_than_any_column")));
}

static void
slips_are_counted(void **state)
{
	(void)state;
	assert_int_equal(slip_count(VIEW("fit"), VIEW("fit")), 0);
	assert_int_equal(slip_count(VIEW("fit"), VIEW("")), 3);
	assert_int_equal(slip_count(VIEW("kitten"), VIEW("sitting")), 3);
	assert_int_equal(slip_count(VIEW("abiltiy"), VIEW("ability")), 1);
	assert_int_equal(slip_count(VIEW("ab"), VIEW("ba")), 1);
	assert_int_equal(slip_count(VIEW("abc"), VIEW("ca")), 3);
	assert_int_equal(slip_count(VIEW("abc"),
				 VIEW("abc_and_more_than_any_column_has")),
		32);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_of_import_are_known),
		cmocka_unit_test(slips_are_counted),
		cmocka_unit_test(slips_are_told_from_other_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
