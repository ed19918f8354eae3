/* Times as people write them, and rules of time zones: any bytes. */
#include "lead/when.h"
#include "base/day.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct view text = {(const char *)bytes, len};
	struct when_base base = {INT64_C(1795425300), NULL, false};
	struct zone zone = {0};
	struct zone_time shown;
	struct str out = {0};
	struct when when;

	zone.has_rule = zone_rule_read(text, &zone.rule);
	zone_split(&zone, base.now, &shown);
	base.zone = &zone;
	for (int back = 0; back < 2; back++) {
		int64_t moment;

		base.back = back;
		if (!when_read(text, &base, &when))
			continue;
		str_clear(&out);
		when_echo(&when, &zone, &out);
		str_clear(&out);
		when_write(&when, &out);
		/* What is understood is written so that it can be read. */
		if (!moment_read(str_view(&out), &moment))
			abort();
	}
	str_fini(&out);
	return 0;
}
