#include "lead/policy.h"

#include "base/day.h"
#include "base/lang.h"
#include "lead/country.h"
#include "lead/test.h"
#include "record/field.h"

/* How a value is read. */
enum kind {
	TEXT,
	COUNTRY,
	SPAN,
	DAYS,
	HOURS,
	CHANNELS,
	DATES,
	CAP,
	COLUMNS,
	LAW
};

struct key {
	const char *name;
	enum kind kind;
	const char *usual;
	const char *meaning;
};

/* In the order of enum policy_key. */
static const struct key keys[] = {
	{"country", COUNTRY, "GB", N_("country of numbers without one")},
	{"timezone", TEXT, "Europe/London", N_("zone of leads without one")},
	{"retention", SPAN, "24mo",
		N_("leads are kept so long after the last contact")},
	{"notice", SPAN, "1mo",
		N_("to tell people where we have their data from")},
	{"access", SPAN, "1mo", N_("to answer who asks what we hold")},
	{"complaint", SPAN, "30d", N_("to acknowledge a complaint")},
	{"screening", SPAN, "28d", N_("how old a TPS list may be")},
	{"days", DAYS, "mon-fri", N_("weekdays to contact people on")},
	{"hours", HOURS, "08:00-21:00", N_("hours to contact people in")},
	{"hours_of", CHANNELS, "call|autocall|sms",
		N_("channels that days and hours hold for")},
	{"holidays", DATES, "", N_("dates on which to contact nobody")},
	{"cap_call", CAP, "6/14d", N_("calls to a lead within a time")},
	{"cap_autocall", CAP, "1/30d", N_("automated calls within a time")},
	{"cap_email", CAP, "4/14d", N_("e-mails within a time")},
	{"cap_sms", CAP, "2/14d", N_("text messages within a time")},
	{"cap_social", CAP, "4/14d", N_("direct messages within a time")},
	{"cap_post", CAP, "2/30d", N_("letters within a time")},
	{"required", COLUMNS, "full_name|source|obtained_at|lawful_basis",
		N_("columns every lead must have")},
	{"required_new", COLUMNS, "", N_("columns of a new lead")},
	{"required_attempting", COLUMNS, "",
		N_("columns of a lead somebody tries to reach")},
	{"required_contacted", COLUMNS, "", N_("columns once reached")},
	{"required_prospect", COLUMNS, "next_at|agenda",
		N_("columns of a prospect")},
	{"required_converted", COLUMNS, "", N_("columns of a customer")},
	{"required_nurture", COLUMNS, "next_at",
		N_("columns of one for later")},
	{"required_disqualified", COLUMNS, "stage_reason",
		N_("columns of one who is out")},
	{"bases", TEXT, "consent|legitimate-interests|contract|soft-opt-in",
		N_("lawful bases in use")},
	{"name", TEXT, "", N_("who we are")},
	{"number", TEXT, "", N_("our telephone number")},
	{"email", TEXT, "", N_("our address, and where to opt out")},
	{"address", TEXT, "", N_("our postal address")},
	{"registered", TEXT, "", N_("our company number and the like")},
	{"abroad", LAW, "ask", N_("what to do abroad: ask, as-gb or never")},
};

/* A key that is not in the table: law_ie, law_fr ... */
#define LAW_PREFIX "law_"

const char *
policy_name(enum policy_key key)
{
	return keys[key].name;
}

const char *
policy_default(enum policy_key key)
{
	return keys[key].usual;
}

const char *
policy_meaning(enum policy_key key)
{
	return _(keys[key].meaning);
}

/* Read "6/14d". */
static bool
cap_read(struct view v, struct policy_cap *out)
{
	size_t slash = view_find_byte(v, '/');

	return view_int(view_upto(v, slash), &out->most) && out->most >= 0 &&
		test_seconds(view_from(v, slash + 1), &out->seconds) &&
		out->seconds > 0;
}

/* Read "09:30" as minutes; 24:00 is the end of the day. */
static bool
clock_read(struct view v, int *out)
{
	int64_t h, m;
	size_t colon = view_find_byte(v, ':');

	if (!view_int(view_upto(v, colon), &h) ||
		!view_int(view_from(v, colon + 1), &m) || h < 0 || h > 24 ||
		m < 0 || m > 59 || (h == 24 && m))
		return false;
	*out = (int)(h * 60 + m);
	return true;
}

static bool
hours_read(struct view v, struct policy *p)
{
	size_t dash = view_find_byte(v, '-');

	return clock_read(view_upto(v, dash), &p->open) &&
		clock_read(view_from(v, dash + 1), &p->close) &&
		p->open < p->close;
}

static int
weekday_read(struct view v)
{
	static const char names[] = "montuewedthufrisatsun";

	for (int i = 0; v.len == 3 && i < 7; i++)
		if (view_same(v, (struct view){names + 3 * i, 3}))
			return i;
	return -1;
}

/* Read "mon-fri" or "mon|wed|fri". */
static bool
days_read(struct view v, struct policy *p)
{
	struct view piece;

	memset(p->day, 0, sizeof(p->day));
	while (view_cut(&v, '|', &piece)) {
		size_t dash = view_find_byte(piece, '-');
		int first = weekday_read(view_upto(piece, dash));
		int last = dash == piece.len
			? first
			: weekday_read(view_from(piece, dash + 1));

		if (first < 0 || last < 0)
			return false;
		for (int i = first; i != last; i = (i + 1) % 7)
			p->day[i] = true;
		p->day[last] = true;
	}
	return true;
}

static bool
channels_read(struct view v, struct policy *p)
{
	struct view piece;

	memset(p->hours_of, 0, sizeof(p->hours_of));
	while (v.len && view_cut(&v, '|', &piece)) {
		int channel = vocab_find(&channel_words, piece);

		if (channel < 0 || channel >= CHANNELS_GATED)
			return false;
		p->hours_of[channel] = true;
	}
	return true;
}

static bool
dates_read(struct view v)
{
	struct view piece;
	int32_t day;

	while (v.len && view_cut(&v, '|', &piece))
		if (!day_read(piece, &day))
			return false;
	return true;
}

static bool
columns_read(struct view v)
{
	struct view piece;

	while (v.len && view_cut(&v, '|', &piece))
		if (!header_is_name(piece))
			return false;
	return true;
}

static bool
law_read(struct view v, enum policy_law *out)
{
	static const char *const laws[] = {"ask", "as-gb", "never"};

	for (int i = 0; i < 3; i++)
		if (view_is(v, laws[i])) {
			*out = (enum policy_law)i;
			return true;
		}
	return false;
}

/* Take a value for a key; false when it cannot be read. */
static bool
value_set(struct policy *p, enum policy_key key, struct view v)
{
	enum policy_law law;

	p->text[key] = v;
	switch (keys[key].kind) {
	case TEXT:
		return true;
	case COUNTRY:
		return country_is_code(v);
	case SPAN:
		return test_seconds(v, &p->seconds[key]) && p->seconds[key] > 0;
	case DAYS:
		return days_read(v, p);
	case HOURS:
		return hours_read(v, p);
	case CHANNELS:
		return channels_read(v, p);
	case DATES:
		return dates_read(v);
	case CAP:
		return cap_read(v, &p->cap[key - POLICY_CAP_CALL]);
	case COLUMNS:
		return columns_read(v);
	case LAW:
		return law_read(v, &law);
	}
	return false;
}

/* What a value of a kind looks like, for messages. */
static const char *
example_of(enum kind kind)
{
	switch (kind) {
	case COUNTRY:
		return "GB";
	case SPAN:
		return "28d, 3w, 24mo";
	case DAYS:
		return "mon-fri, mon|wed";
	case HOURS:
		return "08:00-21:00";
	case CHANNELS:
		return "call|sms";
	case DATES:
		return "2026-12-25|2026-12-28";
	case CAP:
		return "6/14d";
	case COLUMNS:
		return "full_name|email";
	default:
		return "ask, as-gb, never";
	}
}

static int
key_find(struct view name)
{
	for (int i = 0; i < POLICY_KEYS; i++)
		if (view_is(name, keys[i].name))
			return i;
	return -1;
}

/* Is it law_ and a country's code in small letters? */
static bool
is_law(struct view name)
{
	char code[2];

	if (!view_starts(name, VIEW(LAW_PREFIX)) ||
		name.len != sizeof(LAW_PREFIX) + 1)
		return false;
	code[0] = (char)(name.at[4] & ~32);
	code[1] = (char)(name.at[5] & ~32);
	return country_is_code((struct view){code, 2});
}

static void
row_load(struct policy *p, size_t row, int key_column, int value_column)
{
	struct view name = sheet_get(&p->sheet, row, key_column);
	struct view value =
		field_plain(sheet_get(&p->sheet, row, value_column), &p->plain);
	enum policy_law law;
	int key = key_find(name);

	if (key < 0 && !is_law(name))
		die_at(sheet_place(&p->sheet, row, "key"),
			_("there is no policy '%.*s'; see lead-policy(5)"),
			VIEW_ARGS(name));
	if (key < 0 ? !law_read(value, &law)
		    : !value_set(p, (enum policy_key)key, value))
		die_at(sheet_place(&p->sheet, row, "value"),
			_("'%.*s' is no value of %.*s; write such as %s"),
			VIEW_ARGS(value), VIEW_ARGS(name),
			example_of(key < 0 ? LAW : keys[key].kind));
}

void
policy_load(struct policy *p, const char *path)
{
	int key, value;

	_Static_assert(sizeof(keys) / sizeof(*keys) == POLICY_KEYS,
		"a row for each key");
	*p = (struct policy){0};
	for (int i = 0; i < POLICY_KEYS; i++)
		(void)value_set(p, (enum policy_key)i, view_of(keys[i].usual));
	if (!path || !sheet_load_if(&p->sheet, path))
		return;
	key = sheet_need(&p->sheet, "key");
	value = sheet_need(&p->sheet, "value");
	/* Plain text is never longer than as written: no view ever moves. */
	str_reserve(&p->plain, p->sheet.bytes.len);
	for (size_t row = 0; row < p->sheet.n; row++)
		row_load(p, row, key, value);
}

void
policy_fini(struct policy *p)
{
	str_fini(&p->plain);
	sheet_fini(&p->sheet);
	*p = (struct policy){0};
}

enum policy_law
policy_law(const struct policy *p, struct view country)
{
	enum policy_law law = POLICY_AS_GB;

	if (!country.len || view_is(country, "GB"))
		return law;
	(void)law_read(p->text[POLICY_ABROAD], &law);
	for (size_t row = 0; row < p->sheet.n; row++) {
		struct view name = sheet_get(&p->sheet, row,
			header_find(&p->sheet.header, VIEW("key")));

		if (is_law(name) && view_same(view_from(name, 4), country))
			(void)law_read(sheet_get(&p->sheet, row,
					       header_find(&p->sheet.header,
						       VIEW("value"))),
				&law);
	}
	return law;
}

bool
policy_is_day(const struct policy *p, int32_t day)
{
	struct view rest = p->text[POLICY_HOLIDAYS], piece;
	int32_t holiday;

	if (!p->day[day_weekday(day)])
		return false;
	while (rest.len && view_cut(&rest, '|', &piece))
		if (day_read(piece, &holiday) && holiday == day)
			return false;
	return true;
}

bool
policy_required(const struct policy *p, enum stage stage, size_t *at,
	struct view *column)
{
	struct view lists[2] = {p->text[POLICY_REQUIRED],
		p->text[POLICY_REQUIRED_OF + (int)stage]};
	size_t n = 0;

	for (size_t i = 0; i < 2; i++)
		while (lists[i].len && view_cut(&lists[i], '|', column))
			if (n++ == *at) {
				++*at;
				return true;
			}
	return false;
}
