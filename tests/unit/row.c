/* What is done to a field: every kind of column has a way to be put. */
#include "unit.h"

#include "../../cmd/lead-import/row_value.h"

static void
every_kind_is_put(void **state)
{
	(void)state;
	for (int kind = 0; kind <= KIND_DROP; kind++)
		if (!row_putters[kind])
			fail_msg("nothing puts kind %d", kind);
}

static void
columns_and_routes_have_kinds(void **state)
{
	(void)state;
	for (const struct column *c = columns; c->name; c++) {
		const struct route *route = columns_route(view_of(c->name));

		assert_true(c->kind < KIND_DROP);
		assert_true(columns_find(view_of(c->name)) == c);
		assert_null(route); /* it is a column of ours already */
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_kind_is_put),
		cmocka_unit_test(columns_and_routes_have_kinds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
