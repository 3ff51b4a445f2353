#!/usr/bin/env python3
"""Adds to data/en/time/past_cue.tsv the forms in -ed of data/en/words/common.tsv whose stem stands there too, and writes
the stems to data/en/time/base_verb.tsv.

Run from the root of the repository. What is above the first form in -ed (comments, irregular forms) is kept."""
import pathlib

target = pathlib.Path('data/en/time/past_cue.tsv')
words = [l.strip() for l in open('data/en/words/common.tsv', encoding='utf-8') if not l.startswith('#')][1:]
known = set(words)
ahead = {'planned', 'scheduled', 'slated', 'expected', 'supposed', 'proposed', 'based', 'related', 'united', 'needed', 'hundred', 'indeed'}   # these look ahead: future_cue.tsv

short = {'died', 'lied', 'tied', 'led', 'fled'}   # too short, or too irregular, for is_past


def is_past(word):
    stem = word[:-2]
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in known
    return len(word) > 4 and word.endswith('ed') and (
        stem in known or stem + 'e' in known or doubled or (stem.endswith('i') and stem[:-1] + 'y' in known))


def stem_of(word):
    stem = word[:-2]
    choices = [stem + 'e', stem, stem[:-1] if stem[-2:-1] == stem[-1:] else '', stem[:-1] + 'y' if stem.endswith('i') else '']
    return next((c for c in choices if c in known), '')


kept = [l for l in target.read_text(encoding='utf-8').splitlines() if not l.split('\t')[0].endswith('ed') or l.startswith('#')]
forms = sorted({w for w in set(words) - ahead if is_past(w)} | short)
target.write_text('\n'.join(kept + [w + '\t1' for w in forms]) + '\n', encoding='utf-8')
irregular = ('be become die flee lie tie begin break bring build buy catch choose come cut deal draw drive eat fall feed fight find fly forget '
             'get give go grow hear hit hold keep lay lead leave lend lose make meet pay put quit read ride ring rise run say '
             'see seek sell send set shoot shut sing sit sleep speak spend split spread stand steal strike swear sweep take '
             'teach tell think throw understand undergo wear win withdraw write').split()
stems = sorted({stem_of(w) for w in forms} | set(irregular) - {''})
head = '# Verbs in their base form (the stems of past_cue.tsv and the irregular ones). Made by data/make/past_forms.py.\nform\n'
(target.parent / 'base_verb.tsv').write_text(head + '\n'.join(s for s in stems if s) + '\n', encoding='utf-8')
