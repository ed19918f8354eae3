#include "also_lines.h"
#include "merge_plan.h"

/* Keep a value that has not stayed; returns whether that is new. */
static bool
keep(struct merging *merging, struct view value)
{
	const struct merge *merge = merging->merge;

	if (merge->notes < 0)
		return false;
	for (size_t k = 0; k < merge->kept_n; k++)
		if (view_eq(value, merging->into[merge->kept[k]]))
			return false;
	return also_keep(&merging->also, value, merging->text);
}

/* Add a record's pieces to a list of them, but for what its notes keep. */
static bool
add_pieces(const struct merging *merging, const struct merge_part *part,
	const struct view *record, struct pieces *pieces)
{
	size_t column = part->columns[0];
	struct view text = record[column];

	if ((int)column == merging->merge->notes)
		text = also_without(text, merging->text);
	return pieces_add(pieces, text, view_of(part->detail));
}

void
merging_start(struct merging *merging, const struct merge *merge,
	struct view *into, struct arena *text)
{
	struct view notes = {0}, value;
	size_t lists = 0;

	if (merging->merge != merge) {
		merging_fini(merging);
		merging->merge = merge;
		merging->pieces = mem_new(merge->n + 1, sizeof(struct pieces));
	}
	merging->into = into;
	merging->text = text;
	for (size_t p = 0; p < merge->n; p++) {
		const struct merge_part *part = &merge->parts[p];

		if (part->rule != RULE_PIECES)
			continue;
		pieces_clear(&merging->pieces[lists]);
		add_pieces(merging, part, into, &merging->pieces[lists++]);
	}
	pieces_clear(&merging->also);
	if (merge->notes >= 0)
		notes = into[merge->notes];
	while (also_find(&notes, &value))
		also_keep(&merging->also, value, text);
}

bool
merging_add(struct merging *merging, const struct view *from)
{
	const struct merge *merge = merging->merge;
	struct view before[MERGE_KEPT];
	struct view notes = {0}, value;
	bool changed = false;
	size_t lists = 0;

	for (size_t k = 0; k < merge->kept_n; k++)
		before[k] = merging->into[merge->kept[k]];
	for (size_t p = 0; p < merge->n; p++) {
		const struct merge_part *part = &merge->parts[p];

		changed |= part->rule == RULE_PIECES
			? add_pieces(merging, part, from,
				  &merging->pieces[lists++])
			: merge_choose(part, merging->into, from);
	}
	for (size_t k = 0; k < merge->kept_n; k++) {
		changed |= keep(merging, before[k]);
		changed |= keep(merging, from[merge->kept[k]]);
	}
	if (merge->notes >= 0)
		notes = from[merge->notes];
	while (also_find(&notes, &value))
		changed |= keep(merging, value);
	return changed;
}

/* The notes' pieces have become text. */
static void
end_notes(struct merging *merging, struct pieces *notes)
{
	const struct merge *merge = merging->merge;

	for (size_t k = 0; k < merge->kept_n; k++)
		also_drop(&merging->also, merging->into[merge->kept[k]],
			merging->text);
	merging->into[merge->notes] =
		also_text(&merging->also, notes, merging->text);
}

void
merging_end(struct merging *merging)
{
	const struct merge *merge = merging->merge;
	size_t lists = 0;

	for (size_t p = 0; p < merge->n; p++) {
		const struct merge_part *part = &merge->parts[p];
		size_t column = part->columns[0];

		if (part->rule != RULE_PIECES)
			continue;
		if ((int)column == merge->notes)
			end_notes(merging, &merging->pieces[lists++]);
		else
			merging->into[column] =
				pieces_text(&merging->pieces[lists++],
					view_of(part->detail), merging->text);
	}
}

void
merging_fini(struct merging *merging)
{
	for (size_t p = 0; merging->merge && p < merging->merge->n; p++)
		pieces_fini(&merging->pieces[p]);
	pieces_fini(&merging->also);
	mem_free(merging->pieces);
	*merging = (struct merging){0};
}

static bool
has_piece(struct view text, struct view separator, struct view piece)
{
	struct view other;

	while (pieces_cut(&text, separator, &other))
		if (view_eq(other, piece))
			return true;
	return false;
}

struct view
merge_anew(const struct merge *merge, size_t column, struct view now,
	struct view made, struct view anew, struct arena *text)
{
	struct pieces pieces = {0}, also = {0};
	struct view separator = {0}, piece, value, kept = anew;
	bool notes = (int)column == merge->notes;

	for (size_t p = 0; p < merge->n; p++)
		if (merge->parts[p].rule == RULE_PIECES &&
			merge->parts[p].columns[0] == column)
			separator = view_of(merge->parts[p].detail);
	if (!separator.len)
		return now;
	while (notes && also_find(&kept, &value))
		also_keep(&also, value, text);
	pieces_add(&pieces, notes ? also_without(anew, text) : anew, separator);
	while (pieces_cut(&now, separator, &piece)) {
		kept = piece;
		if (has_piece(made, separator, piece))
			continue;
		if (notes && also_find(&kept, &value))
			also_keep(&also, value, text);
		else
			pieces_add(&pieces, piece, separator);
	}
	now = notes ? also_text(&also, &pieces, text)
		    : pieces_text(&pieces, separator, text);
	pieces_fini(&pieces);
	pieces_fini(&also);
	return now;
}
