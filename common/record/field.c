#include "record/field.h"

/* The letter of each byte that is written as an escape. */
static char
escape_of(char byte)
{
	switch (byte) {
	case '\\':
		return '\\';
	case '\t':
		return 't';
	case '\n':
		return 'n';
	case '\r':
		return 'r';
	default:
		return 0;
	}
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
