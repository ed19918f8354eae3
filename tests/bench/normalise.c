/*
 * normalise KIND [TIMES]: read values from stdin, one a line, and print what
 * the normaliser makes of each, an empty line for nothing.  With TIMES do it
 * so often and print nanoseconds a value instead.
 *
 * A line for phone and postcode is COUNTRY TAB VALUE.
 */
#include "base/die.h"
#include "base/file.h"
#include "lead/company.h"
#include "lead/country.h"
#include "lead/date.h"
#include "lead/domain.h"
#include "lead/email.h"
#include "lead/flag.h"
#include "lead/fold.h"
#include "lead/money.h"
#include "lead/name.h"
#include "lead/number.h"
#include "lead/phone.h"
#include "lead/postcode.h"
#include "lead/subscriber.h"

#include <stdio.h>
#include <time.h>

struct kind {
	const char *name;
	void (*run)(struct view in, struct str *out);
};

static void
run_email(struct view in, struct str *out)
{
	(void)email_normalise(in, out);
}

static void
run_phone(struct view in, struct str *out)
{
	struct view country;
	struct phone facts;

	if (view_cut(&in, '\t', &country))
		(void)phone_normalise(in, country, out, &facts);
}

static void
run_phone_type(struct view in, struct str *out)
{
	struct phone facts;

	phone_look(in, &facts);
	str_put(out, phone_type_name(facts.type));
}

static void
run_company_key(struct view in, struct str *out)
{
	company_key(in, out);
}

static void
run_company_base(struct view in, struct str *out)
{
	str_put(out, company_base(in));
}

static void
run_country(struct view in, struct str *out)
{
	(void)country_normalise(in, out);
}

static void
run_date(struct view in, struct str *out)
{
	(void)date_normalise(in, DATE_DAY_FIRST, out);
}

static void
run_domain(struct view in, struct str *out)
{
	static struct domain_memo memo;

	(void)domain_normalise(in, &memo, out);
}

static void
run_website(struct view in, struct str *out)
{
	(void)website_normalise(in, out);
}

static void
run_flag(struct view in, struct str *out)
{
	flag_write(flag_read(in), out);
}

static void
run_fold(struct view in, struct str *out)
{
	fold_key(in, out);
}

static void
run_money(struct view in, struct str *out)
{
	struct money m;

	if (money_read(in, NUMBER_GUESS, &m))
		money_write(m, out);
}

static void
run_name(struct view in, struct str *out)
{
	name_normalise(in, out);
}

static void
run_name_parts(struct view in, struct str *out)
{
	struct name n;

	name_split(in, &n);
	str_printf(out, "%.*s|%.*s|%.*s|%.*s|%.*s|%.*s",
		VIEW_ARGS(n.salutation), VIEW_ARGS(n.first),
		VIEW_ARGS(n.middle), VIEW_ARGS(n.particle), VIEW_ARGS(n.last),
		VIEW_ARGS(n.suffix));
}

static void
run_number(struct view in, struct str *out)
{
	(void)number_normalise(in, NUMBER_GUESS, out);
}

static void
run_postcode(struct view in, struct str *out)
{
	struct view country;

	if (view_cut(&in, '\t', &country))
		(void)postcode_normalise(in, country, out);
}

static void
run_subscriber(struct view in, struct str *out)
{
	str_put(out,
		subscriber_name(subscriber_of(in, (struct view){0},
			(struct view){0}, (struct view){0})));
}

static const struct kind kinds[] = {
	{"company-key", run_company_key},
	{"company-base", run_company_base},
	{"country", run_country},
	{"date", run_date},
	{"domain", run_domain},
	{"website", run_website},
	{"flag", run_flag},
	{"fold", run_fold},
	{"money", run_money},
	{"name", run_name},
	{"name-parts", run_name_parts},
	{"number", run_number},
	{"postcode", run_postcode},
	{"subscriber", run_subscriber},
	{"email", run_email},
	{"phone", run_phone},
	{"phone-type", run_phone_type},
};

static int64_t
clock_now(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

/* Put what the kind makes of each line at the end of out; how many lines. */
static size_t
run_lines(const struct kind *kind, struct view rest, struct str *out)
{
	struct view line;
	size_t n = 0;

	while (rest.len && view_cut(&rest, '\n', &line)) {
		kind->run(line, out);
		str_byte(out, '\n');
		n++;
	}
	return n;
}

int
main(int argc, char **argv)
{
	struct str in = {0}, out = {0};
	const struct kind *kind = NULL;
	int64_t times = 0, start;
	size_t n = 0;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (argc > 1 && view_is(view_of(argv[1]), kinds[i].name))
			kind = &kinds[i];
	if (!kind || (argc > 2 && !view_int(view_of(argv[2]), &times)))
		die("usage: normalise KIND [TIMES]");
	if (!file_load("/dev/stdin", &in))
		die_errno("stdin");
	start = clock_now();
	for (int64_t i = 0; i < (times ? times : 1); i++) {
		str_clear(&out);
		n += run_lines(kind, str_view(&in), &out);
	}
	if (times)
		(void)printf("%-12s %8.1f ns a value\n", kind->name,
			(double)(clock_now() - start) / (double)n);
	else if (!file_write_all(1, out.data, out.len))
		die_errno("stdout");
	str_fini(&in);
	str_fini(&out);
	return STATUS_DONE;
}
