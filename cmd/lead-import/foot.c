#include "foot.h"

#include "lead/lexicon.h"

/* In English, Welsh, French, German, Spanish, Italian and Dutch. */
static const char *const words[] = {"average", "count", "cyfanswm", "exported",
	"generated", "gesamt", "grand", "page", "printed", "records", "report",
	"rows", "subtotal", "suma", "summe", "totaal", "total", "totale",
	"totals"};

/* What stands beside these. */
static const char *const others[] = {"at", "by", "contacts", "date", "general",
	"leads", "number", "of", "on", "sum", "time"};

/* The next word of a text, in small letters, without digits and marks. */
static bool
next_word(struct view *text, char small[16], struct view *word)
{
	size_t n = 0;
	struct view piece;

	if (!text->len || !view_cut(text, ' ', &piece))
		return false;
	for (size_t i = 0; i < piece.len && n < 16; i++) {
		char c = piece.at[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c + 32);
		if ((unsigned char)c > '9')
			small[n++] = c;
	}
	while (n && small[n - 1] == ':')
		n--;
	*word = (struct view){small, n};
	return true;
}

/* Is it made of such words and numbers only?  "Page Turner" is a person. */
static bool
says_so(struct view text)
{
	char small[16];
	struct view word;
	bool found = false;

	while (next_word(&text, small, &word)) {
		bool is = lexicon_find(LEXICON(words), word) != NULL;

		found |= is;
		if (word.len && !is && !lexicon_find(LEXICON(others), word))
			return false;
	}
	return found;
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

bool
foot_is(const struct csv *csv, const struct dump_plan *plan)
{
	struct view first = {0};
	size_t numbers = 0;

	for (size_t i = 0; i < csv->n; i++) {
		struct view field = view_trim(csv->fields[i]);

		if (!field.len)
			continue;
		if (!first.len)
			first = field;
		else if (plan->fields[i].kind == KIND_POSTCODE ||
			(!is_numeric(field) && !says_so(field)))
			return false;
		else
			numbers++;
	}
	return numbers && says_so(first);
}
