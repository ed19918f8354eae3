#include "row_value.h"

/* What vendors say of an address, as we say it. */
static const struct {
	const char *said;
	bool good;
} statuses[] = {
	{"bad", false},
	{"bounced", false},
	{"deliverable", true},
	{"good", true},
	{"hard bounce", false},
	{"hard bounced", false},
	{"invalid", false},
	{"ok", true},
	{"unavailable", false},
	{"undeliverable", false},
	{"valid", true},
	{"verified", true},
};

struct view
row_status(struct view said, bool reachable)
{
	if (!reachable)
		return VIEW("invalid");
	if (!said.len)
		return VIEW("ok");
	for (size_t i = 0; i < sizeof(statuses) / sizeof(*statuses); i++)
		if (view_same(said, view_of(statuses[i].said)))
			return statuses[i].good ? VIEW("ok") : VIEW("invalid");
	return said;
}
