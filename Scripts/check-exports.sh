#!/usr/bin/env bash
# Reads the exports of the command given back with networkx, igraph and pydot, which go into an environment of their own.
# Without them nothing is checked: that is said, and where CI=true it is a failure.
set -euo pipefail
command="$1"
cd "$(dirname "$0")/.."
environment=.build/exports

missing() {
  echo "not checked: whether other programs read our exports ($1)" >&2
  [ "${CI:-}" = true ] && exit 1
  exit 0
}

if ! cmp -s Scripts/check-exports.txt "$environment/installed.txt"; then
  rm -rf "$environment"
  python3 -m venv "$environment" || missing "no virtual environment: apt-get install python3-venv"
  timeout 300 "$environment/bin/pip" install -q --disable-pip-version-check -r Scripts/check-exports.txt ||
    missing "pip cannot install $(grep -v '^#' Scripts/check-exports.txt | tr '\n' ' ')"
  cp Scripts/check-exports.txt "$environment/installed.txt"
fi
exec "$environment/bin/python" Scripts/check-exports.py "$command"
