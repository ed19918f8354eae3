#include "also.h"

#define LINE VIEW("\n")

struct view
also_cut(struct view *notes)
{
	struct view rest = *notes;
	struct view also = {0}, next = {0};

	while (rest.len) {
		size_t start = rest.len;
		struct view line;

		while (start && rest.at[start - 1] != '\n')
			start--;
		line = view_from(rest, start);
		if (!view_starts(line, VIEW(ALSO)) ||
			(next.len && view_order(line, next) >= 0))
			break;
		next = line;
		also = view_from(*notes, start);
		rest.len = start ? start - 1 : 0;
	}
	*notes = rest;
	return also;
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

void
also_add(struct pieces *also, struct view lines)
{
	pieces_add(also, lines, LINE);
}

/* A line of a value; empty if a break would make two of it. */
static struct view
line_of(struct view value, struct arena *text)
{
	const struct view word = VIEW(ALSO);
	char *line;

	value = view_trim(value); /* as pieces are */
	if (!value.len || memchr(value.at, '\n', value.len))
		return (struct view){0};
	line = arena_new(text, word.len + value.len);
	memcpy(line, word.at, word.len);
	memcpy(line + word.len, value.at, value.len);
	return (struct view){line, word.len + value.len};
}

bool
also_keep(struct pieces *also, struct view value, struct arena *text)
{
	return pieces_add(also, line_of(value, text), LINE);
}

void
also_drop(struct pieces *also, struct view value, struct arena *text)
{
	if (also->first.len)
		pieces_drop(also, line_of(value, text), LINE);
}

struct view
also_text(struct pieces *also, struct pieces *notes, struct arena *text)
{
	struct view first, last;
	char *both;

	if (notes->united)
		pieces_move(notes, VIEW(ALSO), also, LINE);
	first = pieces_text(notes, LINE, text);
	last = pieces_text(also, LINE, text);
	if (!first.len || !last.len)
		return first.len ? first : last;
	both = arena_new(text, first.len + 1 + last.len);
	memcpy(both, first.at, first.len);
	both[first.len] = '\n';
	memcpy(both + first.len + 1, last.at, last.len);
	return (struct view){both, first.len + 1 + last.len};
}
