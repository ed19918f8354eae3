#include "mail.h"

#include "base/day.h"
#include "base/die.h"
#include "base/hash.h"
#include "base/lang.h"
#include "calendar.h"
#include "clock.h"
#include "html.h"
#include "mime.h"
#include "text.h"

static struct digest
digest_of(const struct doc *doc, const struct mail *mail)
{
	struct str key = {0};
	struct digest digest;

	str_printf(&key, "%s\n%d\n", doc->name, moment_day(doc->now));
	str_put(&key, mail->about);
	str_byte(&key, '\n');
	str_put(&key, mail->to);
	digest = hash_digest(str_view(&key));
	str_fini(&key);
	return digest;
}

void
mail_id(const struct doc *doc, const struct mail *mail, struct str *out)
{
	struct digest digest = digest_of(doc, mail);
	struct view domain =
		view_from(mail->from, view_find_byte(mail->from, '@') + 1);
	int year;
	int month;
	int date;

	day_split(moment_day(doc->now), &year, &month, &date);
	str_printf(out, "<%s.%04d%02d%02d.%016llx@%.*s>", doc->name, year,
		month, date, (unsigned long long)digest.high,
		VIEW_ARGS(domain));
}

/* RFC 5322 section 3.3, in UTC: no locale, no zone of the reader's. */
static void
put_date(int64_t now, struct str *out)
{
	static const char *const days[] = {
		"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
	static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May",
		"Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	int32_t day = moment_day(now);
	int64_t second = now - day * DAY_SECONDS;
	int year;
	int month;
	int date;

	day_split(day, &year, &month, &date);
	str_printf(out, "Date: %s, %d %s %04d %02d:%02d:%02d +0000\n",
		days[day_weekday(day)], date, months[month - 1], year,
		(int)(second / 3600), (int)(second / 60 % 60),
		(int)(second % 60));
}

static void
put_subject(const struct doc *doc, struct str *out)
{
	struct str text = {0};

	str_add(&text, doc->title);
	if (doc->layout == DOC_PAGE) {
		str_add(&text, ", ");
		clock_write_long(doc->now, &text);
	}
	mime_header("Subject", str_view(&text), out);
	str_fini(&text);
}

static bool
put_headers(const struct doc *doc, const struct mail *mail, struct str *out)
{
	if (!mime_address("From", mail->from_name, mail->from, out)) {
		warn(_("'%.*s' is no address to send from: put email into "
		       "policy.tsv"),
			VIEW_ARGS(mail->from));
		return false;
	}
	if (!mime_address("To", mail->to_name, mail->to, out)) {
		warn(_("'%.*s' is no address to send to"), VIEW_ARGS(mail->to));
		return false;
	}
	put_subject(doc, out);
	put_date(doc->now, out);
	str_add(out, "Message-ID: ");
	mail_id(doc, mail, out);
	str_add(out, "\nMIME-Version: 1.0\nAuto-Submitted: auto-generated\n");
	return true;
}

static void
put_part(const char *type, struct view text, const char *boundary,
	struct str *out)
{
	str_printf(out,
		"--%s\nContent-Type: %s; charset=utf-8\n"
		"Content-Transfer-Encoding: quoted-printable\n\n",
		boundary, type);
	mime_quoted_printable(text, out);
	str_byte(out, '\n');
}

/* iCalendar has CRLF itself: base64, so that nothing on the way minds. */
static void
put_base64(struct view bytes, struct str *out)
{
	static const char set[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				  "abcdefghijklmnopqrstuvwxyz0123456789+/";
	size_t column = 0;

	for (size_t i = 0; i < bytes.len; i += 3) {
		size_t n = bytes.len - i < 3 ? bytes.len - i : 3;
		uint32_t bits = 0;

		for (size_t k = 0; k < 3; k++)
			bits = bits << 8 |
				(k < n ? (unsigned char)bytes.at[i + k] : 0);
		for (size_t k = 0; k < 4; k++)
			str_byte(out,
				k <= n ? set[bits >> (18 - 6 * k) & 63] : '=');
		column += 4;
		if (column == 76) {
			str_byte(out, '\n');
			column = 0;
		}
	}
	if (column)
		str_byte(out, '\n');
}

static void
put_calendar(const struct doc *doc, const char *boundary, struct str *out)
{
	struct str calendar = {0};

	if (calendar_write(doc, &calendar)) {
		str_printf(out,
			"--%s\nContent-Type: text/calendar; charset=utf-8\n"
			"Content-Disposition: attachment; "
			"filename=\"%s.ics\"\n"
			"Content-Transfer-Encoding: base64\n\n",
			boundary, doc->name);
		put_base64(str_view(&calendar), out);
		str_byte(out, '\n');
	}
	str_fini(&calendar);
}

bool
mail_write(const struct doc *doc, const struct mail *mail, struct str *out)
{
	/* As wide as it comes: the text part must be complete by itself. */
	static const struct text_style style = {0};
	struct digest digest = digest_of(doc, mail);
	struct str outer = {0};
	struct str inner = {0};
	struct str part = {0};
	bool good = put_headers(doc, mail, out);

	/* "=_" is never in quoted-printable text or in base64. */
	str_printf(&outer, "=_a%016llx", (unsigned long long)digest.low);
	str_printf(&inner, "=_b%016llx", (unsigned long long)digest.low);
	str_printf(out,
		"Content-Type: multipart/mixed; boundary=\"%s\"\n\n"
		"--%s\nContent-Type: multipart/alternative; boundary=\"%s\"\n"
		"\n",
		str_text(&outer), str_text(&outer), str_text(&inner));
	text_write(doc, &style, &part);
	put_part("text/plain", str_view(&part), str_text(&inner), out);
	str_clear(&part);
	html_write_mail(doc, &part);
	put_part("text/html", str_view(&part), str_text(&inner), out);
	str_printf(out, "--%s--\n\n", str_text(&inner));
	put_calendar(doc, str_text(&outer), out);
	str_printf(out, "--%s--\n", str_text(&outer));
	str_fini(&outer);
	str_fini(&inner);
	str_fini(&part);
	return good;
}
