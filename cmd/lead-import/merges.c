#include "merges.h"

#include "base/file.h"
#include "record/field.h"
#include "record/sheet.h"

#include <stdlib.h>

/* Take a sheet's rows over; its first column says where they went. */
static void
take_rows(struct merges *merges, const struct sheet *sheet)
{
	int into = sheet_need(sheet, "merged_into");
	struct view *fields = mem_new(merges->header.n, sizeof(*fields));
	struct str *plain = mem_new(merges->header.n, sizeof(*plain));

	for (size_t row = 0; row < sheet->n; row++) {
		for (size_t i = 0; i < merges->header.n; i++) {
			int at = header_find(&sheet->header,
				view_of(header_name(&merges->header, i)));

			str_clear(&plain[i]);
			fields[i] = field_plain(
				sheet_get(sheet, row, at), &plain[i]);
		}
		merges_add(merges, sheet_get(sheet, row, into), fields);
	}
	for (size_t i = 0; i < merges->header.n; i++)
		str_fini(&plain[i]);
	mem_free(plain);
	mem_free(fields);
}

/* Add all columns but that which says where a part went. */
static void
add_columns(struct header *header, const struct header *more)
{
	for (size_t i = 0; i < more->n; i++) {
		struct view name = view_of(header_name(more, i));

		if (!view_is(name, "merged_into"))
			header_add(header, name);
	}
}

void
merges_load(struct merges *merges, const char *path, const struct header *also,
	struct headers *headers)
{
	struct sheet sheet = {0};
	bool there = sheet_load_if(&sheet, path);

	*merges = (struct merges){.headers = headers};
	header_add(&merges->header, VIEW("lead_id"));
	if (there)
		add_columns(&merges->header, &sheet.header);
	if (also)
		add_columns(&merges->header, also);
	if (there)
		take_rows(merges, &sheet);
	sheet_fini(&sheet);
}

static struct view
copy(struct merges *merges, struct view v)
{
	return (struct view){arena_text(&merges->text, v.at, v.len), v.len};
}

void
merges_add(struct merges *merges, struct view lead, const struct view *fields)
{
	struct part part = {copy(merges, lead),
		arena_new(&merges->text, merges->header.n * sizeof(*fields))};

	for (size_t i = 0; i < merges->header.n; i++)
		part.fields[i] = copy(merges, fields[i]);
	merges->parts = mem_grow(merges->parts, &merges->cap, merges->n + 1,
		sizeof(*merges->parts));
	merges->parts[merges->n++] = part;
}

/* The lead's own part is the first of it. */
static int
by_lead(const void *a, const void *b)
{
	const struct part *x = a, *y = b;
	int order = view_order(x->lead, y->lead);
	bool own_x = view_eq(x->lead, x->fields[0]);
	bool own_y = view_eq(y->lead, y->fields[0]);

	if (order)
		return order;
	return own_x != own_y ? own_y - own_x
			      : view_order(x->fields[0], y->fields[0]);
}

void
merges_settle(struct merges *merges)
{
	struct merge *plan = merge_new(&merges->header, merges->headers);
	struct merging merging = {0};
	bool begun = false;
	size_t out = 0;

	if (merges->n)
		qsort(merges->parts, merges->n, sizeof(*merges->parts),
			by_lead);
	for (size_t i = 0; i < merges->n; i++) {
		struct part *part = &merges->parts[i];

		if (out && by_lead(part, &merges->parts[out - 1]) == 0) {
			if (!begun)
				merging_start(&merging, plan,
					merges->parts[out - 1].fields,
					&merges->text);
			begun = true;
			merging_add(&merging, part->fields);
			continue;
		}
		if (begun)
			merging_end(&merging);
		begun = false;
		merges->parts[out++] = *part;
	}
	if (begun)
		merging_end(&merging);
	merging_fini(&merging);
	merges->n = out;
	merge_free(plan);
}

size_t
merges_end(const struct merges *merges, size_t from)
{
	size_t end = from + 1;

	while (end < merges->n &&
		view_eq(merges->parts[end].lead, merges->parts[from].lead))
		end++;
	return end;
}

static void
write_all(const struct merges *merges, struct str *out)
{
	str_add(out, "merged_into\t");
	header_write(&merges->header, out);
	for (size_t p = 0; p < merges->n; p++) {
		str_put(out, merges->parts[p].lead);
		for (size_t i = 0; i < merges->header.n; i++) {
			str_byte(out, '\t');
			field_write(merges->parts[p].fields[i], out);
		}
		str_byte(out, '\n');
	}
}

void
merges_save(const struct merges *merges, const char *path)
{
	struct output file = {0};
	struct str out = {0}, old = {0};

	write_all(merges, &out);
	if (file_load_if(path, &old) ? !view_eq(str_view(&old), str_view(&out))
				     : merges->n > 0) {
		output_open(&file, path);
		output_write(&file, str_view(&out));
		output_close(&file);
	}
	str_fini(&out);
	str_fini(&old);
}

void
merges_fini(struct merges *merges)
{
	mem_free(merges->parts);
	header_fini(&merges->header);
	arena_fini(&merges->text);
}
