#include "row.h"

#include "record/field.h"

/* Copy a few bytes, as most fields are, without a call. */
static inline char *
put_few(char *to, struct view v)
{
	if (v.len > 16) {
		memcpy(to, v.at, v.len);
	} else if (v.len >= 8) {
		memcpy(to, v.at, 8);
		memcpy(to + v.len - 8, v.at + v.len - 8, 8);
	} else if (v.len >= 4) {
		memcpy(to, v.at, 4);
		memcpy(to + v.len - 4, v.at + v.len - 4, 4);
	} else {
		for (size_t i = 0; i < v.len; i++)
			to[i] = v.at[i];
	}
	return to + v.len;
}

/* No field has anything to escape. */
static void
write_plain(const struct row *row, struct str *out)
{
	size_t len = row->n;
	char *to;

	for (size_t i = 0; i < row->n; i++)
		len += row->out[i].len;
	str_reserve(out, len);
	to = out->data + out->len;
	for (size_t i = 0; i < row->n; i++) {
		to = put_few(to, row->out[i]);
		*to++ = '\t';
	}
	to[-1] = '\n';
	out->len += len;
}

void
row_write(const struct row *row, bool plain, struct str *out)
{
	if (plain && !row->made_breaks) {
		write_plain(row, out);
		return;
	}
	for (size_t i = 0; i < row->n; i++) {
		if (i)
			str_byte(out, '\t');
		field_write(row->out[i], out);
	}
	str_byte(out, '\n');
}
