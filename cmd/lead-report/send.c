#include "send.h"

#include "base/day.h"
#include "base/file.h"
#include "base/lang.h"
#include "build.h"
#include "record/field.h"
#include "run.h"

#include <stdlib.h>

#define WORDS 16 /* of $SENDMAIL, at most */

/* From whom and to whom; to stays empty when nobody knows. */
static void
address(const struct job *job, const struct people *people, struct mail *mail)
{
	const struct person *person = NULL;

	mail->from_name = people->policy.text[POLICY_NAME];
	mail->from = people->policy.text[POLICY_EMAIL];
	if (mail->about.len)
		person = people_find(people, mail->about);
	if (job->set->to) {
		mail->to = view_of(job->set->to);
	} else if (person) {
		mail->to = person->email;
		mail->to_name = person->name;
	} else if (!mail->about.len) {
		mail->to = mail->from;
		mail->to_name = mail->from_name;
	}
}

/*
 * The words of $SENDMAIL, which may have options of its own ("msmtp -a
 * work"), cut at blanks: no shell is asked.  text keeps them.
 */
static void
read_sendmail(char *text, const char **words)
{
	size_t n = 0;
	char *at = text;

	while (*at && n < WORDS) {
		while (*at == ' ')
			*at++ = '\0';
		if (*at)
			words[n++] = at;
		while (*at && *at != ' ')
			at++;
	}
	words[n++] = "-t";
	words[n++] = "-oi";
	words[n] = NULL;
}

static bool
hand_over(struct view message)
{
	const char *sendmail = getenv("SENDMAIL");
	const char *words[WORDS + 3];
	char *text;
	bool good;

	if (!sendmail || !*sendmail)
		sendmail = "/usr/sbin/sendmail";
	text = mem_text(sendmail, strlen(sendmail));
	read_sendmail(text, words);
	good = run_with_input(words, message);
	mem_free(text);
	return good;
}

static struct view
named(const struct doc_section *section, size_t row, const char *name)
{
	for (size_t c = 0; c < section->columns_n; c++)
		if (strcmp(section->columns[c].name, name) == 0)
			return doc_at(section, row, c)->text;
	return (struct view){"", 0};
}

/* What was sent, for lead-note -l - -k notified. */
static void
put_sent(const struct doc *doc, const struct mail *mail, struct output *out)
{
	struct str text = {0};

	for (size_t s = 0; s < doc->n; s++) {
		const struct doc_section *section = &doc->sections[s];

		for (size_t r = 0; r < doc_rows(section); r++) {
			struct view lead = named(section, r, "lead_id");

			if (!lead.len)
				continue;
			field_write(lead, &text);
			str_byte(&text, '\t');
			field_write(mail->about, &text);
			str_byte(&text, '\t');
			field_write(mail->to, &text);
			str_byte(&text, '\t');
			field_write(named(section, r, "note_id"), &text);
			str_byte(&text, '\t');
			mail_id(doc, mail, &text);
			str_byte(&text, '\t');
			moment_write(doc->now, &text);
			str_byte(&text, '\n');
		}
	}
	output_write(out, str_view(&text));
	str_fini(&text);
}

static void
send_part(struct job *job, const struct people *people, size_t i,
	struct output *out)
{
	struct doc doc = {.name = job->report->name, .now = job->now};
	struct mail mail = {0};
	struct str message = {0};

	if (job->report->part && i != JOB_ALL)
		mail.about = job->report->part(job, i);
	job->report->write(job, &doc, i);
	address(job, people, &mail);
	if (!mail.to.len && mail.about.len) {
		warn(_("people.tsv has no address for '%.*s'"),
			VIEW_ARGS(mail.about));
		job->status = STATUS_PART;
	} else if (!mail_write(&doc, &mail, &message) ||
		!hand_over(str_view(&message))) {
		warn(_("the mail for '%.*s' was not sent"), VIEW_ARGS(mail.to));
		job->status = STATUS_PART;
	} else {
		put_sent(&doc, &mail, out);
	}
	str_fini(&message);
	doc_fini(&doc);
}

void
send_write(struct job *job, const struct doc *doc, struct str *out)
{
	struct mail mail = {0};
	struct people people;

	people_load(&people, &job->set->common);
	if (job->set->user)
		mail.about = view_of(job->set->user);
	address(job, &people, &mail);
	if (!mail.to.len)
		die(_("to whom? use --to ADDRESS, or put people into "
		      "people.tsv and who we are into policy.tsv"));
	if (!mail_write(doc, &mail, out))
		die(_("there is no mail without addresses"));
	people_fini(&people);
}

void
send_parts(struct job *job)
{
	size_t n = job->report->parts ? job->report->parts(job) : 0;
	bool each = job->set->by || (job->report->flags & REPORT_EACH);
	struct people people;
	struct output out;

	people_load(&people, &job->set->common);
	output_open(&out, job->set->common.output);
	if (!job->set->common.no_header)
		output_write(&out,
			VIEW("lead_id\tperson\temail\tref\tmessage_id\t"
			     "sent_at\n"));
	if (!each)
		send_part(job, &people, JOB_ALL, &out);
	for (size_t i = 0; each && i < n; i++)
		send_part(job, &people, i, &out);
	output_close(&out);
	people_fini(&people);
}
