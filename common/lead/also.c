#include "lead/also.h"

#include "lead/email.h"

bool
also_any(struct view notes)
{
	/* Most have no colon, which is soon found out. */
	return view_find_byte(notes, ':') < notes.len &&
		view_find(notes, VIEW(ALSO)) < notes.len;
}

bool
also_find(struct view *notes, struct view *value)
{
	struct view line;

	while (notes->len && view_cut(notes, '\n', &line)) {
		*value = view_from(line, VIEW(ALSO).len);
		if (view_starts(line, VIEW(ALSO)))
			return true;
	}
	return false;
}

/* Is each word of a line an address?  A sentence that has one is none. */
static bool
is_addresses(struct view line)
{
	size_t word = 0;
	bool address = false;

	for (size_t i = 0; i <= line.len; i++) {
		char c = i < line.len ? line.at[i] : ' ';

		if (c == '@')
			address = true;
		if (!memchr(" ,;|/", c, 5))
			continue;
		if (i > word && !address)
			return false;
		address = false;
		word = i + 1;
	}
	return true;
}

/* The next line that is nothing but addresses. */
static bool
next_addresses(struct view *notes, struct view *line)
{
	while (also_find(notes, line))
		if (is_addresses(*line))
			return true;
	return false;
}

bool
also_email(struct view *notes, struct view *line, struct str *out)
{
	do {
		while (email_next(line, out))
			if (!email_is_role(str_view(out)))
				return true;
	} while (next_addresses(notes, line));
	return false;
}
