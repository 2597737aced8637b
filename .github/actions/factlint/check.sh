#!/usr/bin/env bash
# What the action runs: annotations and the summary of the step, and SARIF where FACTLINT_SARIF names a file.
# The second run finds everything in the cache of the first.
set -euo pipefail

arguments=()
if [ -n "${FACTLINT_SINCE:-}" ]; then
    arguments+=(--since "$FACTLINT_SINCE")
fi
while IFS= read -r path; do
    path="${path%$'\r'}"
    if [ -n "$path" ]; then
        arguments+=("$path")
    fi
done <<<"${FACTLINT_PATHS:-}"

if [ -n "${FACTLINT_SARIF:-}" ]; then
    factlint check --output-format sarif --output-file "$FACTLINT_SARIF" --exit-zero "${arguments[@]}"
fi
factlint check --output-format github "${arguments[@]}"
