#include "lead/bulk.h"

#include "base/day.h"
#include "base/lang.h"
#include "lead/twin.h"
#include "record/field.h"
#include "record/flow.h"
#include "record/log_id.h"
#include "record/log_sum.h"

/* Both logs begin alike. */
enum {
	ID = CONTACT_ID,
	AT = CONTACT_AT,
	LOGGED_AT = CONTACT_LOGGED_AT,
	LEAD = CONTACT_LEAD_ID,
	USER = CONTACT_USER
};

#define SHOWN_MOST 80 /* bytes of a value */

void
bulk_fault_write(const struct bulk_fault *fault, const struct draft *draft,
	struct str *out)
{
	struct view value = fault->column < 0 ? (struct view){0}
					      : draft->field[fault->column];

	if (value.len)
		str_printf(out, "'%.*s'%s ",
			VIEW_ARGS(view_upto(value, SHOWN_MOST)),
			value.len > SHOWN_MOST ? "..." : "");
	str_add(out, _(fault->what));
}

/* What is known while the records come in. */
struct intake {
	const struct bulk *bulk;
	int where[ENTRY_COLUMNS]; /* column of the log -> of the input */
	struct header names;	  /* owned: of the log's columns */
	struct str lines;	  /* owned: those that are good */
	struct str now;		  /* owned */
	struct str scratch;	  /* owned: of one record */
	uint64_t skipped;
	bool named;  /* some have an id of their own */
	bool is_log; /* all columns in order: sums can be looked at */
};

int
bulk_column(struct view header, struct view name)
{
	struct view piece;

	for (int i = 0; view_cut(&header, '\t', &piece); i++)
		if (view_eq(piece, name))
			return i;
	return -1;
}

/* Bring a time in a field into the stored form; false when it is none. */
static bool
read_time(struct view *field, struct str *out)
{
	size_t start = out->len;
	int64_t moment;
	int32_t day;

	if (!field->len || day_read(*field, &day))
		return true;
	if (!moment_read(*field, &moment))
		return false;
	moment_write(moment, out);
	*field = str_tail(out, start);
	return true;
}

/* The id of what has none: of all that it says, not who took it over when. */
static void
make_id(const struct intake *intake, struct draft *draft, struct str *out)
{
	struct str text = {0};
	int64_t moment = 0;

	(void)moment_read(draft->field[AT], &moment);
	draft->field[LOGGED_AT] = (struct view){0};
	draft_write(draft, intake->bulk->journal, &text);
	log_id_of(intake->bulk->journal->letter, moment, str_view(&text), out);
	str_fini(&text);
}

/* What every entry needs. */
static bool
check_common(
	struct intake *intake, struct draft *draft, struct bulk_fault *fault)
{
	const int times[] = {AT, LOGGED_AT, intake->bulk->due};

	fault->what = N_("is no time: write 2026-11-23T09:15:00Z");
	for (size_t i = 0; i < sizeof(times) / sizeof(*times); i++) {
		fault->column = times[i];
		if (!read_time(&draft->field[times[i]], &intake->scratch) ||
			(times[i] == AT && !draft->field[AT].len))
			return false;
	}
	fault->column = LEAD;
	if (!draft->field[LEAD].len) {
		fault->what = N_("is empty");
		return false;
	}
	fault->column = ID;
	if (draft->field[ID].len && !log_id_is(draft->field[ID])) {
		fault->what = N_("is no id: letters, digits and - _ . : only");
		return false;
	}
	return true;
}

/* Is a line of another's log what was written there? */
static bool
is_intact(const struct intake *intake, const struct record *in,
	struct bulk_fault *fault)
{
	*fault = (struct bulk_fault){(int)intake->bulk->journal->columns - 1,
		N_("is wrong: the line is not what was written")};
	return !intake->is_log || log_sum_check(record_line(in)) != LOG_SUM_BAD;
}

/* Has it happened?  Clocks and zones may differ by a day. */
static bool
has_happened(const struct intake *intake, const struct draft *draft,
	struct bulk_fault *fault)
{
	int64_t moment = 0;

	*fault = (struct bulk_fault){AT, N_("is still to come")};
	(void)moment_read(draft->field[AT], &moment);
	return moment <= intake->bulk->journal->now + DAY_SECONDS;
}

static void
finish(struct intake *intake, struct draft *draft)
{
	struct str id = {0};

	intake->named = intake->named || draft->field[ID].len;
	if (!draft->field[ID].len) {
		make_id(intake, draft, &id);
		draft->field[ID] = str_view(&id);
	}
	if (!draft->field[USER].len)
		draft->field[USER] = view_of(journal_user());
	if (!draft->field[LOGGED_AT].len)
		draft->field[LOGGED_AT] = str_view(&intake->now);
	draft_write(draft, intake->bulk->journal, &intake->lines);
	str_byte(&intake->lines, '\n');
	str_fini(&id);
}

static void
say_fault(const struct intake *intake, const struct record *in,
	const struct bulk_fault *fault, const struct draft *draft)
{
	struct str text = {0};

	bulk_fault_write(fault, draft, &text);
	record_say(in, STATUS_PART,
		fault->column < 0
			? NULL
			: header_name(&intake->names, (size_t)fault->column),
		"%s", str_text(&text));
	str_fini(&text);
}

static bool
take_record(
	void *program, void *state, const struct record *in, struct view *own)
{
	struct intake *intake = program;
	enum bulk_verdict verdict = BULK_BAD;
	struct bulk_fault fault;
	struct draft draft = {0};

	(void)state;
	(void)own;
	str_clear(&intake->scratch);
	/* Plain text is never longer: so that it stays where it is. */
	str_reserve(&intake->scratch, record_line(in).len + ENTRY_COLUMNS * 32);
	for (size_t i = 0; i + 1 < intake->bulk->journal->columns; i++)
		draft.field[i] = field_plain(
			record_get(in, intake->where[i]), &intake->scratch);
	if (is_intact(intake, in, &fault) &&
		check_common(intake, &draft, &fault))
		verdict = intake->bulk->check(&draft, &fault);
	if (verdict == BULK_GOOD && !has_happened(intake, &draft, &fault))
		verdict = BULK_BAD;
	intake->skipped += verdict == BULK_SKIP;
	if (verdict == BULK_GOOD)
		finish(intake, &draft);
	if (verdict == BULK_BAD)
		say_fault(intake, in, &fault, &draft);
	return false;
}

static void
map_columns(struct intake *intake, const struct flow *flow)
{
	struct view header = intake->bulk->journal->log.header;
	struct view rest = header;
	struct view name;

	for (size_t i = 0; i < flow->header.n; i++)
		if (bulk_column(
			    header, view_of(header_name(&flow->header, i))) < 0)
			die(_("stdin: the log has no column '%s'"),
				header_name(&flow->header, i));
	intake->is_log = true;
	for (int i = 0; view_cut(&rest, '\t', &name); i++) {
		(void)header_add(&intake->names, name);
		intake->where[i] = header_find(&flow->header, name);
		intake->is_log = intake->is_log && intake->where[i] == i;
	}
}

static enum status
read_stdin(struct intake *intake, const struct common *common)
{
	static const struct flow_job job = {
		.record = take_record, .silent = true};
	struct common one = *common;
	char dash[] = "-";
	char *operands[] = {dash, NULL};
	struct flow flow;
	enum status status;

	one.jobs = 1; /* the entries are in the order of the input */
	flow_open(&flow, operands, &one);
	map_columns(intake, &flow);
	status = flow_run(&flow, &job, intake);
	flow_close(&flow);
	return status;
}

enum status
bulk_append(const struct bulk *bulk, const struct common *common)
{
	struct intake intake = {.bulk = bulk};
	enum status status;

	moment_write(bulk->journal->now, &intake.now);
	status = read_stdin(&intake, common);
	if (status != STATUS_DONE)
		warn(_("nothing is logged: it is all or none"));
	else if (bulk->accept)
		status = bulk->accept(bulk->journal, str_view(&intake.lines));
	if (status == STATUS_DONE && intake.named)
		status = twins_refuse(
			bulk->journal, str_view(&intake.lines), true);
	if (intake.skipped && !common->quiet)
		warn(_("%llu passed over that have not happened yet"),
			(unsigned long long)intake.skipped);
	if (status == STATUS_DONE && intake.lines.len)
		status = journal_commit(bulk->journal, str_view(&intake.lines));
	header_fini(&intake.names);
	str_fini(&intake.lines);
	str_fini(&intake.now);
	str_fini(&intake.scratch);
	return status;
}
