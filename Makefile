# leadpipe: knows folders, not files.  `make help` lists the targets.
#
# A folder under cmd/ is a program; all of common/ is one library that each
# links; tests/unit/X.c and tests/fuzz/X.c are programs of their own.

VARIANT ?= release
CC ?= cc
PREFIX ?= /usr/local
DESTDIR ?=
BUILD := build/$(VARIANT)
JOBS ?= $(shell nproc)

WARN := -Wall -Wextra -Werror -Wshadow -Wconversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wpointer-arith -Wvla -Wformat=2 \
	-Wwrite-strings -Wcast-qual -Wundef -Wnull-dereference
HARDEN := -D_FORTIFY_SOURCE=3 -fstack-protector-strong \
	-fstack-clash-protection -fcf-protection -fPIE
LINK := -pie -Wl,-z,relro,-z,now -Wl,--as-needed

FLAGS_clang := -O2 -g $(HARDEN)
# gcc optimises programs as a whole; tests of their insides take parts.
LTO := $(if $(findstring clang,$(shell $(CC) --version)),,\
	-flto=auto -ffat-lto-objects)
FLAGS_release := $(FLAGS_clang) $(LTO)
PIECE_release := $(if $(LTO),-fno-lto)
FLAGS_asan := -O1 -g -fno-omit-frame-pointer \
	-fsanitize=address,undefined -fno-sanitize-recover=all
FLAGS_tsan := -O1 -g -fsanitize=thread
FLAGS_coverage := -O0 -g --coverage -DCONFINE=0
FLAGS_fuzz := -O1 -g -fsanitize=address,undefined,fuzzer-no-link \
	-fno-sanitize-recover=all
LINK_release := $(LINK)
LINK_clang := $(LINK)
clang fuzz: CC := clang
CFLAGS ?=
CPPFLAGS := -D_GNU_SOURCE -Icommon -MMD -MP \
	-DLOCALE_DIR='"$(PREFIX)/share/locale"' \
	-DDATA_DIR='"$(PREFIX)/share/leadpipe"'
ALL_CFLAGS := -std=c17 $(WARN) $(FLAGS_$(VARIANT)) $(CFLAGS)
LIBS := -lcsv -lreadline -lutf8proc -lpsl -lsmartcols -lm -lpthread

PROGRAMS := $(notdir $(patsubst %/,%,$(wildcard cmd/*/)))
BINS := $(PROGRAMS:%=$(BUILD)/%)
COMMON := $(patsubst %.c,$(BUILD)/%.o,$(wildcard common/*/*.c))
UNITS := $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/*.c))
FUZZERS := $(patsubst tests/fuzz/%.c,$(BUILD)/fuzz/%,\
	$(wildcard tests/fuzz/*.c))
BENCHES := $(patsubst tests/bench/%.c,$(BUILD)/bench/%,\
	$(wildcard tests/bench/*.c))
# The sources of a program, which may have rooms; and the objects of all but
# their main.c, for tests of their insides.
sources = $(wildcard cmd/$1/*.c cmd/$1/*/*.c)
PARTS := $(patsubst %.c,$(BUILD)/%.o,\
	$(filter-out %/main.c,$(call sources,*)))

all: $(BINS) languages ## build the programs into build/VARIANT

.SECONDEXPANSION:
$(BINS): $(BUILD)/%: $(BUILD)/common.a \
	$$(patsubst $$(PERCENT).c,$(BUILD)/$$(PERCENT).o,$$(call sources,$$*))
	$(CC) $(FLAGS_$(VARIANT)) $(LINK_$(VARIANT)) -o $@ \
		$(filter %.o,$^) $< $(LIBS)
PERCENT := %

# Archives, so that a program carries nothing that it does not use.
$(BUILD)/common.a: $(COMMON)
$(BUILD)/parts.a: $(PARTS)
$(BUILD)/%.a:
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -c -o $@ $<

# Files named shipped.c hold their folder's tables, by way of the assembler
# (base/embed.h), of which whole programs know nothing.
SHIPPED := $(patsubst %.c,$(BUILD)/%.o,$(wildcard cmd/*/shipped.c))
$(SHIPPED): $(wildcard cmd/*/*.tsv)
$(SHIPPED): ALL_CFLAGS += $(PIECE_$(VARIANT))

$(BUILD)/unit/%: $(BUILD)/tests/unit/%.o $(BUILD)/parts.a $(BUILD)/common.a
	@mkdir -p $(@D)
	$(CC) $(FLAGS_$(VARIANT)) $(PIECE_$(VARIANT)) $(LINK_$(VARIANT)) -o $@ \
		$^ -lcmocka $(LIBS)

$(BUILD)/bench/%: $(BUILD)/tests/bench/%.o $(BUILD)/common.a
	@mkdir -p $(@D)
	$(CC) $(FLAGS_$(VARIANT)) $(PIECE_$(VARIANT)) $(LINK_$(VARIANT)) -o $@ \
		$^ $(LIBS)

$(BUILD)/fuzz/%: $(BUILD)/tests/fuzz/%.o $(BUILD)/parts.a $(BUILD)/common.a
	@mkdir -p $(@D)
	$(CC) $(FLAGS_$(VARIANT)) -fsanitize=fuzzer -o $@ $^ $(LIBS)

POS := $(patsubst common/po/%.po,\
	$(BUILD)/locale/%/LC_MESSAGES/leadpipe.mo,$(wildcard common/po/*.po))
languages: $(POS)
$(BUILD)/locale/%/LC_MESSAGES/leadpipe.mo: common/po/%.po
	@mkdir -p $(@D)
	msgfmt --check -o $@ $<

units: $(UNITS)
fuzzers: $(FUZZERS)
benches: $(BENCHES)

deps: ## install the Debian packages that are missing
	@tests/deps.sh

check: deps ## everything that must be green, with gcc and with clang
	@$(MAKE) -s -j$(JOBS) all units benches
	@$(MAKE) -s -j$(JOBS) clang asan
	@BUILD=$(CURDIR)/$(BUILD) tests/run.sh

quick: ## the tests with gcc only
	@$(MAKE) -s -j$(JOBS) all units benches
	@BUILD=$(CURDIR)/$(BUILD) tests/run.sh

clang: ## build with clang
	@$(MAKE) -s CC=clang VARIANT=clang all units
asan: ## build with the address and undefined behaviour sanitizers
	@$(MAKE) -s VARIANT=asan all units
coverage: ## build for gcov, run the unit and command tests, print lines
	@$(MAKE) -s VARIANT=coverage all units benches
	@BUILD=$(CURDIR)/build/coverage tests/coverage.sh

lint: ## layout, formatting, forbidden calls, man pages
	@prove -Q tests/lint

demo: ## the usual pipeline on the sample dumps
	@tests/deps.sh build
	@$(MAKE) -s -j$(JOBS) all
	@BUILD=$(CURDIR)/$(BUILD) tests/demo.sh

fuzz: ## every fuzz target for FUZZ_SECONDS seconds (10) from its corpus
	@$(MAKE) -s -j$(JOBS) CC=clang VARIANT=fuzz fuzzers
	@BUILD=$(CURDIR)/build/fuzz tests/fuzz.sh

# The store under faults, storms, kills and power cuts: first the logs alone,
# then the programs as built; and duplicates in any order.  The short form is
# in check.
TRIALS := log_faults log_storm log_power link_order
torture: ## the promise of the store, in full: minutes
	@$(MAKE) -s -j$(JOBS) all units
	@for t in $(TRIALS); do TORTURE=1 $(BUILD)/unit/$$t || exit; done
	@python3 tests/faults.py $(BUILD) calls=3000 sizes=3000 kills=1000
	@python3 tests/cuts.py $(BUILD) 60
soak: ## the same SOAK (20) times as much, of the programs once: hours
	@$(MAKE) -s -j$(JOBS) all units
	@for t in $(TRIALS); do SOAK=$${SOAK:-20} $(BUILD)/unit/$$t || exit; done
	@python3 tests/faults.py $(BUILD) calls=10000 sizes=10000 kills=10000
	@python3 tests/cuts.py $(BUILD) 10000

bench: ## timings side by side with other tools
	@$(MAKE) -s -j$(JOBS) all benches
	@BUILD=$(CURDIR)/$(BUILD) tests/bench.sh

SHARE := $(DESTDIR)$(PREFIX)/share
BASH_DIR := $(SHARE)/bash-completion/completions
ZSH_DIR := $(SHARE)/zsh/site-functions
FISH_DIR := $(SHARE)/fish/vendor_completions.d
MO := LC_MESSAGES/leadpipe.mo

install: all ## into PREFIX (/usr/local), below DESTDIR
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/leadpipe $(BASH_DIR) \
		$(ZSH_DIR) $(FISH_DIR)
	install $(BINS) $(DESTDIR)$(PREFIX)/bin
	for s in 1 5 7; do \
		install -d $(SHARE)/man/man$$s; \
		install -m 644 man/*.$$s $(SHARE)/man/man$$s; \
	done
	install -m 644 $(wildcard cmd/*/*.tsv) $(SHARE)/leadpipe
	for p in $(PROGRAMS); do \
		install -m 644 cmd/completion.bash $(BASH_DIR)/$$p; \
		install -m 644 cmd/completion.fish $(FISH_DIR)/$$p.fish; \
	done
	install -m 644 cmd/completion.zsh $(ZSH_DIR)/_lead
	for l in $(patsubst common/po/%.po,%,$(wildcard common/po/*.po)); do \
		install -D -m 644 $(BUILD)/locale/$$l/$(MO) \
			$(SHARE)/locale/$$l/$(MO); \
	done

uninstall: ## take away what install put there
	rm -f $(PROGRAMS:%=$(DESTDIR)$(PREFIX)/bin/%) \
		$(PROGRAMS:%=$(BASH_DIR)/%) $(PROGRAMS:%=$(FISH_DIR)/%.fish) \
		$(ZSH_DIR)/_lead $(SHARE)/locale/*/$(MO)
	for s in 1 5 7; do \
		(cd man && ls *.$$s) | sed "s|^|$(SHARE)/man/man$$s/|" | \
			xargs rm -f; \
	done
	rm -rf $(SHARE)/leadpipe

# What is said to people, in all files, for a translator.
pot: ## make common/po/leadpipe.pot anew, and merge it into the catalogues
	xgettext --from-code=UTF-8 -c'TRANSLATORS:' -k_ -kN_ -kngettext:1,2 \
		--package-name=leadpipe --no-location -s \
		-o common/po/leadpipe.pot \
		$(sort $(wildcard common/*/*.[ch] cmd/*/*.[ch] cmd/*/*/*.[ch]))
	for p in $(wildcard common/po/*.po); do \
		msgmerge -q -U --backup=none -s $$p common/po/leadpipe.pot; \
	done

pictures: all ## README's pictures: a terminal and a page
	@BUILD=$(CURDIR)/$(BUILD) tests/pictures.sh

clean: ## remove build/
	rm -rf build

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1\t\2/p' Makefile | \
		expand -t 12

.PHONY: all languages units fuzzers benches deps check quick clang asan \
	torture soak \
	coverage lint demo fuzz bench install uninstall pot \
	pictures clean help
.SECONDARY:
-include $(shell find build -name '*.d' 2>/dev/null)
