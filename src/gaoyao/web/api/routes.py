"""The routes: cases, their values, their review, their documents.  Every one goes through the gate of the pages."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from ninja import NinjaAPI, Schema, Status
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import HttpBearer

from gaoyao.dossier.exchange import json_schema, load_many, save
from gaoyao.dossier.model import DossierError
from gaoyao.dossier.schema import KINDS
from gaoyao.dossier.texts import value_text
from gaoyao.dossier.wire import assertion_line
from gaoyao.review.render.as_json import dumps, schema
from gaoyao.review.render.sections.head import case_title
from gaoyao.web.accounts.models import Account
from gaoyao.web.api import tokens
from gaoyao.web.api.actions import NAME, AppendValues
from gaoyao.web.api.errors import RefusedError, absent, answer
from gaoyao.web.api.models import Token
from gaoyao.web.audit import readings
from gaoyao.web.cases.actions import NothingChangedError, one_line, open_case, perform
from gaoyao.web.cases.policy import Permission, Policy
from gaoyao.web.cases.reading import Desk
from gaoyao.web.ledger.storage import BrokenLogError
from gaoyao.web.originals import places
from gaoyao.web.originals.vault import LostOriginalError

PER_PAGE, VALUES = 50, 1000
LARGEST = 2 * 1024 * 1024
"""Bytes of one document."""
_VALUE = 3  # its place in a line of the log
JSON, YAML = "application/json; charset=utf-8", "application/yaml; charset=utf-8"


class Bearer(HttpBearer):
    """Authorization: Bearer gaoyao_…"""

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        """The token, where it works."""
        return tokens.known(token)


api = NinjaAPI(
    title="皋陶工作台接口", version="1", auth=Bearer(), docs_url=None, urls_namespace="api",
    description="只指出法律上的障碍和待查之处，不判断有罪与否。录入经过与页面相同的把关；令牌只能做它的主人能做的事。",
)  # fmt: skip


class CaseOut(Schema):
    """A case as it stands for this person."""

    key: str
    title: str
    invented: bool
    stage: str
    role: str
    parts: list[str]
    heads: dict[str, int]


class CasesOut(Schema):
    """A page of the cases assigned to this person."""

    total: int
    page: int
    cases: list[CaseOut]


class ValueOut(Schema):
    """One assertion of the log."""

    id: str
    part: str
    revision: int
    subject: str
    kind: str
    field: str
    value: Any
    text: str
    basis: str
    page: str
    note: str
    retracts: str


class ValuesOut(Schema):
    """A page of assertions in the order in which they were made; `next` asks for the following ones."""

    total: int
    next: int | None
    assertions: list[ValueOut]


class AppendedOut(Schema):
    """The revision an append made."""

    part: str
    revision: int
    hash: str


class MadeOut(Schema):
    """The case a document opened."""

    key: str


def _token(request: HttpRequest) -> Token:
    token: Token = request.auth  # type: ignore[attr-defined]  # put there by the authentication above
    return token


def _enter(request: HttpRequest, what: str, *, writing: bool = False) -> tuple[Account, Token]:
    """Count the request; the person.  Raises RefusedError for a token that may not write or has used up its minute."""
    token = _token(request)
    if writing and not token.writes:
        raise RefusedError(
            403,
            "这个令牌只能读取。",
            where="令牌",
            rule="写入要有“可以录入”的令牌。",
            do="在工作台的“接口令牌”页另开一个。",
        )
    wait = tokens.spend(token, writing=writing)
    if wait:
        raise RefusedError(
            429, f"请求太多：一个令牌每分钟最多 {tokens.REQUESTS} 次，其中写入 {tokens.WRITES} 次。", where="令牌", rule="限速", do=f"{wait} 秒以后再试。", wait=wait,
        )  # fmt: skip
    return token.account, token


def _desk(request: HttpRequest, key: str, what: str, *, writing: bool = False) -> Desk:
    """The case for this token.  Raises RefusedError, the same for a closed case and for none."""
    account, token = _enter(request, what, writing=writing)
    if token.case is not None and token.case.key != key:
        raise absent()
    policy = Policy(account)
    try:
        desk = Desk(policy, policy.of(key))
    except Http404:
        raise absent() from None
    parts = ",".join(sorted({part.value for part, _ in desk.parts}))
    readings.note(account, what, key, parts, "", request.path)
    return desk


def _out(desk: Desk) -> CaseOut:
    review = desk.read.review
    heads = {
        f"{part.value}{':' + owner if owner else ''}": number
        for (part, owner), (number, _) in desk.read.log.heads.items()
    }
    return CaseOut(
        key=desk.case.key, title=case_title(review), invented=review.invented, stage=review.stage_label, role=desk.role.label,
        parts=sorted(part.value for part, _ in desk.parts), heads=heads,
    )  # fmt: skip


@api.get("/cases", response=CasesOut, url_name="cases", summary="承办的案件")
def cases(request: HttpRequest, page: int = 1) -> CasesOut:
    """The cases assigned to this person, fifty a page."""
    account, token = _enter(request, "api-cases")
    policy = Policy(account)
    found = policy.which().filter(case=token.case) if token.case else policy.which()
    first = (max(1, min(page, 1_000_000)) - 1) * PER_PAGE
    shown = [
        Desk(policy, one) for one in found[first : first + PER_PAGE] if policy.may(Permission.CASE_READ, one)
    ]
    readings.note(account, "api-cases", page=request.path)
    return CasesOut(total=found.count(), page=page, cases=[_out(one) for one in shown])


@api.post("/cases", response={201: MadeOut}, url_name="open", summary="以案件文件开立案件")
def open_one(request: HttpRequest) -> Any:
    """A case from a document of the exchange format; whoever sends it is assigned to it."""
    account, token = _enter(request, "api-open", writing=True)
    if token.case is not None:
        raise RefusedError(
            403,
            "这个令牌限定一件案件，不能开立别的案件。",
            where="令牌",
            rule="令牌的范围",
            do="用不限定案件的令牌。",
        )
    at = timezone.localtime().isoformat(timespec="seconds")
    who = one_line(f"{account.name}（{account.profession.label}，{account.username}，接口）")
    made = open_case(account, load_many([_body(request)], names=[NAME], actor=who, at=at).log)
    return Status(201, MadeOut(key=made.key))


@api.get("/cases/{key}", response=CaseOut, url_name="one", summary="一件案件")
def one_case(request: HttpRequest, key: str) -> CaseOut:
    """One case: stage, role, the parts read, the last revision of each."""
    return _out(_desk(request, key, "api-case"))


@api.get("/cases/{key}/assertions", response=ValuesOut, url_name="assertions", summary="案卷里的内容，逐条")
def assertions(request: HttpRequest, key: str, start: int = 0) -> ValuesOut:
    """The log of the parts this person reads, a thousand assertions at a time from number `start`."""
    desk = _desk(request, key, "api-assertions")
    every = [
        one
        for part in sorted(desk.read.log.parts & desk.parts)
        for records in desk.read.log.chain(*part).records
        for one in records
    ]
    first = max(0, min(start, len(every)))
    shown = every[first : first + VALUES]
    made = []
    for one in shown:
        field = KINDS[one.kind].fields.get(one.field)
        said = "" if field is None or one.retracts or one.value is None else value_text(field, one.value)
        made.append(ValueOut(
            id=one.id, part=one.part.value, revision=one.revision, subject=one.subject, kind=one.kind, field=one.field, value=json.loads(assertion_line(one))[_VALUE],
            text=said, basis=one.basis.name.lower(), page=one.address.page, note=one.note, retracts=one.retracts,
        ))  # fmt: skip
    return ValuesOut(
        total=len(every), next=first + VALUES if first + VALUES < len(every) else None, assertions=made
    )


@api.post(
    "/cases/{key}/assertions", response={201: AppendedOut}, url_name="append", summary="录入内容（交换格式）"
)
def append(request: HttpRequest, key: str, seen: int = 0, reason: str = "") -> Any:
    """Append what a document of the exchange format says and the case does not; `seen`: the last revision its sender read.

    What stood at `seen` and is said otherwise now is taken back, for which a reason is owed; what came later stays.
    """
    desk = _desk(request, key, "api-append", writing=True)
    if len(reason) > 500:
        raise RefusedError(422, "理由超过五百字。", where="reason", rule="长度", do="写短一些。")
    action = AppendValues(
        _body(request), max(0, seen), one_line(reason) or "接口更正", desk.policy, desk.assignment
    )
    made = perform(desk.policy.account, key, action)
    return Status(201, AppendedOut(part=made.part.value, revision=made.number, hash=made.hash))


@api.get("/cases/{key}/exchange", url_name="exchange", summary="案件文件（交换格式）")
def exchange(request: HttpRequest, key: str) -> HttpResponse:
    """The exchange file of the parts this person reads, as the page 导出案件 gives it."""
    desk = _desk(request, key, "api-exchange")
    allowed = desk.may(Permission.CASE_EXPORT)
    if not allowed:
        raise PermissionDenied(allowed.reason)
    return HttpResponse(save(desk.read.log, parts=desk.read.log.parts & desk.parts), content_type=YAML)


@api.get("/cases/{key}/review", url_name="review", summary="审查意见（JSON）")
def review(request: HttpRequest, key: str) -> HttpResponse:
    """The review on the parts this person reads; its schema stands at /schemas/review."""
    return HttpResponse(dumps(_desk(request, key, "api-review").read.review), content_type=JSON)


@api.get("/cases/{key}/documents", url_name="documents", summary="材料与每页的状态")
def documents(request: HttpRequest, key: str) -> HttpResponse:
    """Every file that was read and the state of its pages: text, recognised, unread and why."""
    desk = _desk(request, key, "api-documents")
    try:
        reports = [places.REPORTS.of(one) for one in desk.case.uploads.all() if one.part_key in desk.parts]
    except LostOriginalError as error:
        raise RefusedError(500, "读不出覆盖报告。", where=str(error), rule="", do="请管理员核查。") from error
    made = {
        "files": [one for report in reports for one in report["volumes"]],
        "left_out": [one for report in reports for one in report.get("left_out", [])],
    }
    return HttpResponse(json.dumps(made, ensure_ascii=False, indent=1), content_type=JSON)


@api.get("/schemas/review", auth=None, url_name="review-schema", summary="审查意见的 JSON Schema")
def review_schema(request: HttpRequest) -> HttpResponse:
    """The schema of a review."""
    return HttpResponse(json.dumps(schema(), ensure_ascii=False), content_type=JSON)


@api.get("/schemas/exchange", auth=None, url_name="exchange-schema", summary="交换格式的 JSON Schema")
def exchange_schema(request: HttpRequest) -> HttpResponse:
    """The schema of the exchange format, which is the body of every write."""
    return HttpResponse(json.dumps(json_schema(), ensure_ascii=False), content_type=JSON)


def _body(request: HttpRequest) -> bytes:
    """The document sent.  Raises RefusedError where it is too large or not there."""
    length = request.headers.get("Content-Length", "0")
    if not length.isdigit() or int(length) > min(LARGEST, settings.DATA_UPLOAD_MAX_MEMORY_SIZE):
        raise _large()
    if not request.body.strip():
        raise RefusedError(
            422,
            "请求没有内容。",
            where="请求正文",
            rule="交换格式",
            do=f"写法见 {reverse('api:exchange-schema')} 和用户手册“交换格式”。",
        )
    return request.body


def _large() -> RefusedError:
    return RefusedError(
        413,
        f"内容超过 {LARGEST // 1024 // 1024} MB，没有录入。",
        where="请求正文",
        rule="大小限制",
        do="分几次录入，或者在工作台载入文件。",
    )


@api.exception_handler(RefusedError)
def refused(request: HttpRequest, error: RefusedError) -> HttpResponse:
    """What we refused ourselves."""
    return answer(request, error)


@api.exception_handler(AuthenticationError)
def unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    """No token, or one that does not work; not told why."""
    return answer(request, RefusedError(
        401, "没有令牌，或者令牌无效、过期、已撤销。", where="Authorization 请求头", rule="Authorization: Bearer 令牌", do="在工作台的“接口令牌”页开立。",
    ))  # fmt: skip


@api.exception_handler(DossierError)
def wrong(request: HttpRequest, error: DossierError) -> HttpResponse:
    """A document that does not fit: every problem with its line."""
    status = 409 if isinstance(error, NothingChangedError) else 422
    what = "案卷里已经是这样，没有要保存的改动。" if status == 409 else "内容有误，一项也没有录入。"
    return answer(
        request,
        RefusedError(
            status,
            what,
            where="请求正文",
            rule="交换格式",
            do="逐处改正以后重新提交。",
            problems=error.problems,
        ),
    )


@api.exception_handler(PermissionDenied)
def denied(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
    """What this person may not do."""
    return answer(
        request,
        RefusedError(
            403, str(error) or "不能这样做。", where="权限", rule="身份和指派", do="由有权的人办理。"
        ),
    )


@api.exception_handler(BrokenLogError)
def broken(request: HttpRequest, error: BrokenLogError) -> HttpResponse:
    """A log that does not verify: nothing of it is shown."""
    return answer(
        request,
        RefusedError(500, "日志校验不符，不显示内容。", where="案卷日志", rule="校验链", do="请管理员核查。"),
    )


@api.exception_handler(ValidationError)
@api.exception_handler(HttpError)
@api.exception_handler(RequestDataTooBig)
def malformed(request: HttpRequest, error: Exception) -> HttpResponse:
    """A parameter that is no number, a body that is too large."""
    if isinstance(error, RequestDataTooBig):
        return answer(request, _large())
    return answer(
        request,
        RefusedError(
            422, "参数有误。", where="网址的参数", rule="见 openapi.json", do="start、seen、page 应为整数。"
        ),
    )
