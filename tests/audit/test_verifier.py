"""核对程序：每一种改动、删去、调换、截短都说得出在哪里；相符的说相符；没有核对到的不说相符。"""

import json
import random
import subprocess
import sys
import zipfile
from hashlib import sha256

import pytest
from click.testing import CliRunner

from gaoyao.audit.history import Head, Leaf, proofs
from gaoyao.audit.packing import pack
from gaoyao.audit.tree import Tree
from gaoyao.audit.verifier import (
    LOG,
    PROOFS,
    Outcome,
    canonical,
    check_log,
    check_proofs,
    leaf_hash,
    main,
    part_leaf,
    report,
    verify,
)  # fmt: skip
from gaoyao.cli import main as gaoyao
from gaoyao.dossier.log import Log
from gaoyao.dossier.schema import Part

DAYS = ["2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04"]
MAIN, INNER = ("main", ""), ("court_inner", "")
DEFENCE = ("defence", "甲")


def written(numbers):
    """An invented log with that many revisions of each part."""
    log = Log()
    for part, owner in ((Part.MAIN, ""), (Part.COURT_INNER, ""), (Part.DEFENCE, "甲")):
        for number in range(1, numbers[part.value, owner] + 1):
            with log.begin(
                part, "测试人", "录入", f"理由{number}", f"2026-11-0{number}T09:00:00", owner
            ) as change:
                change.declare("doubt", f"{part.value}{number}")
                change.put("doubt", f"{part.value}{number}", "about", f"虚构的疑点{number}")
    return log


FULL = {MAIN: 4, INNER: 2, DEFENCE: 3}
# 哪一天以前各分卷有几次修改；辩护材料第三天才有
BY_DAY = [{MAIN: 1, INNER: 1}, {MAIN: 2, INNER: 1}, {MAIN: 3, INNER: 2, DEFENCE: 1}, FULL]


def history(log, case="case-one", by_day=BY_DAY):
    """Heads over this case between other cases, as the workbench makes them."""
    chains = {
        (part.value, owner): [one.hash for one in log.chain(part, owner).revisions]
        for part, owner in log.parts
    }
    tree, heads, changes, own, places = Tree(), [], {}, {}, {}
    rest = random.Random(7)
    for number, (day, counts) in enumerate(zip(DAYS, by_day, strict=True), 1):
        changes[number], own[number] = [], []
        for key, count in counts.items():
            new = key not in places
            if new:
                for _ in range(3):  # 别的案件
                    changes[number].append((len(tree), leaf_hash(rest.randbytes(40))))
                    tree.put(*changes[number][-1])
            place = places.setdefault(key, len(tree))
            salt = "" if key == MAIN else sha256(f"{key}{count}".encode()).hexdigest()
            if count > len(chains.get(key, ())):
                continue
            leaf = part_leaf(case, *key, count, chains[key][count - 1], salt)
            changes[number].append((place, leaf))
            tree.put(place, leaf)
            own[number].append(Leaf(place, *key, count, chains[key][count - 1], salt))
        heads.append(Head.after(heads[-1] if heads else None, day, tree))
    return heads, proofs(case, heads, changes, own, 10)


LOG_ = written(FULL)
DATA = LOG_.dump()
HEADS, PROOF = history(LOG_)
LAST = HEADS[-1].head


def checked(data=DATA, proof=PROOF, head=LAST):
    out = Outcome([], [], [])
    chains = check_log(data, out)
    check_proofs(json.loads(canonical(proof)), chains, out, head)
    return out


def lines():
    return DATA.decode().split("\n")


# ---------------------------------------------------------------- what fits


def test_an_honest_export_fits():
    found = checked()
    assert (found.wrong, found.unchecked) == ([], [])
    assert report(found)[1] == 0
    assert any("正卷：4 次修改" in one for one in found.right)


def test_work_after_the_deposited_head_still_fits():
    """以前另存的校验头：那以前的没有改，以后的继续做，仍然相符。"""
    assert checked(head=HEADS[2].head).wrong == []


def test_a_part_younger_than_the_head_is_not_called_checked():
    found = checked(head=HEADS[1].head)
    assert found.wrong == []
    assert ["辩护材料（甲）" in one for one in found.unchecked] == [True]
    assert report(found)[1] == 3


def test_without_a_deposited_head_the_report_says_what_that_means():
    found = checked(head="")
    assert found.wrong == []
    assert "整体改写看不出来" in found.unchecked[0]
    assert report(found)[1] == 3


# ---------------------------------------------------------------- what does not


def changed(line, column=None, value="改"):
    """The log with one field changed."""
    out = lines()
    row = json.loads(out[line])
    row[column] = value
    out[line] = canonical(row).decode()
    return "\n".join(out).encode()


HEADER = next(number for number, line in enumerate(lines()) if line.startswith('{"action"'))
RECORD = HEADER + 2
HASH = next(number for number, line in enumerate(lines()) if line.startswith('{"hash"'))


@pytest.mark.parametrize(
    "column", ["part", "owner", "revision", "actor", "action", "reason", "at", "previous"]
)
def test_every_field_of_a_revision_is_covered(column):
    assert report(checked(changed(HEADER, column, 9 if column == "revision" else "改")))[1] == 1


@pytest.mark.parametrize("column", range(9))
def test_every_field_of_a_record_is_covered(column):
    found = checked(changed(RECORD, column))
    assert f"第{HEADER + 1}行，正卷第1次修改：内容与校验值不符" in found.wrong[0]


def blocks():
    """The revisions as lists of lines."""
    found, out = [], lines()
    for line in out[1:-2]:
        if line.startswith('{"action"'):
            found.append([])
        found[-1].append(line)
    return found


def again(made):
    """A log of these blocks with a fitting end, as a careful forger writes it: every hash of every chain made anew."""
    heads, out = {}, [lines()[0]]
    for block in made:
        head = json.loads(block[0])
        key = (head["part"], head["owner"])
        number, previous = heads.get(key, (0, "0" * 64))
        head |= {"revision": number + 1, "previous": previous}
        body = [canonical(head).decode(), *block[1:-1]]
        hash_ = sha256("".join(f"{line}\n" for line in body).encode()).hexdigest()
        heads[key] = (number + 1, hash_)
        out += [*body, canonical({"hash": hash_}).decode()]
    order = list(heads)
    ends = [[*key, *heads[key]] for key in sorted(order, key=[MAIN, INNER, DEFENCE].index)]
    return "\n".join([*out, canonical({"heads": ends}).decode(), ""]).encode()


def joined(made):
    return "\n".join([lines()[0], *(line for block in made for line in block), *lines()[-2:]]).encode()


def edited(number, old="虚构的疑点1", new="虚构的疑点X"):
    return [
        [line.replace(old, new) if place == number else line for line in block]
        for place, block in enumerate(blocks())
    ]


def swapped(block):
    """A revision of one closed part as if it were of the other."""
    head = json.loads(block[0])
    other = {INNER: DEFENCE, DEFENCE: INNER}.get((head["part"], head["owner"]))
    if other:
        head["part"], head["owner"] = other
    return [canonical(head).decode(), *block[1:]]


def test_a_forger_who_writes_everything_anew_makes_a_log_that_fits_in_itself():
    """所以校验头必须另存：没有它，整体改写看不出来。"""
    out = Outcome([], [], [])
    check_log(again(edited(0)), out)
    assert out.wrong == []


@pytest.mark.parametrize(
    ("what", "data", "told"),
    [
        ("删去正卷第二次修改", joined([*blocks()[:1], *blocks()[2:]]), "自称是第3次"),
        ("删去一条记录", joined([[*blocks()[0][:1], *blocks()[0][2:]], *blocks()[1:]]), "内容与校验值不符"),
        ("调换两条记录", joined([[blocks()[0][0], *reversed(blocks()[0][1:-1]), blocks()[0][-1]], *blocks()[1:]]), "内容与校验值不符"),
        ("调换两次修改", joined([blocks()[1], blocks()[0], *blocks()[2:]]), "调换了次序"),
        ("重复一次修改", joined([*blocks()[:1], *blocks()]), "自称是第1次"),
        ("删去最后一次，不改结尾", joined(blocks()[:-1]), "结尾与前面的内容不符"),
        ("截断在中间", "\n".join(lines()[: HEADER + 2]).encode(), "内容与校验值不符"),
        ("结尾多出一行", DATA + b"x", "结尾与前面的内容不符"),
        ("改一字，重算全部校验值", again(edited(0)), "被整体改写过"),
        ("改最后一次，重算全部校验值", again(edited(8, "虚构的疑点3")), "被整体改写过"),
        ("删去最后一次，重算全部校验值", again(blocks()[:-1]), "最后的修改被删去"),
        ("删去正卷最后一次，重算", again([*blocks()[:3], *blocks()[4:]]), "当时有 4 次修改，现在只有 3 次"),
        ("删去全部辩护材料，重算", again(blocks()[:-3]), "辩护材料（甲），校验头 4"),
        ("副卷与辩护材料调换，重算", again([swapped(block) for block in blocks()]), "法院副卷，校验头 4"),
        ("插进一次修改，重算", again([blocks()[0], blocks()[0], *blocks()[1:]]), "被整体改写过"),
    ],
)  # fmt: skip
def test_every_change_is_told(what, data, told):
    found = checked(data)
    assert report(found)[1] == 1, what
    assert any(told in one for one in found.wrong), found.wrong


@pytest.mark.parametrize("line", range(1, len(lines()) - 1))
def test_no_single_character_changes_unnoticed(line):
    """逐行，每行改一个字符、删一个字符、删一行、重复一行。"""
    out, place = lines(), len(lines()[line]) // 2
    was = out[line]
    for now in ([was[:place] + "~" + was[place + 1 :]], [was[:place] + was[place + 1 :]], [], [was, was]):
        found = checked("\n".join([*out[:line], *now, *out[line + 1 :]]).encode())
        assert report(found)[1] == 1, now


def proof_with(change):
    made = json.loads(canonical(PROOF))
    change(made)
    return made


def setter(*path, value="0" * 64):
    def change(made):
        for step in path[:-1]:
            made = made[step]
        made[path[-1]] = value

    return change


def first_of(head, part):
    return next(n for n, one in enumerate(PROOF["proofs"]) if one["head"] == head and one["part"] == part)


LAST_MAIN, LAST_INNER, LAST_DEFENCE = (first_of(LAST, part) for part in ("main", "court_inner", "defence"))


@pytest.mark.parametrize(
    ("what", "change"),
    [
        ("改案件代号", setter("case", value="case-two")),
        *((f"改证明的{name}", setter("proofs", LAST_INNER, name, value=value)) for name, value in (
            ("part", "main"), ("owner", "乙"), ("number", 1), ("hash", "1" * 64), ("salt", "22"), ("index", 0), ("path", []), ("path", ["zz"]),
            ("head", "1" * 64), ("head", None), ("number", "x"), ("salt", "非十六进制"),
        )),
        *((f"改校验头的{name}", setter("heads", 1, name, value=value)) for name, value in (
            ("number", 7), ("date", "2026-12-01"), ("leaves", 9), ("root", "1" * 64), ("previous", "1" * 64), ("head", "1" * 64), ("leaves", "x"),
        )),
        ("删去一个校验头", lambda made: made["heads"].pop(1)),
        ("调换两个校验头", lambda made: made["heads"].reverse()),
        ("删去最后一个校验头", lambda made: made["heads"].pop()),
        ("两个分卷的证明调换", lambda made: (
            made["proofs"][LAST_INNER].update(part="defence", owner="甲"), made["proofs"][LAST_DEFENCE].update(part="court_inner", owner=""))),
        ("没有校验头", setter("heads", value=[])),
        ("格式坏了", setter("heads", value=3)),
        ("证明坏了", setter("proofs", value=[1])),
    ],
)  # fmt: skip
def test_every_change_of_the_proofs_is_told(what, change):
    assert report(checked(proof=proof_with(change)))[1] == 1, what


def test_a_proof_taken_away_is_not_called_checked():
    found = checked(proof=proof_with(lambda made: made["proofs"].pop(LAST_MAIN)))
    assert report(found)[1] == 3
    assert "正卷" in found.unchecked[0]


def test_a_rewritten_history_with_its_own_heads_does_not_reach_the_deposited_head():
    """改写日志的人把校验头也全部重做：与另存的比较，立刻不符；不比较，就看不出。"""
    log = Log()
    for part, owner in ((Part.MAIN, ""), (Part.COURT_INNER, ""), (Part.DEFENCE, "甲")):
        for number in range(1, FULL[part.value, owner] + 1):
            with log.begin(part, "改写人", "录入", "", f"2026-11-0{number}T09:00:00", owner) as change:
                change.declare("doubt", f"{part.value}{number}")
    _, forged = history(log)
    assert checked(log.dump(), forged, LAST).wrong
    assert checked(log.dump(), forged, "").wrong == []


# ---------------------------------------------------------------- files and commands


@pytest.fixture
def export(tmp_path):
    path = tmp_path / "案件.zip"
    path.write_bytes(pack(DATA, PROOF))
    return path


def test_the_verifier_in_the_export_runs_alone(export, tmp_path):
    with zipfile.ZipFile(export) as inside:
        inside.extractall(tmp_path / "解开")
    alone = tmp_path / "解开" / "verifier.py"
    for target in (export, tmp_path / "解开"):
        done = subprocess.run(
            [sys.executable, "-I", "-S", alone, target, "--head", LAST.upper(), "--case", "case-one"],
            capture_output=True, text=True, check=False, cwd=tmp_path, env={"PYTHONUTF8": "1"},
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        assert done.stdout.endswith("结论：相符。\n")


def test_the_command_says_the_same(export):
    done = CliRunner().invoke(gaoyao, ["audit", "verify", str(export), "--head", LAST])
    assert (done.exit_code, done.output.splitlines()[-1]) == (0, "结论：相符。")
    export.write_bytes(pack(again(edited(0)), PROOF))
    done = CliRunner().invoke(gaoyao, ["audit", "verify", str(export), "--head", LAST])
    assert done.exit_code == 1
    assert "不符：正卷，校验头" in done.output


def test_the_same_export_is_the_same_file():
    assert pack(DATA, PROOF) == pack(DATA, PROOF)


def test_another_case_is_told(export):
    assert verify(export, LAST, "case-two").wrong == ["这份导出不是案件 case-two 的"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "不是皋陶导出的日志"),
        (b"\xff\xfe", "不是 UTF-8"),
        (b"PK\x03\x04 broken", "不是"),
        (b'{"format":"gaoyao-log","version":2}\n', "版本不同"),
        (b"[" * 100_000, "不是皋陶导出的日志"),
    ],
)  # fmt: skip
def test_what_is_no_export_is_told(tmp_path, content, told, capsys):
    path = tmp_path / "x"
    path.write_bytes(content)
    assert main([str(path)]) == 2
    assert told in capsys.readouterr().err


def test_missing_files_and_bad_heads_are_told(tmp_path, export, capsys):
    assert main([str(tmp_path / "无")]) == 2
    assert main([str(export), "--head", "12"]) == 2
    assert "64 位" in capsys.readouterr().err
    assert CliRunner().invoke(gaoyao, ["audit", "verify", str(tmp_path / "无")]).exit_code == 2
    assert CliRunner().invoke(gaoyao, ["audit", "verify", str(export), "--head", "12"]).exit_code == 2


@pytest.mark.parametrize("flip", range(0, 4000, 37))
def test_no_byte_of_the_zip_changes_into_a_fitting_export_of_something_else(tmp_path, flip):
    """压缩包里改一个字节：读不出来、不符，或者读出来的日志和证明仍是原来的。"""
    data = bytearray(pack(DATA, PROOF))
    data[flip % len(data)] ^= 0x10
    path = tmp_path / "x.zip"
    path.write_bytes(data)
    if main([str(path), "--head", LAST]) == 0:
        with zipfile.ZipFile(path) as inside:
            assert inside.read(LOG) == DATA
            assert json.loads(inside.read(PROOFS)) == json.loads(canonical(PROOF))
