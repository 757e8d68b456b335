#!/usr/bin/env bash
# Draws every kind of map for every dataset at hand and lists in a table what the lint measured.
#
#   Scripts/gallery.sh [PATH OF REGIONET] [FOLDER]
#
# The datasets are the shipped ones and, where it lies beside the checkout or in REGIONET_SHARED_DATA, the real data.
# Kinds that look from a lead look from the most central partner where there is no lead.
set -u
cd "$(dirname "$0")/.."
command="${1:-.build/release/regionet}"
folder="${2:-gallery}"
shared="${REGIONET_SHARED_DATA:-../shared/data}"
kinds="network sectors wheel islands onion ego projects meetings geo gaps"
mkdir -p "$folder"

# Counts first, then the smallest of what should be large: contrast, and the difference between two sectors' colours in
# any kind of colour vision.
counts="label on label|label on node|leader line through a name|nearer to another node|inside the legend|outside the page|text below 6 pt|mark with a contrast below 3|node on node|island on island|on a logo|logo below 150 pixels an inch|not explained|ties through foreign nodes|partners without a name"
{
  echo "| dataset | kind | ${counts//|/ | } | smallest contrast | smallest colour difference | seconds | said |"
  echo "|---|---|$(sed 's/[^|]//g; s/|/---|/g' <<< "$counts")---|---|---|---|---|"
} > "$folder/README.md"

figure() { # what it is called in the lint's table
  awk -v name="$1" '{ value = $1; $1 = ""; sub(/^ +/, "") } $0 == name { print value }' "$folder/.figures"
}

draw() { # name, then the dataset's arguments
  local name="$1"
  shift
  local center dataset=("$1")
  [ "${2:-}" = --columns ] && dataset+=(--columns "$3")
  center=$("$command" measure "${dataset[@]}" --top 1 --format csv --lang en 2> /dev/null | sed -n 2p | cut -d, -f1)
  for kind in $kinds; do
    local extra=() status said begin row
    begin=$(date +%s.%N)
    [ "$kind" = network ] && extra=(--hulls)
    "$command" map "$@" --kind "$kind" "${extra[@]}" --lint --lang en -o "$folder/$name-$kind.png" \
      > "$folder/.figures" 2> "$folder/.talk"
    status=$?
    if grep -q 'none is the lead' "$folder/.talk"; then
      "$command" map "$@" --kind "$kind" --partner "$center" --lint --lang en -o "$folder/$name-$kind.png" \
        > "$folder/.figures" 2> "$folder/.talk"
      status=$?
    fi
    said=$(grep -vE 'shows more|mehr zeigt' "$folder/.talk" | head -1 | cut -c1-90 | tr '|' '/')
    if [ "$status" -gt 1 ]; then
      echo "| $name | $kind | not drawn $(sed 's/[^|]//g; s/|/| /g' <<< "$counts")| | | | $said |" >> "$folder/README.md"
      continue
    fi
    row="| $name | $kind |"
    while IFS= read -r count; do row+=" $(figure "$count") |"; done < <(tr '|' '\n' <<< "$counts")
    row+=" $(figure 'smallest contrast') |"
    row+=" $(awk '/colour difference|without .* cones/ && $1 != "–" { if (least == "" || $1 < least) least = $1 }
      END { print least == "" ? "–" : least }' "$folder/.figures") |"
    row+=" $(awk -v a="$begin" -v b="$(date +%s.%N)" 'BEGIN { printf "%.1f", b - a }') | $said |"
    echo "$row" >> "$folder/README.md"
  done
}

draw beispielregion Data/beispielregion
draw musterland Data/musterland
if [ -d "$shared" ]; then
  draw bodensee "$shared/interreg/subset_abh" --title "Interreg at Lake Constance" --source keep.eu --date 2014-2020
  draw dh-schweiz "$shared/dh_landscape_switzerland" --columns Examples/dh-switzerland/columns.yaml \
    --source "DH Landscape Switzerland" --date 2024-10-29
  draw interreg "$shared/interreg/all" --title "Interreg 2014-2020" --source keep.eu --date 2014-2020
else
  echo "no real data beside the checkout: only the shipped networks are drawn" >&2
fi
rm -f "$folder/.talk" "$folder/.figures"
cat "$folder/README.md"
