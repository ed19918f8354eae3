/*
 * cases.h - a table of texts and what a normaliser makes of them.
 */
#ifndef UNIT_CASES_H
#define UNIT_CASES_H

#include "unit.h"

#include <stdio.h>

struct pair {
	const char *in, *out; /* NULL: it is refused, and out left alone */
};

/*
 * Each case is given to read() with something in front in out already; what
 * comes out is given to it again when again is true, and must stay.
 */
static inline void
cases_check(bool (*read)(struct view in, struct str *out),
	const struct pair *cases, size_t n, bool again)
{
	struct str out = {0}, twice = {0};

	for (size_t i = 0; i < n; i++) {
		bool good;

		str_clear(&out);
		str_add(&out, "<");
		good = read(view_of(cases[i].in), &out);
		if (good != (cases[i].out != NULL) ||
			!view_is(str_tail(&out, 1),
				cases[i].out ? cases[i].out : ""))
			fail_msg("'%s' gives %s '%s'", cases[i].in,
				good ? "" : "nothing but", str_text(&out) + 1);
		if (!good || !again)
			continue;
		str_clear(&twice);
		if (!read(str_tail(&out, 1), &twice) ||
			!view_eq(str_view(&twice), str_tail(&out, 1)))
			fail_msg("'%s' gives '%s' and then '%s'", cases[i].in,
				str_text(&out) + 1, str_text(&twice));
	}
	str_fini(&out);
	str_fini(&twice);
}

#define CASES(read, cases, again)                                              \
	cases_check(read, cases, sizeof(cases) / sizeof(*(cases)), again)

#endif
