#!/usr/bin/env bash
# Draws every kind of map for every dataset at hand and lists what the lint found.
#
#   Scripts/gallery.sh [PATH OF REGIONET] [FOLDER]
#
# The datasets are the shipped ones and, where it lies beside the checkout or in REGIONET_SHARED_DATA, the real data.
set -u
cd "$(dirname "$0")/.."
command="${1:-.build/release/regionet}"
folder="${2:-gallery}"
shared="${REGIONET_SHARED_DATA:-../shared/data}"
kinds="network sectors wheel islands onion ego projects meetings geo gaps"
mkdir -p "$folder"

{
  echo "| dataset | kind | lint findings | first finding or reason | seconds |"
  echo "|---|---|---|---|---|"
} > "$folder/README.md"

draw() { # name, then the dataset's arguments
  local name="$1"
  shift
  for kind in $kinds; do
    local begin status findings first
    begin=$(date +%s.%N)
    "$command" map "$@" --kind "$kind" --lint --format json --lang en -o "$folder/$name-$kind.png" \
      2> "$folder/.talk" > "$folder/.lint.json"
    status=$?
    findings=$(grep -c '"rule"' "$folder/.lint.json")
    # The first finding; without one what was left out on purpose, or why there is no picture.
    first=$({ sed -n 's/.*"message": "\(.*\)"}.*/\1/p' "$folder/.lint.json"; grep -v 'shows more' "$folder/.talk"; } |
      head -1 | cut -c1-90 | tr '|' '/')
    [ "$status" -le 1 ] || findings="not drawn"
    printf '| %s | %s | %s | %s | %.1f |\n' "$name" "$kind" "$findings" "$first" \
      "$(awk -v a="$begin" -v b="$(date +%s.%N)" 'BEGIN { print b - a }')" >> "$folder/README.md"
  done
}

draw beispielregion Data/beispielregion
draw musterland Data/musterland
if [ -d "$shared" ]; then
  draw bodensee "$shared/interreg/subset_abh" --title "Interreg at Lake Constance"
  draw dh-schweiz "$shared/dh_landscape_switzerland" --columns Examples/dh-switzerland/columns.yaml
  draw interreg "$shared/interreg/all" --title "Interreg 2014-2020"
else
  echo "no real data beside the checkout: only the shipped networks are drawn" >&2
fi
rm -f "$folder/.talk" "$folder/.lint.json"
cat "$folder/README.md"
