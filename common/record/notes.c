#include "record/notes.h"

#include "base/mem.h"

void
notes_add(
	struct notes *notes, struct note note, const char *format, va_list args)
{
	if (note.status > notes->status)
		notes->status = note.status;
	/* More than this is only counted, so it need not be kept. */
	if (notes->n >= NOTES_MOST && note.status < STATUS_FAIL) {
		notes->n++;
		return;
	}
	notes->all = mem_grow(
		notes->all, &notes->cap, NOTES_MOST + 1, sizeof(*notes->all));
	note.text = notes->text.len;
	str_vprintf(&notes->text, format, args);
	str_byte(&notes->text, '\0');
	notes->all[notes->n < NOTES_MOST ? notes->n : NOTES_MOST] = note;
	notes->n++;
}

static void
say_one(const struct notes *notes, const struct note *note, struct place where)
{
	where.line += note->line;
	where.column = note->column;
	warn_at(where, "%s", notes->text.data + note->text);
}

void
notes_say(struct notes *notes, struct place where, uint64_t *said)
{
	for (size_t i = 0; i < notes->n; i++, ++*said)
		if (i < NOTES_MOST && *said < NOTES_MOST &&
			notes->all[i].status < STATUS_FAIL)
			say_one(notes, &notes->all[i], where);
	/* What ends the run is the last of its block, and always said. */
	if (notes->status == STATUS_FAIL)
		say_one(notes,
			&notes->all[notes->n <= NOTES_MOST ? notes->n - 1
							   : NOTES_MOST],
			where);
	notes->n = 0;
	notes->status = STATUS_DONE;
	str_clear(&notes->text);
}

void
notes_fini(struct notes *notes)
{
	mem_free(notes->all);
	str_fini(&notes->text);
	*notes = (struct notes){0};
}
