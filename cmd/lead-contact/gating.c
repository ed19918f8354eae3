#include "gating.h"

#include "base/lang.h"
#include "base/mem.h"
#include "record/field.h"

#define VERDICT_MOST 128 /* bytes; a lawful basis is cut off by the policy */

static void
read_channels(
	struct gating *gating, const struct program *program, const char *text)
{
	struct view rest = view_of(text);
	struct view name;

	while (view_cut(&rest, ',', &name)) {
		int channel = vocab_find(&channel_words, view_trim(name));

		if (channel < 0 || channel >= CHANNELS_GATED)
			opt_usage(program,
				_("--gate: '%.*s' is none of call, autocall, "
				  "email, sms, social, post"),
				VIEW_ARGS(name));
		for (size_t i = 0; i < gating->n; i++)
			if (gating->channels[i] == (enum channel)channel)
				opt_usage(program,
					_("--gate: '%.*s' is named twice"),
					VIEW_ARGS(name));
		gating->channels[gating->n++] = (enum channel)channel;
	}
}

struct gating *
gating_new(
	const struct program *program, const struct settings *set, int64_t now)
{
	struct gating *gating;

	if (set->only && !set->gate)
		opt_usage(program, _("--only needs --gate"));
	if (!set->gate)
		return NULL;
	gating = mem_new(1, sizeof(*gating));
	gating->only = set->only;
	read_channels(gating, program, set->gate);
	gate_load(&gating->gate, &set->common, now);
	return gating;
}

void
gating_free(struct gating *gating)
{
	if (gating)
		gate_fini(&gating->gate);
	mem_free(gating);
}

void
gating_own(struct gating *gating, struct flow *flow)
{
	struct str name = {0};

	for (size_t i = 0; i < gating->n; i++) {
		str_clear(&name);
		str_printf(&name, "gate_%s",
			vocab_name(&channel_words, (int)gating->channels[i]));
		gating->own[i] = flow_own(flow, str_text(&name));
	}
	for (int i = 0; i < GATE_FIELDS; i++)
		gating->where[i] =
			header_find(&flow->header, view_of(gate_names[i]));
	str_fini(&name);
}

bool
gating_set(const struct gating *gating, struct gating_room *room,
	const struct record *in, struct gate_lead *lead, struct view *own)
{
	bool good = false;

	str_clear(&room->plain);
	str_reserve(&room->plain, record_line(in).len);
	for (int i = 0; i < GATE_FIELDS; i++)
		lead->field[i] = field_plain(
			record_get(in, gating->where[i]), &room->plain);
	lead->known = true;
	str_clear(&room->verdicts);
	str_reserve(&room->verdicts,
		gating->n *
			(VERDICT_MOST + lead->field[GATE_LAWFUL_BASIS].len));
	for (size_t i = 0; i < gating->n; i++) {
		size_t start = room->verdicts.len;
		struct view verdict;

		gate_judge(&gating->gate, &room->gate, lead,
			gating->channels[i], &room->verdicts);
		verdict = str_tail(&room->verdicts, start);
		own[gating->own[i]] = verdict;
		good = good || view_starts(verdict, VIEW("ok:"));
	}
	return good || !gating->only;
}

void
gating_room_fini(struct gating_room *room)
{
	gate_room_fini(&room->gate);
	str_fini(&room->plain);
	str_fini(&room->verdicts);
}
