#include "import.h"

#include "asis.h"
#include "emit.h"
#include "intake.h"
#include "merges.h"
#include "questions.h"
#include "refused.h"
#include "review.h"
#include "store_lock.h"
#include "survey.h"

#include "base/day.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "lead/policy.h"
#include "lead/store.h"
#include "lead/suppress.h"

/* The dumps of an import; those of -u first. */
struct dumps {
	struct dump *all; /* owned */
	size_t n;
	bool known; /* the first is that of -u */
};

static void
open_dumps(struct dumps *dumps, const struct settings *set, char **operands)
{
	static char dash[] = "-";
	static char *standard_input[] = {dash, NULL};
	char **paths = *operands ? operands : standard_input;
	struct common written = set->common;
	size_t n = 0;

	while (paths[n])
		n++;
	dumps->all = mem_new(n + 1, sizeof(*dumps->all));
	dumps->known = set->update != NULL;
	/* What is said of the input does not hold for what we have written. */
	written.columns = NULL;
	written.raw = false;
	if (dumps->known)
		dump_open(&dumps->all[dumps->n++], set->update, NULL, &written);
	for (size_t i = 0; i < n; i++)
		dump_open(&dumps->all[dumps->n++], paths[i], set->encoding,
			&set->common);
}

static void
close_dumps(struct dumps *dumps)
{
	for (size_t i = 0; i < dumps->n; i++)
		dump_close(&dumps->all[i]);
	mem_free(dumps->all);
}

/* How many there are is said of the first. */
static void
say_odd(struct place at, enum row_oddity odd, uint64_t count)
{
	unsigned long long n = count;

	if (!n)
		return;
	switch (odd) {
	case ODD_EMAIL:
		warn_at(at,
			ngettext("%llu e-mail address is none: kept as it is",
				"%llu e-mail addresses are none: kept as they"
				" are",
				n),
			n);
		break;
	case ODD_PHONE:
		warn_at(at,
			ngettext("%llu telephone number cannot be read: kept as"
				 " it is",
				"%llu telephone numbers cannot be read: kept as"
				" they are",
				n),
			n);
		break;
	case ODD_DATE:
		warn_at(at,
			ngettext("%llu date cannot be read: kept as it is",
				"%llu dates cannot be read: kept as they are",
				n),
			n);
		break;
	case ODD_COUNTRY:
		warn_at(at,
			ngettext("%llu country cannot be read: kept as it is,"
				 " and numbers there need a +",
				"%llu countries cannot be read: kept as they"
				" are, and numbers there need a +",
				n),
			n);
		break;
	case ODD_REFUSAL:
		warn_at(at,
			ngettext("%llu row may refuse in its notes: read them,"
				 " -t TRACE says which row",
				"%llu rows may refuse in their notes: read"
				" them, -t TRACE says which rows",
				n),
			n);
		break;
	default:
		break;
	}
}

/* What would help with telephone numbers, if nothing says where they are of. */
static void
say_country(const struct intake *in)
{
	if (in->odd[ODD_PHONE] && !in->context->country.len &&
		!in->context->home.len)
		warn(_("numbers without a country are read with -c CC"));
}

static void
say_end(const struct intake *in, const struct dumps *dumps)
{
	for (size_t i = 0; i < dumps->n; i++)
		dump_say_end(&dumps->all[i]);
	for (enum row_oddity odd = 0; odd < ODD_KINDS; odd++)
		say_odd(in->first[odd], odd, in->odd[odd]);
	say_country(in);
	review_say(in);
	ledger_say(&in->ledger);
}

/* Whom to leave out.  A list that is asked for must be there. */
static void
load_lists(struct suppress lists[INTAKE_LISTS], const struct settings *set,
	const struct row_context *context, int64_t moment)
{
	char *path = store_path(&set->common, "suppress.tsv");
	struct view country =
		context->country.len ? context->country : context->home;

	suppress_load(&lists[0], path, country, moment);
	if (set->suppress && !file_exists(set->suppress))
		die_errno("%s", set->suppress);
	if (set->suppress)
		suppress_load(&lists[1], set->suppress, country, moment);
	mem_free(path);
}

static enum status
import(const struct settings *set, const struct sheet *told,
	struct dumps *dumps, const struct schema *schema)
{
	struct suppress suppress[INTAKE_LISTS] = {0};
	struct str now = {0};
	int64_t moment = moment_now(set->common.as_of);
	struct row_context context = {.schema = schema};
	struct intake in = {.set = set,
		.schema = schema,
		.context = &context,
		.suppress = suppress,
		.dumps = dumps->all};
	char *policy_path = store_path(&set->common, "policy.tsv");
	struct policy policy = {0};
	struct review review;
	struct refused refused;
	enum status status;
	bool left_out;

	review_open(&review, set, told);
	refused_open(&refused, &set->common, moment);
	in.decisions = &review.decisions;
	in.refused = &refused;
	moment_write(moment, &now);
	context.obtained_at = str_view(&now);
	context.country = view_of(set->country);
	context.import_id = view_of(set->import_id);
	context.basis = view_of(set->basis);
	if (file_exists(policy_path)) {
		policy_load(&policy, policy_path);
		context.home = policy.text[POLICY_COUNTRY];
	}
	load_lists(suppress, set, &context, moment);
	intake_run(&in, dumps->n, dumps->known);
	link_run(in.link, in.known, set->common.quiet);
	review_write(&in);
	/* Before the leads: cut short between them, no part would be kept. */
	if (set->store) {
		review_remember(&in, &review);
		merges_keep(&in);
	}
	review_keep(&review, set);
	emit_run(&in);
	left_out = rejects_close(&in.rejects);
	status = in.known ? refused.status : STATUS_DONE;
	if (!set->common.quiet)
		say_end(&in, dumps);
	intake_fini(&in);
	review_fini(&review);
	refused_close(&refused);
	for (size_t i = 0; i < INTAKE_LISTS; i++)
		suppress_fini(&suppress[i]);
	policy_fini(&policy);
	mem_free(policy_path);
	str_fini(&now);
	return left_out ? STATUS_PART : status;
}

/* -U is -u and -o on the store's leads, of which there may be none yet. */
static void
use_store(struct settings *set, const struct sheet *told, char *leads)
{
	set->common.output = leads;
	if (!file_exists(leads))
		return;
	set->update = leads;
	merges_split(set, told);
}

/* Read the dumps for what they are, import them or show what would be done. */
static enum status
map_and_import(const struct settings *set, const struct sheet *told,
	struct dumps *dumps)
{
	struct schema schema;
	enum status status = STATUS_DONE;

	for (size_t i = dumps->known; i < dumps->n; i++)
		questions_read(&dumps->all[i], set->common.max_record);
	schema_make(&schema, set, dumps->all, dumps->n, dumps->known);
	for (size_t i = dumps->known; i < dumps->n && !set->common.quiet; i++)
		dump_say(&dumps->all[i]);
	if (!set->common.quiet && !set->show_map)
		schema_say(&schema, dumps->all, set);
	if (set->show_map) {
		schema_show(&schema, dumps->all, set);
	} else {
		survey_run(&schema, set, dumps->all, dumps->n);
		status = import(set, told, dumps, &schema);
	}
	schema_fini(&schema);
	return status;
}

enum status
import_run(const struct settings *settings, char **operands)
{
	struct settings set = *settings;
	struct dumps dumps = {0};
	struct sheet file = {0};
	const struct sheet *told = set.decide ? &file : NULL;
	char *leads = store_path(&set.common, "leads.tsv");
	enum status status;
	int lock = -1;

	if (told) /* once: it may be a pipe */
		sheet_load(&file, set.decide);
	if (set.store && !set.show_map) {
		store_make(&set.common);
		lock = store_lock(&set.common);
		use_store(&set, told, leads);
	}
	open_dumps(&dumps, &set, operands);
	status = set.as_is ? asis_run(&set, dumps.all, dumps.n)
			   : map_and_import(&set, told, &dumps);
	close_dumps(&dumps);
	if (lock >= 0)
		store_unlock(lock);
	sheet_fini(&file);
	mem_free(leads);
	return status;
}
