#!/usr/bin/env python3
"""Lists the development pages for fit_segment.

  list_segment_pages.py PAGES_DIR > pages.tsv

PAGES_DIR holds one folder a set with dump_a, dump_c, html, gold and meta.json. One row a page: set, kind, id, site,
path, path of the gold text, title.
"""
import json
import os
import re
import sys


def site_of(meta):
    host = re.sub(r'^https?://', '', meta.get('site') or meta.get('url') or '').split('/')[0].lower()
    return re.sub(r'^(www|m|edition|amp)\.', '', host)


def main():
    base = sys.argv[1]
    for name in sorted(os.listdir(base)):
        if not os.path.exists('%s/%s/meta.json' % (base, name)):
            continue
        with open('%s/%s/meta.json' % (base, name), encoding='utf-8') as f:
            meta = json.load(f)
        for kind, ending in (('dump_a', 'txt'), ('dump_c', 'txt'), ('html', 'html')):
            for page in sorted(meta):
                path = '%s/%s/%s/%s.%s' % (base, name, kind, page, ending)
                if os.path.exists(path):
                    title = ' '.join((meta[page].get('title') or '').split())
                    print(name, kind, page, site_of(meta[page]), path, '%s/%s/gold/%s.txt' % (base, name, page), title, sep='\t')


main()
