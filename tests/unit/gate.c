/* The gate: a table of leads, what was logged of them, and the verdict. */
#include "unit.h"

#include "../../cmd/lead-contact/gate.h"
#include "base/day.h"
#include "base/file.h"
#include "base/mem.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* A company with all it takes: every verdict below is one thing apart. */
#define FIRM                                                                   \
	"lead_id=L1|company=Acme Ltd|email=ann@acme.example|"                  \
	"phone=+442920180000|mobile=+447700900000|"                            \
	"linkedin=https://www.linkedin.com/in/ann|street=1 High St|"           \
	"postcode=CF10 1AA|country=GB|lawful_basis=legitimate-interests|"      \
	"obtained_at=2026-11-01"
#define PERSON                                                                 \
	"lead_id=L2|email=ann@gmail.com|phone=+442920180000|"                  \
	"subscriber=individual|country=GB|"                                    \
	"lawful_basis=legitimate-interests|obtained_at=2026-11-01"
#define NOON "2026-11-24T12:00:00Z" /* a Tuesday */

struct sample {
	const char *lead;    /* column=value, later ones win */
	const char *log;     /* "at channel outcome", newlines between */
	const char *channel; /* that is asked about */
	const char *now;
	const char *want;
};

static const struct sample samples[] = {
	/* 9: nothing against it */
	{FIRM, "", "call", NOON, "ok:legitimate-interests"},
	{FIRM, "", "email", NOON, "ok:legitimate-interests"},
	{FIRM, "", "sms", NOON, "ok:legitimate-interests"},
	{FIRM, "", "social", NOON, "ok:legitimate-interests"},
	{FIRM, "", "post", NOON, "ok:legitimate-interests"},
	/* 1: the record says stop */
	{FIRM "|do_not_call=yes", "", "call", NOON, "no:opted-out"},
	{FIRM "|do_not_call=yes", "", "autocall", NOON, "no:opted-out"},
	{FIRM "|do_not_call=no", "", "call", NOON, "ok:legitimate-interests"},
	{FIRM "|do_not_call=2026-05-03", "", "call", NOON, "no:opted-out"},
	{FIRM "|do_not_call=yes - asked in May", "", "call", NOON,
		"no:opted-out"},
	{FIRM "|do_not_call=n/a", "", "call", NOON, "ok:legitimate-interests"},
	{FIRM "|do_not_call=yes|do_not_email=yes|do_not_sms=yes", "", "social",
		NOON, "ok:legitimate-interests"},
	{FIRM "|do_not_call=yes|do_not_email=yes|do_not_sms=yes"
	      "|do_not_post=yes",
		"", "social", NOON, "no:opted-out"},
	{FIRM "|lawful_basis=objected", "", "post", NOON, "no:opted-out"},
	{FIRM "|do_not_call=yes", "", "email", NOON, "ok:legitimate-interests"},
	{FIRM "|do_not_email=1", "", "email", NOON, "no:opted-out"},
	{FIRM "|do_not_sms=true", "", "sms", NOON, "no:opted-out"},
	{FIRM "|do_not_post=yes", "", "post", NOON, "no:opted-out"},
	/* 1: the suppression list says stop */
	{FIRM "|email=Stop@Acme.example", "", "email", NOON, "no:opted-out"},
	{FIRM "|email=stop@acme.example", "", "call", NOON, "no:opted-out"},
	{FIRM "|phone=029 2018 0111", "", "call", NOON, "no:opted-out"},
	{FIRM "|phone=029 2018 0111", "", "email", NOON,
		"ok:legitimate-interests"},
	{FIRM "|email=x@blocked.example", "", "email", NOON, "no:opted-out"},
	{FIRM "|website=https://www.blocked.example/a", "", "post", NOON,
		"no:opted-out"},
	{FIRM "|company=NEVER AGAIN LIMITED", "", "post", NOON, "no:opted-out"},
	{FIRM "|lead_id=L666", "", "post", NOON, "no:opted-out"},
	/* 1: the log says stop */
	{FIRM, "2026-11-10 call opt-out", "call", NOON, "no:opted-out"},
	{FIRM, "2026-11-10 call opt-out", "autocall", NOON, "no:opted-out"},
	{FIRM, "2026-11-10 call opt-out", "email", NOON,
		"ok:legitimate-interests"},
	{FIRM, "2026-11-10 email unsubscribed", "email", NOON, "no:opted-out"},
	{FIRM, "2026-11-10 email unsubscribed", "call", NOON,
		"ok:legitimate-interests"},
	{FIRM, "2026-11-10 email complained", "email", NOON, "no:opted-out"},
	{FIRM, "2026-11-10 internal opt-out", "email", NOON, "no:opted-out"},
	{FIRM, "2026-11-10 internal opt-out", "post", NOON, "no:opted-out"},
	{FIRM, "2026-11-10 meeting opt-out", "call", NOON, "no:opted-out"},
	/* ... and the last word counts */
	{FIRM, "2026-11-10 call opt-in\n2026-11-11 call opt-out", "call", NOON,
		"no:opted-out"},
	{FIRM, "2026-11-10 call opt-out\n2026-11-11 call opt-in", "call", NOON,
		"ok:consent"},
	{FIRM, "2026-11-10 internal opt-out\n2026-11-11 email opt-in", "email",
		NOON, "ok:consent"},
	{FIRM, "2026-11-10 internal opt-out\n2026-11-11 email opt-in", "call",
		NOON, "no:opted-out"},
	{FIRM "|do_not_call=yes", "2026-11-11 call opt-in", "call", NOON,
		"no:opted-out"},
	/* 2: 24 months since the last contact, or since we have it */
	{FIRM "|obtained_at=2024-10-01", "", "post", NOON, "no:retention"},
	{FIRM "|obtained_at=2024-12-15", "", "post", NOON,
		"ok:legitimate-interests"},
	{FIRM "|obtained_at=2024-01-01", "2026-06-01 call connected", "post",
		NOON, "ok:legitimate-interests"},
	{FIRM "|obtained_at=2024-01-01", "2024-02-01 call connected", "post",
		NOON, "no:retention"},
	{FIRM "|obtained_at=", "", "post", NOON, "ok:legitimate-interests"},
	/* 3: no address, or one that is no good */
	{FIRM "|phone=|mobile=", "", "call", NOON, "no:unreachable"},
	{FIRM "|phone=", "", "call", NOON, "ok:legitimate-interests"},
	{FIRM "|phone_status=invalid|mobile=", "", "call", NOON,
		"no:unreachable"},
	{FIRM "|email=", "", "email", NOON, "no:unreachable"},
	{FIRM "|email_status=invalid", "", "email", NOON, "no:unreachable"},
	{FIRM "|email_status=Bounced", "", "email", NOON, "no:unreachable"},
	{FIRM "|mobile=", "", "sms", NOON, "no:unreachable"},
	{FIRM "|linkedin=", "", "social", NOON, "no:unreachable"},
	{FIRM "|street=|postcode=", "", "post", NOON, "no:unreachable"},
	{FIRM, "2026-11-10 call wrong-number", "call", NOON, "no:unreachable"},
	{FIRM, "2026-11-10 call bad-number", "call", NOON, "no:unreachable"},
	{FIRM, "2026-11-10 call bad-number", "email", NOON,
		"ok:legitimate-interests"},
	{FIRM, "2026-11-10 call wrong-number\n2026-11-11 call connected",
		"call", NOON, "ok:legitimate-interests"},
	{FIRM, "2026-11-10 email bounced", "email", NOON, "no:unreachable"},
	{FIRM, "2026-11-10 call left-company", "call", NOON, "no:unreachable"},
	{FIRM, "2026-11-10 call left-company", "email", NOON,
		"ok:legitimate-interests"},
	{FIRM, "2026-11-10 email left-company", "email", NOON,
		"no:unreachable"},
	{FIRM, "2026-11-10 email left-company", "call", NOON,
		"ok:legitimate-interests"},
	{FIRM, "2026-11-10 visit left-company", "call", NOON, "no:unreachable"},
	{FIRM, "2026-11-10 visit left-company", "email", NOON,
		"no:unreachable"},
	{FIRM, "2026-11-10 visit left-company\n2026-11-11 call connected",
		"call", NOON, "ok:legitimate-interests"},
	/* abroad */
	{FIRM "|country=FR", "", "email", NOON, "ask:country"},
	{FIRM "|country=IE", "", "email", NOON, "ok:legitimate-interests"},
	{FIRM "|country=DE", "", "email", NOON, "no:country"},
	{FIRM "|country=", "", "email", NOON, "ok:legitimate-interests"},
	{FIRM "|country=FR|email=stop@acme.example", "", "email", NOON,
		"no:opted-out"},
	/* 4: the registers, of 2 November and (CTPS) 3 November */
	{FIRM "|phone=+441632960001", "", "call", NOON, "no:tps"},
	{FIRM "|phone=+441632960002", "", "call", NOON, "no:ctps"},
	{FIRM "|phone=+441632960001", "", "email", NOON,
		"ok:legitimate-interests"},
	{FIRM "|phone=+441632960001", "2026-11-10 call opt-in", "call", NOON,
		"ok:consent"},
	{FIRM "|phone=+441632960001",
		"2026-11-10 call opt-in\n2026-11-11 call opt-out", "call", NOON,
		"no:opted-out"},
	{FIRM "|phone=+441632960001|lawful_basis=consent", "", "call", NOON,
		"no:tps"},
	{FIRM, "", "call", "2026-11-27T12:00:00Z", "ok:legitimate-interests"},
	{FIRM, "", "call", "2026-11-30T12:00:00Z", "ok:legitimate-interests"},
	{FIRM, "", "call", "2026-12-01T12:00:00Z", "stale:tps"},
	{FIRM "|phone=+441632960001", "", "call", "2026-12-01T12:00:00Z",
		"no:tps"},
	{FIRM, "2026-11-10 call opt-in", "call", "2026-12-01T12:00:00Z",
		"ok:consent"},
	{FIRM "|country=IE|phone=+35312345678", "", "call",
		"2026-12-01T12:00:00Z", "ok:legitimate-interests"},
	/* 5: machines ring nobody who did not ask for it */
	{FIRM, "", "autocall", NOON, "no:consent"},
	{FIRM, "2026-11-10 call opt-in", "autocall", NOON, "no:consent"},
	{FIRM, "2026-11-10 autocall opt-in", "autocall", NOON, "ok:consent"},
	/* 6: individuals */
	{PERSON, "", "email", NOON, "no:consent"},
	{PERSON "|mobile=+447700900000", "", "sms", NOON, "no:consent"},
	{PERSON "|lawful_basis=consent", "", "email", NOON, "ok:consent"},
	{PERSON "|lawful_basis=soft-opt-in", "", "email", NOON,
		"ok:soft-opt-in"},
	{PERSON, "2026-11-10 email opt-in", "email", NOON, "ok:consent"},
	{PERSON, "2026-11-10 sms opt-in", "email", NOON, "no:consent"},
	{PERSON, "", "call", NOON, "ok:legitimate-interests"},
	{FIRM "|company=", "", "email", NOON, "ask:subscriber"},
	{FIRM "|company=Ann Rees t/a Acme", "", "email", NOON, "no:consent"},
	{FIRM "|company=Acme LLP", "", "email", NOON,
		"ok:legitimate-interests"},
	{FIRM "|company=Ffatri Cyf", "", "email", NOON,
		"ok:legitimate-interests"},
	{FIRM "|company=|subscriber=corporate", "", "email", NOON,
		"ok:legitimate-interests"},
	{FIRM "|subscriber=individual", "", "email", NOON, "no:consent"},
	/* 7: a basis that we use */
	{FIRM "|lawful_basis=", "", "email", NOON, "ask:basis"},
	{FIRM "|lawful_basis=", "2026-11-10 email opt-in", "email", NOON,
		"ok:consent"},
	{FIRM "|lawful_basis=because", "", "call", NOON, "ask:basis"},
	/* 8: hours, in the lead's own zone */
	{FIRM, "", "call", "2026-11-24T08:00:00Z", "ok:legitimate-interests"},
	{FIRM, "", "call", "2026-11-24T07:59:59Z",
		"wait:hours@2026-11-24T08:00:00Z"},
	{FIRM, "", "call", "2026-11-23T21:00:00Z",
		"wait:hours@2026-11-24T08:00:00Z"},
	{FIRM, "", "email", "2026-11-24T23:00:00Z", "ok:legitimate-interests"},
	{FIRM, "", "sms", "2026-11-23T23:00:00Z",
		"wait:hours@2026-11-24T08:00:00Z"},
	{FIRM, "", "call", "2026-11-28T12:00:00Z",
		"wait:hours@2026-11-30T08:00:00Z"},
	{FIRM, "", "call", "2026-11-25T12:00:00Z",
		"wait:hours@2026-11-26T08:00:00Z"}, /* a holiday of ours */
	{FIRM "|timezone=America/New_York", "", "call", NOON,
		"wait:hours@2026-11-24T13:00:00Z"},
	{FIRM "|timezone=America/New_York", "", "call", "2026-11-24T14:00:00Z",
		"ok:legitimate-interests"},
	{FIRM "|timezone=Asia/Kolkata", "", "call", "2026-11-24T15:00:00Z",
		"ok:legitimate-interests"},
	{FIRM "|timezone=Asia/Kolkata", "", "call", "2026-11-24T16:00:00Z",
		"wait:hours@2026-11-26T02:30:00Z"},
	{FIRM "|timezone=No/Where", "", "call", NOON,
		"ok:legitimate-interests"},
	{FIRM "|timezone=../../etc/passwd", "", "call", NOON,
		"ok:legitimate-interests"},
	/* ... over both changes of the clock: 29 March and 25 October 2026 */
	{FIRM "|obtained_at=2026-03-01", "2026-03-02 call opt-in", "call",
		"2026-03-27T21:30:00Z", "wait:hours@2026-03-30T07:00:00Z"},
	{FIRM "|obtained_at=2026-03-01", "2026-03-02 call opt-in", "call",
		"2026-03-30T07:00:00Z", "ok:consent"},
	{FIRM, "2026-10-02 call opt-in", "call", "2026-10-23T20:30:00Z",
		"wait:hours@2026-10-26T08:00:00Z"},
	{FIRM, "2026-10-02 call opt-in", "call", "2026-10-26T07:30:00Z",
		"wait:hours@2026-10-26T08:00:00Z"},
	{FIRM "|timezone=America/New_York", "2026-10-02 call opt-in", "call",
		"2026-10-31T02:00:00Z", "wait:hours@2026-11-02T13:00:00Z"},
	/* 8: often enough: three calls in 7 days, 4 e-mails in 14 */
	{FIRM,
		"2026-11-20T10:00Z call no-answer\n"
		"2026-11-21T10:00Z call busy",
		"call", NOON, "ok:legitimate-interests"},
	{FIRM,
		"2026-11-20T10:00Z call no-answer\n"
		"2026-11-21T10:00Z call busy\n"
		"2026-11-23T10:00Z call voicemail",
		"call", NOON, "wait:cadence@2026-11-27T10:00:00Z"},
	{FIRM,
		"2026-11-14T10:00Z call no-answer\n"
		"2026-11-21T11:00Z call busy\n"
		"2026-11-22T10:00Z call voicemail",
		"call", NOON, "ok:legitimate-interests"},
	{FIRM,
		"2026-11-20T10:00Z email sent\n"
		"2026-11-21T10:00Z call busy\n"
		"2026-11-23T10:00Z call voicemail",
		"call", NOON, "ok:legitimate-interests"},
	{FIRM,
		"2026-11-21T22:00Z call no-answer\n"
		"2026-11-22T10:00Z call busy\n"
		"2026-11-23T10:00Z call voicemail",
		"call", NOON, "wait:cadence@2026-11-30T08:00:00Z"},
	{FIRM,
		"2026-11-13 email sent\n2026-11-14 email sent\n"
		"2026-11-15 email sent\n2026-11-16 email sent",
		"email", NOON, "wait:cadence@2026-11-27T00:00:00Z"},
};

static char folder[] = "/tmp/lead-gate-XXXXXX";

static void
write_file(const char *name, const char *text)
{
	struct str path = {0};
	int fd;

	str_printf(&path, "%s/%s", folder, name);
	fd = open(str_text(&path), O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_true(fd >= 0);
	assert_true(file_write_all(fd, text, strlen(text)));
	close(fd);
	str_fini(&path);
}

static int
begin(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	write_file("tps.txt", "# date: 2026-11-02\n01632 960001\n");
	write_file("ctps.txt", "# date: 2026-11-03\n01632960002\n");
	write_file("suppress.tsv",
		"key_type\tkey\tchannel\treason\tat\tby\n"
		"email\tstop@acme.example\t\topt-out\t2026-01-01\tsam\n"
		"phone\t+442920180111\tcall\topt-out\t2026-01-01\tsam\n"
		"domain\tblocked.example\t\topt-out\t2026-01-01\tsam\n"
		"company\tNever Again Ltd\t\topt-out\t2026-01-01\tsam\n"
		"lead_id\tL666\t\topt-out\t2026-01-01\tsam\n");
	write_file("policy.tsv",
		"key\tvalue\ncap_call\t3/7d\nlaw_ie\tas-gb\nlaw_de\tnever\n"
		"holidays\t2026-11-25\n");
	return 0;
}

static int
end(void **state)
{
	static const char *const names[] = {
		"tps.txt", "ctps.txt", "suppress.tsv", "policy.tsv"};
	struct str path = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		str_clear(&path);
		str_printf(&path, "%s/%s", folder, names[i]);
		(void)unlink(str_text(&path));
	}
	str_fini(&path);
	return rmdir(folder);
}

/* Set the fields that "column=value|..." names. */
static void
read_lead(const char *text, struct gate_lead *lead)
{
	struct view rest = view_of(text), piece;

	while (view_cut(&rest, '|', &piece)) {
		size_t at = view_find_byte(piece, '=');
		int found = -1;

		for (int i = 0; i < GATE_FIELDS; i++)
			if (view_is(view_upto(piece, at), gate_names[i]))
				found = i;
		assert_true(found >= 0);
		lead->field[found] = view_from(piece, at + 1);
	}
	lead->known = true;
}

/* Write "at channel outcome" as a line of a log. */
static void
write_entry(struct view text, struct view lead_id, struct str *out)
{
	struct view field[CONTACT_COLUMNS] = {0};

	assert_true(view_cut(&text, ' ', &field[CONTACT_AT]));
	assert_true(view_cut(&text, ' ', &field[CONTACT_CHANNEL]));
	field[CONTACT_OUTCOME] = text;
	field[CONTACT_LEAD_ID] = lead_id;
	field[CONTACT_ID] = field[CONTACT_AT];
	for (size_t i = 0; i < CONTACT_COLUMNS; i++) {
		str_put(out, field[i]);
		str_byte(out, i + 1 < CONTACT_COLUMNS ? '\t' : '\n');
	}
}

static void
judge(const struct sample *sample, struct str *out)
{
	const struct log file = {.path = "log", .header = VIEW(CONTACT_HEADER)};
	struct common common = {.home = folder};
	struct view rest = view_of(sample->log), line;
	struct history history = {0};
	struct standing standing;
	struct gate_lead lead = {.standing = &standing, .history = &history};
	struct gate_room room = {0};
	struct history_log log;
	struct gate gate;
	struct str lines = {0};
	int64_t now;

	assert_true(moment_read(view_of(sample->now), &now));
	read_lead(sample->lead, &lead);
	while (rest.len && view_cut(&rest, '\n', &line))
		write_entry(line, lead.field[GATE_LEAD_ID], &lines);
	assert_int_equal(history_open_bytes(&log, &file, str_view(&lines), now),
		STATUS_DONE);
	history_load(&history, &log, lead.field[GATE_LEAD_ID]);
	standing_of(&history, &standing, NULL);
	gate_load(&gate, &common, now);
	gate_judge(&gate, &room, &lead,
		(enum channel)vocab_find(
			&channel_words, view_of(sample->channel)),
		out);
	gate_fini(&gate);
	gate_room_fini(&room);
	history_fini(&history);
	history_close(&log);
	str_fini(&lines);
}

static void
the_gate_knows_the_law(void **state)
{
	struct str got = {0};
	size_t wrong = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(samples) / sizeof(*samples); i++) {
		const struct sample *s = &samples[i];

		str_clear(&got);
		judge(s, &got);
		if (view_is(str_view(&got), s->want))
			continue;
		print_error("%zu: %s [%s] %s at %s: '%s', not '%s'\n", i,
			s->lead, s->log, s->channel, s->now, str_text(&got),
			s->want);
		wrong++;
	}
	str_fini(&got);
	assert_int_equal(wrong, 0);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_gate_knows_the_law),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
