#include "headers_table.h"

/* Let each vendor count the headers that are its own. */
static void
count(const struct headers *headers, const struct view *keys, size_t n,
	size_t *counts)
{
	for (size_t i = 0; i < n; i++) {
		bool seen[VENDORS] = {false};

		for (size_t j = 0; j < headers->n; j++) {
			const struct entry *e = &headers->entries[j];

			if (e->vendor < 0 || seen[e->vendor] ||
				!view_eq(e->key, keys[i]))
				continue;
			seen[e->vendor] = true;
			counts[e->vendor]++;
		}
	}
}

struct view
headers_vendor_of(struct view preset)
{
	if (view_starts(preset, VIEW("sales-navigator")))
		return VIEW("sales-navigator");
	if (view_is(preset, "companies-house"))
		return preset;
	if (view_is(preset, "generic") || view_is(preset, "vcard"))
		return (struct view){0};
	return view_upto(preset, view_find_byte(preset, '-'));
}

/* Has this vendor, by any of its presets, a header that no other has? */
static bool
is_telling(const struct headers *headers, struct view vendor, struct view key)
{
	bool own = false;

	for (size_t i = 0; i < headers->n; i++) {
		const struct entry *e = &headers->entries[i];

		if (e->vendor < 0 || !view_eq(e->key, key))
			continue;
		if (!view_eq(headers_vendor_of(headers->vendors[e->vendor]),
			    vendor))
			return false;
		own = true;
	}
	return own;
}

struct view
headers_vendor(const struct headers *headers, const struct view *keys, size_t n)
{
	size_t counts[VENDORS] = {0};
	struct view vendor;
	size_t best = 0;
	size_t telling = 0;

	count(headers, keys, n, counts);
	for (size_t i = 1; i < headers->vendors_n; i++)
		if (counts[i] > counts[best])
			best = i;
	vendor = headers_vendor_of(headers->vendors[best]);
	for (size_t i = 0; i < n && vendor.len; i++)
		telling += is_telling(headers, vendor, keys[i]);
	if (telling >= 3 || (telling && counts[best] * 5 >= n * 3))
		return vendor;
	return (struct view){0};
}
