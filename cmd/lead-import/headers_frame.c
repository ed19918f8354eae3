#include "headers_frame.h"

#include "lead/fold.h"

/* How a header with a frame begins; of two that fit the longer goes first. */
static const struct {
	const char *words;
	enum frame frame;
} starts[] = {
	{"please enter your ", FRAME_QUESTION},
	{"please give your ", FRAME_QUESTION},
	{"please provide your ", FRAME_QUESTION},
	{"please tell us your ", FRAME_QUESTION},
	{"enter your ", FRAME_QUESTION},
	{"what is the name of your ", FRAME_QUESTION},
	{"what is your ", FRAME_QUESTION},
	{"whats your ", FRAME_QUESTION},
	{"what are your ", FRAME_QUESTION},
	{"what ", FRAME_QUESTION},
	{"which ", FRAME_QUESTION},
	{"how many ", FRAME_QUESTION},
	{"your ", FRAME_QUESTION},
	{"beth yw eich ", FRAME_QUESTION},
	{"eich ", FRAME_QUESTION},
	{"applicant ", FRAME_OWNER},
	{"attendee ", FRAME_OWNER},
	{"billing address ", FRAME_OWNER},
	{"billing ", FRAME_OWNER},
	{"buyer ", FRAME_OWNER},
	{"client ", FRAME_OWNER},
	{"contact details ", FRAME_OWNER},
	{"contact information ", FRAME_OWNER},
	{"contact ", FRAME_OWNER},
	{"customer ", FRAME_OWNER},
	{"default address ", FRAME_OWNER},
	{"delegate ", FRAME_OWNER},
	{"guest ", FRAME_OWNER},
	{"invitee ", FRAME_OWNER},
	{"lead ", FRAME_OWNER},
	{"mailing ", FRAME_OWNER},
	{"main ", FRAME_OWNER},
	{"participant ", FRAME_OWNER},
	{"person ", FRAME_OWNER},
	{"personal ", FRAME_OWNER},
	{"primary ", FRAME_OWNER},
	{"prospect ", FRAME_OWNER},
	{"registered ", FRAME_OWNER},
	{"registrant ", FRAME_OWNER},
	{"respondent ", FRAME_OWNER},
	{"visitor ", FRAME_OWNER},
};

/* Where what a question asks for is over. */
static const char *const ends[] = {" do you", " are you", " would you",
	" does your", " is your", " best describes", " work in", " we can "};

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

static struct view
before_end(struct view key)
{
	for (size_t i = 0; i < COUNT(ends); i++)
		key = view_upto(key, view_find(key, view_of(ends[i])));
	return key;
}

enum frame
headers_frame(struct view name, struct str *out)
{
	struct str key = {0};
	enum frame frame = FRAME_NONE;

	/* "(optional)" */
	fold_key(view_upto(name, view_find_byte(name, '(')), &key);
	for (size_t i = 0; i < COUNT(starts) && !frame; i++) {
		struct view words = view_of(starts[i].words);
		struct view rest = view_from(str_view(&key), words.len);

		if (!view_starts(str_view(&key), words))
			continue;
		frame = starts[i].frame;
		str_put(out, frame == FRAME_QUESTION ? before_end(rest) : rest);
	}
	str_fini(&key);
	return frame;
}
