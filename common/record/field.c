#include "record/field.h"

#include "record/field_wide.h"

#define MANY 4 /* fields, for which it pays to write in vain */

/* The letter of each byte that is written as an escape. */
static const char letters[256] = {
	['\\'] = '\\', ['\t'] = 't', ['\n'] = 'n', ['\r'] = 'r'};

static inline char
escape_of(char byte)
{
	return letters[(unsigned char)byte];
}

bool
field_needs_escape(struct view plain)
{
	for (size_t i = 0; i < plain.len; i++)
		if (escape_of(plain.at[i]))
			return true;
	return false;
}

void
field_write(struct view plain, struct str *out)
{
	size_t done = 0;

	for (size_t i = 0; i < plain.len; i++) {
		char letter = escape_of(plain.at[i]);

		if (!letter)
			continue;
		str_bytes(out, plain.at + done, i - done);
		str_byte(out, '\\');
		str_byte(out, letter);
		done = i + 1;
	}
	if (done < plain.len)
		str_bytes(out, plain.at + done, plain.len - done);
}

void
fields_write(const struct view *plain, size_t n, struct str *out)
{
	for (size_t i = 0; i < n; i++) {
		if (i)
			str_byte(out, '\t');
		field_write(plain[i], out);
	}
}

bool
field_is_written(struct view field)
{
	for (size_t i = 0; i < field.len; i++) {
		if (!escape_of(field.at[i]))
			continue;
		if (field.at[i] != '\\' || ++i == field.len ||
			!memchr("\\tnr", field.at[i], 4))
			return false;
	}
	return true;
}

struct view
field_plain(struct view written, struct str *scratch)
{
	static const char plain_of[] = {
		['t'] = '\t', ['n'] = '\n', ['r'] = '\r'};
	size_t start = scratch->len;
	size_t i = view_find_byte(written, '\\');

	if (i == written.len)
		return written;
	str_reserve(scratch, written.len);
	str_bytes(scratch, written.at, i);
	for (; i < written.len; i++) {
		char c = written.at[i];

		if (c == '\\' && i + 1 < written.len) {
			c = written.at[++i];
			if (c == 't' || c == 'n' || c == 'r')
				c = plain_of[(unsigned char)c];
		}
		str_byte(scratch, c);
	}
	return str_tail(scratch, start);
}

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
	} else if (v.len) {
		to[0] = v.at[0];
		to[v.len / 2] = v.at[v.len / 2];
		to[v.len - 1] = v.at[v.len - 1];
	}
	return to + v.len;
}

static void
fields_put(const struct view *fields, size_t n, char *to)
{
	for (size_t i = 0; i < n; i++) {
		to = put_few(to, fields[i]);
		*to++ = '\t';
	}
}

bool
fields_wide(void)
{
	return field_can_wide();
}

void
fields_write_by(const struct view *fields, size_t n, struct str *out, bool wide)
{
	size_t len = n;

	for (size_t i = 0; i < n; i++)
		len += fields[i].len;
	str_reserve(out, len + FIELD_WIDE);
	if (wide)
		fields_put_wide(fields, n, out->data + out->len);
	else
		fields_put(fields, n, out->data + out->len);
	out->len += len;
	out->data[out->len - 1] = '\n';
}

void
fields_write_plain(const struct view *fields, size_t n, struct str *out)
{
	fields_write_by(fields, n, out, n >= MANY && field_can_wide());
}
