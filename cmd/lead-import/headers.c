#include "headers.h"

#include "headers_table.h"

#include "columns.h"
#include "headers_ask.h"
#include "shipped.h"

#include "base/lang.h"
#include "base/mem.h"
#include "lead/fold.h"
#include "record/field.h"
#include "record/header.h"
#include "record/sheet.h"

struct view
headers_fold(struct headers *headers, struct view name)
{
	struct str *s = &headers->scratch;
	size_t len = 0;

	str_clear(s);
	fold_key(name, s);
	for (size_t i = 0; i < s->len; i++)
		if (s->data[i] != ' ')
			s->data[len++] = s->data[i];
	return (struct view){arena_text(&headers->arena, s->data, len), len};
}

static int
vendor_number(struct headers *headers, struct view name)
{
	for (size_t i = 0; i < headers->vendors_n; i++)
		if (view_eq(headers->vendors[i], name))
			return (int)i;
	if (headers->vendors_n == VENDORS)
		return VENDORS - 1;
	headers->vendors[headers->vendors_n] = name;
	return (int)headers->vendors_n++;
}

static void
add(struct headers *headers, struct view header, struct view column, int vendor)
{
	struct entry *e;

	headers->entries = mem_grow(headers->entries, &headers->cap,
		headers->n + 1, sizeof(*headers->entries));
	e = &headers->entries[headers->n++];
	e->key = headers_fold(headers, header);
	e->column = column;
	e->vendor = vendor;
	e->met = false;
}

/* The user's own map: header, column. */
static void
load_map(struct headers *headers, const char *path)
{
	struct sheet *map = &headers->map;
	int header;
	int column;

	sheet_load(map, path);
	header = sheet_need(map, "header");
	column = sheet_need(map, "column");
	for (size_t i = 0; i < map->n; i++) {
		struct str plain = {0};
		struct view name = sheet_get(map, i, header);
		struct view to = sheet_get(map, i, column);

		if (to.len && !header_is_name(to))
			die_at(sheet_place(map, i, "column"),
				_("'%.*s' cannot be the name of a column"),
				VIEW_ARGS(to));
		name = field_plain(name, &plain);
		add(headers, name, to, -1);
		str_fini(&plain);
	}
}

struct headers *
headers_load(const char *map)
{
	struct headers *headers = mem_new(1, sizeof(*headers));
	struct sheet *table = &headers->table;
	int canonical;
	int preset;
	int header;

	if (map)
		load_map(headers, map);
	sheet_read(table, "headers.tsv", shipped_headers());
	canonical = sheet_need(table, "canonical");
	preset = sheet_need(table, "preset");
	header = sheet_need(table, "header");
	for (size_t i = 0; i < table->n; i++)
		add(headers, sheet_get(table, i, header),
			sheet_get(table, i, canonical),
			vendor_number(headers, sheet_get(table, i, preset)));
	return headers;
}

void
headers_free(struct headers *headers)
{
	arena_fini(&headers->arena);
	sheet_fini(&headers->table);
	if (headers->map.name)
		sheet_fini(&headers->map);
	mem_free(headers->entries);
	str_fini(&headers->scratch);
	mem_free(headers);
}

/* How many presets agree with an entry. */
static size_t
agreeing(const struct headers *headers, const struct entry *with)
{
	size_t n = 0;

	for (size_t i = 0; i < headers->n; i++)
		n += view_eq(headers->entries[i].key, with->key) &&
			view_eq(headers->entries[i].column, with->column);
	return n;
}

/* The user's entry for a key, or NULL. */
static const struct entry *
find_asked(struct headers *headers, struct view key)
{
	for (size_t i = 0; i < headers->n; i++) {
		struct entry *e = &headers->entries[i];

		if (e->vendor >= 0 || !view_eq(e->key, key))
			continue;
		e->met = true;
		return e;
	}
	return NULL;
}

void
headers_put_unmet(const struct headers *headers, struct str *out)
{
	int header = header_find(&headers->map.header, VIEW("header"));
	size_t before = out->len;

	/* The map's lines are the first entries, as they stand there. */
	for (size_t i = 0; i < headers->map.n; i++) {
		if (headers->entries[i].met || !headers->entries[i].key.len)
			continue;
		str_add(out, out->len > before ? ", " : "");
		str_put(out, sheet_get(&headers->map, i, header));
	}
}

const struct entry *
headers_lookup(
	const struct headers *headers, struct view key, struct view vendor)
{
	const struct entry *best = NULL;
	size_t most = 0;

	for (size_t i = 0; i < headers->n; i++) {
		const struct entry *e = &headers->entries[i];
		struct view of;
		size_t n;

		if (e->vendor < 0 || !view_eq(e->key, key))
			continue;
		of = headers_vendor_of(headers->vendors[e->vendor]);
		/* Of as many, what people write goes before what one has. */
		n = 2 * agreeing(headers, e) + !of.len;
		if (vendor.len && view_eq(of, vendor))
			n += 2 * headers->n;
		if (n > most) {
			most = n;
			best = e;
		}
	}
	return best;
}

/* "Attendee #" counts those whom "Attendee" names; "Phone #" is a number. */
static bool
counts_people(struct view name, const struct entry *e)
{
	return e && name.len && name.at[name.len - 1] == '#' &&
		(view_is(e->column, "full_name") ||
			view_is(e->column, "company"));
}

/* What the table says, of the whole header or of a part of it. */
static const struct entry *
look_up(const struct headers *headers, struct headers *own,
	const struct heading *of, struct meaning *meaning)
{
	const struct entry *e = headers_lookup(headers, of->key, of->vendor);

	if (!e)
		e = headers_part(headers, own, of, meaning);
	return counts_people(of->name, e) ? NULL : e;
}

/* May values of a column close a channel, besides being kept as they are? */
static bool
closes_too(struct view column)
{
	const struct route *route = columns_route(column);

	return route && route->keep &&
		view_starts(view_of(route->column), VIEW("do_not_"));
}

/*
 * Does the user's map say no more than what the header means by itself?  It
 * does not where it has the column that --show-map prints; that of what may
 * refuse has the header's own name.
 */
static bool
says_no_more(const struct heading *of, const struct entry *asked,
	struct view column, bool refuses)
{
	struct str own = {0};
	bool same = view_eq(headers_where(column), asked->column);

	if (!same && refuses) {
		headers_snake(of->name, &own);
		same = view_eq(str_view(&own), asked->column);
	}
	str_fini(&own);
	return same;
}

/* Does a header that no table has ask for permission? */
static bool
find_question(const struct heading *of, const struct entry *asked,
	struct meaning *meaning)
{
	struct view column = headers_ask(of->name);

	if (!column.len || (asked && !says_no_more(of, asked, column, true)))
		return false;
	meaning->column = column;
	meaning->known = meaning->asks = true;
	return true;
}

/* The user's word goes first; but one that is the table's means no more. */
static void
find_meaning(struct headers *headers, struct headers *own,
	const struct heading *of, struct meaning *meaning)
{
	const struct entry *asked = find_asked(headers, of->key);
	const struct entry *e = look_up(headers, own, of, meaning);

	/* "Marketing?" asks, and "Marketing" may say anything. */
	if ((!e || view_is(e->column, "contact_preference")) &&
		find_question(of, asked, meaning))
		return;
	if (asked &&
		(!e ||
			!says_no_more(
				of, asked, e->column, closes_too(e->column))))
		e = asked;
	if (!e)
		return;
	meaning->known = true;
	meaning->column = e->column;
	meaning->asked = e == asked;
	meaning->told = asked != NULL;
	meaning->native = e == asked ||
		(!meaning->framed && of->vendor.len &&
			view_eq(headers_vendor_of(headers->vendors[e->vendor]),
				of->vendor));
}

void
headers_find(struct headers *headers, const struct view *names, size_t n,
	struct meaning *meanings, struct view *vendor)
{
	struct headers own = {.arena = {0}}; /* for the folded names */
	struct view *keys = mem_new(n + 1, sizeof(*keys));

	for (size_t i = 0; i < n; i++)
		keys[i] = headers_fold(&own, names[i]);
	*vendor = headers_vendor(headers, keys, n);
	for (size_t i = 0; i < n; i++)
		if (keys[i].len)
			find_meaning(headers, &own,
				&(struct heading){keys[i], names[i], *vendor},
				&meanings[i]);
	headers_beside(headers, keys, n, meanings);
	arena_fini(&own.arena);
	str_fini(&own.scratch);
	mem_free(keys);
}
