#!/usr/bin/env bash
# Write requirements/*.txt from requirements/*.in: one universal lock (CPython 3.11 and later, Linux), with
# hashes, without index addresses and without absolute paths. Extra arguments go to uv, e.g. --upgrade.
set -euo pipefail
cd "$(dirname "$0")/../requirements"

uv=../.venv/bin/uv
[ -x "$uv" ] || uv=$(command -v uv) || {
    echo "没有找到 uv：先运行 make dev。" >&2
    exit 1
}

for name in build run web ocr test docs dev; do
    "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-config --custom-compile-command "make lock" \
        "$@" --output-file "$name.txt" "$name.in"
    echo "requirements/$name.txt：$(grep -c '^[A-Za-z0-9]' "$name.txt") 个包"
done
