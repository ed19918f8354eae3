#include "lead/suppress_key.h"

#include "lead/company.h"
#include "lead/domain.h"
#include "lead/email.h"
#include "lead/phone.h"

#include <inttypes.h>

/* In the order of enum suppress_key. */
static const char *const names[] = {
	"email", "phone", "domain", "company", "lead_id", "hash"};

int
suppress_key_read(struct view name)
{
	for (int i = 0; i < (int)(sizeof(names) / sizeof(*names)); i++)
		if (view_is(name, names[i]))
			return i;
	return -1;
}

struct view
suppress_key_name(enum suppress_key type)
{
	return view_of(names[type]);
}

struct digest
suppress_key_digest(enum suppress_key type, struct view key)
{
	char bytes[512];
	struct view name = suppress_key_name(type);
	struct digest first;

	/* a longer key is brought down to its own digest */
	if (name.len + 1 + key.len > sizeof(bytes)) {
		first = hash_digest(key);
		key = (struct view){(const char *)&first, sizeof(first)};
	}
	memcpy(bytes, name.at, name.len);
	bytes[name.len] = ':';
	if (key.len)
		memcpy(bytes + name.len + 1, key.at, key.len);
	return hash_digest((struct view){bytes, name.len + 1 + key.len});
}

void
suppress_digest(enum suppress_key type, struct view key, struct str *out)
{
	struct digest d = suppress_key_digest(type, key);

	str_printf(out, "#%016" PRIx64 "%016" PRIx64, d.high, d.low);
}

static bool
hex_read(struct view v, uint64_t *out)
{
	uint64_t n = 0;

	for (size_t i = 0; i < v.len; i++) {
		char c = v.at[i];
		int digit = c >= '0' && c <= '9' ? c - '0'
			: c >= 'a' && c <= 'f'	 ? c - 'a' + 10
						 : -1;

		if (digit < 0)
			return false;
		n = n << 4 | (uint64_t)digit;
	}
	*out = n;
	return true;
}

bool
suppress_digest_read(struct view v, struct digest *out)
{
	return v.len == 33 && v.at[0] == '#' &&
		hex_read((struct view){v.at + 1, 16}, &out->high) &&
		hex_read((struct view){v.at + 17, 16}, &out->low);
}

bool
suppress_normalise(enum suppress_key type, struct view key, struct view country,
	struct str *out)
{
	size_t start = out->len;
	struct phone facts;

	switch (type) {
	case SUPPRESS_EMAIL:
		return email_normalise(key, out);
	case SUPPRESS_PHONE:
		return phone_normalise(key, country, out, &facts) == PHONE_OK;
	case SUPPRESS_DOMAIN:
		return domain_normalise(key, NULL, out);
	case SUPPRESS_COMPANY:
		company_key(key, out);
		return out->len > start;
	case SUPPRESS_LEAD_ID:
		str_put(out, view_trim(key));
		return out->len > start;
	default:
		return false;
	}
}
