#!/usr/bin/env bash
# Usage: scripts/debian_packages.sh PACKAGE…
# Make sure that these Debian packages are installed: install what is missing where we are root, otherwise say
# exactly what to type and fail. Says nothing when nothing is missing.
set -euo pipefail

missing=()
for package in "$@"; do
    if [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
        missing+=("$package")
    fi
done
[ ${#missing[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "缺少系统软件包：${missing[*]}（Debian 的名称）。这台机器没有 apt-get，请用本机的包管理器安装相应软件包后重试。" >&2
    exit 1
fi
if [ "$(id -u)" -ne 0 ]; then
    cat >&2 <<MESSAGE
缺少系统软件包：${missing[*]}。当前用户不是 root，没有改动系统。请让管理员运行后重试：

    apt-get update && apt-get install -y --no-install-recommends ${missing[*]}

MESSAGE
    exit 1
fi

echo "安装系统软件包：${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null
