#include "link_key.h"

#include "base/lang.h"
#include "lead/company.h"
#include "lead/email.h"
#include "lead/fold.h"
#include "lead/lexicon.h"
#include "lead/phone.h"

#define PART '\x1f' /* between the parts of a key: in no folded text */

static const struct {
	const char *column;
	size_t offset;
} wanted[] = {
	{"source", offsetof(struct link_columns, source)},
	{"source_id", offsetof(struct link_columns, source_id)},
	{"email", offsetof(struct link_columns, email)},
	{"phone", offsetof(struct link_columns, phone)},
	{"mobile", offsetof(struct link_columns, mobile)},
	{"first_name", offsetof(struct link_columns, first_name)},
	{"last_name", offsetof(struct link_columns, last_name)},
	{"full_name", offsetof(struct link_columns, full_name)},
	{"company", offsetof(struct link_columns, company)},
	{"postcode", offsetof(struct link_columns, postcode)},
	{"domain", offsetof(struct link_columns, domain)},
	{"website", offsetof(struct link_columns, website)},
	{"city", offsetof(struct link_columns, city)},
	{"linkedin", offsetof(struct link_columns, linkedin)},
	{"match_keys", offsetof(struct link_columns, match_keys)},
	{"notes", offsetof(struct link_columns, notes)},
	{"company_number", offsetof(struct link_columns, company_number)},
};

static const char *const names[LINK_KINDS] = {
	[LINK_EMAIL] = N_("email"),
	[LINK_SOURCE_ID] = N_("source_id"),
	[LINK_MOBILE] = N_("mobile"),
	[LINK_PHONE] = N_("phone and name"),
	[LINK_NAME] = N_("name"),
	[LINK_ROLE] = N_("shared email and name"),
	[LINK_ID] = "lead_id",
	[LINK_PROFILE] = "linkedin",
};

void
link_columns_find(
	struct link_columns *at, const struct view *columns, size_t columns_n)
{
	for (size_t w = 0; w < sizeof(wanted) / sizeof(wanted[0]); w++) {
		int *place = (int *)(void *)((char *)at + wanted[w].offset);

		*place = -1;
		for (size_t i = 0; i < columns_n; i++)
			if (view_is(columns[i], wanted[w].column))
				*place = (int)i;
	}
}

const char *
link_key_name(enum link_key_kind kind)
{
	return _(names[kind]);
}

static struct view
field(const struct view *fields, int column)
{
	return column < 0 ? (struct view){0} : view_trim(fields[column]);
}

/* First and last name folded; when one is missing, the full name. */
static void
person(const struct link_columns *at, const struct view *fields,
	struct str *out)
{
	struct view first = field(fields, at->first_name);
	struct view last = field(fields, at->last_name);
	struct view full = field(fields, at->full_name);

	if ((!first.len || !last.len) && full.len) {
		fold_key(full, out);
		return;
	}
	fold_key(first, out);
	if (first.len && last.len)
		str_byte(out, ' ');
	fold_key(last, out);
}

/* The digits of a number, which tell +44 20 from (0)20 no better than it. */
static void
number(struct view in, struct str *out)
{
	char *to;

	str_reserve(out, in.len);
	to = out->data + out->len;
	for (size_t i = 0; i < in.len; i++)
		if (in.at[i] == '+' || (in.at[i] >= '0' && in.at[i] <= '9'))
			*to++ = in.at[i];
	out->len = (size_t)(to - out->data);
}

static enum phone_type
type_of(struct view in)
{
	struct phone facts;

	phone_look(in, &facts);
	return facts.type;
}

/* Is a number in phone a mobile one?  type: see struct link_scratch. */
static bool
is_mobile(struct view in, uint8_t type)
{
	return type ? type == PHONE_MOBILE + 1 : type_of(in) == PHONE_MOBILE;
}

/* Is a number in the column mobile one that several people may have? */
static bool
is_shared(struct view in)
{
	enum phone_type type = type_of(in);

	return type == PHONE_LANDLINE || type == PHONE_SHARED ||
		type == PHONE_FREE || type == PHONE_PREMIUM;
}

void
link_scratch_fini(struct link_scratch *scratch)
{
	str_fini(&scratch->parts);
	str_fini(&scratch->key);
	str_fini(&scratch->id);
}

void
link_who(const struct link_columns *at, const struct view *fields,
	struct str *out)
{
	size_t from = out->len;

	person(at, fields, out);
	if (out->len == from && field(fields, at->company).len)
		company_key(field(fields, at->company), out);
}

/* The parts of a row that keys are made of, folded. */
struct parts {
	struct view person, company, who;
	struct str *text; /* borrowed: where they stand */
	struct str *key;  /* borrowed: room to make a key in */
};

static void
parts_read(struct parts *parts, const struct link_columns *at,
	const struct view *fields, struct link_scratch *scratch)
{
	struct str *text = &scratch->parts;
	size_t end;

	str_clear(text);
	person(at, fields, text);
	end = text->len;
	/* Beside a person the company is needed for a weak key only. */
	if (!end && field(fields, at->company).len)
		company_key(field(fields, at->company), text);
	parts->person = view_upto(str_view(text), end);
	parts->company = str_tail(text, end);
	parts->who = end ? parts->person : parts->company;
	parts->text = text;
	parts->key = &scratch->key;
}

/* The company's key too. */
static void
parts_complete(struct parts *parts, const struct link_columns *at,
	const struct view *fields)
{
	struct view company = field(fields, at->company);
	size_t end = parts->person.len;

	if (!end || !company.len)
		return;
	company_key(company, parts->text);
	parts->person = parts->who = view_upto(str_view(parts->text), end);
	parts->company = str_tail(parts->text, end);
}

/* Start a key, and end it. */
static void
key_start(struct str *text, enum link_key_kind kind, struct view first)
{
	str_clear(text);
	str_byte(text, (char)('a' + (int)kind));
	str_put(text, first);
}

static void
key_part(struct str *text, struct view part)
{
	str_byte(text, PART);
	str_put(text, part);
}

static struct link_key
key_end(const struct str *text, enum link_key_kind kind)
{
	return (struct link_key){kind, hash_digest(str_view(text))};
}

/* A number's digits, with or without the name. */
static bool
number_key(const struct parts *parts, struct view in, enum link_key_kind kind,
	struct link_key *key)
{
	/* Of 4.47701E+11 a spreadsheet has dropped most digits. */
	if (!view_starts(in, VIEW("+")) && view_find(in, VIEW("E+")) < in.len)
		return false;
	key_start(parts->key, kind, (struct view){0});
	number(in, parts->key);
	if (parts->key->len < 7) /* too few digits to be anyone's number */
		return false;
	if (kind == LINK_PHONE)
		key_part(parts->key, parts->who);
	*key = key_end(parts->key, kind);
	return true;
}

/* A person's page, "https://www.linkedin.com/in/nia", with a name or none. */
static bool
profile_key(struct view page, const struct parts *parts, struct view who,
	struct link_key *key)
{
	if (view_find(page, VIEW("linkedin.com/in/")) == page.len)
		return false;
	key_start(parts->key, LINK_PROFILE, (struct view){0});
	fold_key(page, parts->key);
	if (who.len)
		key_part(parts->key, who);
	*key = key_end(parts->key, LINK_PROFILE);
	return true;
}

/* The address, unless it is none: "tbc" tells nobody from another. */
static struct view
address(const struct link_columns *at, const struct view *fields)
{
	struct view email = field(fields, at->email);
	size_t sign = view_find_byte(email, '@');

	return sign && sign + 1 < email.len ? email : (struct view){0};
}

/* Names, and where they are: a postcode, or a domain. */
static void
name_key(const struct parts *parts, struct view place, struct link_key *key)
{
	key_start(parts->key, LINK_NAME, parts->person);
	key_part(parts->key, parts->company);
	str_byte(parts->key, PART);
	fold_key(place, parts->key);
	*key = key_end(parts->key, LINK_NAME);
}

/* Where many who have nothing to do with each other have a page. */
static const char *const hosts[] = {"amazon.co.uk", "amazon.com",
	"blogspot.com", "checkatrade.com", "ebay.co.uk", "etsy.com",
	"facebook.com", "google.com", "instagram.com", "linkedin.com",
	"linktr.ee", "tiktok.com", "trustpilot.com", "twitter.com",
	"weebly.com", "wixsite.com", "wordpress.com", "x.com", "yell.com",
	"youtube.com"};

/* The domain of a row's website, or where that is shared all of it. */
static struct view
site(const struct link_columns *at, const struct view *fields)
{
	struct view domain = field(fields, at->domain);

	return lexicon_find(LEXICON(hosts), domain) ? field(fields, at->website)
						    : domain;
}

/* The key of a row that has no other. */
static bool
weak_key(const struct link_columns *at, const struct view *fields,
	const struct parts *parts, struct link_key *key)
{
	struct view email = address(at, fields);
	struct view postcode = field(fields, at->postcode);
	struct view place = site(at, fields);
	int have = (parts->person.len > 0) + (parts->company.len > 0) +
		(postcode.len > 0);

	if (have >= 2) {
		name_key(parts, postcode, key);
		return true;
	}
	if (email.len) {
		key_start(parts->key, LINK_ROLE, email);
		key_part(parts->key, parts->who);
		*key = key_end(parts->key, LINK_ROLE);
		return true;
	}
	if (profile_key(field(fields, at->linkedin), parts, (struct view){0},
		    key) ||
		number_key(parts, field(fields, at->phone), LINK_PHONE, key) ||
		number_key(parts, field(fields, at->mobile), LINK_PHONE, key))
		return true;
	/* Two people of one name may live in a city; firms hardly do. */
	if (!place.len && parts->company.len)
		place = field(fields, at->city);
	if (!place.len && parts->company.len)
		place = field(fields, at->company_number);
	if (!parts->who.len || !place.len)
		return false;
	name_key(parts, place, key);
	return true;
}

/* Mobile and phone; a mobile number in either needs no name. */
static unsigned
phone_keys(const struct link_columns *at, const struct view *fields,
	const struct parts *parts, uint8_t type, struct link_key *keys)
{
	struct view phones[] = {
		field(fields, at->mobile), field(fields, at->phone)};
	unsigned n = 0;

	for (int i = 0; i < 2; i++) {
		bool mobile = phones[i].len &&
			(i ? is_mobile(phones[i], type)
			   : !is_shared(phones[i]));

		if (phones[i].len && (mobile || parts->who.len))
			n += number_key(parts, phones[i],
				mobile ? LINK_MOBILE : LINK_PHONE, &keys[n]);
	}
	return n;
}

unsigned
link_keys(const struct link_columns *at, const struct view *fields,
	struct link_key *keys, struct link_scratch *scratch)
{
	struct view email = address(at, fields);
	struct view id = field(fields, at->source_id);
	struct parts parts;
	unsigned n = 0;

	parts_read(&parts, at, fields, scratch);
	if (email.len && !email_is_role(email)) {
		key_start(parts.key, LINK_EMAIL, email);
		keys[n++] = key_end(parts.key, LINK_EMAIL);
	}
	if (id.len) {
		key_start(parts.key, LINK_SOURCE_ID, field(fields, at->source));
		key_part(parts.key, id);
		keys[n++] = key_end(parts.key, LINK_SOURCE_ID);
	}
	n += phone_keys(at, fields, &parts, scratch->phone_type, &keys[n]);
	scratch->who = parts.who.len;
	if (!n) {
		parts_complete(&parts, at, fields);
		n += weak_key(at, fields, &parts, keys);
	}
	if (n && parts.who.len)
		n += profile_key(field(fields, at->linkedin), &parts, parts.who,
			&keys[n]);
	return n;
}

struct link_key
link_named_number(const struct link_columns *at, const struct view *fields,
	struct link_scratch *scratch)
{
	struct str *text = &scratch->key;
	struct view mobile = field(fields, at->mobile);

	key_start(text, LINK_PHONE, (struct view){0});
	number(mobile.len ? mobile : field(fields, at->phone), text);
	str_byte(text, PART);
	person(at, fields, text);
	return key_end(text, LINK_PHONE);
}
