#include "link.h"

static bool
is_alnum(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
		(c >= 'A' && c <= 'Z');
}

/* RFC 3986: unreserved characters and those of keep stand, others do not. */
static void
encode(struct view plain, const char *keep, struct str *out)
{
	for (size_t i = 0; i < plain.len; i++) {
		unsigned char c = (unsigned char)plain.at[i];

		if (is_alnum((char)c) || (c && strchr("-._~", c)) ||
			(c && strchr(keep, c)))
			str_byte(out, (char)c);
		else
			str_printf(out, "%%%02X", c);
	}
}

static bool
link_phone(struct view text, struct str *out)
{
	if (text.len < 4 || text.len > 16 || text.at[0] != '+')
		return false;
	for (size_t i = 1; i < text.len; i++)
		if (text.at[i] < '0' || text.at[i] > '9')
			return false;
	str_add(out, "tel:");
	str_put(out, text);
	return true;
}

static bool
link_email(struct view text, struct str *out)
{
	size_t at = view_find_byte(text, '@');
	struct view domain = view_from(text, at + 1);

	if (!at || !domain.len || view_find_byte(domain, '@') != domain.len ||
		view_find_byte(domain, '.') == domain.len)
		return false;
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.at[i] <= ' ' || text.at[i] == 0x7F)
			return false;
	str_add(out, "mailto:");
	encode(view_upto(text, at), "+", out);
	str_byte(out, '@');
	encode(domain, "", out);
	return true;
}

static bool
link_site(struct view text, struct str *out)
{
	struct view rest = text;
	const char *scheme = "https://";

	if (view_starts(text, VIEW("http://")))
		scheme = "http://";
	if (view_find(text, VIEW("://")) < text.len) {
		if (!view_starts(text, view_of(scheme)))
			return false;
		rest = view_from(text, strlen(scheme));
	}
	/* A host, perhaps a path: nothing that names a user or a port. */
	if (!rest.len || !is_alnum(rest.at[0]) ||
		view_find_byte(rest, '.') == rest.len ||
		view_find_byte(rest, ':') < rest.len ||
		view_find_byte(rest, '@') < rest.len)
		return false;
	str_add(out, scheme);
	encode(rest, "/?=&#,;+%", out);
	return true;
}

bool
link_of(const struct doc_cell *cell, struct str *out)
{
	switch (cell->kind) {
	case DOC_PHONE:
		return link_phone(cell->text, out);
	case DOC_EMAIL:
		return link_email(cell->text, out);
	case DOC_LINK:
		return link_site(cell->text, out);
	default:
		return false;
	}
}
