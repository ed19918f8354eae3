#include "lead/host.h"

#include "base/utf8.h"
#include "lead/fold.h"

#define HOST_MAX 253
#define LABEL_MAX 63

/* What an ASCII byte becomes in a host's name; 0: it cannot stand there. */
static const char host_byte[129] = "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
				   "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
				   "\0\0\0\0\0\0\0\0\0\0\0\0\0-.\0"
				   "0123456789\0\0\0\0\0\0"
				   "\0abcdefghijklmno"
				   "pqrstuvwxyz\0\0\0\0\0"
				   "\0abcdefghijklmno"
				   "pqrstuvwxyz\0\0\0\0\0";

static bool
is_label(struct view v)
{
	return v.len && v.len <= LABEL_MAX && v.at[0] != '-' &&
		v.at[v.len - 1] != '-';
}

bool
host_lower(struct view v, struct str *out)
{
	if (utf8_valid(v) != v.len)
		return false;
	while (v.len) {
		uint32_t c = fold_typed((uint32_t)utf8_next(&v));

		if (c)
			utf8_put(out, fold_lower(c));
	}
	return true;
}

static bool
is_size(size_t len)
{
	return len && len <= HOST_MAX;
}

/* Put a name's bytes where there is room: false if it is none. */
static bool
put(struct view v, char *to, bool *wide)
{
	size_t label = 0;

	for (size_t i = 0; i < v.len; i++) {
		unsigned char c = (unsigned char)v.at[i];
		char byte = c < 0x80 ? host_byte[c] : (char)c;

		*wide |= c >= 0x80;
		to[i] = byte;
		if (byte && byte != '.')
			continue;
		if (!byte || !is_label((struct view){to + label, i - label}))
			return false;
		label = i + 1;
	}
	return is_label((struct view){to + label, v.len - label}) &&
		(to[label] < '0' || to[label] > '9');
}

/* Small letters beyond ASCII too; they may be longer than the capitals. */
static bool
wide_write(struct view v, struct str *out)
{
	size_t start = out->len;
	bool wide = true;

	if (host_lower(v, out) && is_size(out->len - start) &&
		put(str_tail(out, start), out->data + start, &wide))
		return true;
	out->len = start;
	return false;
}

bool
host_write(struct view v, struct str *out)
{
	bool wide = false;

	if (!is_size(v.len))
		return false;
	str_reserve(out, v.len);
	if (!put(v, out->data + out->len, &wide))
		return false;
	if (wide)
		return wide_write(v, out);
	out->len += v.len;
	return true;
}
