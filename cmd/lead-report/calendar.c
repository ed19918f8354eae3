#include "calendar.h"

#include "base/day.h"
#include "base/lang.h"
#include "base/utf8.h"
#include "base/visible.h"
#include "build.h"
#include "show.h"

#define FOLD 75	   /* octets of a line, RFC 5545 section 3.1 */
#define MINUTES 30 /* that a follow-up takes */

/* A content line, folded between characters, ended with CRLF. */
static void
put_line(struct view line, struct str *out)
{
	size_t used = 0;

	while (line.len) {
		const char *start = line.at;
		size_t size;

		(void)utf8_next(&line);
		size = (size_t)(line.at - start);
		if (used + size > FOLD) {
			str_add(out, "\r\n ");
			used = 1;
		}
		str_bytes(out, start, size);
		used += size;
	}
	str_add(out, "\r\n");
}

static void
put_text(const char *text, struct str *out)
{
	put_line(view_of(text), out);
}

/* RFC 5545 section 3.3.11: \\ \; \, \n; no control characters. */
static void
escape(struct view plain, struct str *out)
{
	struct str seen = {0};

	while (plain.len) {
		size_t line = view_find_byte(plain, '\n');

		str_clear(&seen);
		visible_write(view_upto(plain, line), &seen);
		for (size_t i = 0; i < seen.len; i++) {
			if (strchr("\\;,", seen.data[i]))
				str_byte(out, '\\');
			str_byte(out, seen.data[i]);
		}
		plain = view_from(plain, line);
		if (plain.len)
			str_add(out, "\\n");
		plain = view_from(plain, 1);
	}
	str_fini(&seen);
}

void
calendar_property(const char *name, struct view plain, struct str *out)
{
	struct str line = {0};

	str_printf(&line, "%s:", name);
	escape(plain, &line);
	put_line(str_view(&line), out);
	str_fini(&line);
}

/* 2026-11-23T10:00:00Z as 20261123T100000Z. */
static void
put_moment(const char *name, int64_t moment, struct str *out)
{
	struct str iso = {0};
	struct str line = {0};

	moment_write(moment, &iso);
	str_printf(&line, "%s:", name);
	for (size_t i = 0; i < iso.len; i++)
		if (iso.data[i] != '-' && iso.data[i] != ':')
			str_byte(&line, iso.data[i]);
	put_line(str_view(&line), out);
	str_fini(&iso);
	str_fini(&line);
}

static void
put_date(const char *name, int32_t day, struct str *out)
{
	int year;
	int month;
	int date;
	struct str line = {0};

	day_split(day, &year, &month, &date);
	str_printf(
		&line, "%s;VALUE=DATE:%04d%02d%02d", name, year, month, date);
	put_line(str_view(&line), out);
	str_fini(&line);
}

static struct view
named(const struct doc_section *section, size_t row, const char *name)
{
	for (size_t c = 0; c < section->columns_n; c++)
		if (strcmp(section->columns[c].name, name) == 0)
			return doc_at(section, row, c)->text;
	return (struct view){"", 0};
}

static void
put_summary(const struct doc_section *section, size_t row, struct str *out)
{
	struct view action = named(section, row, "next_action");
	struct view company = named(section, row, "company");
	struct str text = {0};

	str_put(&text, action.len ? action : view_of(_("Follow up")));
	str_add(&text, ": ");
	str_put(&text, named(section, row, "full_name"));
	if (company.len) {
		str_add(&text, ", ");
		str_put(&text, company);
	}
	calendar_property("SUMMARY", str_view(&text), out);
	str_fini(&text);
}

/* Every column that people would see, one a line. */
static void
put_description(const struct doc *doc, const struct doc_section *section,
	size_t row, struct str *out)
{
	struct str text = {0};
	struct str shown = {0};

	for (size_t c = 0; c < section->columns_n; c++) {
		str_clear(&shown);
		show_cell(doc, section, row, c, &shown);
		if (!shown.len)
			continue;
		if (text.len)
			str_byte(&text, '\n');
		str_printf(&text, "%s: ", _(section->columns[c].label));
		str_put(&text, str_view(&shown));
	}
	calendar_property("DESCRIPTION", str_view(&text), out);
	str_fini(&shown);
	str_fini(&text);
}

static void
put_identity(const struct doc_section *section, size_t row, struct str *out)
{
	struct str text = {0};
	int64_t last = 0;

	str_put(&text, named(section, row, "lead_id"));
	str_add(&text, ".next@leadpipe");
	calendar_property("UID", str_view(&text), out);
	str_clear(&text);
	(void)moment_read(named(section, row, "last_contact"), &last);
	str_printf(&text, "SEQUENCE:%lld", (long long)(last / 60));
	put_line(str_view(&text), out);
	str_fini(&text);
}

static bool
put_event(const struct doc *doc, const struct doc_section *section, size_t row,
	struct str *out)
{
	struct view when = named(section, row, "next_at");
	int64_t moment;
	int32_t day;
	bool whole_day = day_read(when, &day);

	if (!named(section, row, "lead_id").len || !moment_read(when, &moment))
		return false;
	put_text("BEGIN:VEVENT", out);
	put_identity(section, row, out);
	put_moment("DTSTAMP", doc->now, out);
	if (whole_day) {
		put_date("DTSTART", day, out);
	} else {
		put_moment("DTSTART", moment, out);
		put_moment("DTEND", moment + INT64_C(60) * MINUTES, out);
	}
	put_summary(section, row, out);
	put_description(doc, section, row, out);
	put_text("END:VEVENT", out);
	return true;
}

/* A calendar must have a component (section 3.6), even with no event. */
static void
put_zone(struct str *out)
{
	put_text("BEGIN:VTIMEZONE", out);
	put_text("TZID:Etc/UTC", out);
	put_text("BEGIN:STANDARD", out);
	put_text("DTSTART:19700101T000000", out);
	put_text("TZOFFSETFROM:+0000", out);
	put_text("TZOFFSETTO:+0000", out);
	put_text("END:STANDARD", out);
	put_text("END:VTIMEZONE", out);
}

size_t
calendar_write(const struct doc *doc, struct str *out)
{
	size_t events = 0;

	put_text("BEGIN:VCALENDAR", out);
	put_text("VERSION:2.0", out);
	put_text("PRODID:-"
		 "//leadpipe"
		 "//lead-report"
		 "//EN",
		out);
	put_text("CALSCALE:GREGORIAN", out);
	calendar_property("NAME", view_of(doc->title), out);
	calendar_property("X-WR-CALNAME", view_of(doc->title), out);
	for (size_t i = 0; i < doc->n; i++)
		for (size_t r = 0; r < doc_rows(&doc->sections[i]); r++)
			events += put_event(doc, &doc->sections[i], r, out);
	if (!events)
		put_zone(out);
	put_text("END:VCALENDAR", out);
	return events;
}
