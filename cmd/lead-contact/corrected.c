#include "corrected.h"

#include "base/mem.h"
#include "lead/store.h"
#include "record/field.h"

bool
corrected_open(struct corrected *corrected, const struct common *common,
	struct view only, int64_t as_of)
{
	char *path = store_path(common, "notes.tsv");
	const struct log file = {
		.path = path, .header = VIEW(NOTE_HEADER), .quiet = true};
	enum status status;

	*corrected = (struct corrected){0};
	status = history_open_lead(&corrected->log, &file, only, as_of);
	mem_free(path);
	return status != STATUS_FAIL;
}

static void
put(struct corrected *corrected, const struct correction *correction,
	struct view field[GATE_FIELDS])
{
	for (int i = 0; i < GATE_FIELDS; i++)
		if (view_is(correction->column, gate_names[i]))
			field[i] = field_plain(
				correction->value, &corrected->plain);
}

void
corrected_put(struct corrected *corrected, struct view lead_id,
	struct view field[GATE_FIELDS])
{
	const struct known *known = &corrected->known;
	size_t room = 0;

	history_load(&corrected->history, &corrected->log, lead_id);
	known_of(&corrected->history, &corrected->known);
	for (size_t i = 0; i < known->set_n; i++)
		room += known->set[i].value.len;
	/* so that what is put there stays where it is */
	str_clear(&corrected->plain);
	str_reserve(&corrected->plain, room);
	for (size_t i = 0; i < known->set_n; i++)
		put(corrected, &known->set[i], field);
}

void
corrected_close(struct corrected *corrected)
{
	history_close(&corrected->log);
	history_fini(&corrected->history);
	known_fini(&corrected->known);
	str_fini(&corrected->plain);
}
