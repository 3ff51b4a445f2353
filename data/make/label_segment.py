#!/usr/bin/env python3
"""Labels for fit_segment: which lines of the development pages are the article's.

  label_segment.py KIT_DIR PAGES_DIR > labels.tsv

KIT_DIR holds score_core.py (its rule decides what a core line is), PAGES_DIR one folder a set with dump_a, dump_c, gold
and meta.json. One row a page: set, kind, id, site, path, one character a line (+ core, - not, _ not judged).
"""
import json
import os
import re
import sys

sys.path.insert(0, sys.argv[1])
import score_core  # noqa: E402


def site_of(meta):
    host = re.sub(r'^https?://', '', meta.get('site') or meta.get('url') or '').split('/')[0].lower()
    return re.sub(r'^(www|m|edition|amp)\.', '', host)


def labels(dump, gold, title):
    index = score_core.TextIndex(gold)
    title = tuple(w.lower() for w in score_core.toks(title or ''))
    lines = [[w.lower() for w in score_core.toks(l)] for l in dump.split('\n')]
    worded = [i for i, w in enumerate(lines) if w]
    out = ['_'] * len(lines)
    for n, i in enumerate(worded):
        before = lines[worded[n - 1]][-3:] if n else []
        after = lines[worded[n + 1]][:3] if n + 1 < len(worded) else []
        if title and tuple(lines[i]) == title:
            continue
        out[i] = '+' if index.core(before, lines[i], after) else '-'
    return ''.join(out)


def main():
    base = sys.argv[2]
    for name in sorted(os.listdir(base)):
        if not os.path.exists('%s/%s/meta.json' % (base, name)):
            continue
        with open('%s/%s/meta.json' % (base, name), encoding='utf-8') as f:
            meta = json.load(f)
        for kind in ('dump_a', 'dump_c'):
            for page in sorted(meta):
                path = '%s/%s/%s/%s.txt' % (base, name, kind, page)
                if not os.path.exists(path):
                    continue
                with open(path, encoding='utf-8', errors='replace', newline='\n') as f:
                    dump = f.read()
                gold = score_core.read('%s/%s/gold' % (base, name), page)
                print(name, kind, page, site_of(meta[page]), path, labels(dump, gold, meta[page].get('title')), sep='\t')


main()
