#!/usr/bin/env python3
"""learn.py FILE.csv NAME [lead-score option ...]: what --learn is worth.

Learns from four fifths of the leads, scores the fifth left out, five times
over (stratified, shuffled by SEED), and prints AUC (mean of the five, and of
all together), log loss, Brier score and calibration error of what was never
learned from.  The columns lead_id and won are the ids and outcomes.
"""
import csv, math, os, random, re, subprocess, sys, tempfile

csv.field_size_limit(10**9)


def column(name):
    name = re.sub('[^a-z0-9]+', '_', name.lower()).strip('_')
    return 'x_' + name if name in ('product', 'score', 'grade') else name


def escape(field):
    for plain, written in (('\\', '\\\\'), ('\t', '\\t'), ('\n', '\\n'),
                           ('\r', '\\r')):
        field = field.replace(plain, written)
    return field


def auc(pairs):
    groups = {}
    for score, won in pairs:
        groups.setdefault(score, [0, 0])[won] += 1
    below = area = 0
    for score in sorted(groups):
        lost, won = groups[score]
        area += won * (below + lost / 2)
        below += lost
    won = sum(g[1] for g in groups.values())
    return area / (won * (len(pairs) - won))


def folds(outcomes):
    fold = [0] * len(outcomes)
    random.seed(int(os.environ.get('SEED', 20240607)))
    for side in '01':
        rows = [i for i, o in enumerate(outcomes) if o == side]
        random.shuffle(rows)
        for k, i in enumerate(rows):
            fold[i] = k % 5
    return fold


def main():
    path, name, options = sys.argv[1], sys.argv[2], sys.argv[3:]
    rows = list(csv.reader(open(path, newline='', encoding='utf-8')))
    header = [column(n) for n in rows.pop(0)]
    won = header.index('won')
    outcomes = [r[won] for r in rows]
    fold = folds(outcomes)
    everything, each, rules = [], [], 0
    with tempfile.TemporaryDirectory() as tmp:
        for f in range(5):
            past, rest, card = (os.path.join(tmp, n) for n in
                                ('past.tsv', 'rest.tsv', 'card.tsv'))
            for out, keep in ((past, False), (rest, True)):
                with open(out, 'w', encoding='utf-8') as file:
                    print('\t'.join(header), file=file)
                    for i, row in enumerate(rows):
                        if (fold[i] == f) == keep:
                            print('\t'.join(map(escape, row)), file=file)
            done = subprocess.run(['lead-score', '-q', '--learn', 'won=1',
                                   '-o', card] + options + [past],
                                  stderr=subprocess.PIPE, text=True)
            if done.returncode:
                print('%-12s %s' % (name, done.stderr.strip().split('\n')[-1]
                                    .replace(past, 'leads')))
                return done.returncode
            rules = max(rules, sum(l.startswith('win\t')
                                   for l in open(card, encoding='utf-8')))
            scored = subprocess.run(['lead-score', '-r', card, rest],
                                    stdout=subprocess.PIPE, text=True,
                                    check=True).stdout.split('\n')
            head = scored[0].split('\t')
            at = [head.index(c) for c in ('score', 'win_probability', 'won')]
            part = [[r.split('\t')[i] for i in at] for r in scored[1:] if r]
            part = [(int(s), float(p), int(w)) for s, p, w in part]
            each.append(auc([(s, w) for s, _, w in part]))
            everything += [(p, w) for _, p, w in part]
    n = len(everything)
    loss = -sum(math.log(min(max(p if w else 1 - p, 1e-9), 1))
                for p, w in everything) / n
    brier = sum((p - w) ** 2 for p, w in everything) / n
    ordered = sorted(everything)
    calibration = 0
    for i in range(10):
        part = ordered[i * n // 10:(i + 1) * n // 10]
        calibration += abs(sum(p - w for p, w in part)) / n
    print('%-12s n %5d  rules %2d  AUC %.4f (together %.4f)  log loss %.4f  '
          'Brier %.4f  calibration %.4f' % (name, n, rules, sum(each) / 5,
                                           auc(everything), loss, brier,
                                           calibration))
    return 0


if __name__ == "__main__":
    sys.exit(main())
