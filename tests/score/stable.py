#!/usr/bin/env python3
"""stable.py FILE.csv NAME [lead-score option ...]: does --learn hold up?

Learns from random 70 % of the leads and scores the 30 % it has not seen,
SEEDS times (default 5), and prints the mean, least and largest AUC, how often
there was no signal, and how often each column was named as a leak or suspect.
"""
import collections, csv, os, random, re, subprocess, sys, tempfile

from learn import auc, column, escape


def write(path, header, rows):
    with open(path, 'w', encoding='utf-8') as file:
        for row in [header] + rows:
            print('\t'.join(map(escape, row)), file=file)


def learn(header, rows, seed, options, named):
    """The AUC on the leads not learned from; None where there is no signal."""
    random.seed(seed)
    rows = random.sample(rows, len(rows))
    cut = len(rows) * 7 // 10
    with tempfile.TemporaryDirectory() as tmp:
        past, rest, card = (os.path.join(tmp, n) for n in 'prc')
        write(past, header, rows[:cut])
        write(rest, header, rows[cut:])
        done = subprocess.run(['lead-score', '--learn', 'won=1', '-o', card] +
                              options + [past], stderr=subprocess.PIPE,
                              text=True)
        named.update(re.findall(r'^lead-score: (\w+ (?:leaks|is suspect))',
                                done.stderr, re.M))
        if done.returncode:
            return None
        lines = subprocess.run(['lead-score', '-qr', card, rest], check=True,
                               stdout=subprocess.PIPE, text=True).stdout
    lines = [line.split('\t') for line in lines.split('\n') if line]
    score, won = lines[0].index('score'), lines[0].index('won')
    return auc([(int(line[score]), int(line[won])) for line in lines[1:]])


def main():
    path, name, options = sys.argv[1], sys.argv[2], sys.argv[3:]
    rows = list(csv.reader(open(path, newline='', encoding='utf-8')))
    header = [column(n) for n in rows.pop(0)]
    seeds = int(os.environ.get('SEEDS', 5))
    named = collections.Counter()
    all = [learn(header, rows, seed, options, named) for seed in range(seeds)]
    good = [a for a in all if a is not None]
    print('%-12s' % name, 'AUC %.4f (%.4f to %.4f)' %
          (sum(good) / len(good), min(good), max(good)) if good else '',
          'no signal %d of %d' % (len(all) - len(good), seeds))
    for what, times in sorted(named.items(), key=lambda n: (-n[1], n[0])):
        print('  %d of %d: %s' % (times, seeds, what))


main()
