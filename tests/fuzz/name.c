/* Names of people and companies: keys are steady, parts lie in the text. */
#include "fuzz.h"

#include "lead/company.h"
#include "lead/fold.h"
#include "lead/name.h"
#include "lead/subscriber.h"

static bool
read_key(struct view in, struct str *out)
{
	fold_key(in, out);
	return true;
}

static bool
read_blanks(struct view in, struct str *out)
{
	fold_blanks(in, out);
	return true;
}

static bool
read_name(struct view in, struct str *out)
{
	name_normalise(in, out);
	return true;
}

static bool
read_company(struct view in, struct str *out)
{
	company_key(in, out);
	return true;
}

static void
check_within(struct view part, struct view whole)
{
	assert(!part.len ||
		(part.at >= whole.at &&
			part.at + part.len <= whole.at + whole.len));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct view in = {(const char *)data, size};
	struct str out = {0};
	struct name n;

	fuzz_check(read_key, in, true);
	/* what is dropped may stand between bytes that are UTF-8 together */
	fuzz_check(read_blanks, in, utf8_valid(in) == in.len);
	fuzz_check(read_name, in, utf8_valid(in) == in.len);
	fuzz_check(read_company, in, false);
	name_split(in, &n);
	check_within(n.salutation, in);
	check_within(n.first, in);
	check_within(n.middle, in);
	check_within(n.particle, in);
	check_within(n.last, in);
	check_within(n.suffix, in);
	check_within(company_base(in), in);
	name_join(&n, &out);
	(void)name_is_person(in);
	(void)subscriber_of(in, in, in, in);
	str_fini(&out);
	return 0;
}
