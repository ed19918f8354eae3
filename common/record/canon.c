#include "record/canon.h"

#include "record/field.h"

/* The escapes that are read. */
static const struct escape {
	char letter;
	char plain;
} escapes[] = {
	{'\\', '\\'},
	{'t', '\t'},
	{'n', '\n'},
	{'r', '\r'},
	{'b', '\b'},
	{'f', '\f'},
	{'v', '\v'},
	{'0', '\0'},
	{'\'', '\''},
};

static bool
is_written(char letter)
{
	return letter == '\\' || letter == 't' || letter == 'n' ||
		letter == 'r';
}

/* The escape of a letter, or NULL when there is none. */
static const struct escape *
find_escape(char letter)
{
	for (size_t i = 0; i < sizeof(escapes) / sizeof(*escapes); i++)
		if (escapes[i].letter == letter)
			return &escapes[i];
	return NULL;
}

/* The next backslash or CR from offset i on. */
static size_t
next_special(struct view bytes, size_t i)
{
	while (i < bytes.len && bytes.at[i] != '\\' && bytes.at[i] != '\r')
		i++;
	return i;
}

bool
canon_is(struct view bytes, const struct scan *scan, bool raw)
{
	size_t i = 0; /* behind the last escape that was looked at */

	for (size_t k = 0; k < scan->odd_n; k++) {
		struct view step =
			view_upto(bytes, (size_t)scan->odd[k] + SCAN_STEP);

		if (i < scan->odd[k])
			i = scan->odd[k];
		for (; (i = next_special(step, i)) < step.len; i += 2)
			if (raw || bytes.at[i] == '\r' || i + 1 >= bytes.len ||
				!is_written(bytes.at[i + 1]))
				return false;
	}
	return true;
}

/* Is the two-byte escape at i all of its field? */
static bool
is_whole_field(struct view bytes, size_t i)
{
	char before = i ? bytes.at[i - 1] : '\n';
	char after = i + 2 < bytes.len ? bytes.at[i + 2] : '\n';

	return (before == '\t' || before == '\n') &&
		(after == '\t' || after == '\n');
}

/* Write the escape at i; false when there is no such escape. */
static bool
write_escape(struct view bytes, size_t i, struct str *out)
{
	char letter = i + 1 < bytes.len ? bytes.at[i + 1] : '\n';
	const struct escape *escape = find_escape(letter);

	if (is_written(letter))
		str_bytes(out, bytes.at + i, 2);
	else if (escape)
		str_byte(out, escape->plain);
	return escape || (letter == 'N' && is_whole_field(bytes, i));
}

struct view
canon_plain(struct view field, struct str *scratch)
{
	size_t start = scratch->len;

	if (view_find_byte(field, '\\') == field.len)
		return field;
	if (view_is(field, "\\N"))
		return (struct view){0};
	str_reserve(scratch, field.len);
	for (size_t i = 0; i < field.len; i++) {
		const struct escape *escape = NULL;

		if (field.at[i] == '\\' && i + 1 < field.len)
			escape = find_escape(field.at[i + 1]);
		str_byte(scratch, escape ? escape->plain : field.at[i]);
		i += escape != NULL;
	}
	return str_tail(scratch, start);
}

size_t
canon_write(struct view bytes, bool raw, struct str *out)
{
	size_t done = 0;
	size_t i = 0;

	while ((i = next_special(bytes, i)) < bytes.len) {
		str_bytes(out, bytes.at + done, i - done);
		done = i;
		if (raw || bytes.at[i] == '\r') {
			field_write((struct view){bytes.at + i, 1}, out);
			i++;
		} else {
			if (!write_escape(bytes, i, out))
				return i;
			i += 2;
		}
		done = i;
	}
	str_bytes(out, bytes.at + done, bytes.len - done);
	return bytes.len;
}
