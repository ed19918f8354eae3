#include "lead/suppress.h"

#include "base/day.h"
#include "base/lang.h"
#include "base/mem.h"
#include "lead/also.h"
#include "lead/channel.h"
#include "lead/company.h"
#include "lead/domain.h"
#include "lead/email.h"
#include "lead/phone.h"
#include "record/field.h"

#include <inttypes.h>

/* In the order of enum suppress_key. */
static const char *const names[] = {
	"email", "phone", "domain", "company", "lead_id", "hash"};

int
suppress_key_read(struct view name)
{
	for (int i = 0; i < (int)(sizeof(names) / sizeof(*names)); i++)
		if (view_is(name, names[i]))
			return i;
	return -1;
}

struct view
suppress_key_name(enum suppress_key type)
{
	return view_of(names[type]);
}

/* The digest of a key of a type: of "email:nia@b.cy". */
static struct digest
digest_of(enum suppress_key type, struct view key)
{
	char bytes[512];
	struct view name = suppress_key_name(type);
	struct digest first;

	/* a longer key is brought down to its own digest */
	if (name.len + 1 + key.len > sizeof(bytes)) {
		first = hash_digest(key);
		key = (struct view){(const char *)&first, sizeof(first)};
	}
	memcpy(bytes, name.at, name.len);
	bytes[name.len] = ':';
	if (key.len)
		memcpy(bytes + name.len + 1, key.at, key.len);
	return hash_digest((struct view){bytes, name.len + 1 + key.len});
}

void
suppress_digest(enum suppress_key type, struct view key, struct str *out)
{
	struct digest d = digest_of(type, key);

	str_printf(out, "#%016" PRIx64 "%016" PRIx64, d.high, d.low);
}

static bool
hex_read(struct view v, uint64_t *out)
{
	uint64_t n = 0;

	for (size_t i = 0; i < v.len; i++) {
		char c = v.at[i];
		int digit = c >= '0' && c <= '9' ? c - '0'
			: c >= 'a' && c <= 'f'	 ? c - 'a' + 10
						 : -1;

		if (digit < 0)
			return false;
		n = n << 4 | (uint64_t)digit;
	}
	*out = n;
	return true;
}

/* Read "#" and 32 hex digits. */
static bool
digest_read(struct view v, struct digest *out)
{
	return v.len == 33 && v.at[0] == '#' &&
		hex_read((struct view){v.at + 1, 16}, &out->high) &&
		hex_read((struct view){v.at + 17, 16}, &out->low);
}

bool
suppress_normalise(enum suppress_key type, struct view key, struct view country,
	struct str *out)
{
	size_t start = out->len;
	struct phone facts;

	switch (type) {
	case SUPPRESS_EMAIL:
		return email_normalise(key, out);
	case SUPPRESS_PHONE:
		return phone_normalise(key, country, out, &facts) == PHONE_OK;
	case SUPPRESS_DOMAIN:
		return domain_normalise(key, NULL, out);
	case SUPPRESS_COMPANY:
		company_key(key, out);
		return out->len > start;
	case SUPPRESS_LEAD_ID:
		str_put(out, view_trim(key));
		return out->len > start;
	default:
		return false;
	}
}

static struct suppress_slot *
slot_find(const struct suppress *s, struct digest d, size_t *at)
{
	struct suppress_slot *slot;

	for (;; ++*at) {
		slot = &s->slots[*at & (s->slots_n - 1)];
		if (!slot->entry ||
			(slot->digest.low == d.low &&
				slot->digest.high == d.high))
			return slot;
	}
}

/* Put an entry in the table, behind others with the same key. */
static void
slot_add(struct suppress *s, struct digest d, uint32_t entry)
{
	size_t at = (size_t)d.low;
	struct suppress_slot *slot = slot_find(s, d, &at);

	while (slot->entry) {
		at++;
		slot = slot_find(s, d, &at);
	}
	*slot = (struct suppress_slot){d, entry};
}

/* Is it of after the moment we look at? */
static bool
is_to_come(struct view at, int64_t as_of)
{
	int64_t moment;

	return moment_read(at, &moment) && moment > as_of;
}

struct columns {
	int key_type, key, channel, reason, at, by;
};

static struct view
plain(struct suppress *s, size_t row, int column)
{
	return field_plain(sheet_get(&s->sheet, row, column), &s->text);
}

/* What people write for our channels. */
static const struct {
	const char *written, *channel;
} channel_names[] = {
	{"all", ""},
	{"*", ""},
	{"phone", "call"},
	{"telephone", "call"},
	{"e-mail", "email"},
	{"text", "sms"},
};

/*
 * The channel of an entry, empty for all.  One that nobody knows must not
 * suppress nothing.
 */
static struct view
channel_load(struct suppress *s, size_t row, int column)
{
	struct view written = view_trim(plain(s, row, column));

	for (int i = 0; i < channel_words.n; i++)
		if (view_same(written, view_of(vocab_name(&channel_words, i))))
			return view_of(vocab_name(&channel_words, i));
	for (size_t i = 0; i < sizeof(channel_names) / sizeof(*channel_names);
		i++)
		if (view_same(written, view_of(channel_names[i].written)))
			return view_of(channel_names[i].channel);
	if (written.len)
		die_at(sheet_place(&s->sheet, row, "channel"),
			_("'%.*s' is no channel: leave it empty for all"),
			VIEW_ARGS(written));
	return written;
}

/* "*@bo.cy" and "@bo.cy" are everybody there: the domain is the key. */
static struct view
key_load(struct view written, int *type)
{
	size_t at = view_starts(written, VIEW("*@")) ? 1 : 0;

	if (*type != SUPPRESS_EMAIL || at == written.len ||
		written.at[at] != '@')
		return written;
	*type = SUPPRESS_DOMAIN;
	return view_from(written, at + 1);
}

static void
row_load(struct suppress *s, size_t row, const struct columns *c,
	struct view country)
{
	struct view key = plain(s, row, c->key);
	struct view name = plain(s, row, c->key_type);
	int type = suppress_key_read(name);
	struct digest digest;

	if (type < 0)
		die_at(sheet_place(&s->sheet, row, "key_type"),
			_("'%.*s' is no kind of key: email, phone, domain, "
			  "company, lead_id or hash"),
			VIEW_ARGS(name));
	if (!digest_read(key, &digest)) {
		key = key_load(view_trim(key), &type);
		str_clear(&s->scratch);
		if (!suppress_normalise(
			    (enum suppress_key)type, key, country, &s->scratch))
			die_at(sheet_place(&s->sheet, row, "key"),
				_("'%.*s' cannot be read as %s"),
				VIEW_ARGS(key), names[type]);
		digest = digest_of(
			(enum suppress_key)type, str_view(&s->scratch));
	}
	s->entries[s->n++] = (struct suppress_entry){name,
		channel_load(s, row, c->channel), plain(s, row, c->reason),
		plain(s, row, c->at), plain(s, row, c->by)};
	slot_add(s, digest, (uint32_t)s->n);
}

void
suppress_load(struct suppress *s, const char *path, struct view country,
	int64_t as_of)
{
	struct columns c;

	*s = (struct suppress){0};
	if (!sheet_load_if(&s->sheet, path))
		return;
	c = (struct columns){sheet_need(&s->sheet, "key_type"),
		sheet_need(&s->sheet, "key"),
		header_find(&s->sheet.header, VIEW("channel")),
		header_find(&s->sheet.header, VIEW("reason")),
		header_find(&s->sheet.header, VIEW("at")),
		header_find(&s->sheet.header, VIEW("by"))};
	s->slots_n = 16;
	while (s->slots_n < 2 * s->sheet.n + 1)
		s->slots_n *= 2;
	s->slots = mem_new(s->slots_n, sizeof(*s->slots));
	s->entries = mem_new(s->sheet.n + 1, sizeof(*s->entries));
	/* Plain text is never longer than as written: no view ever moves. */
	str_reserve(&s->text, s->sheet.bytes.len);
	for (size_t row = 0; row < s->sheet.n; row++)
		if (!is_to_come(sheet_get(&s->sheet, row, c.at), as_of))
			row_load(s, row, &c, country);
}

void
suppress_fini(struct suppress *s)
{
	mem_free(s->slots);
	mem_free(s->entries);
	str_fini(&s->text);
	str_fini(&s->scratch);
	sheet_fini(&s->sheet);
	*s = (struct suppress){0};
}

/* An entry with this key for the channel, or NULL. */
static const struct suppress_entry *
look(const struct suppress *s, enum suppress_key type, struct view key,
	struct view channel)
{
	struct digest d;
	size_t at;

	if (!key.len)
		return NULL;
	d = digest_of(type, key);
	at = (size_t)d.low;
	for (;; at++) {
		const struct suppress_slot *slot = slot_find(s, d, &at);
		const struct suppress_entry *entry;

		if (!slot->entry)
			return NULL;
		entry = &s->entries[slot->entry - 1];
		if (!entry->channel.len || view_eq(entry->channel, channel))
			return entry;
	}
}

/* The host and each domain it is in. */
static const struct suppress_entry *
look_host(const struct suppress *s, struct view host, struct view channel)
{
	while (host.len) {
		const struct suppress_entry *found =
			look(s, SUPPRESS_DOMAIN, host, channel);

		if (found)
			return found;
		host = view_from(host, view_find_byte(host, '.') + 1);
	}
	return NULL;
}

/* What refuses mail to another address of a person refuses it to them. */
static const struct suppress_entry *
look_notes(const struct suppress *s, struct view notes, struct view channel)
{
	const struct suppress_entry *found = NULL;
	struct str address = {0};
	struct view line = {0};

	if (!also_any(notes))
		return NULL;
	while (!found && also_email(&notes, &line, &address))
		found = look(s, SUPPRESS_EMAIL, str_view(&address), channel);
	str_fini(&address);
	return found;
}

const struct suppress_entry *
suppress_find(const struct suppress *s, const struct suppress_query *q)
{
	const struct suppress_entry *found;

	if (!s->n)
		return NULL;
	(void)((found = look(s, SUPPRESS_LEAD_ID, q->lead_id, q->channel)) ||
		(found = look(s, SUPPRESS_EMAIL, q->email, q->channel)) ||
		(found = look(s, SUPPRESS_PHONE, q->phone, q->channel)) ||
		(found = look(s, SUPPRESS_PHONE, q->mobile, q->channel)) ||
		(found = look_host(s, email_domain(q->email), q->channel)) ||
		(found = look_host(s, q->domain, q->channel)) ||
		(found = look(s, SUPPRESS_COMPANY, q->company, q->channel)) ||
		(found = look_notes(s, q->notes, q->channel)));
	return found;
}
