#!/usr/bin/env python3
"""核对皋陶工作台的可核验导出：只用 Python 标准库，一个文件，不需要安装皋陶。

用法：python verifier.py 导出文件 [--head 另存的校验头] [--case 案件代号]

导出文件可以是 zip、解开的文件夹，或者其中的 log.jsonl（只核对校验链）。
退出码：0 相符；1 不符（逐处说明）；2 文件读不出来；3 有没有核对到的（逐处说明）。
"""

# A log is lines of JSON: every revision a header, its records, and the SHA-256 of these lines; the header holds the
# previous hash of its part.  A head covers a Merkle tree (RFC 6962: leaves prefixed 00, nodes 01) with one leaf per
# part of every case: salt + canonical JSON of case, part, owner, number and hash of its last revision.

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

GENESIS = "0" * 64
LOG, PROOFS = "log.jsonl", "proofs.json"
LARGEST = 1 << 30
PARTS = {
    "main": "正卷", "court_inner": "法院副卷", "procuratorate_inner": "检察内卷", "defence": "辩护材料", "interference": "过问登记",
}  # fmt: skip
COLUMNS = ["subject", "kind", "field", "value", "basis", "address", "confidence", "note", "retracts"]
HEX = re.compile(r"[0-9a-f]{64}")

Key = tuple[str, str]
"""Part and owner."""


class UnreadableError(Exception):
    """The file is no export; the message says what to do."""


class Outcome(NamedTuple):
    """What was found: differences, what could not be checked, and what fits, a sentence each."""

    wrong: list[str]
    unchecked: list[str]
    right: list[str]


def canonical(value: Any) -> bytes:
    """JSON without spaces, keys sorted, characters as they are: one form, one hash."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def leaf_hash(data: bytes) -> str:
    """RFC 6962 §2.1: the hash of a leaf."""
    return hashlib.sha256(b"\0" + data).hexdigest()


def node_hash(left: str, right: str) -> str:
    """RFC 6962 §2.1: the hash of an inner node."""
    return hashlib.sha256(b"\1" + bytes.fromhex(left) + bytes.fromhex(right)).hexdigest()


def part_leaf(case: str, part: str, owner: str, number: int, hash_: str, salt: str = "") -> str:
    """The leaf of a part; `salt` (hex) makes it a commitment that cannot be guessed, for closed parts."""
    named = {"case": case, "part": part, "owner": owner, "number": number, "hash": hash_}
    return leaf_hash(bytes.fromhex(salt) + canonical(named))


def head_hash(number: int, date: str, leaves: int, root: str, previous: str) -> str:
    """The value that is deposited elsewhere: it covers the tree of the day and every head before."""
    named = {"number": number, "date": date, "leaves": leaves, "root": root, "previous": previous}
    return hashlib.sha256(canonical(named)).hexdigest()


def root_of(index: int, size: int, leaf: str, path: Sequence[str]) -> str:
    """The root that an inclusion proof leads to (RFC 9162 §2.1.3.2); '' for a path of the wrong length."""
    if not 0 <= index < size:
        return ""
    place, last, found = index, size - 1, leaf
    for sibling in path:
        if last == 0:
            return ""
        if place & 1 or place == last:
            found = node_hash(sibling, found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        place, last = place >> 1, last >> 1
    return found if last == 0 else ""


def name_of(key: Key) -> str:
    """正卷, 辩护材料（甲）."""
    label = PARTS.get(key[0], key[0])
    return f"{label}（{key[1]}）" if key[1] else label


# ---------------------------------------------------------------- the log


FIRST_LINE = canonical({"format": "gaoyao-log", "version": 1, "columns": COLUMNS})


def check_log(data: bytes, out: Outcome) -> dict[Key, list[str]]:
    """The hashes of every part in order, as recomputed from the lines; what differs goes to `out`."""
    chains: dict[Key, list[str]] = {}
    try:
        lines = data.decode().split("\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UnreadableError(f"第{line}行不是 UTF-8 文字，内容已损坏。请重新索取。") from None
    if lines[0].encode() != FIRST_LINE:
        raise UnreadableError("不是皋陶导出的日志，或者版本不同，或者第一行已损坏。请重新索取。")
    at = 1
    while at < len(lines) and not lines[at].startswith('{"heads"'):
        at = _check_revision(lines, at, chains, out)
    _check_end(lines, at, chains, out)
    for key, hashes in chains.items():
        if not out.wrong:
            out.right.append(f"{name_of(key)}：{len(hashes)} 次修改，逐条重算，前后相连")
    return chains


def _check_revision(lines: list[str], at: int, chains: dict[Key, list[str]], out: Outcome) -> int:
    """One revision: header, records, hash; the index of the line after it."""
    end = at + 1
    while end < len(lines) and lines[end].startswith("["):
        end += 1
    try:
        header = json.loads(lines[at])
        key = (str(header["part"]), str(header["owner"]))
        number, previous = int(header["revision"]), str(header["previous"])
    except (ValueError, KeyError, TypeError, RecursionError):
        out.wrong.append(f"第{at + 1}行：应当是一次修改的说明，读不出来；内容被改动、添加，或者文件被截断")
        return end
    hashes = chains.setdefault(key, [])
    where = f"第{at + 1}行，{name_of(key)}第{len(hashes) + 1}次修改"
    if number != len(hashes) + 1:
        out.wrong.append(f"{where}：自称是第{number}次；有修改被删去、添加或者调换了次序")
    if previous != (hashes[-1] if hashes else GENESIS):
        out.wrong.append(
            f"{where}：所记的上一次校验值与上一次修改的不符；其前有修改被删去、添加、调换或者改动"
        )
    made = hashlib.sha256("".join(f"{line}\n" for line in lines[at:end]).encode()).hexdigest()
    hashes.append(made)
    if end >= len(lines) or lines[end] != canonical({"hash": made}).decode():
        out.wrong.append(f"{where}：内容与校验值不符；说明或者记录被改动、删去、添加或者调换了次序")
        return end + 1 if end < len(lines) and lines[end].startswith('{"hash"') else end
    return end + 1


def _check_end(lines: list[str], at: int, chains: dict[Key, list[str]], out: Outcome) -> None:
    order = {part: place for place, part in enumerate(PARTS)}
    keys = sorted(chains, key=lambda key: (order.get(key[0], 99), key[1]))
    written = canonical({"heads": [[*key, len(chains[key]), chains[key][-1]] for key in keys]}).decode()
    if lines[at:] != [written, ""]:
        out.wrong.append(f"第{at + 1}行：结尾与前面的内容不符；文件被截断，或者有修改被删去、添加")


# ---------------------------------------------------------------- heads and proofs


def check_proofs(proofs: Any, chains: dict[Key, list[str]], out: Outcome, deposited: str = "") -> None:
    """The chain of heads; then every part against the head that was deposited, or against every head."""
    try:
        case, heads, given = str(proofs["case"]), _heads(proofs["heads"], out), list(proofs["proofs"])
    except (ValueError, KeyError, TypeError, RecursionError):
        out.wrong.append(f"{PROOFS}：读不出来；内容被改动或者损坏")
        return
    if deposited and deposited not in heads:
        out.wrong.append(
            f"另存的校验头 {deposited} 不在这份导出里：导出早于它，或者校验头被整体改写过。请索取那一天以后的导出；仍不在，即为不符"
        )
        return
    seen: dict[str, set[Key]] = {hash_: set() for hash_ in heads}
    for place, proof in enumerate(given, 1):
        try:
            _check_proof(case, proof, heads, chains, seen, out)
        except (ValueError, KeyError, TypeError, RecursionError):
            out.wrong.append(f"{PROOFS} 第{place}条证明：读不出来；内容被改动或者损坏")
    if not heads:
        out.unchecked.append(
            "这份导出没有校验头：还没有做过，只核对了校验链；最后的修改有没有被删去，看不出来"
        )
        return
    _check_coverage(heads, seen, chains, out, deposited)


def _heads(rows: list[Any], out: Outcome) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    previous = GENESIS
    for place, row in enumerate(rows, 1):
        if row["number"] != place or row["previous"] != previous:
            out.wrong.append(
                f"第{place}个校验头（{row['date']}）：与前一个不相连；有校验头被删去、添加、调换或者改动"
            )
        previous = head_hash(row["number"], row["date"], row["leaves"], row["root"], row["previous"])
        if row["head"] != previous:
            out.wrong.append(f"第{place}个校验头（{row['date']}）：内容与校验值不符；被改动过")
        found[previous] = row
    return found


def _check_proof(
    case: str,
    proof: Any,
    heads: dict[str, dict[str, Any]],
    chains: dict[Key, list[str]],
    seen: dict[str, set[Key]],
    out: Outcome,
) -> None:
    key, head = (str(proof["part"]), str(proof["owner"])), heads.get(proof["head"])
    number, hash_ = int(proof["number"]), str(proof["hash"])
    if head is None:
        out.wrong.append(f"{name_of(key)}：有一条证明指向不存在的校验头；内容被改动")
        return
    where = f"{name_of(key)}，校验头 {head['number']}（{head['date']}）"
    seen[proof["head"]].add(key)
    leaf = part_leaf(case, *key, number, hash_, str(proof["salt"]))
    if (
        root_of(int(proof["index"]), int(head["leaves"]), leaf, [str(one) for one in proof["path"]])
        != head["root"]
    ):
        out.wrong.append(f"{where}：证明不成立；案件、分卷、次数、校验值或者证明被改动、调换")
        return
    hashes = chains.get(key, [])
    if len(hashes) < number:
        out.wrong.append(f"{where}：当时有 {number} 次修改，现在只有 {len(hashes)} 次；最后的修改被删去")
    elif hashes[number - 1] != hash_:
        out.wrong.append(f"{where}：第{number}次修改的校验值与当时的不符；日志被整体改写过")


def _check_coverage(
    heads: dict[str, dict[str, Any]],
    seen: dict[str, set[Key]],
    chains: dict[Key, list[str]],
    out: Outcome,
    deposited: str,
) -> None:
    last = next(reversed(heads))
    asked = deposited or last
    head = heads[asked]
    for key in chains:
        if key not in seen[asked]:
            out.unchecked.append(
                f"{name_of(key)}：没有校验头 {head['number']}（{head['date']}）的证明；它在那以后才有，或者证明被删去。请用以后另存的校验头再核对"
            )
    if out.wrong:
        return
    out.right.append(
        f"校验头 {len(heads)} 个，前后相连；最后一个 {heads[last]['number']}（{heads[last]['date']}）"
    )
    if deposited:
        out.right.append(
            f"与另存的校验头 {head['number']}（{head['date']}）相符：那一天以前的修改没有被改动、删去"
        )
    else:
        out.unchecked.append(
            f"没有给出另存的校验头（--head）：校验头来自同一份导出，整体改写看不出来。这份导出的是 {asked}，请与抄录的比较"
        )


# ---------------------------------------------------------------- files


def read(path: Path) -> tuple[bytes, Any]:
    """The log and the proofs (None where there are none) of an export.  Raises UnreadableError."""
    try:
        if path.is_dir():
            proofs = path / PROOFS
            return (path / LOG).read_bytes(), json.loads(proofs.read_bytes()) if proofs.exists() else None
        if not zipfile.is_zipfile(path):
            return path.read_bytes(), None
        with zipfile.ZipFile(path) as inside:
            names = inside.namelist()
            if len(set(names)) != len(names) or any(one.file_size > LARGEST for one in inside.infolist()):
                raise UnreadableError("压缩包里有同名的文件，或者大得不正常；不予核对。")
            return inside.read(LOG), json.loads(inside.read(PROOFS)) if PROOFS in names else None
    except (
        OSError,
        KeyError,
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        RecursionError,
    ) as error:
        raise UnreadableError(f"读不出来：{error}。请重新索取。") from error


def verify(path: Path, head: str = "", case: str = "") -> Outcome:
    """Check an export.  Raises UnreadableError where there is nothing to check."""
    out = Outcome([], [], [])
    data, proofs = read(path)
    chains = check_log(data, out)
    if proofs is None:
        told = "没有校验头和证明：只核对了校验链；最后的修改有没有被删去、日志有没有被整体改写，看不出来"
        (out.wrong if head else out.unchecked).append(told)
        return out
    if case and (not isinstance(proofs, dict) or proofs.get("case") != case):
        out.wrong.append(f"这份导出不是案件 {case} 的")
    check_proofs(proofs, chains, out, head)
    return out


def report(outcome: Outcome) -> tuple[list[str], int]:
    """What is printed, and the exit code."""
    lines = [f"不符：{one}" for one in outcome.wrong]
    lines += [f"没有核对：{one}" for one in outcome.unchecked] + [f"相符：{one}" for one in outcome.right]
    if outcome.wrong:
        return [
            *lines,
            f"结论：不符，{len(outcome.wrong)} 处。请保留这份文件，告知管理员，与另存的导出比较。",
        ], 1
    if outcome.unchecked:
        return [*lines, "结论：核对到的都相符；有没有核对到的。"], 3
    return [*lines, "结论：相符。"], 0


def main(arguments: Sequence[str] | None = None) -> int:
    """The command of this file alone."""
    parser = argparse.ArgumentParser(description="核对皋陶工作台的可核验导出")
    parser.add_argument("export", type=Path, metavar="导出文件")
    parser.add_argument("--head", default="", metavar="校验头", help="以前抄录另存的校验头（64 位十六进制）")
    parser.add_argument("--case", default="", metavar="案件代号", help="应当是哪一件案件")
    given = parser.parse_args(arguments)
    head = re.sub(r"[\s-]", "", given.head).lower()
    if head and not HEX.fullmatch(head):
        print("校验头应当是 64 位十六进制数字，请核对抄录。", file=sys.stderr)
        return 2
    try:
        lines, code = report(verify(given.export, head, given.case))
    except UnreadableError as error:
        print(f"{given.export}：{error}", file=sys.stderr)
        return 2
    print("\n".join(lines))
    return code


if __name__ == "__main__":
    sys.exit(main())
