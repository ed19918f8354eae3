/*
 * Every escaper of lead-report, chosen by the first byte: what comes out
 * can never be more than text where it stands.
 */
#include "../../cmd/lead-report/calendar.h"
#include "../../cmd/lead-report/data.h"
#include "../../cmd/lead-report/html.h"
#include "../../cmd/lead-report/layout.h"
#include "../../cmd/lead-report/link.h"
#include "../../cmd/lead-report/markdown.h"
#include "../../cmd/lead-report/mime.h"
#include "../../cmd/lead-report/roff.h"
#include "base/utf8.h"

#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool
has(const struct str *s, const char *bytes)
{
	for (size_t i = 0; i < s->len; i++)
		if (s->data[i] && strchr(bytes, s->data[i]))
			return true;
	return false;
}

static bool
has_control(const struct str *s, const char *but)
{
	for (size_t i = 0; i < s->len; i++)
		if ((unsigned char)s->data[i] < 0x20 &&
			(!s->data[i] || !strchr(but, s->data[i])))
			return true;
	return false;
}

/* The longest stretch without the byte. */
static size_t
longest(const struct str *s, char between)
{
	size_t most = 0;
	size_t run = 0;

	for (size_t i = 0; i < s->len; i++) {
		run = s->data[i] == between ? 0 : run + 1;
		most = run > most ? run : most;
	}
	return most;
}

static void
try_html(struct view v, struct str *out)
{
	html_text(v, out);
	assert(!has(out, "<>\"'") && !has_control(out, "\n"));
}

static void
try_csv(struct view v, struct str *out)
{
	data_csv_field(v, true, out);
	assert(!out->len || !out->data[0] ||
		!strchr("=+-@\t\r\n", out->data[0]));
	str_clear(out);
	data_csv_field(v, false, out);
	assert(out->len >= v.len);
}

static void
try_json(struct view v, struct str *out)
{
	data_json_string(v, out);
	assert(!has_control(out, "") && !has(out, "<"));
	assert(utf8_valid(str_view(out)) == out->len);
}

static void
try_header(struct view v, struct str *out)
{
	mime_header("Subject", v, out);
	for (size_t i = 0; i + 1 < out->len; i++)
		assert(out->data[i] != '\n' || out->data[i + 1] == ' ');
	assert(!has_control(out, "\n") && longest(out, '\n') <= 78);
	str_clear(out);
	if (mime_address("To", v, VIEW("a@b.example"), out))
		for (size_t i = 0; i + 1 < out->len; i++)
			assert(out->data[i] != '\n' || out->data[i + 1] == ' ');
	str_clear(out);
	if (mime_address("To", VIEW(""), v, out))
		assert(!has(out, ",;\"()"));
}

static void
try_quoted(struct view v, struct str *out)
{
	mime_quoted_printable(v, out);
	assert(longest(out, '\n') <= 76 && !has_control(out, "\n\t"));
}

static void
try_calendar(struct view v, struct str *out)
{
	calendar_property("SUMMARY", v, out);
	assert(longest(out, '\n') <= 76 && !has_control(out, "\r\n"));
	for (size_t i = 0; i + 1 < out->len; i++)
		assert(out->data[i] != '\n' || out->data[i + 1] == ' ');
}

static void
try_roff(struct view v, struct str *out)
{
	roff_text(v, out);
	assert(out->len >= 2 && memcmp(out->data, "\\&", 2) == 0);
	assert(!has_control(out, ""));
	/* A backslash begins \& or a character's name, nothing else. */
	for (size_t i = 2; i < out->len; i++)
		assert(out->data[i] != '\\' || out->data[i + 1] == '[');
}

static void
try_markdown(struct view v, struct str *out)
{
	markdown_text(v, out);
	assert(!has_control(out, ""));
	for (size_t i = 0; i < out->len; i++) {
		if (out->data[i] == '\\')
			i++;
		else
			assert(!out->data[i] ||
				!strchr("`*_{}[]<>#|~", out->data[i]));
	}
}

static void
try_link(struct view v, struct str *out)
{
	static const enum doc_kind kinds[] = {DOC_PHONE, DOC_EMAIL, DOC_LINK};

	for (size_t i = 0; i < 3; i++) {
		struct doc_cell cell = {v, kinds[i], DOC_PLAIN};

		str_clear(out);
		if (!link_of(&cell, out))
			continue;
		assert(!has(out, " \"'<>\\`") && !has_control(out, ""));
		assert(view_starts(str_view(out), VIEW("tel:+")) ||
			view_starts(str_view(out), VIEW("mailto:")) ||
			view_starts(str_view(out), VIEW("http://")) ||
			view_starts(str_view(out), VIEW("https://")));
	}
}

static void
try_lines(struct view v, struct str *out)
{
	layout_lines(v, 10, out);
	assert(!has_control(out, "\n"));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static void (*const tries[])(struct view, struct str *) = {try_html,
		try_csv, try_json, try_header, try_quoted, try_calendar,
		try_roff, try_markdown, try_link, try_lines};
	struct str out = {0};

	if (!size)
		return 0;
	tries[data[0] % (sizeof(tries) / sizeof(*tries))](
		(struct view){(const char *)data + 1, size - 1}, &out);
	str_fini(&out);
	return 0;
}
