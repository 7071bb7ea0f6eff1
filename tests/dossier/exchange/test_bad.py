"""写错的文件（tests/dossier/bad，均为虚构）：全部错误一次报出，写明文件、行、位置、应当怎样；什么也不写入。"""

import re
from pathlib import Path

import pytest
import yaml

from gaoyao.dossier.exchange import load, load_many, yaml_tree
from gaoyao.dossier.exchange.nodes import Limits
from gaoyao.dossier.model import DossierError

BAD = sorted(Path(__file__).parent.parent.glob("bad/*"))
HEAD = "皋陶: 1\n"


def expected(path: Path) -> list[str]:
    """What a bad file says of itself: “# 应报 行: 开头”."""
    for encoding in ("utf-8", "utf-16", "gb18030"):
        text = path.read_bytes().decode(encoding, "ignore")
        found = re.findall(r"# 应报 (\d+): ([^\n\"]+)", text)
        if found:
            return [
                f"{path.name}:{line}: {start}" if line != "0" else f"{path.name}: {start}"
                for line, start in found
            ]
    raise AssertionError(f"{path.name} 没有写明应报什么")


@pytest.mark.parametrize("path", BAD, ids=[path.name for path in BAD])
def test_every_error_at_once(path: Path) -> None:
    with pytest.raises(DossierError) as caught:
        load(path)
    problems = caught.value.problems
    for start in expected(path):
        assert any(problem.startswith(start) for problem in problems), (
            f"没有报：{start}\n实际：\n{caught.value}"
        )
    if b"# \xe5\x8f\xa6\xe6\x9c\x89" not in path.read_bytes():
        assert len(problems) == len(expected(path)), str(caught.value)


def test_problems_come_in_the_order_of_the_lines() -> None:
    with pytest.raises(DossierError) as caught:
        load(BAD[0].parent / "many.yaml")
    lines = [int(problem.split(":")[1]) for problem in caught.value.problems]
    assert lines == sorted(lines)


@pytest.mark.parametrize("suffix", [".yaml", ".json"])
def test_deep_nesting_is_refused(suffix: str, tmp_path: Path) -> None:
    """一百万层括号：报嵌套过深，不崩溃。"""
    path = tmp_path / f"深{suffix}"
    path.write_text('{"皋陶": ' + "[" * 1_000_000, encoding="utf-8")
    with pytest.raises(DossierError, match=f"深{suffix}:1: 嵌套超过 {Limits.DEPTH} 层的上限"):
        load(path)
    path.write_text('{"a": ' * 50_000, encoding="utf-8")
    with pytest.raises(DossierError, match=f"嵌套超过 {Limits.DEPTH} 层的上限"):
        load(path)


def test_deep_indentation_is_refused() -> None:
    text = HEAD + "".join(f"{' ' * n}a:\n" for n in range(60))
    with pytest.raises(DossierError, match="嵌套超过"):
        load(text)


def test_a_hundred_megabytes_are_refused_unread(tmp_path: Path) -> None:
    """100 MB 的文件：不读取，说明上限和怎样拆分。"""
    path = tmp_path / "大.yaml"
    with path.open("wb") as file:
        file.seek(100 * 1024 * 1024)
        file.write(b"\n")
    with pytest.raises(DossierError, match=r"大\.yaml: 文件有 100 MB，超过 32 MB 的上限"):
        load(path)


def test_a_very_long_value_is_refused() -> None:
    with pytest.raises(DossierError, match="一个值超过 1,000,000 个字符"):
        load(HEAD + f"案件: {{案件名称: {'长' * 1_000_001}}}\n")


def test_a_large_text_is_refused() -> None:
    with pytest.raises(DossierError, match="超过 32 MB 的上限"):
        load(HEAD + "#" * (33 * 1024 * 1024))


def test_what_is_no_file(tmp_path: Path) -> None:
    """文件夹、不存在的文件、写成文本的路径：各说明怎么办。"""
    for source, said in (
        (tmp_path, "这是一个文件夹"),
        (tmp_path / "无.yaml", "没有这个文件"),
        (tmp_path / "a\0b", "没有这个文件"),
        ("案例.yaml", "文件请用 Path 传入"),
        (Path("/dev/null"), "这不是普通文件"),
    ):
        with pytest.raises(DossierError, match=said):
            load(source)


def test_several_files_report_together(tmp_path: Path) -> None:
    """几个文件一并载入：每个文件的错误都报；有一个读不成，其余的错误照报。"""
    (tmp_path / "正卷.yaml").write_text(HEAD + "案件: {虚构案件: 1}\n", encoding="utf-8")
    (tmp_path / "辩护.yaml").write_text("案件: {}\n", encoding="utf-8")
    with pytest.raises(DossierError) as caught:
        load_many([tmp_path / "正卷.yaml", tmp_path / "辩护.yaml"])
    assert sorted(problem.split(":")[0] for problem in caught.value.problems) == ["正卷.yaml", "辩护.yaml"]


@pytest.mark.parametrize("path", BAD, ids=[path.name for path in BAD])
def test_without_the_fast_parser_the_same_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """没有 libyaml 的机器上用纯 Python 解析：同样的文件同样拒绝，报同样多的错误。"""
    with pytest.raises(DossierError) as fast:
        load(path)
    monkeypatch.setattr(yaml_tree, "_LOADER", yaml.SafeLoader)
    with pytest.raises(DossierError) as slow:
        load(path)
    assert len(slow.value.problems) == len(fast.value.problems)
