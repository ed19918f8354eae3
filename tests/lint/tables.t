#!/bin/sh
# Tables that lexicon_find() searches stand in the order of bytes, each word
# once: a row in the wrong place would never be found.
. tests/tap.sh
command -v python3 >/dev/null || skip_all 'no python3'

cat >"$tmp/tables.py" <<'PY'
import glob
import re
import sys

STRING = r'"((?:[^"\\]|\\.)*)"'
for path in sorted(glob.glob('common/lead/*.c') + glob.glob('cmd/**/*.c', recursive=True)):
    text = open(path, encoding='utf-8').read()
    names = set(re.findall(r'LEXICON\((\w+)\)', text))
    for inc in re.findall(r'#include "(lead/\w+\.inc)"', text):
        text += open('common/' + inc, encoding='utf-8').read()
    for name in sorted(names):
        table = re.search(r'\b%s\[\] = \{(.*?)\n?\};' % name, text, re.S)
        if not table:
            continue    # a parameter
        body = re.sub(r'/\*.*?\*/', '', table.group(1), flags=re.S)
        # A row is a word, or braces whose first string is it.
        rows = (re.findall(r'\{+\s*' + STRING, body) if '{' in body
                else re.findall(STRING, body))
        words = [r.encode().decode('unicode_escape').encode('latin-1')
                 if '\\' in r else r.encode() for r in rows]
        bad = [b for a, b in zip(words, words[1:]) if a >= b]
        print('%s %s: %d rows' % (path, name, len(words)), *bad)
        if bad or not words:
            sys.exit(1)
PY
ok 'tables are in order' python3 "$tmp/tables.py"
