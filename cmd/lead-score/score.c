#include "score.h"

#include "base/day.h"
#include "base/lang.h"
#include "lead/column.h"
#include "scored.h"
#include "written.h"

static void *
start(void *program)
{
	struct scored_state *state = mem_apart(sizeof(*state));

	scored_state_init(state, program);
	return state;
}

static bool
score(void *program, void *state, const struct record *record, struct view *own)
{
	scored_fill(program, state, record, own);
	return true;
}

static void
stop(void *program, void *state)
{
	(void)program;
	scored_state_fini(state);
	mem_free(state);
}

/*
 * A column that the leads have not counts as empty.  That is usual for those
 * of our programs; of any other it is most likely a slip.
 */
static void
note_column(const struct header *header, struct place at, struct view name)
{
	if (header_find(header, name) < 0 && !column_is_ours(name))
		warn_at(at, _("the leads have no such column: '%.*s'"),
			VIEW_ARGS(name));
}

/* Columns of rules, each where it comes first. */
static void
note_rules(const struct rules *rules, const struct header *header)
{
	for (size_t i = 0; i < rules->conditions_n; i++) {
		const struct condition *condition = &rules->conditions[i];
		bool said = false;

		for (size_t k = 0; k < i; k++)
			said = said ||
				rules->conditions[k].column ==
					condition->column;
		if (!said)
			note_column(header,
				(struct place){
					rules->name, condition->line, "column"},
				view_of(header_name(
					&rules->columns, condition->column)));
	}
}

/* And those of a catalogue's conditions. */
static void
note_needs(const struct catalogue *catalogue, const struct header *header)
{
	for (size_t i = 0; i < catalogue->facts_n; i++) {
		const struct product_fact *fact = &catalogue->facts[i];

		for (size_t k = 0; k < fact->needs_n; k++)
			note_column(header,
				(struct place){catalogue->name, fact->line,
					"requires"},
				fact->needs[k].column);
	}
}

enum status
score_leads(const struct settings *set, char **operands)
{
	static const struct flow_job job = {
		.start = start, .record = score, .stop = stop};
	int64_t now = moment_now(set->common.as_of);
	struct catalogue catalogue;
	struct offers offers;
	struct assign assign = {0};
	struct scored to = {0};
	struct rules rules;
	struct card card;
	struct flow flow;
	enum status status;

	rules_load(&rules, set->rules, &set->common, now);
	catalogue_load(&catalogue, set->catalogue, &set->common, now);
	if (catalogue.wrong)
		die(ngettext("%s: %zu row is wrong", "%s: %zu rows are wrong",
			    catalogue.wrong),
			catalogue.name, catalogue.wrong);
	written_refuse(&rules, &catalogue, set->assign != NULL);
	flow_open(&flow, operands, &set->common);
	if (!set->common.quiet) {
		note_rules(&rules, &flow.header);
		note_needs(&catalogue, &flow.header);
	}
	card_bind(&card, &rules, &flow.header, now);
	offers_bind(&offers, &catalogue, &flow.header);
	to.card = &card;
	if (set->assign) {
		assign_load(&assign, set->assign, &flow.header);
		to.assign = &assign;
	}
	to.offers = catalogue.n ? &offers : NULL;
	scored_own(&to, &flow, set->explain);
	status = flow_run(&flow, &job, &to);
	flow_close(&flow);
	assign_fini(&assign);
	offers_fini(&offers);
	catalogue_fini(&catalogue);
	card_fini(&card);
	rules_fini(&rules);
	return status;
}
