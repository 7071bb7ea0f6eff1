"""每个命令和它的选项都写在说明里；说明里写的命令都存在。"""

import re
from pathlib import Path

import click
import pytest

import gaoyao.cli

ROOT = Path(__file__).resolve().parents[2]
READMES = ["README.md", "README.en.md"]
PAGES = [
    *READMES,
    "SECURITY.md",
    *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs" / "guide").glob("*.md")),
]
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def root_of(module):
    """The one group of commands in `module` that is not inside another."""
    groups = {id(value): value for value in vars(module).values() if isinstance(value, click.Group)}
    inside = {id(command) for group in groups.values() for command in commands_of(group).values()}
    (root,) = [group for ident, group in groups.items() if ident not in inside]
    return root


def commands_of(group):
    """Name → command, those that are imported when called included."""
    context = click.Context(group)
    return {name: group.get_command(context, name) for name in group.list_commands(context)}


def walk(command, path=()):
    """(path, command) of every command below the root that does something by itself."""
    if isinstance(command, click.Group):
        for name, inner in commands_of(command).items():
            yield from walk(inner, (*path, name))
        if command.invoke_without_command and path:
            yield path, command
    else:
        yield path, command


def long_options(command):
    found = [option for option in command.params if isinstance(option, click.Option)]
    return {name for option in found for name in option.opts if name.startswith("--")}


def code_in(text):
    """The fenced blocks, and the code spans outside them, one a line."""
    fenced = re.findall(r"```.*?```", text, flags=re.DOTALL)
    return "\n".join(fenced + re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL)))


def undocumented(root, text):
    """Commands that `text` does not name; options that it leaves out of `review`, or of a command with options."""
    lines = code_in(text).splitlines()
    missing = []
    for path, command in walk(root):
        name = " ".join(path)
        shown = " ".join(line for line in lines if re.search(rf"\bgaoyao {name}\b", line))
        if not shown:
            missing.append(name)
        if path == ("review",) or "--" in shown:
            named = set(re.findall(r"--[a-z-]+", shown))
            missing += [f"{name} {option}" for option in sorted(long_options(command) - named)]
    return missing


def unknown(root, text):
    """Commands and options that `text` names and the program does not have."""
    wrong = []
    for line in code_in(text).splitlines():
        for words in re.findall(r"(?:^|[\s/])gaoyao((?: +[\w|\\<>\[\]().…-]+)+)", line.split("#")[0]):
            command, seen = root, []
            for word in words.split():
                if isinstance(command, click.Group) and word in commands_of(command):
                    command = commands_of(command)[word]
                    seen.append(word)
                elif word.lstrip("[").startswith("--"):
                    name = word.strip("[]")
                    if name not in long_options(command) | {"--help"}:
                        wrong.append(" ".join([*seen, name]))
                elif isinstance(command, click.Group) and re.fullmatch(r"[a-z]+", word):
                    wrong.append(" ".join([*seen, word]))
    return wrong


ROOT_COMMAND = root_of(gaoyao.cli)
COMMANDS = list(walk(ROOT_COMMAND))


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_in_the_readme(name):
    assert undocumented(ROOT_COMMAND, (ROOT / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", PAGES)
def test_every_command_that_a_page_names_exists(name):
    assert unknown(ROOT_COMMAND, (ROOT / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=[" ".join(path) for path, _ in COMMANDS])
def test_every_command_and_option_explains_itself_in_chinese(path, command):
    assert CHINESE.search(command.help or ""), path
    options = [option for option in command.params if isinstance(option, click.Option)]
    silent = [option.opts for option in options if not CHINESE.search(option.help or "")]
    assert silent == []


# ---- 这些检查本身会不会失败


def toy():
    @click.group()
    @click.version_option("1")
    def root():
        pass

    @root.command()
    @click.option("--on")
    def review(on):
        pass

    @root.command()
    @click.option("--by")
    @click.option("--to")
    def send(by, to):
        pass

    @root.group()
    def law():
        pass

    @law.command("list")
    def law_list():
        pass

    return root


DOCUMENTED = [
    # 都写到了
    ("`gaoyao review PATH… [--on DATE]`、`gaoyao law list`、`gaoyao send --by A --to B`", []),
    # 漏了一个子命令
    ("`gaoyao review --on D`、`gaoyao law`、`gaoyao send`", ["law list"]),
    # 漏了审查命令的一个选项
    ("`gaoyao review PATH`、`gaoyao law list`、`gaoyao send`", ["review --on"]),
    # 写了一个选项，漏了另一个
    ("`gaoyao review --on D`、`gaoyao law list`、`gaoyao send [--by A]`", ["send --to"]),
    # 只在正文里提到，没有写成命令
    ("gaoyao review --on、gaoyao send 和 gaoyao law list", ["law list", "review", "review --on", "send"]),
]

NAMED = [
    ("`gaoyao review x.yaml --on 2026-03-01`，`gaoyao law list`，`gaoyao --version`", []),
    ("```sh\n.venv/bin/gaoyao review demo/   # gaoyao nothing\n```", []),
    # 不存在的命令、子命令、选项
    ("`gaoyao verdict x.yaml`", ["verdict"]),
    ("`gaoyao law score`", ["law score"]),
    ("```sh\ngaoyao review x.yaml --guilty\n```", ["review --guilty"]),
]


@pytest.mark.parametrize(("text", "missing"), DOCUMENTED)
def test_a_gap_in_the_readme_is_noticed(text, missing):
    assert undocumented(toy(), text) == missing


@pytest.mark.parametrize(("text", "wrong"), NAMED)
def test_a_command_that_does_not_exist_is_noticed(text, wrong):
    assert unknown(toy(), text) == wrong
