#include "link_id.h"

#include "base/base32.h"

#define ID_DIGITS 16 /* of a lead_id, behind its letter */

void
link_id_write(struct digest digest, struct str *out)
{
	uint64_t low = (digest.high & 15) << 16 | digest.low >> 48;
	char *to;

	str_byte(out, 'L');
	str_reserve(out, ID_DIGITS);
	to = out->data + out->len;
	/* The upper 60 of 80 bits, then the lower 20. */
	base32_put(digest.high >> 4, 12, to);
	base32_put(low, 4, to + 12);
	out->len += ID_DIGITS;
}

void
link_partition(const struct link_key *keys, unsigned n, struct str *out)
{
	static const int rank[LINK_KINDS] = {
		[LINK_EMAIL] = 7,
		[LINK_MOBILE] = 6,
		[LINK_PHONE] = 5,
		[LINK_NAME] = 4,
		[LINK_ROLE] = 3,
		[LINK_PROFILE] = 2,
		[LINK_SOURCE_ID] = 1,
	};
	size_t start = out->len;
	unsigned best = 0;

	if (!n)
		return;
	for (unsigned i = 1; i < n; i++)
		if (rank[keys[i].kind] > rank[keys[best].kind])
			best = i;
	link_id_write(keys[best].digest, out);
	out->data[start] = 'K';
}

bool
link_lead_id(const struct link_columns *at, const struct view *fields,
	struct str *out, struct link_scratch *scratch)
{
	struct link_key keys[LINK_KEYS];

	if (!link_keys(at, fields, keys, scratch))
		return false;
	link_id_of(at, fields, keys[0], out, scratch);
	return true;
}

void
link_id_of(const struct link_columns *at, const struct view *fields,
	struct link_key first, struct str *out, struct link_scratch *scratch)
{
	if (first.kind == LINK_MOBILE)
		first = link_named_number(at, fields, scratch);
	link_id_write(first.digest, out);
}
