#include "link_nick.h"

/* Each line: names that one person may go by; a name may be on several. */
static const char *const lines[] = {
	"alexander alex alec sandy",
	"alexandra alex sandra sandy",
	"alfred alf alfie fred",
	"alistair alasdair alastair al",
	"andrew andy drew andras",
	"anthony antony tony",
	"barbara babs barb",
	"benjamin ben benny",
	"catherine katherine kathryn kate katie kathy cathy catrin cadi",
	"charles charlie chas chuck siarl",
	"charlotte charlie lottie",
	"christine christina chris tina",
	"christopher chris kit topher crist",
	"daniel dan danny",
	"david dave davy dafydd dai dewi",
	"deborah debra deb debbie",
	"donald don donny",
	"dorothy dot dottie",
	"edward ed eddie ted ned teddy iorwerth",
	"eleanor ellen ellie nell elin",
	"elizabeth liz beth betty eliza lizzie libby elisabeth bethan lisa",
	"evan ieuan ifan iwan john",
	"frances fran frankie",
	"francis frank ffransis",
	"frederick fred freddie",
	"geoffrey jeffrey geoff jeff sieffre",
	"george georgie sior",
	"gerald gerry jerry gerallt",
	"gregory greg grigor",
	"harold harry hal harri",
	"henry harry hal harri",
	"hugh huw hughie",
	"isabel isobel isabella bella izzy",
	"jacob jake",
	"jacqueline jackie jacqui",
	"james jim jimmy jamie iago",
	"jane sian jean janet",
	"jennifer jen jenny",
	"jessica jess jessie",
	"john jack johnny jon sion ioan",
	"jonathan jon jonny",
	"joseph joe joey joss",
	"joshua josh",
	"judith judy jude",
	"kenneth ken kenny",
	"lawrence laurence larry laurie",
	"leonard len lenny leo",
	"lewis louis lou llew",
	"llewelyn llywelyn llew lyn",
	"margaret maggie meg peggy marged megan mags",
	"martin marty",
	"mary molly mair polly mari",
	"matthew matt mathew",
	"michael mike mick mickey mihangel meical",
	"nathaniel nathan nat nate",
	"nicholas nick nicky nic nicolas",
	"nicola nicky nicki",
	"oliver ollie olly",
	"pamela pam",
	"patricia pat trish patsy tricia",
	"patrick pat paddy padrig",
	"peter pete pedr",
	"philip phillip phil",
	"rachel rachael rach",
	"rebecca becky becca",
	"richard rich rick dick ricky rhisiart",
	"robert rob bob bobby robbie bert",
	"ronald ron ronnie",
	"rosemary rose rosie",
	"samantha sam sammy",
	"samuel sam sammy sami",
	"stephanie steph",
	"stephen steven steve steffan stephan",
	"susan sue susie suzanne",
	"terence terry",
	"theodore theo ted",
	"thomas tom tommy tomos twm",
	"timothy tim timmy",
	"victoria vicky tori vikki",
	"vincent vince vinny",
	"walter walt wally gwallter",
	"william will bill billy willy gwilym wil",
	"zachary zach zac",
};

static bool
is_on(const char *line, struct view name)
{
	struct view rest = view_of(line), word;

	while (view_cut(&rest, ' ', &word))
		if (view_eq(word, name))
			return true;
	return false;
}

bool
link_same_nick(struct view a, struct view b)
{
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		if (is_on(lines[i], a) && is_on(lines[i], b))
			return true;
	return false;
}

bool
link_has_nick(struct view name)
{
	return link_same_nick(name, name);
}
