"""What was entered and reaches no fact: it was not held against anything, so it must not read as a pass.

Favourable items tied to nothing, links without a direction, doubts about facts that need no proof, statements that do not
say whom or what they are about, traces of which nobody said whether they are the scene's: each is named and withholds
the certificate.
"""

from __future__ import annotations

from collections.abc import Iterable

from gaoyao.dossier.frame import CaseFrame
from gaoyao.dossier.schema import KINDS
from gaoyao.dossier.vocabulary import Alibi, Conflict, Doubt, Fact, Favourable, Item, Link, Rival
from gaoyao.dossier.vocabulary.court import ITEM_LINKS, LINK_FACT
from gaoyao.law.rules.proving import ROLES_OF_GUILT, ROLES_OF_SENTENCE
from gaoyao.logic.truth import Truth
from gaoyao.proof.claims import SLOTS, Said, apart, unmeasured
from gaoyao.proof.disagreement import disposed_traces, unmatched_traces
from gaoyao.proof.points import NO
from gaoyao.review.model import NotChecked

SHOWN = 12
REGISTERS = (Conflict, Rival, Alibi, Doubt, Favourable)
_LISTS = (Conflict.items, Rival.items, Alibi.items, Doubt.items, Favourable.items)
PROVED = frozenset((*ROLES_OF_GUILT, *ROLES_OF_SENTENCE))


def astray(frame: CaseFrame, said: list[Said]) -> list[NotChecked]:
    """One line per sort of thing that reaches no fact; `said`: the claims of the case."""
    return [
        *_line("证明联系", _undirected(frame), "没有写明支持还是反对哪一项待证事实，没有计入"),
        *_line(
            "有利于被告人的证据",
            _favourable(frame),
            "没有联系到待证事实，也没有登记为有利证据、疑点或者其他可能，没有与事实核对",
        ),
        *_line(
            "登记",
            _elsewhere(frame),
            "只联系到不须证明才能定罪的事实（如动机、阻却事由），没有与定罪的事实核对",
        ),
        *_line(
            "证据",
            _set_aside(frame),
            f"支持定罪的事实，而“{Item.against.label}”写为否，取证的检查没有进行；控方用来指控的填“是”",
        ),
        *_line("现场痕迹", _traces(frame), "比对排除被告人，而是否遗留在现场没有录入"),
        *(
            NotChecked(
                f"说法比对（{SLOTS[slot]}）",
                f"{number} 条说法没有写明所涉被告人或者所指事项，没有与写明的比对",
            )
            for slot, number in apart(said).items()
        ),
        *(
            NotChecked(
                f"说法比对（{SLOTS[slot]}）", f"{number} 条说法没有录入可以比较的时间或者数目，没有比对"
            )
            for slot, number in unmeasured(said).items()
        ),
    ]


def _line(what: str, names: list[str], why: str) -> Iterable[NotChecked]:
    if names:
        more = f"等 {len(names)} 项" if len(names) > SHOWN else ""
        yield NotChecked(f"{what} {'、'.join(names[:SHOWN])}{more}", why)


def _undirected(frame: CaseFrame) -> list[str]:
    """Items with a link that names no fact or no direction."""
    known = {code: n for n, (code, _) in enumerate(Link.direction.options)}
    directions = frame.choice(Link.direction)[0].tolist()
    aimed = set(frame.pairs(LINK_FACT)[0].tolist())
    items = {
        item: None
        for item, link in zip(*(column.tolist() for column in frame.pairs(ITEM_LINKS)), strict=True)
        if directions[link] != known["neutral"] and (directions[link] < 0 or link not in aimed)
    }
    return [f"证据 {frame.identifier(Item.kind, item)}" for item in items]


def _favourable(frame: CaseFrame) -> list[str]:
    """Items said to favour the accused that are tied to no fact and named in no register."""
    linked = set(frame.pairs(ITEM_LINKS)[0].tolist())
    named = {
        str(one)
        for field in _LISTS
        for live in frame.view.cells.get(field.path, {}).values()
        for one in (live.value if isinstance(live.value, tuple) else ())
    }
    favourable = frame.flag(Item.favourable)[0].tolist()
    return [
        ident
        for item, ident in enumerate(frame.subjects(Item.kind))
        if favourable[item] == Truth.YES and item not in linked and ident not in named
    ]


def _set_aside(frame: CaseFrame) -> list[str]:
    """Items that support a fact of guilt and are said not to be used against the accused: no check of how they were
    obtained looks at them.  What is said to favour the accused is another matter."""
    against, favourable = (frame.flag(one)[0].tolist() for one in (Item.against, Item.favourable))
    known = {code: n for n, (code, _) in enumerate(Link.direction.options)}
    directions, roles = frame.choice(Link.direction)[0].tolist(), _roles(frame)
    fact_of = dict(zip(*(column.tolist() for column in frame.pairs(LINK_FACT)), strict=True))
    items = {
        item: None
        for item, link in zip(*(column.tolist() for column in frame.pairs(ITEM_LINKS)), strict=True)
        if directions[link] == known["supports"]
        and link in fact_of
        and roles[fact_of[link]] in ROLES_OF_GUILT
        and against[item] == Truth.NO
        and favourable[item] != Truth.YES
    }
    return [frame.identifier(Item.kind, item) for item in items]


def _roles(frame: CaseFrame) -> list[str]:
    roles = [code for code, _ in Fact.role.options] + [""]
    return [roles[n] for n in frame.choice(Fact.role)[0].tolist()]


def _elsewhere(frame: CaseFrame) -> list[str]:
    """Register entries whose every fact is of a role that no rule about proof reads."""
    code_of = _roles(frame)
    facts = frame.view.index(Fact.kind)
    found = []
    for kind in REGISTERS:
        cells = frame.view.cells.get(KINDS[kind.kind].fields["facts"].path, {})
        for ident in frame.subjects(kind.kind):
            value = cells[ident].value if ident in cells else None
            about = (
                [code_of[facts[str(one)]] for one in value if str(one) in facts]
                if isinstance(value, tuple)
                else []
            )
            if about and not PROVED.intersection(about) and "" not in about:
                found.append(f"{kind.label} {ident}")
    return found


def _traces(frame: CaseFrame) -> list[str]:
    disposed = disposed_traces(frame)
    return [frame.name("trace", one) for one in unmatched_traces(frame, unsure=True) if disposed[one] == NO]
