/* Countries, postcodes, numbers, money, dates, flags. */
#include "fuzz.h"

#include "lead/country.h"
#include "lead/date.h"
#include "lead/flag.h"
#include "lead/money.h"
#include "lead/number.h"
#include "lead/postcode.h"

static bool
read_number(struct view in, struct str *out)
{
	return number_normalise(in, NUMBER_GUESS, out);
}

static bool
read_money(struct view in, struct str *out)
{
	struct money m;

	if (!money_read(in, NUMBER_GUESS, &m))
		return false;
	money_write(m, out);
	return true;
}

static bool
read_date(struct view in, struct str *out)
{
	return date_normalise(in, DATE_DAY_FIRST, out);
}

static bool
read_british(struct view in, struct str *out)
{
	return postcode_normalise(in, VIEW("GB"), out);
}

static bool
read_anywhere(struct view in, struct str *out)
{
	return postcode_normalise(in, (struct view){0}, out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct view in = {(const char *)data, size};
	struct number_column numbers = {0};
	struct date_column dates = {0};
	struct str why = {0};
	enum flag flag;

	fuzz_check(read_number, in, true);
	fuzz_check(read_money, in, true);
	fuzz_check(read_date, in, true);
	fuzz_check(read_british, in, true);
	fuzz_check(read_anywhere, in, true);
	fuzz_check(country_normalise, in, true);
	number_observe(&numbers, in);
	(void)number_decide(&numbers, NUMBER_HINTS);
	date_observe(&dates, in);
	(void)date_decide(&dates, DATE_DAY_FIRST, &why);
	assert(dates.day_first + dates.month_first + dates.either +
			dates.other + dates.bad + dates.serial ==
		1);
	flag = flag_opt_out(in, false);
	assert((flag == FLAG_BAD) == (flag_read(in) == FLAG_BAD));
	/* "Yes, after five" is more of an answer where a yes permits. */
	if (flag == FLAG_ABSENT)
		assert(flag_opt_out(in, true) != FLAG_NO);
	str_fini(&why);
	return 0;
}
