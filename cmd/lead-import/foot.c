#include "foot.h"

#include "lead/lexicon.h"

/* In English, Welsh, French, German, Spanish, Italian and Dutch. */
static const char *const words[] = {"average", "count", "cyfanswm", "end",
	"exported", "generated", "gesamt", "grand", "page", "printed",
	"records", "report", "rows", "subtotal", "suma", "summe", "totaal",
	"total", "totale", "totals"};

/* The first word of a text, in small letters. */
static struct view
first_word(struct view text, char small[16])
{
	size_t n = 0;

	while (n < text.len && n < 16) {
		char c = text.at[n];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c + 32);
		if (c < 'a' || c > 'z')
			break;
		small[n++] = c;
	}
	return (struct view){small, n};
}

/* "3", "GBP 1,234.50", "Page 1 of 2", "3/4/2026": a digit, and few letters. */
static bool
is_numeric(struct view text)
{
	size_t digits = 0, letters = 0;

	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];

		digits += c >= '0' && c <= '9';
		letters += c >= 'A' && c != '_';
	}
	return digits && letters <= 3;
}

static bool
is_page(struct view text)
{
	char small[16];
	struct view word = first_word(text, small);

	return view_is(word, "page") || view_is(word, "rows") ||
		view_is(word, "records");
}

bool
foot_is(const struct csv *csv)
{
	struct view first = {0};
	size_t others = 0;
	char small[16];

	for (size_t i = 0; i < csv->n; i++) {
		struct view field = view_trim(csv->fields[i]);

		if (!field.len)
			continue;
		if (!first.len)
			first = field;
		else if (is_numeric(field) || is_page(field))
			others++;
		else
			return false;
	}
	return others &&
		lexicon_find(LEXICON(words), first_word(first, small)) != NULL;
}
