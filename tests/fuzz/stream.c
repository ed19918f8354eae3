/*
 * What a stream's page holds is always in the written form: reading it again
 * changes nothing, its UTF-8 is valid, and its records end where they should.
 */
#include "base/utf8.h"
#include "record/field.h"
#include "record/page.h"

#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str bytes = {0};
	struct str scratch = {0};
	struct page page = {0};
	struct page again = {0};

	if (!size)
		return 0;
	str_bytes(&bytes, (const char *)data + 1, size - 1);
	str_byte(&bytes, '\n');
	page_read(&page, str_view(&bytes), data[0] & 1);
	page_read(&again, page.bytes, false);
	assert(!again.fault && view_eq(page.bytes, again.bytes));
	assert(utf8_valid(page.bytes) == page.bytes.len);
	for (size_t i = 0; i < page.scan.ends_n; i++) {
		uint32_t start = page.scan.ends[(int64_t)i - 1] + 1;
		struct view field = {
			page.bytes.at + start, page.scan.ends[i] - start};
		struct str written = {0};

		str_clear(&scratch);
		field_write(field_plain(field, &scratch), &written);
		assert(view_eq(field, str_view(&written)));
		str_fini(&written);
	}
	page_fini(&page);
	page_fini(&again);
	str_fini(&bytes);
	str_fini(&scratch);
	return 0;
}
