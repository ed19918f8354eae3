#include "headers_table.h"

#include "columns.h"

/*
 * Another column of ours that key means to a vendor, or empty.  What our own
 * names mean ("lead_id") holds among our own only.
 */
static struct view
other_column(const struct headers *headers, struct view key, struct view column)
{
	for (size_t i = 0; i < headers->n; i++) {
		const struct entry *e = &headers->entries[i];

		if (e->vendor >= 0 &&
			view_is(headers->vendors[e->vendor], "leadpipe"))
			continue;
		if (view_eq(e->key, key) && !view_eq(e->column, column) &&
			columns_find(e->column))
			return e->column;
	}
	return (struct view){0};
}

static bool
is_meant(const struct meaning *meanings, size_t n, const char *column)
{
	for (size_t i = 0; i < n; i++)
		if (view_is(meanings[i].column, column))
			return true;
	return false;
}

/* How many entries have that column for a key. */
static size_t
votes(const struct headers *headers, struct view key, struct view column)
{
	size_t n = 0;

	for (size_t i = 0; i < headers->n; i++)
		n += view_eq(headers->entries[i].key, key) &&
			view_eq(headers->entries[i].column, column);
	return n;
}

/* Does a key hardly ever mean another column than this? */
static bool
is_sure(const struct headers *headers, struct view key, struct view column)
{
	struct view other = other_column(headers, key, column);

	return !other.len ||
		votes(headers, key, column) > votes(headers, key, other);
}

/* Is the column at i that of another header, which is sure of it? */
static bool
is_taken(const struct headers *headers, const struct view *keys, size_t n,
	const struct meaning *meanings, size_t i)
{
	struct view column = meanings[i].column;

	for (size_t j = 0; j < n; j++)
		if (!view_eq(keys[j], keys[i]) &&
			view_eq(meanings[j].column, column) &&
			is_sure(headers, keys[j], column))
			return true;
	return false;
}

static bool
is_contact(struct view key)
{
	return view_find(key, VIEW("contact")) < key.len;
}

/*
 * "Title" beside "Job Title" is Mr, and "Customer" beside "Contact Name" the
 * company: a header that means two things gives way to one that is sure of one
 * of them.  So does what may be a name where a first name stands.
 */
static void
give_way(const struct headers *headers, const struct view *keys, size_t n,
	struct meaning *meanings)
{
	bool named = is_meant(meanings, n, "first_name");

	for (size_t i = 0; i < n; i++) {
		struct meaning *m = &meanings[i];
		struct view other = other_column(headers, keys[i], m->column);

		bool name = view_is(m->column, "full_name");

		/* What is no name of a person may be a company's, not a part */
		if (!other.len || !m->known || m->told || m->native ||
			(name &&
				(!view_is(other, "company") ||
					is_contact(keys[i]))))
			continue;
		if ((named && name) || is_taken(headers, keys, n, meanings, i))
			m->column = other;
	}
}

/* Does the table have that column for a key? */
static bool
may_mean(const struct headers *headers, struct view key, const char *column)
{
	for (size_t i = 0; i < headers->n; i++)
		if (view_eq(headers->entries[i].key, key) &&
			view_is(headers->entries[i].column, column))
			return true;
	return false;
}

/*
 * "Name" is the whole of one, unless it stands beside "Vorname"; and "Nombre"
 * unless beside "Apellidos".
 */
static void
part_names(const struct headers *headers, const struct view *keys, size_t n,
	struct meaning *meanings)
{
	bool first = is_meant(meanings, n, "first_name");
	bool last = is_meant(meanings, n, "last_name");
	const char *part = first ? "last_name" : "first_name";

	for (size_t i = 0; i < n && first != last; i++) {
		struct meaning *m = &meanings[i];

		if (m->told || !view_is(m->column, "full_name") ||
			!may_mean(headers, keys[i], part))
			continue;
		m->column = view_of(part);
		return;
	}
}

/* "Name" beside "Contact Name" and no other company is that of the company. */
static void
name_companies(const struct view *keys, size_t n, struct meaning *meanings)
{
	bool contact = false;

	for (size_t i = 0; i < n; i++)
		contact |= view_is(meanings[i].column, "full_name") &&
			is_contact(keys[i]);
	if (!contact || is_meant(meanings, n, "company"))
		return;
	for (size_t i = 0; i < n; i++)
		if (view_is(keys[i], "name") && !meanings[i].told &&
			!meanings[i].native)
			meanings[i].column = VIEW("company");
}

void
headers_beside(const struct headers *headers, const struct view *keys, size_t n,
	struct meaning *meanings)
{
	give_way(headers, keys, n, meanings);
	part_names(headers, keys, n, meanings);
	name_companies(keys, n, meanings);
}
