/* The gate's nine steps, in their order. */
#include "gate.h"

#include "base/day.h"
#include "base/mem.h"
#include "gate_wait.h"
#include "lead/company.h"
#include "lead/flag.h"
#include "lead/phone.h"
#include "lead/store.h"
#include "lead/subscriber.h"

const char *const gate_names[GATE_FIELDS] = {
	[GATE_LEAD_ID] = "lead_id",
	[GATE_EMAIL] = "email",
	[GATE_EMAIL_STATUS] = "email_status",
	[GATE_PHONE] = "phone",
	[GATE_PHONE_STATUS] = "phone_status",
	[GATE_MOBILE] = "mobile",
	[GATE_WEBSITE] = "website",
	[GATE_DOMAIN] = "domain",
	[GATE_COMPANY] = "company",
	[GATE_COMPANY_NUMBER] = "company_number",
	[GATE_STREET] = "street",
	[GATE_POSTCODE] = "postcode",
	[GATE_COUNTRY] = "country",
	[GATE_TIMEZONE] = "timezone",
	[GATE_LINKEDIN] = "linkedin",
	[GATE_SUBSCRIBER] = "subscriber",
	[GATE_LAWFUL_BASIS] = "lawful_basis",
	[GATE_OBTAINED_AT] = "obtained_at",
	[GATE_DO_NOT_CALL] = "do_not_call",
	[GATE_DO_NOT_EMAIL] = "do_not_email",
	[GATE_DO_NOT_SMS] = "do_not_sms",
	[GATE_DO_NOT_POST] = "do_not_post",
	[GATE_NOTES] = "notes",
};

/* One question to the gate, while it goes through the steps. */
struct ask {
	const struct gate *gate;
	struct gate_room *room;
	const struct gate_lead *lead;
	enum channel channel;
	unsigned flags;	     /* of the channel */
	struct view address; /* that would be used */
	struct view basis;
};

/* A step: a verdict, or NULL for the next step. */
typedef const char *(*step)(struct ask *ask);

static struct view
get(const struct ask *ask, enum gate_field field)
{
	return ask->lead->field[field];
}

static bool
has_consent(const struct ask *ask)
{
	return ask->lead->standing->consent[ask->channel].said == SAID_YES;
}

/* The lead's country, else our own. */
static struct view
country(const struct ask *ask)
{
	struct view said = get(ask, GATE_COUNTRY);

	return said.len ? said : ask->gate->policy.text[POLICY_COUNTRY];
}

/* Put the key of a type in its normal form; the text itself if it has none. */
static struct view
normal(const struct ask *ask, enum suppress_key type, enum gate_field field)
{
	struct view v = get(ask, field);
	struct str *out = &ask->room->scratch;
	size_t start = out->len;

	if (!v.len || !suppress_normalise(type, v, country(ask), out))
		return v;
	return str_tail(out, start);
}

static bool
is_suppressed(const struct ask *ask)
{
	struct suppress_query query = {.lead_id = get(ask, GATE_LEAD_ID),
		.channel =
			view_of(vocab_name(&channel_words, (int)ask->channel))};
	size_t room = 256;

	if (!ask->gate->suppress.n)
		return false;
	/* Normal forms are hardly longer: the room must not move. */
	for (int i = GATE_EMAIL; i <= GATE_COMPANY; i++)
		room += 4 * get(ask, (enum gate_field)i).len;
	str_clear(&ask->room->scratch);
	str_reserve(&ask->room->scratch, room);
	query.email = normal(ask, SUPPRESS_EMAIL, GATE_EMAIL);
	query.phone = normal(ask, SUPPRESS_PHONE, GATE_PHONE);
	query.mobile = normal(ask, SUPPRESS_PHONE, GATE_MOBILE);
	query.domain = normal(ask, SUPPRESS_DOMAIN,
		get(ask, GATE_DOMAIN).len ? GATE_DOMAIN : GATE_WEBSITE);
	query.company = normal(ask, SUPPRESS_COMPANY, GATE_COMPANY);
	query.notes = get(ask, GATE_NOTES);
	return suppress_find(&ask->gate->suppress, &query);
}

/* By the column of the channel; by all of them where it has none. */
static bool
is_told(const struct ask *ask)
{
	static const enum gate_field do_not[CHANNELS_GATED] = {
		[CHANNEL_CALL] = GATE_DO_NOT_CALL,
		[CHANNEL_AUTOCALL] = GATE_DO_NOT_CALL,
		[CHANNEL_EMAIL] = GATE_DO_NOT_EMAIL,
		[CHANNEL_SMS] = GATE_DO_NOT_SMS,
		[CHANNEL_POST] = GATE_DO_NOT_POST,
	};
	enum gate_field field = do_not[ask->channel];

	if (field)
		return flag_stops(get(ask, field));
	return flag_stops(get(ask, GATE_DO_NOT_CALL)) &&
		flag_stops(get(ask, GATE_DO_NOT_EMAIL)) &&
		flag_stops(get(ask, GATE_DO_NOT_SMS)) &&
		flag_stops(get(ask, GATE_DO_NOT_POST));
}

static const char *
step_opted_out(struct ask *ask)
{
	if (is_told(ask) || is_suppressed(ask) ||
		view_same(get(ask, GATE_LAWFUL_BASIS), VIEW("objected")) ||
		ask->lead->standing->consent[ask->channel].said == SAID_NO)
		return "no:opted-out";
	return NULL;
}

/* Since the last contact, else since we have it. */
static const char *
step_retention(struct ask *ask)
{
	struct stamp last = ask->lead->standing->last_contact;
	int64_t since = last.at;

	if ((last.there || moment_read(get(ask, GATE_OBTAINED_AT), &since)) &&
		ask->gate->now - since >
			ask->gate->policy.seconds[POLICY_RETENTION])
		return "no:retention";
	return NULL;
}

/* The number that a call or text message would go to. */
static struct view
number_for(const struct ask *ask)
{
	struct view phone = get(ask, GATE_PHONE);
	struct view mobile = get(ask, GATE_MOBILE);
	struct view status = get(ask, GATE_PHONE_STATUS);
	struct phone facts;

	if (status.len && !view_is(status, "ok"))
		phone = (struct view){0};
	if (ask->channel != CHANNEL_SMS)
		return phone.len ? phone : mobile;
	if (mobile.len || !phone.len)
		return mobile;
	phone_look(phone, &facts);
	return facts.type == PHONE_MOBILE || facts.type == PHONE_ANY ? phone
								     : mobile;
}

static struct view
address_for(const struct ask *ask)
{
	struct view status = get(ask, GATE_EMAIL_STATUS);

	if (ask->flags & CHANNEL_PHONE)
		return ask->lead->standing->dead_phone ? (struct view){0}
						       : number_for(ask);
	if (ask->channel == CHANNEL_EMAIL)
		return ask->lead->standing->dead_mail ||
				view_same(status, VIEW("invalid")) ||
				view_same(status, VIEW("bounced"))
			? (struct view){0}
			: get(ask, GATE_EMAIL);
	if (ask->channel == CHANNEL_SOCIAL)
		return get(ask, GATE_LINKEDIN);
	return get(
		ask, get(ask, GATE_STREET).len ? GATE_STREET : GATE_POSTCODE);
}

static const char *
step_address(struct ask *ask)
{
	ask->address = address_for(ask);
	return ask->address.len ? NULL : "no:unreachable";
}

static const char *
step_country(struct ask *ask)
{
	switch (policy_law(&ask->gate->policy, get(ask, GATE_COUNTRY))) {
	case POLICY_ASK:
		return "ask:country";
	case POLICY_NEVER:
		return "no:country";
	default:
		return NULL;
	}
}

/*
 * PECR reg. 21: both registers are looked at, since a business number can be
 * on either.  Consent to our calls goes before them.
 */
static const char *
step_screen(struct ask *ask)
{
	const struct gate *gate = ask->gate;
	int days = (int)(gate->policy.seconds[POLICY_SCREENING] / DAY_SECONDS);
	int32_t today = moment_day(gate->now);

	if (ask->channel != CHANNEL_CALL || has_consent(ask) ||
		!view_starts(ask->address, VIEW("+44")))
		return NULL;
	if (screen_has(&gate->tps, ask->address))
		return "no:tps";
	if (screen_has(&gate->ctps, ask->address))
		return "no:ctps";
	if (screen_is_stale(&gate->tps, today, days))
		return "stale:tps";
	return screen_is_stale(&gate->ctps, today, days) ? "stale:ctps" : NULL;
}

/* PECR reg. 19. */
static const char *
step_autocall(struct ask *ask)
{
	return ask->channel == CHANNEL_AUTOCALL && !has_consent(ask)
		? "no:consent"
		: NULL;
}

static enum subscriber
subscriber(const struct ask *ask)
{
	enum subscriber said;

	if (subscriber_read(get(ask, GATE_SUBSCRIBER), &said) &&
		said != SUBSCRIBER_UNKNOWN)
		return said;
	return subscriber_of(get(ask, GATE_COMPANY),
		get(ask, GATE_COMPANY_NUMBER), get(ask, GATE_EMAIL),
		country(ask));
}

/* PECR reg. 22. */
static const char *
step_electronic(struct ask *ask)
{
	struct view basis = get(ask, GATE_LAWFUL_BASIS);

	if (ask->channel != CHANNEL_EMAIL && ask->channel != CHANNEL_SMS &&
		ask->channel != CHANNEL_SOCIAL)
		return NULL;
	if (has_consent(ask) || view_same(basis, VIEW("consent")) ||
		view_same(basis, VIEW("soft-opt-in")))
		return NULL;
	switch (subscriber(ask)) {
	case SUBSCRIBER_CORPORATE:
		return NULL;
	case SUBSCRIBER_INDIVIDUAL:
		return "no:consent";
	default:
		return "ask:subscriber";
	}
}

/* One of the bases that the policy says are in use. */
static bool
is_in_use(const struct ask *ask, struct view basis)
{
	struct view rest = ask->gate->policy.text[POLICY_BASES];
	struct view piece;

	while (view_cut(&rest, '|', &piece))
		if (view_same(view_trim(piece), basis))
			return true;
	return false;
}

static const char *
step_basis(struct ask *ask)
{
	ask->basis = has_consent(ask) ? VIEW("consent")
				      : get(ask, GATE_LAWFUL_BASIS);
	return ask->basis.len && is_in_use(ask, ask->basis) ? NULL
							    : "ask:basis";
}

void
gate_judge(const struct gate *gate, struct gate_room *room,
	const struct gate_lead *lead, enum channel channel, struct str *out)
{
	static const step steps[] = {step_opted_out, step_retention,
		step_address, step_country, step_screen, step_autocall,
		step_electronic, step_basis};
	struct ask ask = {.gate = gate,
		.room = room,
		.lead = lead,
		.channel = channel,
		.flags = channel_words.word[channel].flags};
	size_t n = lead->known ? sizeof(steps) / sizeof(*steps) : 2;

	for (size_t i = 0; i < n; i++) {
		const char *verdict = steps[i](&ask);

		if (!verdict)
			continue;
		str_add(out, verdict);
		return;
	}
	if (gate_wait(gate, room, lead, channel, out))
		return;
	str_add(out, "ok:");
	str_put(out, ask.basis.len ? ask.basis : VIEW("unknown"));
}

void
gate_load(struct gate *gate, const struct common *common, int64_t now)
{
	char *policy = store_path(common, "policy.tsv");
	char *suppress = store_path(common, "suppress.tsv");
	char *tps = store_path(common, "tps.txt");
	char *ctps = store_path(common, "ctps.txt");

	*gate = (struct gate){.now = now};
	policy_load(&gate->policy, policy);
	suppress_load(&gate->suppress, suppress,
		gate->policy.text[POLICY_COUNTRY], now);
	screen_load(&gate->tps, tps);
	screen_check(&gate->tps, tps);
	screen_load(&gate->ctps, ctps);
	screen_check(&gate->ctps, ctps);
	mem_free(policy);
	mem_free(suppress);
	mem_free(tps);
	mem_free(ctps);
}

void
gate_fini(struct gate *gate)
{
	policy_fini(&gate->policy);
	suppress_fini(&gate->suppress);
	screen_fini(&gate->tps);
	screen_fini(&gate->ctps);
}
