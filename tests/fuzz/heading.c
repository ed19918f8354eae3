/* Headers in words of their own: what they ask for is a column there is. */
#include "fuzz.h"

#include "../../cmd/lead-import/columns.h"
#include "../../cmd/lead-import/headers.h"
#include "../../cmd/lead-import/headers_ask.h"
#include "../../cmd/lead-import/headers_frame.h"

#include "record/header.h"

static bool
read_frame(struct view in, struct str *out)
{
	return headers_frame(in, out) != FRAME_NONE;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct view in = {(const char *)data, size};
	struct view asked = headers_ask(in);
	struct str name = {0};

	assert(!asked.len || columns_route(asked) || columns_find(asked));
	fuzz_check(read_frame, in, false);
	headers_snake(in, &name);
	assert(header_is_name(str_view(&name)));
	str_fini(&name);
	return 0;
}
