#include "lead/target.h"

#include "base/die.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/visible.h"
#include "record/flow.h"

static void
add(struct targets *targets, struct target target)
{
	targets->all = mem_grow(targets->all, &targets->cap, targets->n + 1,
		sizeof(*targets->all));
	targets->all[targets->n++] = target;
}

static struct view
keep(struct targets *targets, struct view v)
{
	return (struct view){arena_text(&targets->texts, v.at, v.len), v.len};
}

/* What a flow over stdin puts together. */
struct intake {
	struct targets *targets;
	int lead_id;
};

static bool
take_record(
	void *program, void *state, const struct record *in, struct view *own)
{
	struct intake *intake = program;
	struct view id = record_get(in, intake->lead_id);

	(void)state;
	(void)own;
	if (!id.len) {
		record_say(in, STATUS_FAIL, "lead_id", _("is empty"));
		return false;
	}
	add(intake->targets,
		(struct target){.lead_id = keep(intake->targets, id),
			.line = keep(intake->targets, record_line(in)),
			.header = &intake->targets->piped});
	return false;
}

static enum status
read_stdin(struct targets *targets, const struct common *common)
{
	static const struct flow_job job = {
		.record = take_record, .silent = true};
	struct intake intake = {.targets = targets};
	struct common one = *common;
	char dash[] = "-";
	char *operands[] = {dash, NULL};
	struct flow flow;
	enum status status;

	one.jobs = 1; /* the targets are in the order of the input */
	flow_open(&flow, operands, &one);
	intake.lead_id = header_find(&flow.header, VIEW("lead_id"));
	if (intake.lead_id < 0)
		die(_("the input has no column 'lead_id'; lead-import gives "
		      "one"));
	for (size_t i = 0; i < flow.header.n; i++)
		header_add(
			&targets->piped, view_of(header_name(&flow.header, i)));
	status = flow_run(&flow, &job, &intake);
	flow_close(&flow);
	return status;
}

/* List the leads that match, for a person to choose from. */
static void
list(const struct find *find, const struct finds *finds)
{
	static const enum find_column shown[] = {
		FIND_ID, FIND_NAME, FIND_COMPANY, FIND_EMAIL, FIND_PHONE};
	struct str text = {0};

	for (size_t i = 0; i < finds->n; i++) {
		str_add(&text, "  ");
		for (size_t k = 0; k < sizeof(shown) / sizeof(*shown); k++) {
			struct view v =
				find_get(find, finds->lines[i], shown[k]);

			if (k && v.len)
				str_add(&text, "  ");
			visible_write(v, &text);
		}
		str_byte(&text, '\n');
	}
	if (finds->more)
		str_add(&text, "  ...\n");
	(void)file_write_all(2, text.data, text.len);
	str_fini(&text);
}

/* Could a word be the id of a lead that is in no file here? */
static bool
is_lead_id(struct view v)
{
	if (v.len < 5 || v.at[0] != 'L')
		return false;
	for (size_t i = 1; i < v.len; i++)
		if (!(v.at[i] >= '0' && v.at[i] <= '9') &&
			!(v.at[i] >= 'A' && v.at[i] <= 'Z'))
			return false;
	return true;
}

/* The one lead that was found, which must have a name to log for. */
static enum status
take_one(struct targets *targets, struct view line)
{
	struct find *find = &targets->find;
	struct view id = find_get(find, line, FIND_ID);

	if (!id.len) {
		warn(_("%s: the lead has no lead_id; lead-import gives one"),
			find->name);
		return STATUS_FAIL;
	}
	add(targets,
		(struct target){
			.lead_id = id, .line = line, .header = &find->header});
	return STATUS_DONE;
}

static enum status
find_word(struct targets *targets, const char *word)
{
	struct find *find = &targets->find;
	struct finds finds;

	if (!find->there && is_lead_id(view_of(word))) {
		add(targets, (struct target){.lead_id = view_of(word)});
		return STATUS_DONE;
	}
	find_leads(find, view_of(word), &finds);
	if (finds.n == 1)
		return take_one(targets, finds.lines[0]);
	if (!finds.n) {
		warn(_("no lead matches '%s' in %s"), word, find->name);
		return STATUS_PART;
	}
	warn(_("several leads match '%s': nothing is logged; name one by its "
	       "lead_id:"),
		word);
	list(find, &finds);
	return STATUS_PART;
}

enum status
targets_find(struct targets *targets, const struct opt_list *words,
	const struct common *common, const char *path)
{
	enum status status = STATUS_DONE;

	for (size_t i = 0; i < words->n; i++) {
		const char *word = words->items[i];
		enum status got;

		if (strcmp(word, "-") == 0) {
			got = read_stdin(targets, common);
		} else {
			if (!targets->find.name)
				find_open(&targets->find, path);
			got = find_word(targets, word);
		}
		status = got > status ? got : status;
	}
	return status;
}

struct view
target_get(const struct target *target, const char *column)
{
	if (!target->header)
		return (struct view){0};
	return find_field(
		target->line, header_find(target->header, view_of(column)));
}

void
targets_fini(struct targets *targets)
{
	mem_free(targets->all);
	arena_fini(&targets->texts);
	header_fini(&targets->piped);
	find_close(&targets->find);
	*targets = (struct targets){0};
}
