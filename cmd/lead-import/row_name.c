#include "row_value.h"

#include "lead/name.h"

static struct view
name_part(struct row *row, struct view part)
{
	size_t start = row->text.len;

	name_normalise(part, &row->text);
	return str_tail(&row->text, start);
}

/* A last name, which knows that it does not stand first: "van der Berg". */
static struct view
last_name(struct row *row, const struct name *name)
{
	struct str *s = &row->scratch;
	bool small = name->last.len && name->last.at[0] >= 'a';

	str_clear(s);
	str_add(s, small ? "x " : "X ");
	str_put(s, name->particle);
	str_add(s, name->particle.len ? " " : "");
	str_put(s, name->last);
	return view_from(name_part(row, str_view(s)), 2);
}

/* "REES, Nia": the other way round, each part with its capitals. */
static struct view
turn_round(struct row *row, struct view value)
{
	struct name name;
	size_t start;

	name_split(value, &name);
	name.last = last_name(row, &name);
	name.particle = (struct view){0};
	name.first = name_part(row, name.first);
	name.middle = name_part(row, name.middle);
	start = row->text.len;
	name_join(&name, &row->text);
	return str_tail(&row->text, start);
}

void
row_put_full_name(struct row *row, struct view *out, struct view value)
{
	if (!out->len)
		*out = view_find_byte(value, ',') < value.len
			? turn_round(row, value)
			: name_part(row, value);
}
