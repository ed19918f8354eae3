/* Telephone numbers: what is ok is E.164, and known again by its look. */
#include "fuzz.h"

#include "lead/phone.h"

static const char *const countries[] = {
	"GB", "", "US", "DE", "IT", "AR", "BR", "RU", "GG", "AU", "MX", "ZZ"};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct view country, in;
	struct str out = {0};
	struct phone facts, seen;

	if (!size)
		return 0;
	country = view_of(
		countries[data[0] % (sizeof(countries) / sizeof(*countries))]);
	in = (struct view){(const char *)data + 1, size - 1};
	if (phone_normalise(in, country, &out, &facts) == PHONE_OK) {
		assert(out.len > 5 && out.len <= 18 && out.data[0] == '+');
		phone_look(str_view(&out), &seen);
		assert(seen.status == PHONE_OK && seen.type == facts.type);
		assert(view_is(view_of(seen.country), facts.country));
	} else {
		assert(!out.len);
	}
	assert(facts.extension.len <= 7);
	str_fini(&out);
	return 0;
}
