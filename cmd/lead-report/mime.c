#include "mime.h"

#include "base/utf8.h"
#include "base/visible.h"

#define LINE 76 /* RFC 2045 section 6.7 and RFC 2047 section 2 */
#define WORD 63 /* octets of an encoded word's text: 75 less "=?utf-8?q??=" */

static bool
is_ascii(struct view v)
{
	for (size_t i = 0; i < v.len; i++)
		if ((unsigned char)v.at[i] >= 0x80)
			return false;
	return true;
}

static bool
is_alnum(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
		(c >= 'A' && c <= 'Z');
}

/* A character in the q encoding of a phrase: RFC 2047 section 5 (3). */
static void
q_encode(struct view character, struct str *out)
{
	for (size_t i = 0; i < character.len; i++) {
		unsigned char c = (unsigned char)character.at[i];

		if (c == ' ')
			str_byte(out, '_');
		else if (is_alnum((char)c))
			str_byte(out, (char)c);
		else
			str_printf(out, "=%02X", c);
	}
}

/*
 * Encoded words with a folded line between each two, a character never cut
 * in two.  used: octets of the line so far.
 */
static void
put_words(struct view plain, size_t used, struct str *out)
{
	struct str word = {0};
	struct str one = {0};
	size_t room = LINE - 12 > used ? LINE - 12 - used : 0;

	if (room > WORD)
		room = WORD;
	while (plain.len) {
		const char *start = plain.at;

		(void)utf8_next(&plain);
		str_clear(&one);
		q_encode(
			(struct view){start, (size_t)(plain.at - start)}, &one);
		if (word.len + one.len > room) {
			if (word.len)
				str_printf(
					out, "=?utf-8?q?%s?=", str_text(&word));
			str_add(out, "\n ");
			str_clear(&word);
			room = WORD;
		}
		str_put(&word, str_view(&one));
	}
	str_printf(out, "=?utf-8?q?%s?=", str_text(&word));
	str_fini(&one);
	str_fini(&word);
}

/* Plain words, folded at blanks; false when that cannot be done. */
static bool
put_plain(struct view plain, size_t used, struct str *out)
{
	size_t start = out->len;
	struct view rest = plain;
	struct view word;
	bool first = true;

	while (view_cut(&rest, ' ', &word)) {
		/* Runs of blanks must not stand where a line is folded. */
		if (!word.len || word.len > LINE - 2 ||
			(first && used + word.len > LINE)) {
			out->len = start;
			return false;
		}
		if (!first && used + 1 + word.len > LINE) {
			str_byte(out, '\n');
			used = 0;
		}
		if (!first) {
			str_byte(out, ' ');
			used++;
		}
		str_put(out, word);
		used += word.len;
		first = false;
	}
	return true;
}

void
mime_header(const char *name, struct view plain, struct str *out)
{
	struct str safe = {0};
	size_t used = strlen(name) + 2;

	visible_write(plain, &safe);
	str_printf(out, "%s: ", name);
	/* "=?" in plain text would be taken for an encoded word. */
	if (!is_ascii(str_view(&safe)) ||
		view_find(str_view(&safe), VIEW("=?")) < safe.len ||
		!put_plain(str_view(&safe), used, out))
		put_words(str_view(&safe), used, out);
	str_byte(out, '\n');
	str_fini(&safe);
}

static bool
is_address(struct view address)
{
	size_t at = view_find_byte(address, '@');

	if (!at || at + 1 >= address.len || address.len > 254)
		return false;
	for (size_t i = 0; i < address.len; i++) {
		unsigned char c = (unsigned char)address.at[i];

		if (c <= ' ' || c >= 0x7F || strchr("<>()[],;:\\\"", c) ||
			(c == '@' && i != at))
			return false;
	}
	return true;
}

bool
mime_address(const char *field, struct view name, struct view address,
	struct str *out)
{
	struct str safe = {0};

	if (!is_address(address))
		return false;
	visible_write(name, &safe);
	str_printf(out, "%s: ", field);
	if (safe.len) {
		put_words(str_view(&safe), strlen(field) + 2, out);
		str_add(out, "\n ");
	}
	str_printf(out, "<%.*s>\n", VIEW_ARGS(address));
	str_fini(&safe);
	return true;
}

/* How a byte stands in quoted-printable; last: of its line. */
static size_t
encode_byte(struct view text, size_t i, size_t column, char encoded[4])
{
	static const char hex[] = "0123456789ABCDEF";
	unsigned char c = (unsigned char)text.at[i];
	bool last = i + 1 == text.len || text.at[i + 1] == '\n';
	bool plain = (c > ' ' && c < 0x7F && c != '=') ||
		((c == ' ' || c == '\t') && !last);

	/* A lone dot ends SMTP's data; "From " is altered in mailboxes. */
	if (column == 0 && (c == '.' || c == 'F'))
		plain = false;
	if (plain) {
		encoded[0] = (char)c;
		return 1;
	}
	encoded[0] = '=';
	encoded[1] = hex[c >> 4];
	encoded[2] = hex[c & 15];
	return 3;
}

void
mime_quoted_printable(struct view text, struct str *out)
{
	size_t column = 0;

	for (size_t i = 0; i < text.len; i++) {
		char encoded[4];
		size_t n;

		if (text.at[i] == '\n') {
			str_byte(out, '\n');
			column = 0;
			continue;
		}
		n = encode_byte(text, i, column, encoded);
		if (column + n > LINE - 1) {
			str_add(out, "=\n");
			column = 0;
			n = encode_byte(text, i, column, encoded);
		}
		str_bytes(out, encoded, n);
		column += n;
	}
	if (column)
		str_byte(out, '\n');
}
