#include "assign.h"

#include "base/hash.h"
#include "base/lang.h"
#include "record/sheet.h"

#define WEIGHT_MOST 1000000

static const char *const id_names[] = {
	"lead_id", "email", "phone", "full_name"};
static const char *const place_names[] = {
	"country", "region", "city", "postcode"};

static struct view
keep(struct assign *assign, struct view v)
{
	return (struct view){arena_text(&assign->arena, v.at, v.len), v.len};
}

static struct view *
read_list(struct assign *assign, struct view text, size_t *n)
{
	struct view rest = keep(assign, text), part, *list;
	size_t most = view_count_byte(text, '|') + 1;

	list = arena_new(&assign->arena, most * sizeof(*list));
	while (view_cut(&rest, '|', &part))
		if (view_trim(part).len)
			list[(*n)++] = view_trim(part);
	return list;
}

static void
read_colleague(struct assign *assign, const struct sheet *sheet, size_t row)
{
	struct colleague *to = &assign->all[assign->n++];
	struct view weight = view_trim(sheet_get(
		sheet, row, header_find(&sheet->header, VIEW("weight"))));
	int64_t n = 1;

	if (weight.len && (!view_int(weight, &n) || n < 0 || n > WEIGHT_MOST))
		die_at(sheet_place(sheet, row, "weight"),
			_("'%.*s' is not a whole number from 0 to %d"),
			VIEW_ARGS(weight), WEIGHT_MOST);
	to->weight = (uint64_t)n;
	to->user = keep(assign,
		view_trim(sheet_get(sheet, row, sheet_need(sheet, "user"))));
	to->territory = read_list(assign,
		sheet_get(sheet, row,
			header_find(&sheet->header, VIEW("territory"))),
		&to->territory_n);
	to->products = read_list(assign,
		sheet_get(sheet, row,
			header_find(&sheet->header, VIEW("products"))),
		&to->products_n);
	if (!to->user.len)
		die_at(sheet_place(sheet, row, "user"), _("no name"));
}

void
assign_load(
	struct assign *assign, const char *path, const struct header *header)
{
	struct sheet sheet;

	*assign = (struct assign){0};
	sheet_load(&sheet, path);
	(void)sheet_need(&sheet, "user");
	assign->all = mem_new(sheet.n, sizeof(*assign->all));
	for (size_t i = 0; i < sheet.n; i++)
		read_colleague(assign, &sheet, i);
	sheet_fini(&sheet);
	for (int i = 0; i < 4; i++) {
		assign->ids[i] = header_find(header, view_of(id_names[i]));
		assign->places[i] =
			header_find(header, view_of(place_names[i]));
	}
	assign->owner = header_find(header, VIEW("owner"));
	assign->wanted = header_find(header, VIEW("product_interest"));
}

void
assign_fini(struct assign *assign)
{
	mem_free(assign->all);
	arena_fini(&assign->arena);
}

/* A territory is a country, a region, a city or how postcodes start. */
static bool
is_in(const struct assign *assign, const struct record *record,
	const struct colleague *who)
{
	for (size_t i = 0; i < who->territory_n; i++) {
		struct view where = who->territory[i];

		for (int k = 0; k < 3; k++)
			if (view_same(where,
				    record_get(record, assign->places[k])))
				return true;
		if (view_same(where,
			    view_upto(record_get(record, assign->places[3]),
				    where.len)))
			return true;
	}
	return !who->territory_n;
}

/* Is a product one of those asked for?  wanted is empty or "a; b". */
static bool
is_wanted(struct view product, struct view wanted)
{
	struct view one;

	while (view_cut(&wanted, ';', &one))
		if (view_same(product, view_trim(one)))
			return true;
	return false;
}

static bool
sells(const struct colleague *who, struct view product, struct view wanted)
{
	for (size_t i = 0; i < who->products_n; i++)
		if (view_same(who->products[i], product) ||
			is_wanted(who->products[i], wanted))
			return true;
	return !who->products_n || (!product.len && !wanted.len);
}

static struct view
id_of(const struct assign *assign, const struct record *record)
{
	for (int i = 0; i < 4; i++) {
		struct view id = record_get(record, assign->ids[i]);

		if (id.len)
			return id;
	}
	return (struct view){0};
}

/*
 * -log2 of a share of 2^64, in units of 2^-32: bit by bit, by squaring, so
 * that no machine rounds otherwise.
 */
static uint64_t
minus_log(uint64_t share)
{
	unsigned shift = (unsigned)__builtin_clzll(share | 1);
	uint64_t x = (share | 1) << shift, part = 0;

	for (int bit = 31; bit >= 0; bit--) {
		unsigned __int128 square = (unsigned __int128)x * x;

		if (square >> 127) {
			part |= UINT64_C(1) << bit;
			x = (uint64_t)(square >> 64);
		} else {
			x = (uint64_t)(square >> 63);
		}
	}
	return ((uint64_t)(shift + 1) << 32) - part;
}

/* The lot a colleague draws for a lead: the least, by weight, wins. */
static uint64_t
lot(struct view id, struct view user)
{
	struct str text = {0};
	struct digest digest;

	str_put(&text, id);
	str_byte(&text, '\0');
	str_put(&text, user);
	digest = hash_digest(str_view(&text));
	str_fini(&text);
	return minus_log(digest.high);
}

struct view
assign_owner(const struct assign *assign, const struct record *record,
	struct view product)
{
	struct view owner = record_get(record, assign->owner);
	struct view wanted = record_get(record, assign->wanted);
	struct view id = id_of(assign, record);
	const struct colleague *best = NULL;
	uint64_t least = 0;

	if (owner.len)
		return owner;
	/* First those who sell it, then whoever is there. */
	for (int strict = 1; strict >= 0 && !best && id.len; strict--) {
		for (size_t i = 0; i < assign->n; i++) {
			const struct colleague *who = &assign->all[i];
			uint64_t mine;

			if (!who->weight || !is_in(assign, record, who) ||
				(strict && !sells(who, product, wanted)))
				continue;
			mine = lot(id, who->user);
			if (best &&
				(unsigned __int128)mine * best->weight >=
					(unsigned __int128)least * who->weight)
				continue;
			best = who;
			least = mine;
		}
	}
	if (best)
		return best->user;
	record_say(record, STATUS_PART, "owner", "%s",
		id.len ? _("nobody has this lead's territory")
		       : _("the lead has no id to be assigned by"));
	return owner;
}
