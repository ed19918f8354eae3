#include "base/visible.h"

#include "base/utf8.h"

struct range {
	uint32_t first, last;
};

/* What would steer a terminal or hide from the reader, above ASCII. */
static const struct range hidden[] = {
	{0x0080, 0x009F},   /* C1 controls: U+009B is a CSI */
	{0x00AD, 0x00AD},   /* soft hyphen */
	{0x034F, 0x034F},   /* combining grapheme joiner */
	{0x061C, 0x061C},   /* Arabic letter mark */
	{0x115F, 0x1160},   /* Hangul fillers */
	{0x17B4, 0x17B5},   /* Khmer inherent vowels */
	{0x180B, 0x180E},   /* Mongolian selectors */
	{0x200B, 0x200F},   /* zero width, direction marks */
	{0x2028, 0x202E},   /* line separators, bidi overrides */
	{0x2060, 0x206F},   /* word joiner, bidi isolates */
	{0x3164, 0x3164},   /* Hangul filler */
	{0xFE00, 0xFE0F},   /* variation selectors */
	{0xFEFF, 0xFEFF},   /* byte order mark */
	{0xFFA0, 0xFFA0},   /* half-width Hangul filler */
	{0xFFF9, 0xFFFB},   /* interlinear annotation */
	{0xE0000, 0xE0FFF}, /* tags and selectors */
};

static bool
is_hidden(uint32_t c)
{
	for (size_t i = 0; i < sizeof(hidden) / sizeof(*hidden); i++)
		if (c >= hidden[i].first && c <= hidden[i].last)
			return true;
	return false;
}

void
visible_write(struct view v, struct str *out)
{
	while (v.len) {
		const char *start = v.at;
		int32_t c = utf8_next(&v);

		if (c < 0)
			str_printf(out, "\\x%02x", (unsigned char)*start);
		else if (c < 0x20 || c == 0x7F)
			str_printf(out, "\\x%02x", (unsigned)c);
		else if (c > 0x7F && is_hidden((uint32_t)c))
			str_printf(out, "\\u%04x", (unsigned)c);
		else
			str_bytes(out, start, (size_t)(v.at - start));
	}
}
