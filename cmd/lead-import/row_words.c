#include "row_value.h"

#include "lead/fold.h"
#include "lead/lexicon.h"
#include "record/header.h"

/* Words that tell of a number what it tells itself, folded. */
static const char *const idle[] = {"c", "call", "cell", "ff", "ffon",
	"landline", "m", "mob", "mobile", "no", "number", "p", "ph", "phone",
	"rhif", "symudol", "t", "tel", "telephone"};

/*
 * Without the marks by which words are put beside a number.  "/9" is another
 * end of it, and stays.
 */
static struct view
bare(struct view words)
{
	struct view all = words;

	static const char marks[] = " ,;:/|-";

	while (words.len && strchr(marks, words.at[0]))
		words = view_from(words, 1);
	while (words.len && strchr(marks, words.at[words.len - 1]))
		words.len--;
	if (words.len && words.at[0] >= '0' && words.at[0] <= '9')
		return all;
	if (words.len > 2 && words.at[0] == '(' &&
		view_find_byte(words, ')') == words.len - 1)
		words = (struct view){words.at + 1, words.len - 2};
	return words;
}

static bool
is_idle(struct view key)
{
	struct view word;

	while (view_cut(&key, ' ', &word))
		if (!lexicon_find(LEXICON(idle), word))
			return false;
	return true;
}

void
row_put_words(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view words)
{
	const struct schema *schema = context->schema;
	size_t start = row->text.len;

	words = bare(words);
	if (!words.len)
		return;
	str_clear(&row->scratch);
	fold_key(words, &row->scratch);
	/* "(029) 2018 0000" and "* 029 ..." have marks there, and no word. */
	if (!row->scratch.len || is_idle(str_view(&row->scratch)))
		return;
	row_put_refusal(row, context, field, words);
	str_printf(&row->text,
		"%s: ", header_name(&schema->out, (size_t)field->to));
	str_put(&row->text, words);
	row_join(row, JOIN_NOTES, &row->out[schema->at.notes],
		str_tail(&row->text, start));
}
