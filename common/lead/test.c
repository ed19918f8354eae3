#include "lead/test.h"

#include "base/day.h"
#include "base/lang.h"

#include <stdlib.h>

#define MONTH INT64_C(2629746) /* a twelfth of 365.2425 days, in seconds */

struct name {
	const char *name;
	enum test_kind kind;
	bool plain; /* has no value */
};

static const struct name names[] = {
	{"is", TEST_IS, false},
	{"in", TEST_IN, false},
	{"contains", TEST_CONTAINS, false},
	{"starts", TEST_STARTS, false},
	{"ends", TEST_ENDS, false},
	{"matches", TEST_MATCHES, false},
	{"over", TEST_OVER, false},
	{"under", TEST_UNDER, false},
	{"at-least", TEST_AT_LEAST, false},
	{"at-most", TEST_AT_MOST, false},
	{"between", TEST_BETWEEN, false},
	{"set", TEST_SET, true},
	{"unset", TEST_UNSET, true},
	{"within", TEST_WITHIN, false},
	{"older", TEST_OLDER, false},
};

const char test_names[] =
	"is in contains starts ends matches over under at-least at-most "
	"between set unset within older";

struct unit {
	const char *name;
	int64_t seconds;
};

static const struct unit units[] = {
	{"h", 3600},
	{"d", 86400},
	{"w", 7 * 86400},
	{"mo", MONTH},
	{"y", 12 * MONTH},
};

bool
test_seconds(struct view text, int64_t *out)
{
	struct view rest = view_trim(text), part;
	int64_t sum = 0;

	while (view_cut(&rest, ' ', &part)) {
		size_t i = 0, u = 0;
		int64_t n;

		while (i < part.len && part.at[i] >= '0' && part.at[i] <= '9')
			i++;
		while (u < sizeof(units) / sizeof(*units) &&
			!view_is(view_from(part, i), units[u].name))
			u++;
		if (u == sizeof(units) / sizeof(*units) ||
			!view_int(view_upto(part, i), &n) ||
			__builtin_mul_overflow(n, units[u].seconds, &n) ||
			__builtin_add_overflow(sum, n, &sum))
			return false;
	}
	*out = sum;
	return true;
}

static struct view
keep(struct view v, struct arena *arena)
{
	return (struct view){arena_text(arena, v.at, v.len), v.len};
}

static int
by_bytes(const void *a, const void *b)
{
	const struct view *left = a, *right = b;

	return view_order(*left, *right);
}

static const char *
read_list(struct test *test, struct arena *arena)
{
	struct view rest = test->text, part;
	size_t n = view_count_byte(test->text, '|') + 1;

	test->list = arena_new(arena, n * sizeof(*test->list));
	while (view_cut(&rest, '|', &part))
		if (view_trim(part).len)
			test->list[test->n++] = view_trim(part);
	qsort(test->list, test->n, sizeof(*test->list), by_bytes);
	return NULL;
}

/* Read a number or a moment; which of them it is must not change. */
static const char *
read_limit(struct test *test, struct view text, int64_t *out)
{
	char currency[4];
	int64_t n;

	if (test_sum(text, &n, currency) && llabs(n) < TEST_NUMBER_MOST) {
		test->moments = false;
		if (!test_comparable(currency, test->currency))
			return _("the ends are in different currencies");
		if (currency[0])
			memcpy(test->currency, currency, sizeof(currency));
	} else if (moment_read(text, &n)) {
		test->moments = true;
	} else {
		return _("the value is neither a number nor a date");
	}
	*out = n;
	return NULL;
}

static const char *
read_one_limit(struct test *test)
{
	int64_t n = 0;
	const char *wrong = read_limit(test, test->text, &n);

	switch (test->kind) {
	case TEST_OVER:
		test->low = n + 1;
		break;
	case TEST_AT_LEAST:
		test->low = n;
		break;
	case TEST_UNDER:
		test->high = n - 1;
		break;
	default:
		test->high = n;
		break;
	}
	return wrong;
}

static const char *
read_band(struct test *test)
{
	size_t dots = view_find(test->text, VIEW(".."));
	struct view low = view_upto(test->text, dots);
	struct view high = view_from(test->text, dots + 2);
	const char *wrong = NULL;
	bool moments;

	if (dots == test->text.len)
		return _("the value is not of the form lo..hi");
	if (low.len)
		wrong = read_limit(test, low, &test->low);
	moments = test->moments;
	if (!wrong && high.len) {
		wrong = read_limit(test, high, &test->high);
		test->high--; /* hi itself is not in the band */
		if (!wrong && low.len && moments != test->moments)
			return _("one end is a number, the other a date");
	}
	return wrong;
}

static const char *
read_age(struct test *test, int64_t now)
{
	int64_t span;

	if (!test_seconds(test->text, &span) || span > INT64_MAX / 4)
		return _("the value is no length of time such as 14d 6h 3w "
			 "2mo");
	test->moments = true;
	if (test->kind == TEST_WITHIN) {
		test->low = now - span;
		test->high = now + span;
	} else {
		test->high = now - span - 1;
	}
	return NULL;
}

static const char *
read_value(struct test *test, struct arena *arena, int64_t now)
{
	const char *why = NULL;

	switch (test->kind) {
	case TEST_IN:
		return read_list(test, arena);
	case TEST_MATCHES:
		test->pattern = pattern_read(test->text, arena, &why);
		return why;
	case TEST_OVER:
	case TEST_UNDER:
	case TEST_AT_LEAST:
	case TEST_AT_MOST:
		return read_one_limit(test);
	case TEST_BETWEEN:
		return read_band(test);
	case TEST_WITHIN:
	case TEST_OLDER:
		return read_age(test, now);
	default:
		return NULL;
	}
}

/* The row of a test's name, with not- before it or without; or NULL. */
static const struct name *
find_name(struct view name)
{
	struct view bare =
		view_starts(name, VIEW("not-")) ? view_from(name, 4) : name;

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (view_is(bare, names[i].name))
			return &names[i];
	return NULL;
}

bool
test_is_name(struct view name)
{
	return find_name(name) != NULL;
}

const char *
test_read(struct test *test, struct view name, struct view value,
	struct arena *arena, int64_t now)
{
	const struct name *found = find_name(name);

	if (!found)
		return _("no such test");
	if (found->plain && value.len)
		return _("this test takes no value");
	if (!found->plain && !value.len)
		return _("this test needs a value");
	*test = (struct test){
		.kind = found->kind,
		.negated = view_starts(name, VIEW("not-")),
		.low = INT64_MIN,
		.high = INT64_MAX,
		.text = keep(value, arena),
	};
	return read_value(test, arena, now);
}

static bool
in_list(const struct test *test, struct view v)
{
	size_t low = 0, high = test->n;

	while (low < high) {
		size_t middle = (low + high) / 2;
		int order = view_order(test->list[middle], v);

		if (!order)
			return true;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

static bool
in_limits(const struct test *test, struct test_field *field)
{
	int64_t n;

	if (test->moments) {
		if (!field->tried_moment)
			field->is_moment =
				moment_read(field->plain, &field->moment);
		field->tried_moment = true;
		n = field->moment;
		return field->is_moment && n >= test->low && n <= test->high;
	}
	if (!field->tried_number)
		field->is_number =
			test_sum(field->plain, &field->number, field->currency);
	field->tried_number = true;
	n = field->number;
	return field->is_number && n >= test->low && n <= test->high &&
		test_comparable(test->currency, field->currency);
}

static bool
holds(const struct test *test, struct test_field *field)
{
	struct view v = field->plain;

	switch (test->kind) {
	case TEST_IS:
		return view_eq(v, test->text);
	case TEST_IN:
		return in_list(test, v);
	case TEST_CONTAINS:
		return view_find(v, test->text) < v.len;
	case TEST_STARTS:
		return view_starts(v, test->text);
	case TEST_ENDS:
		return view_ends(v, test->text);
	case TEST_MATCHES:
		return v.len && pattern_in(test->pattern, v);
	case TEST_SET:
		return v.len > 0;
	case TEST_UNSET:
		return !v.len;
	default:
		return v.len && in_limits(test, field);
	}
}

bool
test_holds(const struct test *test, struct test_field *field)
{
	return holds(test, field) != test->negated;
}

bool
test_is_number(const struct test *test)
{
	return test->kind >= TEST_OVER && test->kind <= TEST_BETWEEN &&
		!test->negated && !test->moments && !test->currency[0];
}
