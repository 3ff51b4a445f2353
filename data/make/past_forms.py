#!/usr/bin/env python3
"""Adds to data/en/time/past_cue.tsv the forms in -ed of data/en/words/common.tsv whose stem stands there too.

Run from the root of the repository. What is above the first form in -ed (comments, irregular forms) is kept."""
import pathlib

target = pathlib.Path('data/en/time/past_cue.tsv')
words = [l.strip() for l in open('data/en/words/common.tsv', encoding='utf-8') if not l.startswith('#')][1:]
known = set(words)
ahead = {'planned', 'scheduled', 'slated', 'expected', 'supposed', 'proposed', 'based', 'related', 'united', 'needed', 'hundred', 'indeed'}   # these look ahead: future_cue.tsv


def is_past(word):
    stem = word[:-2]
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in known
    return len(word) > 4 and word.endswith('ed') and (
        stem in known or stem + 'e' in known or doubled or (stem.endswith('i') and stem[:-1] + 'y' in known))


kept = [l for l in target.read_text(encoding='utf-8').splitlines() if not l.split('\t')[0].endswith('ed') or l.startswith('#')]
forms = sorted(w for w in set(words) - ahead if is_past(w))
target.write_text('\n'.join(kept + [w + '\t1' for w in forms]) + '\n', encoding='utf-8')
