#include "text_encoding.h"

#include "base/lang.h"
#include "base/utf8.h"

/*
 * UTF-16 without a mark: ASCII has a NUL in every other place, and so has at
 * least the line end among letters that are not.
 */
static const char *
by_nuls(const char *bytes, size_t len)
{
	size_t nuls[2] = {0};
	bool ended[2] = {false};

	for (size_t i = 0; i < len; i++) {
		size_t pair = i ^ 1;

		if (bytes[i])
			continue;
		nuls[i % 2]++;
		ended[i % 2] |= pair < len &&
			(bytes[pair] == '\n' || bytes[pair] == '\r');
	}
	for (size_t odd = 0; odd < 2; odd++)
		if (nuls[!odd] * 20 <= nuls[odd] &&
			(nuls[odd] * 3 > len ||
				(ended[odd] && nuls[odd] * 50 > len)))
			return odd ? "UTF-16LE" : "UTF-16BE";
	return NULL;
}

static bool
is_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/*
 * The encoding of old Macs, whose lines end with a CR alone: between letters
 * stand letters, where Windows-1252 has marks, and none where that has them.
 */
static const char *
by_letters(const char *bytes, size_t len)
{
	size_t mac = 0;

	if (memchr(bytes, '\n', len) || !memchr(bytes, '\r', len) ||
		utf8_valid((struct view){bytes, len}) == len)
		return NULL;
	for (size_t i = 1; i + 1 < len; i++) {
		unsigned char c = (unsigned char)bytes[i];
		/* Quotes, in either. */
		bool quote =
			(c >= 0x91 && c <= 0x94) || (c >= 0xD2 && c <= 0xD5);

		if (c < 0x80 || quote || !is_letter(bytes[i - 1]) ||
			!is_letter(bytes[i + 1]))
			continue;
		if (c >= 0xC0)
			return NULL;
		mac += c < 0xA0;
	}
	return mac ? "MACINTOSH" : NULL;
}

/* What is no table, though people export it: how it starts. */
static const struct {
	struct view start;
	const char *what;
} others[] = {
	{{"PK\3\4", 4}, N_("a spreadsheet (xlsx, ods) or another archive")},
	{{"\xD0\xCF\x11\xE0", 4}, N_("a spreadsheet (xls)")},
	{{"\x1F\x8B", 2}, N_("compressed (gzip)")},
	{{"BZh91AY&SY", 10}, N_("compressed (bzip2)")},
	{{"\xFD"
	  "7zXZ",
		 5},
		N_("compressed (xz)")},
	{{"%PDF-", 5}, N_("a document (PDF)")},
	{{"SQLite format 3", 15}, N_("a database (SQLite)")},
	{{"BEGIN:VCARD", 11}, N_("contact cards (vCard)")},
	{{"begin:vcard", 11}, N_("contact cards (vCard)")},
	{{"<!DOCTYPE", 9}, N_("a web page (HTML)")},
	{{"<!doctype", 9}, N_("a web page (HTML)")},
	{{"<html", 5}, N_("a web page (HTML)")},
	{{"<table", 6}, N_("a web page (HTML)")},
	{{"<?xml", 5}, "XML"},
	{{"{\"", 2}, "JSON"},
	{{"[{\"", 3}, "JSON"},
};

const char *
text_other(struct view start)
{
	if (view_starts(start, VIEW("\xEF\xBB\xBF")))
		start = view_from(start, 3);
	start = view_trim(start);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (view_starts(start, others[i].start))
			return others[i].what;
	return NULL;
}

const char *
text_encoding(struct view start, size_t *mark)
{
	const char *found;

	*mark = 3;
	if (view_starts(start, VIEW("\xEF\xBB\xBF")))
		return NULL;
	*mark = 2;
	if (view_starts(start, VIEW("\xFF\xFE")))
		return "UTF-16LE";
	if (view_starts(start, VIEW("\xFE\xFF")))
		return "UTF-16BE";
	*mark = 0;
	found = by_nuls(start.at, start.len);
	return found ? found : by_letters(start.at, start.len);
}
