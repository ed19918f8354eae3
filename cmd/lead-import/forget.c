#include "forget.h"

#include "forget_file.h"
#include "forget_gather.h"
#include "store_lock.h"

#include "base/base32.h"
#include "base/day.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "lead/draft.h"
#include "lead/email.h"
#include "lead/phone.h"
#include "lead/policy.h"
#include "lead/store.h"
#include "lead/suppress.h"
#include "record/field.h"

static bool
is_lead_id(struct view v)
{
	if (v.len != 17 || v.at[0] != 'L')
		return false;
	for (size_t i = 1; i < v.len; i++)
		if (base32_value(v.at[i]) < 0)
			return false;
	return true;
}

/* A number is read as an import reads it: by -c, else by the policy. */
static void
read_number(const struct settings *set, struct view number, struct str *out)
{
	char *path = store_path(&set->common, "policy.tsv");
	struct policy policy;
	struct phone facts;

	policy_load(&policy, path);
	phone_normalise(number,
		set->country ? view_of(set->country)
			     : policy.text[POLICY_COUNTRY],
		out, &facts);
	policy_fini(&policy);
	mem_free(path);
}

/* The key of the command line as the store writes it. */
static void
read_key(struct forget *forget, const struct settings *set)
{
	struct view key = view_trim(view_of(set->forget));
	struct str text = {0};

	if (is_lead_id(key))
		str_put(&text, key);
	else if (view_find_byte(key, '@') < key.len)
		email_normalise(key, &text);
	else
		read_number(set, key, &text);
	if (!text.len)
		die(_("--forget: '%s' is no lead_id, e-mail address or"
		      " telephone number"),
			set->forget);
	forget_key(forget, str_view(&text));
	str_fini(&text);
}

static bool
erase_log(struct forget *forget, const struct settings *set, const char *name,
	struct view header)
{
	char *path = store_path(&set->common, name);
	struct log log = {
		.path = path, .header = header, .quiet = set->common.quiet};
	struct log_erase erase = {.fate = forget_line, .self = forget};
	enum status status;

	forget_header(forget, header);
	status = log_erase(&log, &erase);
	forget->entries += erase.dropped;
	forget->others += erase.changed;
	mem_free(path);
	return status == STATUS_DONE;
}

static enum suppress_key
type_of(struct view key)
{
	if (is_lead_id(key))
		return SUPPRESS_LEAD_ID;
	return view_find_byte(key, '@') < key.len ? SUPPRESS_EMAIL
						  : SUPPRESS_PHONE;
}

/* A digest of each address and number is all that is kept. */
static void
add_digests(
	struct forget *forget, const struct settings *set, struct str *lines)
{
	struct str now = {0};

	moment_write(moment_now(set->common.as_of), &now);
	for (size_t i = 0; i < forget->n; i++) {
		struct view key = forget->keys[i];
		enum suppress_key type = type_of(key);

		if (view_find_byte(key, '/') < key.len)
			continue; /* a profile's URL is no address */
		str_put(lines, suppress_key_name(type));
		str_byte(lines, '\t');
		suppress_digest(type, key, lines);
		str_add(lines, "\t\terased\t");
		str_put(lines, str_view(&now));
		str_byte(lines, '\t');
		field_write(view_of(journal_user()), lines);
		str_byte(lines, '\n');
	}
	str_fini(&now);
}

static void
suppress_digests(struct forget *forget, const struct settings *set)
{
	char *path = store_path(&set->common, "suppress.tsv");
	struct str lines = {0};

	if (!file_exists(path))
		str_add(&lines, "key_type\tkey\tchannel\treason\tat\tby\n");
	add_digests(forget, set, &lines);
	/* Its own entries in plain go: the digests say the same. */
	forget_rewrite(forget, path, str_view(&lines));
	str_fini(&lines);
	mem_free(path);
}

static void
rewrite(struct forget *forget, const struct settings *set, const char *name)
{
	char *path = store_path(&set->common, name);

	if (file_exists(path))
		forget_rewrite(forget, path, (struct view){0});
	mem_free(path);
}

/*
 * Ended at any moment, the same command must find the person again, by the
 * key it is given: so what that is found in goes last, and until then both
 * keep the person's lines.
 */
static void
erase_leads(struct forget *forget, const struct settings *set)
{
	forget->keep_own = true;
	rewrite(forget, set, "merges.tsv");
	rewrite(forget, set, "leads.tsv");
	forget->keep_own = false;
	rewrite(forget, set, forget->merged ? "leads.tsv" : "merges.tsv");
	rewrite(forget, set, forget->merged ? "merges.tsv" : "leads.tsv");
}

static void
say_end(const struct forget *forget, const struct settings *set)
{
	if (!forget->leads && !forget->entries && !forget->others) {
		warn(_("nobody is known by '%s'; a digest in suppress.tsv"
		       " keeps it from coming in"),
			set->forget);
		return;
	}
	warn(_("erased: leads %llu, entries of the logs %llu; a digest is"
	       " kept in suppress.tsv"),
		(unsigned long long)forget->leads,
		(unsigned long long)forget->entries);
	if (forget->others)
		warn(ngettext("%llu line of others named them, and says"
			      " [erased] now",
			     "%llu lines of others named them, and say"
			     " [erased] now",
			     forget->others),
			(unsigned long long)forget->others);
}

static enum status
erase(struct forget *forget, const struct settings *set)
{
	char *store = store_path(&set->common, ".");
	enum status status = STATUS_DONE;

	/* First of all they must not be contacted again. */
	suppress_digests(forget, set);
	if (!erase_log(forget, set, "contacts.tsv", VIEW(CONTACT_HEADER)) ||
		!erase_log(forget, set, "notes.tsv", VIEW(NOTE_HEADER))) {
		/* The leads say whom the logs mean: they must wait. */
		status = STATUS_FAIL;
	} else {
		rewrite(forget, set, "pairs.tsv");
		erase_leads(forget, set);
		if (!set->common.quiet)
			say_end(forget, set);
		if (forget_remains(forget, store))
			status = STATUS_PART;
	}
	mem_free(store);
	return status;
}

enum status
forget_run(const struct settings *set)
{
	struct forget forget = {0};
	char *leads = store_path(&set->common, "leads.tsv");
	char *parts = store_path(&set->common, "merges.tsv");
	enum status status;
	int lock;

	store_make(&set->common);
	lock = store_lock(&set->common);
	read_key(&forget, set);
	forget_gather(&forget, leads, parts);
	status = erase(&forget, set);
	store_unlock(lock);
	forget_fini(&forget);
	mem_free(leads);
	mem_free(parts);
	return status;
}
