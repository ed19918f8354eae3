#!/usr/bin/python3
"""Make common/lead/phone_table.inc: phone_table.py >FILE.

Facts about numbering plans, drawn from the metadata of Debian's
python3-phonenumbers (a port of Google's libphonenumber, Apache-2.0): calling
codes, trunk prefixes, and which lengths national numbers have behind which
first digits, with their kind.  Patterns are reduced to the first DEPTH digits.
"""
import collections
import warnings

warnings.simplefilter('ignore', DeprecationWarning)
import phonenumbers
import sre_constants as sc
import sre_parse

LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
DEPTH = 2                   # first digits looked at
DEEP = {1: 4, 33: 3, 44: 4, 49: 4, 353: 3}   # where the kind of number needs more of them
KINDS = {'fixed_line': 'L', 'mobile': 'M', 'pager': 'G', 'toll_free': 'F',
         'premium_rate': 'P', 'shared_cost': 'S', 'personal_number': 'N',
         'voip': 'S', 'uan': 'S', 'voicemail': 'S'}
# What stands before a national number at home, most digits first, where it
# is not simply the national prefix.
TRUNKS = {'BR': '90 0', 'BY': '80 8', 'LT': '8 0', 'MX': '044 045 01 02 1',
          'GA': '', 'CR': '', 'LU': '', 'FO': ''}
IDDS = {'AU': '0011', 'CC': '0011', 'CX': '0011', 'JP': '010', 'HK': '001',
        'TH': '001', 'KR': '001 002', 'SG': '001 002 008', 'ID': '001 008',
        'BR': '0015 0021', 'CO': '009', 'KE': '000', 'TZ': '000', 'UG': '000',
        'CU': '119', 'GY': '001', 'FI': '990', 'AX': '990', 'IL': '012 013'}
# Numbers kept for plays and examples, which the metadata leaves out: Ofcom's
# 01632 960000 to 960999 stand for no place.
ALSO = {44: [(10, '1632', 'L', 'GB')]}
# Ofcom's 084 and 087 cost what the organisation rung has chosen; they are not
# the premium rate services of 09.
SHARED = {44: ('84', '87')}
LOCALS = {'GG': ('1481', 6), 'IM': ('1624', 6), 'JE': ('1534', 6),
          'MG': ('20', 7), 'NF': ('3', 5), 'SM': ('0549', 6),
          'CC': ('8', 8), 'CX': ('8', 8)}


class Automaton:
    """A regular expression over digits as states and steps."""

    def __init__(self, pattern):
        self.steps, self.free, self.memo = [], [], {}
        self.first = self.new()
        self.last = self.chain(sre_parse.parse(pattern), self.first)

    def new(self):
        self.steps.append([])
        self.free.append([])
        return len(self.steps) - 1

    def chain(self, items, state):
        for op, arg in items:
            state = self.item(op, arg, state)
        return state

    def step(self, state, digits):
        end = self.new()
        self.steps[state].append((frozenset(digits), end))
        return end

    def item(self, op, arg, state):
        if op is sc.LITERAL:
            return self.step(state, {arg - 48})
        if op is sc.IN:
            digits = set()
            for o, a in arg:
                digits |= ({a - 48} if o is sc.LITERAL else
                           set(range(a[0] - 48, a[1] - 47))
                           if o is sc.RANGE else set(range(10)))
            return self.step(state, digits)
        if op is sc.SUBPATTERN:
            return self.chain(arg[3], state)
        end = self.new()
        if op is sc.MAX_REPEAT:
            low, high, sub = arg
            for _ in range(low):
                state = self.chain(sub, state)
            self.free[state].append(end)
            for _ in range(high - low):
                state = self.chain(sub, state)
                self.free[state].append(end)
        elif op is sc.BRANCH:
            for branch in arg[1]:
                start = self.new()
                self.free[state].append(start)
                self.free[self.chain(branch, start)].append(end)
        else:
            raise ValueError(op)
        return end

    def closed(self, states):
        todo, seen = list(states), set(states)
        while todo:
            for s in self.free[todo.pop()]:
                if s not in seen:
                    seen.add(s)
                    todo.append(s)
        return frozenset(seen)

    def after(self, states, digit):
        key = states, digit
        if key not in self.memo:
            self.memo[key] = self.closed(
                {e for s in states for d, e in self.steps[s]
                 if digit is None or digit in d})
        return self.memo[key]

    def prefixes(self, lengths, depth, limit):
        """Pairs (length, first depth digits) that a match can have."""
        todo = [(self.closed({self.first}), '')]
        while todo:
            states, prefix = todo.pop()
            if not states:
                continue
            if len(prefix) < depth:
                todo += [(self.after(states, d), prefix + str(d))
                         for d in range(10)]
                continue
            for length in range(depth, limit + 1):
                if self.last in states and length in lengths:
                    yield length, prefix
                states = self.after(states, None)


def region_kinds(meta, depth):
    """(length, prefix) -> kinds of number that begin so."""
    kinds = collections.defaultdict(set)
    for name, letter in KINDS.items():
        desc = getattr(meta, name)
        if desc is None or not desc.national_number_pattern:
            continue
        lengths = set(desc.possible_length or
                      meta.general_desc.possible_length)
        machine = Automaton(desc.national_number_pattern)
        for key in machine.prefixes(
                lengths, depth, 15 - len(str(meta.country_code))):
            kinds[key].add(letter)
    return kinds


def one_kind(kinds):
    return next(iter(kinds)) if len(kinds) == 1 else 'A'


def runs_of(code, regions):
    """Rows (length, from, to, kind, region), sorted, prefixes as 4 digits."""
    depth = DEEP.get(code, DEPTH)
    unit = 10 ** (4 - depth)
    cells = {}
    for region in regions:      # the main one first: it wins
        meta = phonenumbers.PhoneMetadata.metadata_for_region(region)
        for (length, prefix), kinds in region_kinds(meta, depth).items():
            cells.setdefault((length, int(prefix)), (one_kind(kinds), region))
    for length, prefix in cells:
        if ('%0*d' % (depth, prefix)).startswith(SHARED.get(code, ('x',))):
            cells[length, prefix] = 'S', cells[length, prefix][1]
    for length, prefix, kind, region in ALSO.get(code, ()):
        cells[length, int(prefix)] = kind, region
    rows = []
    for (length, prefix), (kind, region) in sorted(cells.items()):
        low, high = prefix * unit, prefix * unit + unit - 1
        if rows and rows[-1][2] + 1 == low and \
                (rows[-1][0], rows[-1][3], rows[-1][4]) == \
                (length, kind, region):
            rows[-1][2] = high
        else:
            rows.append([length, low, high, kind, region])
    return rows


def trunk_of(region, meta):
    if region in TRUNKS:
        return TRUNKS[region]
    return (meta.national_prefix or '').replace('~', '')


def local_of(region, meta):
    """What a number without its area code lacks, and its length then."""
    rule = meta.national_prefix_transform_rule
    if region in LOCALS:
        return LOCALS[region]
    if meta.country_code == 1 and rule:
        return rule[:3], 7
    return '', 0


def idd_of(region, meta):
    if region in IDDS:
        return IDDS[region]
    idd = meta.international_prefix
    return idd if idd in ('011', '810') else ''


def main():
    codes = phonenumbers.COUNTRY_CODE_TO_REGION_CODE
    places, runs, plans = [], [], []
    for code in sorted(codes):
        regions = [r for r in codes[code] if r != '001']
        if not regions:
            continue
        rows = runs_of(code, regions)
        plans.append((code, len(runs), len(rows), len(places)))
        for region in regions:
            places.append((region, len(plans) - 1))
        runs += rows
    index = {region: i for i, (region, _) in enumerate(places)}
    print('/* Made by tests/oracle/phone_table.py from python3-phonenumbers '
          '%s' % phonenumbers.__version__)
    print(' * (libphonenumber metadata, Apache-2.0): do not edit. */')
    print('static const struct phone_place places[] = {')
    for region, plan in places:
        meta = phonenumbers.PhoneMetadata.metadata_for_region(region)
        prefix, length = local_of(region, meta)
        print('{"%s",%d,"%s","%s","%s",%d},' % (
            region, plan, trunk_of(region, meta), idd_of(region, meta),
            prefix, length))
    print('};')
    print('/* 1 + where the place with these two letters stands. */')
    print('static const unsigned char place_of[26][26] = {')
    for a in LETTERS:
        print('{%s},' % ','.join(str(index.get(a + b, -1) + 1)
                                 for b in LETTERS))
    print('};')
    print('static const struct phone_plan plans[] = {')
    for plan in plans:
        print('{%d,%d,%d,%d},' % plan)
    print('};')
    print('static const struct phone_run runs[] = {')
    line = ''
    for length, low, high, kind, region in runs:
        text = '{%d,%d,%d,%s,%d},' % (length, low, high, kind, index[region])
        if len(line) + len(text) > 80:
            print(line)
            line = ''
        line += text
    print(line + '\n};')


main()
