#include "emit.h"

#include "closed_groups.h"
#include "refused.h"
#include "row_refusal.h"
#include "settle.h"

#include "base/lang.h"
#include "base/mem.h"
#include "base/pool.h"
#include "record/plan.h"

#define ROWS 2048 /* that a thread settles at once */
#define SAID 20	  /* known refusals that are said one by one */

struct emit {
	struct intake *in; /* borrowed */
	struct groups groups;
	struct output out;
	struct settler trace; /* looks rows up for the trace */
	uint32_t next;	      /* the next row to be handed out */
	uint64_t refused;     /* known leads that said no */
	uint64_t closed;      /* leads that others' refusals closed */
	struct str filled;    /* owned: lines with --null */
};

/* A thread, and the rows that it has in hand. */
struct worker {
	uint32_t from, to;
	struct settler settler;
};

static void *
start(void *shared)
{
	const struct emit *emit = shared;
	struct worker *w = mem_apart(sizeof(*w));

	settler_init(&w->settler, &emit->groups);
	return w;
}

static bool
take(void *shared, void *worker)
{
	struct emit *emit = shared;
	struct worker *w = worker;
	uint32_t rows = emit->in->rows;

	w->from = emit->next;
	w->to = rows - w->from > ROWS ? w->from + ROWS : rows;
	emit->next = w->to;
	return w->from < rows;
}

static void
work(void *shared, void *worker)
{
	struct worker *w = worker;

	(void)shared;
	settle(&w->settler, w->from, w->to);
}

/* Say that somebody whose lead came in again has said no before. */
static void
say_refused(struct emit *emit, struct view met)
{
	struct str text = {0};
	struct view id = {0};

	view_cut(&met, '\t', &id);
	if (refused_say(emit->in->refused, id, &text)) {
		if (emit->refused < SAID && !emit->in->set->common.quiet)
			warn("%.*s (%.*s): %s", VIEW_ARGS(id), VIEW_ARGS(met),
				str_text(&text));
		emit->refused++;
	}
	str_fini(&text);
}

/* Write lines, with the text of --null for what is empty. */
static void
write_leads(struct emit *emit, struct view lines)
{
	const char *null = emit->in->set->common.null;

	str_clear(&emit->filled);
	if (null)
		plan_fill_empty(lines, view_of(null), &emit->filled);
	output_write(&emit->out, null ? str_view(&emit->filled) : lines);
}

static bool
give(void *shared, void *worker)
{
	struct emit *emit = shared;
	const struct settler *settler = &((struct worker *)worker)->settler;
	struct view met = str_view(&settler->met);
	struct view line;

	while (met.len && view_cut(&met, '\n', &line))
		say_refused(emit, line);
	ledger_count(&emit->in->ledger, settler->fates);
	emit->closed += settler->closed;
	write_leads(emit, str_view(&settler->text));
	return true;
}

static void
stop(void *shared, void *worker)
{
	(void)shared;
	settler_fini(&((struct worker *)worker)->settler);
	mem_free(worker);
}

static void
write_header(struct emit *emit)
{
	struct str text = {0};

	if (emit->in->set->common.no_header)
		return;
	header_write(&emit->in->schema->out, &text);
	output_write(&emit->out, str_view(&text));
	str_fini(&text);
}

/* For the trace: what is to be said of a row by itself. */
static struct view
remark(struct settler *trace, uint32_t row)
{
	const struct intake *in = trace->groups->in;

	if (row < in->known || !in->odd[ODD_REFUSAL])
		return (struct view){0};
	settle_read(trace, spool_row(&trace->spool, row), trace->from);
	return row_may_refuse(in->schema, trace->from, &trace->plain) >= 0
		? view_of(_("may refuse in its notes"))
		: (struct view){0};
}

/* For the trace: the id of a row's lead, and what joined it. */
static void
look(void *data, uint32_t row, struct view *lead_id, struct view *key,
	struct view *detail)
{
	struct emit *emit = data;
	struct settler *trace = &emit->trace;
	struct link_fate fate = link_fate(emit->in->link, row);
	uint32_t first = link_first(emit->in->link, row);

	*detail = remark(trace, row);
	arena_fini(&trace->arena);
	*lead_id = settle_id(trace, first, spool_row(&trace->spool, first));
	if (first < emit->in->known) {
		str_clear(&trace->plain);
		if (refused_say(emit->in->refused, *lead_id, &trace->plain))
			*detail = str_view(&trace->plain);
	}
	if (fate.why == LINK_KEY)
		*key = view_of(link_key_name(fate.key));
	else if (fate.why == LINK_LIKE)
		*key = VIEW("likely");
	else if (fate.why == LINK_DECIDED)
		*key = VIEW("decided");
}

/* Say how many records of known leads were those of one before. */
static void
say_twice(const struct groups *groups)
{
	const struct intake *in = groups->in;
	unsigned n = 0;

	for (size_t i = 0; i < groups->n; i++)
		n += groups->members[i].row < in->known &&
			link_fate(in->link, groups->members[i].row).why !=
				LINK_DECIDED;
	if (n)
		warn(ngettext("%s: %u record had the lead_id of another: they"
			      " are one lead",
			     "%s: %u records had the lead_id of another: they"
			     " are one lead",
			     n),
			in->known_dump->name, n);
}

static void
say_closed(const struct emit *emit)
{
	uint64_t known = emit->in->closed_known;

	if (known && !emit->in->set->common.quiet)
		warn(ngettext("%llu known lead refused by the contact log, or"
			      " is on a list: it is closed now",
			     "%llu known leads refused by the contact log, or"
			     " are on a list: they are closed now",
			     known),
			(unsigned long long)known);
	if (emit->closed && !emit->in->set->common.quiet)
		warn(ngettext("%llu lead has an address or number that another"
			      " row refuses: it is closed there too",
			     "%llu leads have an address or number that another"
			     " row refuses: they are closed there too",
			     emit->closed),
			(unsigned long long)emit->closed);
}

/* Lines that were not copied are right only if their dump has stayed. */
static void
check_dumps(const struct intake *in)
{
	for (size_t i = 0; i < in->schema->n; i++)
		if (in->schema->plans[i].ours)
			text_check(&in->dumps[i].text, in->dumps[i].name);
}

void
emit_run(struct intake *in)
{
	static const struct pool_job job = {start, take, work, give, stop};
	struct emit emit = {.in = in};
	struct ledger_source source = {look, &emit};

	groups_find(&emit.groups, in);
	say_twice(&emit.groups);
	closed_groups(&emit.groups, &in->closed);
	ledger_expect(&in->ledger, in->rows);
	output_open(&emit.out, in->set->common.output);
	write_header(&emit);
	pool_run(&job, &emit, settings_jobs(in->set));
	say_closed(&emit);
	check_dumps(in);
	settler_init(&emit.trace, &emit.groups);
	ledger_write(&in->ledger, &source);
	settler_fini(&emit.trace);
	/* What fails to write another file leaves the master as it was. */
	rejects_sync(&in->rejects);
	output_close(&emit.out);
	groups_end(&emit.groups);
	str_fini(&emit.filled);
}
