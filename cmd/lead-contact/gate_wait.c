#include "gate_wait.h"

#include "base/day.h"
#include "base/mem.h"
#include "lead/outcome.h"

#define ZONES_MOST 1000
#define DAYS_MOST 400 /* that may all be no days of ours */

/* The zone of a name; that of the policy when there is none. */
static const struct zone *
zone_of(const struct gate *gate, struct gate_room *room, struct view name)
{
	struct gate_zone *found;

	if (!name.len)
		name = gate->policy.text[POLICY_TIMEZONE];
	for (size_t i = 0; i < room->zones_n; i++)
		if (view_eq(str_view(&room->zones[i].name), name))
			return &room->zones[i].zone;
	/* The last place is used again and again by what is too much. */
	if (room->zones_n < ZONES_MOST) {
		room->zones = mem_grow(room->zones, &room->zones_cap,
			room->zones_n + 1, sizeof(*room->zones));
		found = &room->zones[room->zones_n++];
		*found = (struct gate_zone){0};
	} else {
		found = &room->zones[ZONES_MOST - 1];
		zone_fini(&found->zone);
		str_clear(&found->name);
	}
	str_put(&found->name, name);
	if (!zone_load(&found->zone, name))
		(void)zone_load(
			&found->zone, gate->policy.text[POLICY_TIMEZONE]);
	return &found->zone;
}

/* The first moment from this one on that is within days and hours. */
static int64_t
next_open(const struct policy *policy, const struct zone *zone, int64_t from)
{
	struct zone_time local;
	int32_t day;
	int64_t moment;

	zone_split(zone, from, &local);
	day = local.day;
	if (policy_is_day(policy, day) && local.second >= policy->open * 60 &&
		local.second < policy->close * 60)
		return from;
	if (local.second >= policy->open * 60)
		day++;
	for (int i = 0; i < DAYS_MOST && !policy_is_day(policy, day); i++)
		day++;
	(void)zone_moment(zone, day, policy->open * 60, &moment);
	return moment;
}

/* Did an entry count against the cap of a channel? */
static bool
is_attempt(const struct entry *entry, enum channel channel)
{
	struct gist gist = gist_of(entry->field, entry->at);

	return gist.channel == (int)channel &&
		gist.direction == DIRECTION_OUT && gist.outcome >= 0 &&
		(outcome_words.word[gist.outcome].flags & OUTCOME_ATTEMPT);
}

/* When the next attempt is within the cap; 0: now. */
static int64_t
cap_ends(const struct policy_cap *cap, const struct history *history,
	enum channel channel, int64_t now)
{
	int64_t n = 0;

	if (!cap->most)
		return now + cap->seconds;
	for (size_t i = history->n; i-- > 0;) {
		const struct entry *entry = history->entry[i];

		if (entry->at <= now - cap->seconds)
			return 0;
		if (is_attempt(entry, channel) && ++n == cap->most)
			return entry->at + cap->seconds;
	}
	return 0;
}

static void
put(const char *what, int64_t until, struct str *out)
{
	str_add(out, what);
	moment_write(until, out);
}

bool
gate_wait(const struct gate *gate, struct gate_room *room,
	const struct gate_lead *lead, enum channel channel, struct str *out)
{
	const struct policy *policy = &gate->policy;
	const struct zone *zone =
		zone_of(gate, room, lead->field[GATE_TIMEZONE]);
	bool hours = policy->hours_of[channel];
	int64_t until;

	if (hours) {
		until = next_open(policy, zone, gate->now);
		if (until != gate->now) {
			put("wait:hours@", until, out);
			return true;
		}
	}
	until = cap_ends(
		&policy->cap[channel], lead->history, channel, gate->now);
	if (!until)
		return false;
	put("wait:cadence@", hours ? next_open(policy, zone, until) : until,
		out);
	return true;
}

void
gate_room_fini(struct gate_room *room)
{
	for (size_t i = 0; i < room->zones_n; i++) {
		str_fini(&room->zones[i].name);
		zone_fini(&room->zones[i].zone);
	}
	mem_free(room->zones);
	str_fini(&room->scratch);
	*room = (struct gate_room){0};
}
