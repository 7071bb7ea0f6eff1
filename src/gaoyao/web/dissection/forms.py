"""From what a form of a dissection says to the body of an entry; whatever does not fit is refused in words."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.http import QueryDict
from django.utils import timezone

from gaoyao.dossier.model import DossierError
from gaoyao.quality import lessons
from gaoyao.quality.codebook import Gate, Visible, codebook
from gaoyao.quality.dissection import Part, Trigger
from gaoyao.web.dissection.record import Body
from gaoyao.web.evidence.entry import text_of


def day_of(data: QueryDict, name: str, label: str, *, needed: bool = True) -> str:
    """A day written 2026-01-31, '' where none is needed.  Raises DossierError."""
    text = text_of(data, name)
    if not text and not needed:
        return ""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise DossierError((f"{label}应当写作 2026-01-31。",)) from error


def _number(data: QueryDict, name: str, label: str) -> int:
    text = data.get(name, "")
    if not (text.isascii() and text.isdigit() and len(text) < 6):
        raise DossierError((f"请选择{label}。",))
    return int(text)


def _one_of(data: QueryDict, name: str, known: type[Gate] | type[Visible] | type[Trigger], label: str) -> str:
    text = data.get(name, "")
    if text not in list(known):
        raise DossierError((f"请选择{label}。",))
    return text


def opening(data: QueryDict) -> Body:
    """Trigger, day, document, page, and the three people."""
    return {
        "trigger": _one_of(data, "trigger", Trigger, "触发的原因"), "happened": day_of(data, "happened", "日期"), "document": text_of(data, "document"),
        "page": text_of(data, "page"), "people": {part.value: data.get(f"who-{part.value}", "") for part in Part},
    }  # fmt: skip


def codings(data: QueryDict) -> list[Body]:
    """The codes that were ticked, each with visibility, gate and reason."""
    return [
        {"code": one.code, "visible": _one_of(data, f"visible-{one.code}", Visible, f"{one.code} 起诉时是否看得到"),
         "gate": _one_of(data, f"gate-{one.code}", Gate, f"{one.code} 在哪一关口可以看到"), "why": text_of(data, f"why-{one.code}")}
        for one in codebook() if f"code-{one.code}" in data
    ]  # fmt: skip


def body_of(kind: str, data: QueryDict) -> Body:
    """The body of the act a form asks for.  Raises DossierError."""
    match kind:
        case "file":
            return {"text": text_of(data, "text")}
        case "code":
            return {"codings": codings(data)}
        case "settle":
            return {
                "causes": [
                    {**one, "safeguard": text_of(data, f"safeguard-{one['code']}")} for one in codings(data)
                ]
            }
        case "learn":
            return {"text": text_of(data, "text"), "code": data.get("code", "")}
        case "plan":
            return {
                "lesson": _number(data, "lesson", "教训"),
                "text": text_of(data, "text"),
                "owner": text_of(data, "owner"),
                "due": day_of(data, "due", "期限"),
            }
        case "finish":
            return {
                "measure": _number(data, "measure", "措施"),
                "done": day_of(data, "done", "完成日期"),
                "result": text_of(data, "result"),
            }
        case "send":
            return {
                "to": text_of(data, "to"),
                "text": text_of(data, "text"),
                "sent": day_of(data, "sent", "发出日期"),
            }
        case "hear":
            days = {
                name: day_of(data, name, label, needed=False)
                for name, label in (("received", "签收日期"), ("answered", "答复日期"))
            }
            return {"feedback": _number(data, "feedback", "反馈"), "answer": text_of(data, "answer"), **days}
        case "keep":
            return _scenario(data)
    raise DossierError(("没有这种操作。",))


def _scenario(data: QueryDict) -> Body:
    text = data.get("text", "").replace("\r\n", "\n")
    try:
        checked = lessons.check(text)
        shown = lessons.over(checked.rule, settings.DEMO, timezone.localdate())
    except lessons.LessonError as error:
        raise DossierError(error.problems) from error
    return {
        "lesson": _number(data, "lesson", "教训"),
        "rule": checked.rule,
        "text": text,
        "shown": [[one.file, one.title, one.found] for one in shown],
    }
