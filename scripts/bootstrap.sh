#!/usr/bin/env bash
# Usage: scripts/bootstrap.sh VENV REQUIREMENTS…
# Make the virtual environment VENV if there is none, then install into it what the named lock files list
# (with hashes) and the project itself. Changes nothing outside VENV, needs no root. `PYTHON` names the
# interpreter to use; without it the first of python3.11, 3.12, 3.13, python3 that is 3.11 or later.
#
# Debian ships `python3 -m venv` without ensurepip unless python3-venv is installed. Then the environment is
# made without pip, and the system's pip (22.3 or later) puts pip into it.
set -euo pipefail
cd "$(dirname "$0")/.."

venv=$1
shift
here=scripts

say() { echo "· $*"; }

modern() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
    local candidate
    for candidate in ${PYTHON:-python3.11 python3.12 python3.13 python3}; do
        if modern "$candidate"; then
            command -v "$candidate"
            return 0
        fi
    done
    if [ -n "${PYTHON:-}" ]; then
        echo "PYTHON=$PYTHON 不能运行，或低于 3.11。请改为 Python 3.11 或更高版本的解释器。" >&2
    else
        echo "没有找到 Python 3.11 或更高版本（找过 python3.11、python3.12、python3.13、python3）。" >&2
        echo "Debian 12 或更高版本：apt-get install -y python3 python3-venv；装好后重试，或用 PYTHON=解释器路径 指定。" >&2
    fi
    return 1
}

usable() { modern "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1; }

with_ensurepip() {
    "$1" -c 'import ensurepip, venv' >/dev/null 2>&1 && "$1" -m venv "$venv" >/dev/null 2>&1 && usable
}

with_system_pip() {
    "$1" -m pip --python "$1" --version >/dev/null 2>&1 || return 1 # pip 22.3 or later
    rm -rf "$venv"
    "$1" -m venv --without-pip "$venv" >/dev/null 2>&1 || return 1
    say "没有 ensurepip（Debian 的 python3-venv 未安装）：用系统的 pip 给 $venv 装上 pip。"
    "$1" -m pip --python "$venv/bin/python" install --quiet --require-hashes -r requirements/build.txt && usable
}

with_debian_package() {
    [ "$(id -u)" -eq 0 ] && [ "$(command -v "$1")" = "/usr/bin/$(basename "$1")" ] || return 1
    rm -rf "$venv"
    bash $here/debian_packages.sh python3-venv && with_ensurepip "$1"
}

explain() {
    rm -rf "$venv"
    cat >&2 <<MESSAGE
$1 不能建立虚拟环境：既没有 ensurepip，也没有可用的 pip（需要 22.3 或更高版本）。
请安装其中之一后重试（需要管理员权限）：

    apt-get install -y python3-venv
    apt-get install -y python3-pip

或用 PYTHON=解释器路径 指定另一个带 pip 的 Python 3.11 或更高版本。
MESSAGE
    return 1
}

if ! usable; then
    python=$(find_python)
    say "用 $python（$("$python" -c 'import platform; print(platform.python_version())')）建立 $venv"
    rm -rf "$venv"
    with_ensurepip "$python" || with_system_pip "$python" || with_debian_package "$python" || explain "$python"
fi

install() { "$venv/bin/python" -m pip install --quiet --disable-pip-version-check "$@"; }

for requirements in requirements/build.txt "$@"; do
    say "安装 $requirements"
    install --require-hashes -r "$requirements"
done
install --no-deps --no-build-isolation --editable .
