#include "record/header.h"

#include "base/hash.h"
#include "base/lang.h"
#include "base/mem.h"

void
header_fini(struct header *header)
{
	str_fini(&header->text);
	mem_free(header->offsets);
	mem_free(header->slots);
	*header = (struct header){0};
}

const char *
header_name(const struct header *header, size_t i)
{
	return header->text.data + header->offsets[i];
}

/* The slot where a name is, or where it would be put. */
static uint32_t *
slot_of(const struct header *header, struct view name)
{
	size_t mask = header->slots_n - 1;
	size_t i = hash_table(name, 0) & mask;

	while (header->slots[i] &&
		!view_is(name, header_name(header, header->slots[i] - 1)))
		i = (i + 1) & mask;
	return &header->slots[i];
}

int
header_find(const struct header *header, struct view name)
{
	return header->n ? (int)*slot_of(header, name) - 1 : -1;
}

static void
grow_slots(struct header *header)
{
	mem_free(header->slots);
	header->slots_n = header->slots_n ? header->slots_n * 2 : 64;
	header->slots = mem_new(header->slots_n, sizeof(*header->slots));
	for (size_t i = 0; i < header->n; i++)
		*slot_of(header, view_of(header_name(header, i))) =
			(uint32_t)i + 1;
}

int
header_add(struct header *header, struct view name)
{
	int found = header_find(header, name);

	if (found >= 0)
		return found;
	if (header->n * 2 >= header->slots_n)
		grow_slots(header);
	header->offsets = mem_grow(header->offsets, &header->cap, header->n + 1,
		sizeof(*header->offsets));
	header->offsets[header->n] = (uint32_t)header->text.len;
	str_put(&header->text, name);
	str_byte(&header->text, '\0');
	*slot_of(header, name) = (uint32_t)header->n + 1;
	return (int)header->n++;
}

bool
header_is_name(struct view name)
{
	if (!name.len || name.at[0] < 'a' || name.at[0] > 'z')
		return false;
	for (size_t i = 1; i < name.len; i++) {
		char c = name.at[i];

		if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') &&
			c != '_')
			return false;
	}
	return true;
}

const char *
header_read(struct header *header, struct view line, char separator,
	const char *advice, struct str *why)
{
	const char *colon = advice ? ": " : "";
	struct view rest = line;
	struct view name;

	advice = advice ? advice : "";
	if (view_ends(line, VIEW("\r"))) {
		str_printf(why, _("the header ends in a carriage return%s%s"),
			colon, advice);
		return str_text(why);
	}
	while (view_cut(&rest, separator, &name)) {
		if (header_find(header, name) >= 0)
			str_printf(why, _("column '%.*s' stands there twice"),
				VIEW_ARGS(name));
		else if (!header_is_name(name))
			str_printf(why,
				_("'%.*s' is not a column name, such as "
				  "first_name%s%s"),
				VIEW_ARGS(view_upto(name, 60)), colon, advice);
		else if (header->n == HEADER_MAX)
			str_printf(why, _("more than %d columns"), HEADER_MAX);
		else
			header_add(header, name);
		if (why->len)
			return str_text(why);
	}
	return NULL;
}

void
header_write(const struct header *header, struct str *out)
{
	for (size_t i = 0; i < header->n; i++) {
		if (i)
			str_byte(out, '\t');
		str_add(out, header_name(header, i));
	}
	str_byte(out, '\n');
}
