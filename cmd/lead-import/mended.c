#include "mended.h"

#include "chunk.h"

#include "base/mem.h"

struct filled {
	bool *all; /* which fields are not empty in all of the dump */
	size_t n;
};

static bool
look(void *data, const struct csv *csv)
{
	struct filled *filled = data;

	for (size_t i = 0; i < csv->n && i < filled->n; i++)
		filled->all[i] |= csv->fields[i].len > 0;
	return true;
}

void
mended_drop(
	const struct dump *dump, size_t max_record, struct meaning *meanings)
{
	size_t n = dump->layout.width;
	struct filled filled = {mem_new(n + 1, sizeof(bool)), n};

	chunk_walk(dump, max_record, look, &filled);
	for (size_t i = 0; i < n; i++)
		if (!filled.all[i])
			meanings[i] = (struct meaning){.asked = true};
	mem_free(filled.all);
}
