#include "lead/also.h"

#include "lead/email.h"

bool
also_any(struct view notes)
{
	return view_find(notes, VIEW(ALSO)) < notes.len;
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

bool
also_email(struct view *notes, struct view *line, struct str *out)
{
	do {
		while (email_next(line, out))
			if (!email_is_role(str_view(out)))
				return true;
	} while (also_find(notes, line));
	return false;
}
