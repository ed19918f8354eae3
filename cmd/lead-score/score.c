#include "score.h"

#include "base/day.h"
#include "base/lang.h"
#include "scored.h"

static void *
start(void *program)
{
	struct scored_state *state = mem_new(1, sizeof(*state));

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

enum status
score_leads(const struct settings *set, char **operands)
{
	static const struct flow_job job = {
		.start = start, .record = score, .stop = stop};
	int64_t now = moment_now(set->common.as_of);
	struct catalogue catalogue;
	struct offers offers;
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
	flow_open(&flow, operands, &set->common);
	card_bind(&card, &rules, &flow.header, now);
	offers_bind(&offers, &catalogue, &flow.header);
	to.card = &card;
	to.offers = catalogue.n ? &offers : NULL;
	scored_own(&to, &flow, set->explain);
	status = flow_run(&flow, &job, &to);
	flow_close(&flow);
	offers_fini(&offers);
	catalogue_fini(&catalogue);
	card_fini(&card);
	rules_fini(&rules);
	return status;
}
