"""Random dossiers over the whole vocabulary, for the properties of the exchange format (invented)."""

from datetime import datetime

from hypothesis import strategies as st

from gaoyao.dossier.chain import MAIN, PartKey
from gaoyao.dossier.exchange.moments import minutes
from gaoyao.dossier.log import Log, in_order
from gaoyao.dossier.model import Absent, Address, Amount, Basis, Span, Value
from gaoyao.dossier.schema import KINDS, Kind, Part
from gaoyao.logic.tree import Field, FieldType
from gaoyao.logic.truth import Why

AT = "2024-01-01T00:00"
PARTS: list[PartKey] = [
    MAIN,
    (Part.COURT_INNER, ""),
    (Part.PROCURATORATE_INNER, ""),
    (Part.DEFENCE, "甲 律师"),
]
ENTERABLE = [kind for kind in KINDS.values() if not kind.derived]

any_text = st.one_of(
    st.sampled_from(
        ["卷内无记载", "不适用", "unresolved", "true", "no", "12:30", "~", "null", "- 一", "a: b", "a #b", "{x}", "*a", "&b",
         "!c", "《》", "甲\n乙", "甲\n\n  乙", "\t甲", "甲 ", " 甲", "甲\n", "\r\n", "\x00\x1f", "\x85\u2028\ufeff", "0777", "1e5", "50",
         "2021-02-30", "'", '"', "\\", "甲:", "---", "...", "? a", "|", ">", "%", "@", "`", "=", "<<", "😀"]
    ),
    st.text(max_size=12),
)  # fmt: skip
texts = any_text.filter(lambda text: bool(text.strip()) and text.isprintable() or bool(text.strip()))
surrogate_free = texts.filter(lambda text: not any(0xD800 <= ord(char) < 0xE000 for char in text))
maybe_text = st.one_of(st.just(""), surrogate_free)
ids = st.one_of(
    st.sampled_from(["E1", "F 2", "甲/x#1", "1", "true", "- a", "[b]", "a: b", "、", "x,y", "items#1", "accused#2"]),
    st.text(st.characters(min_codepoint=33, max_codepoint=0x9FFF, exclude_categories=("Cs", "Cc", "Z")), min_size=1, max_size=6),
).filter(lambda text: text == text.strip())  # fmt: skip

FIRST, LAST = minutes(datetime(1900, 1, 1)), minutes(datetime(2100, 12, 31, 23, 59))


@st.composite
def spans(draw: st.DrawFn) -> Span:
    low = draw(st.integers(FIRST, LAST))
    high = draw(st.one_of(st.just(low), st.integers(low, LAST)))
    return Span(low, high, draw(maybe_text))


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    low = draw(st.one_of(st.just(0.0), st.floats(0, allow_nan=False, allow_infinity=False)))
    high = draw(st.one_of(st.just(low), st.just(float("inf")), st.floats(low, allow_nan=False)))
    return Amount(low, high, draw(maybe_text))


def absents() -> st.SearchStrategy[Absent]:
    return st.one_of(
        st.builds(Absent, st.sampled_from([Why.FILE_SILENT, Why.UNRESOLVED]), maybe_text),
        st.builds(Absent, st.just(Why.NOT_APPLICABLE), surrogate_free),
    )


def values(field: Field, targets: list[str]) -> st.SearchStrategy[Value]:
    """Any value the gate lets through for a field; `targets` are ids a reference may name."""
    known: st.SearchStrategy[Value]
    match field.type:
        case FieldType.FLAG:
            known = st.booleans()
        case FieldType.QUANTITY:
            known = amounts()
        case FieldType.MOMENT:
            known = spans()
        case FieldType.CHOICE:
            known = st.sampled_from([code for code, _ in field.options])
        case FieldType.TEXT:
            known = surrogate_free
        case FieldType.TEXTS:
            known = st.lists(surrogate_free, max_size=3).map(tuple)
        case FieldType.REF:
            known = st.sampled_from(targets) if targets else absents()
        case FieldType.REFS:
            known = (
                st.lists(st.sampled_from(targets), unique=True, max_size=3).map(tuple)
                if targets
                else st.just(())
            )
    return st.one_of(known, known, absents())


addresses = st.builds(
    Address,
    file=st.just("x.pdf"),
    line=st.just(7),
    page=maybe_text,
    quote=maybe_text,
    sha256=st.sampled_from(["", "ab" * 32]),
    box=st.one_of(st.none(), st.tuples(*[st.integers(-5, 3000)] * 4)),
    start=st.one_of(st.none(), st.integers(0, 99)),
    end=st.one_of(st.none(), st.integers(0, 99)),
)
PLAIN = Address("x.pdf", 7)


class _Draft:
    """Subjects with their parts, decided before anything is written."""

    def __init__(self) -> None:
        self.order: list[tuple[type[Kind], str, str, list[PartKey]]] = []
        self.places: dict[str, set[PartKey]] = {}
        self.by_kind: dict[str, list[str]] = {}
        self.singles: set[tuple[str, str]] = set()

    def add(self, kind: type[Kind], subject: str, parent: str, places: list[PartKey]) -> None:
        self.order.append((kind, subject, parent, places))
        self.places[subject] = set(places)
        self.by_kind.setdefault(kind.kind, []).append(subject)
        self.singles.add((kind.kind, parent))

    def visible(self, kinds: list[str], place: PartKey) -> list[str]:
        return [s for kind in kinds for s in self.by_kind.get(kind, []) if {MAIN, place} & self.places[s]]


@st.composite
def drafts(draw: st.DrawFn, size: int) -> _Draft:
    draft = _Draft()
    for n in range(draw(st.integers(0, size))):
        kind = draw(st.sampled_from(ENTERABLE))
        parents = draft.by_kind.get(kind.parent, []) if kind.parent else [""]
        while not parents:  # nothing to nest it in yet: what it would be nested in, however deep
            kind = KINDS[kind.parent]
            parents = draft.by_kind.get(kind.parent, []) if kind.parent else [""]
        parent = draw(st.sampled_from(parents))
        if kind.single and (kind.kind, parent) in draft.singles:
            continue
        automatic = f"{parent}/{kind.key}#{n % 3 + 1}" if parent else kind.kind
        subject = draw(st.one_of(st.just(automatic), ids))
        if subject in draft.places or subject in ("不适用", "unresolved", "卷内无记载"):
            continue
        allowed = PARTS if not parent or MAIN in draft.places[parent] else sorted(draft.places[parent])
        places = draw(st.lists(st.sampled_from(allowed), min_size=1, max_size=2, unique=True))
        draft.add(kind, subject, parent, in_order(places))
    return draft


@st.composite
def logs(draw: st.DrawFn, size: int = 8, several: bool = True) -> Log:
    """A log with up to `size` subjects, several sources a cell, all bases, parts and some retractions."""
    draft = draw(drafts(size))
    puts: dict[PartKey, list[tuple[object, ...]]] = {place: [] for place in PARTS}
    for kind, subject, _, places in draft.order:
        fields = draw(
            st.lists(st.sampled_from(list(kind.fields.values())), max_size=3, unique_by=lambda f: f.name)
        )
        for field in fields:
            for _ in range(draw(st.integers(1, 2 if several else 1))):
                place = draw(st.sampled_from(PARTS if MAIN in places else places))
                targets = [s for s in draft.visible(field.target.split("|"), place) if s != subject]
                if field.kind in field.target.split("|"):
                    targets = [s for s in targets if s < subject]
                value = draw(values(field, targets))
                plain = draw(st.booleans())
                basis = Basis.STATED if plain else draw(st.sampled_from(list(Basis)))
                address = PLAIN if plain else draw(addresses)
                sure = None if plain else draw(st.one_of(st.none(), st.floats(0, 1)))
                note = "" if plain else draw(maybe_text)
                puts[place].append((kind.kind, subject, field.name, value, basis, address, sure, note))
    return _written(draft, puts, draw(st.sets(st.integers(0, 30), max_size=2)), draw(st.permutations(PARTS)))


def _written(
    draft: _Draft, puts: dict[PartKey, list[tuple[object, ...]]], taken_back: set[int], order: list[PartKey]
) -> Log:
    log = Log()
    for place in [MAIN, *(p for p in order if p != MAIN)]:
        with log.begin(place[0], "测试", "录入", "", AT, place[1]) as tx:
            for kind, subject, parent, places in draft.order:
                if place in places:
                    tx.declare(kind.kind, subject, parent)
            made = [tx.put(*put) for put in puts[place]]
            for n, assertion in enumerate(made):
                if n in taken_back:
                    tx.retract(assertion, "录错")
    return log
