#include "row_value.h"

#include "pieces.h"

#define MANY 4096 /* bytes of tags */

static const char *const separators[JOINTS] = {"\n", "; ", ", "};

/* Does value stand in all, between separators or its ends? */
static bool
has_piece(struct view all, struct view between, struct view value)
{
	size_t at = 0;

	while (at < all.len) {
		struct view before;
		struct view rest;

		at += view_find(view_from(all, at), value);
		before = view_upto(all, at);
		rest = view_from(all, at + value.len);
		if (at < all.len && (!rest.len || view_starts(rest, between)) &&
			(!at || view_ends(before, between)))
			return true;
		at++;
	}
	return false;
}

/*
 * What is joined grows in a text of its own: copied behind the row's text
 * for each field, many fields would outgrow the room that text has.
 */
static void
append(struct row *row, enum row_joint joint, struct view *out,
	struct view value)
{
	struct str *joined = &row->joined[joint];

	if (!out->len) {
		*out = value;
		return;
	}
	row->made_breaks |= joint == JOIN_NOTES;
	if (!joined->len)
		str_put(joined, *out);
	str_add(joined, separators[joint]);
	str_put(joined, value);
	*out = str_view(joined);
}

void
row_join(struct row *row, enum row_joint joint, struct view *out,
	struct view value)
{
	if (!has_piece(*out, view_of(separators[joint]), value))
		append(row, joint, out, value);
}

/*
 * How long the tag is that value starts with.  Vendors separate them by
 * commas, semicolons or, Google, colons.
 */
static size_t
tag_len(struct view value)
{
	size_t len = 0;

	while (len < value.len && !memchr(",;", value.at[len], 2) &&
		!view_starts(view_from(value, len), VIEW(":::")))
		len++;
	return len;
}

/* Without Google's star before it, or Mailchimp's quotes around it. */
static struct view
bare_tag(struct view tag)
{
	tag = view_trim(tag);
	if (view_starts(tag, VIEW("* ")))
		tag = view_from(tag, 2);
	if (tag.len > 1 && tag.at[0] == '"' && tag.at[tag.len - 1] == '"')
		tag = (struct view){tag.at + 1, tag.len - 2};
	return tag;
}

bool
row_cut_tag(struct view *rest, struct view *tag)
{
	while (rest->len) {
		size_t len = tag_len(*rest);

		*tag = bare_tag(view_upto(*rest, len));
		while (len < rest->len && memchr(",;:", rest->at[len], 3))
			len++;
		*rest = view_from(*rest, len);
		if (tag->len)
			return true;
	}
	return false;
}

/* Tags that are too many to look for each among the others. */
static void
join_many(struct row *row, struct view *out, struct view value)
{
	struct view separator = view_of(separators[JOIN_TAGS]), tag;
	struct str before = {0};
	struct pieces seen = {0};

	str_put(&before, *out);
	pieces_add(&seen, str_view(&before), separator);
	while (row_cut_tag(&value, &tag)) {
		tag = row_tidy(row, tag);
		if (pieces_add(&seen, tag, separator))
			append(row, JOIN_TAGS, out, tag);
	}
	pieces_fini(&seen);
	str_fini(&before);
}

void
row_join_tags(struct row *row, struct view *out, struct view value)
{
	struct view tag;

	if (out->len + value.len > MANY) {
		join_many(row, out, value);
		return;
	}
	while (row_cut_tag(&value, &tag))
		row_join(row, JOIN_TAGS, out, row_tidy(row, tag));
}
