#include "also_lines.h"

#define LINE VIEW("\n")

/* How much of notes stands before the lines that end them. */
static size_t
before_last(struct view notes)
{
	size_t end = notes.len;

	while (end) {
		size_t start = end;

		while (start && notes.at[start - 1] != '\n')
			start--;
		if (!view_starts(view_from(view_upto(notes, end), start),
			    VIEW(ALSO)))
			break;
		end = start ? start - 1 : 0;
	}
	return end;
}

struct view
also_without(struct view notes, struct arena *text)
{
	struct view rest = view_upto(notes, before_last(notes));
	struct view left = rest, line;
	char *out;
	size_t n = 0;

	if (!view_starts(rest, VIEW(ALSO)) &&
		view_find(rest, VIEW("\n" ALSO)) == rest.len)
		return rest;
	out = arena_new(text, rest.len);
	while (left.len && view_cut(&left, '\n', &line)) {
		if (view_starts(line, VIEW(ALSO)))
			continue;
		if (n)
			out[n++] = '\n';
		memcpy(out + n, line.at, line.len);
		n += line.len;
	}
	return (struct view){out, n};
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
