#include "mended.h"

#include "chunk.h"

#include "base/mem.h"

/* Which fields are not empty in all of the dump. */
static void
look(const struct dump *dump, size_t max_record, bool *filled)
{
	struct dump again = *dump; /* whose reading is ours alone */
	struct chunks chunks = {
		.dumps = &again, .n = 1, .max_record = max_record};
	struct chunk chunk = {0};
	enum csv_got got;

	while (chunk_take(&chunks, &chunk)) {
		chunk_begin(&chunk);
		while ((got = chunk_next(&chunk)) != CSV_END)
			for (size_t i = 0;
				i < chunk.csv.n && i < dump->layout.width; i++)
				filled[i] |= chunk.csv.fields[i].len > 0;
	}
	chunk_fini(&chunk);
}

void
mended_drop(
	const struct dump *dump, size_t max_record, struct meaning *meanings)
{
	bool *filled = mem_new(dump->layout.width + 1, sizeof(*filled));

	look(dump, max_record, filled);
	for (size_t i = 0; i < dump->layout.width; i++)
		if (!filled[i])
			meanings[i] = (struct meaning){.asked = true};
	mem_free(filled);
}
