#!/usr/bin/env python3
"""Writes the forms in -ed of data/en/time/past_cue.tsv, and data/en/time/base_verb.tsv, their stems.

The forms are those of data/en/words/common.tsv whose stem stands there too, those of the verbs of data/en/events, and
those of the verbs of news below, which common.tsv is too short for. Run from the root of the repository; what stands above
the first form in -ed (comments, irregular forms) is kept. Run again, it changes nothing."""
import pathlib
import re

target = pathlib.Path('data/en/time/past_cue.tsv')
words = [l.strip() for l in open('data/en/words/common.tsv', encoding='utf-8') if not l.startswith('#')][1:]
known = set(words)
# These look ahead: future_cue.tsv; or are no verbs.
ahead = {'planned', 'scheduled', 'slated', 'expected', 'supposed', 'proposed', 'based', 'related', 'united', 'needed', 'hundred', 'indeed', 'used', 'aged'}
odd = {'due', 'lobs', 'airstrike', 'beseech', 'unfreeze'}   # no verbs, or irregular ones that the event rules do not call so
short = {'died', 'lied', 'tied', 'led', 'fled'}   # too short, or too irregular, for is_past
news = ('airlift bankroll burgle conscript decommission declassify demobilize deputize deregulate disbar enthrone exculpate '
        'expunge firebomb interdict militarize outflank outstay outvote phish reactivate readmit reaffirm reappoint rearm '
        'reassert reassign recommence reconquer reconvene redeploy redraft reemerge reestablish reforge rehire reimpose '
        'reinstall reinterpret renegotiate reoccupy resettle retrain reunify skyjack strafe subcontract supervene torpedo '
        'unseal waterboard').split()
irregular = ('be become die flee lie tie begin break bring build buy catch choose come cut deal draw drive eat fall feed fight find fly forget '
             'get give go grow hear hit hold keep lay lead leave lend lose make meet pay put quit read ride ring rise run say '
             'see seek sell send set shoot shut sing sit sleep speak spend split spread stand steal strike swear sweep take '
             'teach tell think throw understand undergo wear win withdraw write').split()


def is_past(word):
    stem = word[:-2]
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in known
    return len(word) > 4 and word.endswith('ed') and (
        stem in known or stem + 'e' in known or doubled or (stem.endswith('i') and stem[:-1] + 'y' in known))


def stem_of(word):
    stem = word[:-2]
    choices = [stem + 'e', stem, stem[:-1] if stem[-2:-1] == stem[-1:] else '', stem[:-1] + 'y' if stem.endswith('i') else '']
    return next((c for c in choices if c in known), '')


def past_of(verb):
    """Regular; '' where the last letter may have to be doubled."""
    if verb.endswith('e'):
        return verb + 'd'
    if re.search('[^aeiou]y$', verb):
        return verb[:-1] + 'ied'
    return '' if re.search('[^aeiou][aeiou][^aeiouwxy]$', verb) else verb + 'ed'


def event_verbs():
    """The lemmas of the event rules that are not irregular."""
    verbs, uneven = set(), set(irregular)
    for path in sorted(pathlib.Path('data/en/events').glob('*.rules')):
        for line in path.read_text(encoding='utf-8').splitlines():
            key, _, rest = line.partition(' ')
            if key == 'irregular':
                uneven |= {entry.split()[0] for entry in rest.split('|') if entry.split()}
            elif key in ('verb', 'verbs', 'plain'):
                verbs |= {word.split('_')[0] for word in rest.split()}
            elif key == 'frame':
                verbs |= {word.split('_')[0] for word in rest.split(':')[0].split()}
    return {verb for verb in verbs - uneven - odd if verb.isalpha() and len(verb) > 2}


added = {verb for verb in event_verbs() | set(news) if past_of(verb)}
kept = [l for l in target.read_text(encoding='utf-8').splitlines() if not l.split('\t')[0].endswith('ed') or l.startswith('#')]
forms = sorted(({w for w in words if is_past(w)} | {past_of(v) for v in added} | short) - ahead)
target.write_text('\n'.join(kept + [w + '\t1' for w in forms]) + '\n', encoding='utf-8')
stems = sorted(({stem_of(w) for w in forms} | added | set(irregular)) - {''})
head = '# Verbs in their base form (the stems of past_cue.tsv and the irregular ones). Made by data/make/past_forms.py.\nform\n'
(target.parent / 'base_verb.tsv').write_text(head + '\n'.join(stems) + '\n', encoding='utf-8')
