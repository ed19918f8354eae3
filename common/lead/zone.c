#include "lead/zone.h"

#include "base/day.h"
#include "base/file.h"
#include "base/mem.h"

#include <stdlib.h>

#define FOLDER "/usr/share/zoneinfo/"
#define LOCAL "/etc/localtime"
#define HEADER 44   /* bytes, RFC 8536 section 3.1 */
#define MOST 100000 /* of anything in a file */

static const struct zone_type utc = {0, "UTC"};

/* The counts of a TZif header. */
struct counts {
	size_t isut, isstd, leap, time, type, chars;
};

static uint64_t
number(const char *p, size_t bytes)
{
	uint64_t out = 0;

	for (size_t i = 0; i < bytes; i++)
		out = out << 8 | (unsigned char)p[i];
	return out;
}

static bool
read_counts(struct view v, struct counts *out)
{
	size_t *const all[] = {&out->isut, &out->isstd, &out->leap, &out->time,
		&out->type, &out->chars};

	if (v.len < HEADER || memcmp(v.at, "TZif", 4) != 0)
		return false;
	for (size_t i = 0; i < 6; i++) {
		*all[i] = (size_t)number(v.at + 20 + 4 * i, 4);
		if (*all[i] > MOST)
			return false;
	}
	return out->type > 0;
}

/* Bytes of a data block whose times have so many bytes. */
static size_t
block_size(const struct counts *n, size_t bytes)
{
	return n->time * (bytes + 1) + n->type * 6 + n->chars +
		n->leap * (bytes + 4) + n->isstd + n->isut;
}

static void
read_type(struct zone_type *out, const char *p, struct view names)
{
	struct view name = view_from(names, (unsigned char)p[5]);

	*out = (struct zone_type){.offset = (int32_t)(uint32_t)number(p, 4)};
	name = view_upto(name, view_find_byte(name, '\0'));
	name = view_upto(name, ZONE_NAME_MAX - 1);
	if (name.len)
		memcpy(out->name, name.at, name.len);
}

/* The data block of version 2 and later: times of 8 bytes. */
static bool
read_block(struct zone *zone, struct view v, const struct counts *n)
{
	const char *kinds = v.at + n->time * 8;
	const char *types = kinds + n->time;
	struct view names = {types + n->type * 6, n->chars};

	zone->changes = mem_new(n->time, sizeof(*zone->changes));
	zone->kinds = mem_new(n->time, sizeof(*zone->kinds));
	zone->types = mem_new(n->type, sizeof(*zone->types));
	zone->changes_n = n->time;
	zone->types_n = n->type;
	for (size_t i = 0; i < n->type; i++)
		read_type(&zone->types[i], types + 6 * i, names);
	for (size_t i = 0; i < n->time; i++) {
		zone->changes[i] = (int64_t)number(v.at + 8 * i, 8);
		zone->kinds[i] = (unsigned char)kinds[i];
		if (zone->kinds[i] >= n->type)
			return false;
	}
	return true;
}

static bool
read_file(struct zone *zone, struct view v)
{
	struct counts n;
	size_t size;

	if (!read_counts(v, &n) || v.at[4] < '2')
		return false;
	/* The first block has times of 4 bytes, for old readers. */
	v = view_from(v, HEADER + block_size(&n, 4));
	if (!read_counts(v, &n))
		return false;
	v = view_from(v, HEADER);
	size = block_size(&n, 8);
	if (v.len < size || !read_block(zone, v, &n))
		return false;
	v = view_from(v, size + 1); /* the rule stands between two LF */
	v = view_upto(v, view_find_byte(v, '\n'));
	zone->has_rule = v.len && zone_rule_read(v, &zone->rule);
	return true;
}

static bool
load_path(struct zone *zone, const char *path)
{
	struct str bytes = {0};
	bool good =
		file_load(path, &bytes) && read_file(zone, str_view(&bytes));

	str_fini(&bytes);
	if (!good)
		zone_fini(zone);
	return good;
}

/* A name that can only lead to a file below the folder. */
static bool
is_name(struct view name)
{
	if (!name.len || name.len > 64 || name.at[0] == '/')
		return false;
	for (size_t i = 0; i < name.len; i++) {
		char c = name.at[i];

		if (!((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
			    (c >= '0' && c <= '9') || c == '_' || c == '+' ||
			    c == '-' || c == '/'))
			return false;
	}
	return true;
}

bool
zone_load(struct zone *zone, struct view name)
{
	struct str path = {0};
	bool good;

	*zone = (struct zone){0};
	if (!is_name(name))
		return false;
	str_add(&path, FOLDER);
	str_put(&path, name);
	good = load_path(zone, str_text(&path));
	str_fini(&path);
	return good;
}

void
zone_load_own(struct zone *zone)
{
	const char *name = getenv("TZ");

	*zone = (struct zone){0};
	if (!name) {
		(void)load_path(zone, LOCAL);
		return;
	}
	name += *name == ':';
	if (*name == '/')
		(void)load_path(zone, name);
	else if (!zone_load(zone, view_of(name)))
		zone->has_rule = zone_rule_read(view_of(name), &zone->rule);
}

void
zone_fini(struct zone *zone)
{
	mem_free(zone->changes);
	mem_free(zone->kinds);
	mem_free(zone->types);
	*zone = (struct zone){0};
}

static const struct zone_type *
type_at(const struct zone *zone, int64_t moment)
{
	size_t low = 0;
	size_t high = zone->changes_n;

	if (zone->has_rule && (!high || moment >= zone->changes[high - 1]))
		return zone_rule_at(&zone->rule, moment);
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (zone->changes[middle] <= moment)
			low = middle + 1;
		else
			high = middle;
	}
	if (!zone->types_n)
		return &utc;
	/* RFC 8536: type 0 holds before the first change. */
	return &zone->types[low ? zone->kinds[low - 1] : 0];
}

void
zone_split(const struct zone *zone, int64_t moment, struct zone_time *out)
{
	int64_t local;

	out->type = type_at(zone, moment);
	local = moment + out->type->offset;
	out->day = moment_day(local);
	out->second = (int32_t)(local - out->day * DAY_SECONDS);
}

enum zone_fit
zone_moment(const struct zone *zone, int32_t day, int32_t second, int64_t *out)
{
	int64_t local = day * DAY_SECONDS + second;
	int64_t before = local - type_at(zone, local - DAY_SECONDS)->offset;
	int64_t after = local - type_at(zone, local + DAY_SECONDS)->offset;
	bool fits_before = before + type_at(zone, before)->offset == local;
	bool fits_after = after + type_at(zone, after)->offset == local;

	*out = fits_before || !fits_after ? before : after;
	if (!fits_before && !fits_after)
		return ZONE_NEVER;
	return fits_before && fits_after && before != after ? ZONE_TWICE
							    : ZONE_ONCE;
}
