#include "headers.h"

#include "headers_table.h"

#include "columns.h"
#include "headers_ask.h"
#include "shipped.h"

#include "base/lang.h"
#include "base/mem.h"
#include "lead/fold.h"
#include "lead/money.h"
#include "record/field.h"
#include "record/header.h"
#include "record/sheet.h"

static struct view
fold(struct headers *headers, struct view name)
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
	e->key = fold(headers, header);
	e->column = column;
	e->vendor = vendor;
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
find_asked(const struct headers *headers, struct view key)
{
	for (size_t i = 0; i < headers->n; i++)
		if (headers->entries[i].vendor < 0 &&
			view_eq(headers->entries[i].key, key))
			return &headers->entries[i];
	return NULL;
}

/* The entry for a key: that of the vendor, else what most presets say. */
static const struct entry *
find(const struct headers *headers, struct view key, struct view vendor)
{
	const struct entry *best = NULL;
	size_t most = 0;

	for (size_t i = 0; i < headers->n; i++) {
		const struct entry *e = &headers->entries[i];
		size_t n;

		if (e->vendor < 0 || !view_eq(e->key, key))
			continue;
		n = agreeing(headers, e);
		if (vendor.len &&
			view_eq(headers_vendor_of(headers->vendors[e->vendor]),
				vendor))
			n += headers->n;
		if (n > most) {
			most = n;
			best = e;
		}
	}
	return best;
}

/* What stands behind "Person - ", as Pipedrive names a field of an entity. */
static const struct entry *
find_field(const struct headers *headers, struct headers *own, struct view name)
{
	size_t at = view_find(name, VIEW(" - "));

	if (at == name.len || at > 16)
		return NULL;
	return find(
		headers, fold(own, view_from(name, at + 3)), VIEW("pipedrive"));
}

/* "Annual Revenue (GBP)": what stands before the bracket, and in it. */
static const struct entry *
find_bracket(const struct headers *headers, struct headers *own,
	struct view name, struct view vendor, struct meaning *meaning)
{
	size_t at = view_find_byte(name, '(');
	struct str code = {0};
	struct view in;

	if (at == 0 || at == name.len)
		return NULL;
	in = view_from(name, at + 1);
	in = view_upto(in, view_find_byte(in, ')'));
	if (in.len && currency_normalise(in, &code) && code.len == 3)
		memcpy(meaning->currency, code.data, 3);
	str_fini(&code);
	return find(headers, fold(own, view_upto(name, at)), vendor);
}

/* Is a column, by the table's name for it, an opt-out? */
static bool
is_refusal(struct view canonical)
{
	const struct route *route = columns_route(canonical);
	const struct column *column = columns_find(canonical);

	if (route)
		return route->kind == KIND_STOP;
	return column && column->kind == KIND_STOP;
}

/*
 * "Opted out of email: Newsletter": who said no to one kind of mail, or call,
 * is to get none, whatever it is called.
 */
static const struct entry *
find_refusal(const struct headers *headers, struct headers *own,
	struct view name, struct view vendor)
{
	size_t at = view_find_byte(name, ':');
	const struct entry *e;

	if (at == name.len)
		return NULL;
	e = find(headers, fold(own, view_upto(name, at)), vendor);
	return e && is_refusal(e->column) ? e : NULL;
}

/* A header: as it is folded, as it stands, and whose it is. */
struct heading {
	struct view key, name, vendor;
};

/* What the table says. */
static const struct entry *
find_any(const struct headers *headers, struct headers *own,
	const struct heading *of, struct meaning *meaning)
{
	const struct entry *e = find(headers, of->key, of->vendor);

	if (!e && view_is(of->vendor, "pipedrive"))
		e = find_field(headers, own, of->name);
	if (!e)
		e = find_bracket(headers, own, of->name, of->vendor, meaning);
	return e ? e : find_refusal(headers, own, of->name, of->vendor);
}

/* The column of ours that an entry leads to. */
static struct view
where(const struct entry *e)
{
	const struct route *route = columns_route(e->column);

	return route ? view_of(route->column) : e->column;
}

/* The user's word goes first; but one that is the table's means no more. */
static void
find_meaning(const struct headers *headers, struct headers *own,
	const struct heading *of, struct meaning *meaning)
{
	const struct entry *asked = find_asked(headers, of->key);
	const struct entry *e = find_any(headers, own, of, meaning);

	if (asked && (!e || !view_eq(where(e), asked->column)))
		e = asked;
	if (!e) {
		meaning->column = headers_ask(of->name);
		meaning->known = meaning->asks = meaning->column.len > 0;
		return;
	}
	meaning->known = true;
	meaning->column = e->column;
	meaning->asked = e == asked;
	meaning->told = asked != NULL;
	meaning->native = e == asked ||
		view_eq(headers_vendor_of(headers->vendors[e->vendor]),
			of->vendor);
}

void
headers_find(const struct headers *headers, const struct view *names, size_t n,
	struct meaning *meanings, struct view *vendor)
{
	struct headers own = {.arena = {0}}; /* for the folded names */
	struct view *keys = mem_new(n + 1, sizeof(*keys));

	for (size_t i = 0; i < n; i++)
		keys[i] = fold(&own, names[i]);
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
