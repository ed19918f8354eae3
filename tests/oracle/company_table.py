#!/usr/bin/python3
"""Make common/lead/company_table.inc: company_table.py FILE >TABLE.

FILE is cleanco's term data (psolin/cleanco, MIT) as a table of type and term,
data/company/legal_suffixes_by_type.tsv; the British, Irish and Welsh forms
are added from the Companies Act 2006 and the Limited Liability Partnerships
Act 2000, and those that are words of the language first are left out.
"""
import csv
import re
import sys
import unicodedata

# Words or initials besides: taken off a key, but proof of nothing.
WEAK = set("""se as pt pc ad uc cv sl kk dd ae hb da ans og lp eu ek fie
co company private unlimited scop eg ap spc sce ius sti plt mbh""".split())
PLAIN = str.maketrans({'ł': 'l', 'ø': 'o', 'đ': 'd', 'ı': 'i', 'ð': 'd',
                       'æ': 'ae', 'œ': 'oe', 'þ': 'th', 'ß': 'ss'})
# Those of English-speaking countries, and Welsh and Irish.
ENGLISH = """
ltd|limited|plc|public limited company|llp|limited liability partnership|lp
limited partnership|cic|community interest company|cio
charitable incorporated organisation|cyf|cyfyngedig|ccc|cwmni cyf
cwmni cyfyngedig cyhoeddus|pac|partneriaeth atebolrwydd cyfyngedig|cbc
cwmni buddiannau cymunedol|unlimited|ultd|cyfyngedig cyhoeddus
private limited company|company limited by guarantee|clg|dac
designated activity company|teo|teoranta|cpt|cuideachta phoibli theoranta|uc
unlimited company|royal charter|llc|inc|incorporated|corp|corporation|pty ltd
pty limited|proprietary limited|pvt ltd|private limited|pte ltd|pte limited
"""
# Of others: their initials are words or initials of something else as often.
BODY = ENGLISH + """
gmbh|ggmbh|gmbh and co kg|gmbh and co|mbh|ag|se|ug haftungsbeschrankt|ug|kgaa|e v|eg|kg
gesellschaft mit beschrankter haftung|aktiengesellschaft
sa|sarl|sas|sasu|eurl|snc|sca|scop|societe anonyme|sl|slu|srl|spa|sapa|bv|nv
bvba|sprl|vzw|asbl|ab|aktiebolag|as|asa|aps|oy|oyj|sp z o o|spolka z o o|s a
sro|s r o|a s|d o o|doo|dd|ehf|hf|kft|zrt|nyrt|ood|eood|ad|ead|ooo|oao|zao|pao
kk|kabushiki kaisha|co ltd|company limited|co limited|bhd|sdn bhd|tbk|pt|jsc
pjsc|ojsc|cjsc|sae|wll|lda|limitada|ltda|eireli|s de rl de cv|sa de cv
sapi de cv|sab de cv|cv|de cv|s a de c v|s a b de c v|s a p i de c v
s de r l de c v|de c v|ae|epe|anonim sirketi|limited sirketi|sirketi
sti|plt|lllp|pllc|pc|fze|fzco|fz llc|ewiv|eeig|sce|spc|ius
"""
PARTNERSHIP = """
gbr|ohg|og|vof|v o f|maatschap|hb|handelsbolag|ans|da|snc di
ordinary partnership|general partnership|and sons|and son|and daughters
and daughter|and partners|and brothers|and bros|bros|brothers|and family
sons|a i feibion|a i fab|a i feibion a i ferched|i s|partnership
"""
TRADER = """
sole trader|unig fasnachwr|einzelunternehmen|e k|ek|eu|eenmanszaak|autonomo
fie|obrt|osvc|enkeltmandsvirksomhed|toiminimi|tmi
"""
# Too much of a kind to be anything else, in whatever letters.
SURE = set("""gmbh kgaa sarl eurl sasu sprl bvba eood ojsc pjsc cjsc nyrt ltda
pllc lllp eeig pte""".split())
# Words of some language before they are legal forms, or towns, or too short.
NOT = set('''& an|co|company|trust|group|foundation|society|the|sd|et|ij|xt|ee
oe|pp|da|as|ka|ky|sp|st|pl|ks|mb|tov|ap|ic|vi|na|in|no|on|al|it|is|se|ad|nl
reg|gp|pp|esv|gie|hf|tls|ent|bl|sf|sc|ik|pc|bhd|soc|ip|ta|kd|kv'''
          .replace('\n', '|').split('|'))


def fold(text):
    text = unicodedata.normalize('NFKD', text.lower().translate(PLAIN))
    text = re.sub("[\u0300-\u036f'\u2019`]", '', text)
    return ' '.join(re.sub(r'[^\w]|_', ' ', text).split())


def main():
    forms = {}
    with open(sys.argv[1], encoding='utf-8') as f:
        for row in csv.DictReader(f, delimiter='\t', quoting=csv.QUOTE_NONE):
            key = fold(row['term'])
            kind = ('TRADER' if row['type'] == 'Sole Proprietorship' else
                    'PARTNERSHIP' if row['type'] == 'General Partnership' else
                    'BODY')
            if key and len(key) > 1 and not re.search('[^a-z0-9 ]', key):
                forms[key] = kind
                if re.fullmatch('([a-z] )+[a-z]', key):
                    forms[key.replace(' ', '')] = kind
    for key in NOT:
        forms.pop(fold(key), None)
    for kind, words in (('BODY', BODY), ('PARTNERSHIP', PARTNERSHIP),
                        ('TRADER', TRADER)):
        for key in words.replace('\n', '|').split('|'):
            if key:
                forms[fold(key)] = kind
                if re.fullmatch('[a-z]{2,4}', key):
                    forms.setdefault(' '.join(key), kind)
    forms.update({'co': 'BODY', 'company': 'BODY'})
    english = {fold(word).replace(' ', '')
               for word in ENGLISH.replace('\n', '|').split('|')}

    def row(word, kind):
        tight = word.replace(' ', '')
        abroad = (kind == 'BODY' and len(tight) < 5 and
                  tight not in english and tight not in SURE)
        return '"%s",COMPANY_%s,%d' % (word, kind, abroad)

    for key in forms:
        tight = key.replace(' ', '')
        if key in WEAK or (len(tight) < 4 and forms[key] == 'BODY' and
                           tight not in fold(BODY.replace('|', ' ')).split()):
            forms[key] = 'NO_FORM'
    # Two or three letters that prove nothing are words as often as forms.
    forms = {key: kind for key, kind in forms.items()
             if kind != 'NO_FORM' or len(key.replace(' ', '')) > 3 or
             key in ('co', 'as')}
    tails = {}
    for key, kind in forms.items():
        *before, last = key.split()
        tail = tails.setdefault(last, [1, 'NO_FORM', False, 0])
        tail[0] = max(tail[0], len(before) + 1)
        if before:
            tail[3] |= 1 << ord(before[-1][-1]) % 32
        else:
            tail[1:3] = kind, True
    print('/* Made by tests/oracle/company_table.py from cleanco (MIT) and '
          'the')
    print(' * Companies Act 2006: do not edit. */')
    print('static const struct form forms[] = {')
    for key in sorted(forms):
        print('{%s},' % row(key, forms[key]))
    print('};')
    print('/* Last words: how many words at most end so, is the word alone')
    print(' * a form, and in what letters the word before it may end. */')
    print('static const struct tail tails[] = {')
    for word in sorted(tails):
        most, kind, alone, letters = tails[word]
        print('{{%s},%d,%d,0x%x},' % (row(word, kind), most, alone, letters))
    print('};')
    ends = [0] * 32
    for word in tails:
        ends[ord(word[-1]) % 32] |= 1 << min(len(word), 15)
    print('/* By last letter modulo 32: lengths that last words have. */')
    print('static const unsigned short tail_lengths[32] = {')
    for i in range(0, 32, 8):
        print(''.join('0x%04x,' % e for e in ends[i:i + 8]))
    print('};')


main()
