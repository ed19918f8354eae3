#include "schema.h"

#include "base/file.h"
#include "base/lang.h"
#include "record/field.h"

/* A question that no table has was taken at its word: so it is said. */
static void
say_asked(const struct schema *schema, const struct dump *dump,
	const struct dump_plan *plan)
{
	for (size_t i = 0; i < plan->n; i++) {
		const struct field_plan *f = &plan->fields[i];
		bool no = f->kind == KIND_PERMIT || f->kind == KIND_PERMIT_ALL;
		bool all =
			f->kind == KIND_STOP_ALL || f->kind == KIND_PERMIT_ALL;

		if (!f->asks)
			continue;
		warn(no ? _("%s: '%.*s' asks for permission: no there is %s")
			: _("%s: '%.*s' offers to refuse: yes there is %s"),
			dump->name, VIEW_ARGS(dump->names[i]),
			all ? "do_not_call/email/sms/post"
			    : header_name(&schema->out, (size_t)f->to));
	}
}

/* Say which lines of the user's map were for nothing. */
static void
say_unmet(const struct schema *schema, const char *map)
{
	struct str unmet = {0};
	bool asked = false;

	for (size_t i = 0; i < schema->n; i++)
		asked |= !schema->plans[i].ours && !schema->plans[i].known;
	headers_put_unmet(schema->headers, &unmet);
	if (asked && unmet.len)
		warn(_("%s: no dump has the headers: %s"), file_name(map),
			str_text(&unmet));
	str_fini(&unmet);
}

/* Does a field of a dump say who a lead is, as far as its header tells? */
static bool
tells_who(const struct schema *schema, const struct field_plan *f)
{
	static const char *const who[] = {
		"source_id", "email", "phone", "mobile", "linkedin", "lead_id"};
	static const enum kind refusals[] = {
		KIND_STOP, KIND_STOP_ALL, KIND_STOP_DATE};
	const char *to =
		f->to < 0 ? "" : header_name(&schema->out, (size_t)f->to);

	for (size_t i = 0; i < sizeof(who) / sizeof(*who); i++)
		if (strcmp(to, who[i]) == 0)
			return true;
	for (size_t i = 0; i < sizeof(refusals) / sizeof(*refusals); i++)
		if (f->kind == refusals[i])
			return true;
	return f->kind == KIND_COMPANY || f->kind == KIND_FULL_NAME ||
		f->kind == KIND_NAME;
}

/* Rows that say who they are in columns that nobody knows are rejected. */
static void
say_nobody(const struct schema *schema, const struct dump *dump,
	const struct dump_plan *plan)
{
	for (size_t i = 0; i < plan->n; i++)
		if (tells_who(schema, &plan->fields[i]))
			return;
	warn(_("%s: no header says who it is: name the columns with -m, see"
	       " --show-map"),
		dump->name);
}

void
schema_say(const struct schema *schema, const struct dump *dumps,
	const struct settings *set)
{
	if (set->map)
		say_unmet(schema, set->map);
	for (size_t i = 0; i < schema->n; i++) {
		const struct dump_plan *plan = &schema->plans[i];
		struct str kept = {0};
		size_t mapped = 0;

		if (plan->known)
			continue;
		for (size_t j = 0; j < plan->n; j++) {
			const struct field_plan *f = &plan->fields[j];

			mapped += f->mapped;
			if (f->mapped || f->to < 0 || f->kind == KIND_FILE)
				continue;
			str_add(&kept, kept.len ? ", " : "");
			str_add(&kept,
				header_name(&schema->out, (size_t)f->to));
		}
		if (plan->vendor.len)
			warn(_("%s: %zu of %zu headers are known (%.*s)"),
				dumps[i].name, mapped, plan->n,
				VIEW_ARGS(plan->vendor));
		else
			warn(_("%s: %zu of %zu headers are known"),
				dumps[i].name, mapped, plan->n);
		if (kept.len)
			warn(_("%s: kept as they are: %s"), dumps[i].name,
				str_text(&kept));
		str_fini(&kept);
		if (!plan->ours && plan->n)
			say_nobody(schema, &dumps[i], plan);
		say_asked(schema, &dumps[i], plan);
	}
}

void
schema_show(const struct schema *schema, const struct dump *dumps,
	const struct settings *set)
{
	struct str text = {0};
	struct output out;

	if (!set->common.no_header)
		str_add(&text, "header\tcolumn\n");
	for (size_t i = 0; i < schema->n; i++)
		for (size_t j = 0; j < schema->plans[i].n; j++) {
			const struct field_plan *f =
				&schema->plans[i].fields[j];
			bool state = f->kind == KIND_REFUSAL ||
				f->kind == KIND_PREFERENCE ||
				f->kind == KIND_REMARK;
			int to = state ? f->keep : f->to;

			field_write(dumps[i].names[j], &text);
			str_byte(&text, '\t');
			if (to >= 0)
				str_add(&text,
					header_name(&schema->out, (size_t)to));
			str_byte(&text, '\n');
		}
	output_open(&out, set->common.output);
	output_write(&out, str_view(&text));
	output_close(&out);
	str_fini(&text);
}
