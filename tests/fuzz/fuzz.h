/*
 * fuzz.h - what each fuzz target of a normaliser asks of it.
 */
#ifndef FUZZ_H
#define FUZZ_H

#include "base/utf8.h"

#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/*
 * What read() refuses leaves out alone; valid UTF-8 stays valid; when steady,
 * what it has written it reads again as the same.
 */
static inline void
fuzz_check(bool (*read)(struct view in, struct str *out), struct view in,
	bool steady)
{
	struct str out = {0}, again = {0};
	bool valid = utf8_valid(in) == in.len;

	str_add(&out, "kept");
	if (!read(in, &out)) {
		assert(view_is(str_view(&out), "kept"));
	} else {
		struct view made = str_tail(&out, 4);

		assert(view_starts(str_view(&out), VIEW("kept")));
		assert(!valid || utf8_valid(made) == made.len);
		if (steady) {
			assert(read(made, &again));
			assert(view_eq(str_view(&again), made));
		}
	}
	str_fini(&out);
	str_fini(&again);
}

#endif
