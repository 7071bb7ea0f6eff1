"""The style of a page: calm, one column, prints on A4; no font or picture is fetched from anywhere."""

from __future__ import annotations

SANS = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC','Noto Sans SC',sans-serif"
SERIF = "'Noto Serif CJK SC','Source Han Serif SC','Songti SC',STSong,SimSun,'Noto Sans CJK SC',serif"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

INK, SOFT, LINE, PAPER = "#1a1e24", "#4b535d", "#c9ced4", "#ffffff"
TONES = {"bad": "#8b1a1a", "warn": "#7a4a00", "note": "#1c4a7a", "calm": "#22573a", "mute": "#4b535d"}
TINTS = {"bad": "#fbefee", "warn": "#fdf5e6", "note": "#eef4fa", "calm": "#eff6f1", "mute": "#f2f4f6"}


def widths(name: str, *shares: int) -> str:
    """Column widths of a table, in per cent."""
    return "".join(
        f"table.{name} thead th:nth-child({n}){{width:{share}%}}" for n, share in enumerate(shares, 1)
    )


def style(running: str) -> str:
    """The whole style sheet; `running` is the line at the head of every printed page."""
    tones = "".join(
        f".{name}{{color:{TONES[name]}}}.box.{name}{{border-color:{TONES[name]};background:{TINTS[name]}}}"
        for name in TONES
    )
    return _SCREEN + tones + _PRINT.replace("RUNNING", _css_text(running))


def _css_text(text: str) -> str:
    """A text as a CSS string: every character that is not a letter, figure or ideograph is written as an escape."""
    return '"' + "".join(one if one.isalnum() and ord(one) > 0x7F or one.isascii() and one.isalnum() else f"\\{ord(one):x} "
                         for one in text) + '"'  # fmt: skip


_SCREEN = f"""
:root{{color-scheme:light}}
*{{box-sizing:border-box}}
html{{scroll-behavior:smooth}}
body{{margin:0;background:#f4f5f6;color:{INK};font:16px/1.75 {SANS};-webkit-text-size-adjust:100%}}
.sheet{{max-width:1040px;margin:0 auto;padding:32px 48px 56px;background:{PAPER};border:1px solid #dfe3e7;border-top:0}}
.skip{{position:absolute;left:-9999px}}
.skip:focus{{left:12px;top:12px;background:{PAPER};padding:8px 14px;border:2px solid {INK};z-index:9}}
h1,h2{{font-family:{SERIF};font-weight:700;line-height:1.35;text-wrap:balance}}
h1{{font-size:30px;margin:.1em 0 .35em;text-align:center}}
h2{{font-size:22px;margin:2.2em 0 .6em;padding-bottom:.3em;border-bottom:2px solid {INK}}}
h3{{font-size:17px;margin:1.5em 0 .45em;line-height:1.5}}
h4{{font-size:16px;margin:1em 0 .3em}}
p{{margin:.5em 0}}
a{{color:#174a7c;text-underline-offset:3px}}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{{outline:3px solid #174a7c;outline-offset:2px}}
.soft,caption,figcaption{{color:{SOFT}}}
.small{{font-size:14px}}
.center{{text-align:center}}
.invented{{display:inline-block;border:2px solid {TONES["bad"]};color:{TONES["bad"]};font:700 17px/1.4 {SANS};padding:1px 12px;
letter-spacing:.2em;margin:0 auto}}
b{{font-weight:600}}td>b,li>b,a>b{{white-space:nowrap}}
.sign{{display:inline-block;min-width:1.25em;font-weight:400}}
.box{{border:1px solid {LINE};border-left-width:6px;padding:12px 18px;margin:16px 0}}
.box p:first-child{{margin-top:0}}.box p:last-child,.box ul:last-child{{margin-bottom:0}}
.box>p,.box>ul{{color:{INK}}}.box>.lead{{color:inherit;font-weight:700;font-size:18px}}
ul,ol{{margin:.4em 0;padding-left:1.6em}}
li{{margin:.15em 0}}
dl.meta{{display:grid;grid-template-columns:max-content 1fr max-content 1fr;gap:2px 16px;margin:18px 0;padding:12px 0;
border-top:1px solid {LINE};border-bottom:1px solid {LINE}}}
dl.meta dt,dl.say dt{{color:{SOFT}}}
dl.meta dd,dl.say dd{{margin:0}}
dl.say{{display:grid;grid-template-columns:4.5em 1fr;gap:5px 12px;margin:.5em 0}}
dl.say dt{{font-weight:600}}
dl.say ul{{margin:0;padding-left:1.2em}}
.cards{{display:grid;grid-template-columns:repeat(4,1fr);gap:12px;margin:14px 0;padding:0;list-style:none}}
.cards li{{border:1px solid {LINE};margin:0;padding:10px 14px;line-height:1.5}}
.cards .figure{{font-size:28px;font-weight:700;font-variant-numeric:tabular-nums;display:block;line-height:1.25}}
nav.toc{{margin:18px 0;padding:10px 18px;background:#f6f7f8;border:1px solid #e3e6ea}}
nav.toc ol{{columns:3;column-gap:28px;margin:0;padding-left:1.6em}}nav.toc li{{margin:0;break-inside:avoid}}
table{{border-collapse:collapse;width:100%;margin:10px 0 18px;font-size:15px;line-height:1.6}}
caption{{text-align:left;padding:2px 0 6px;font-size:14px}}
th,td{{border:1px solid {LINE};padding:6px 10px;text-align:left;vertical-align:top;overflow-wrap:anywhere}}
thead th{{background:#eef0f3;border-bottom:2px solid #8b939d;white-space:nowrap}}
tbody th{{font-weight:600}}
tbody.group th[scope=rowgroup]{{background:#f6f7f8}}
table.pairs th:first-child{{width:31%}}
{widths("facts", 22, 10, 12, 26, 23, 7)}{widths("stand", 25, 14, 20, 13, 28)}{widths("asked", 6, 24, 13, 29, 28)}{widths("periods", 17, 10, 18, 15, 19, 21)}{widths("outcomes", 20, 28, 30, 22)}{widths("schools", 19, 22, 16, 21, 22)}
table.facts td:nth-child(2),table.facts td:nth-child(6),table.stand td:nth-child(4){{word-break:keep-all}}
td ul,th ul{{margin:0;padding-left:1.1em}}
td.num{{text-align:right;font-variant-numeric:tabular-nums}}
dl.law dt{{font-weight:600;margin-top:10px}}dl.law dd{{margin:0 0 0 2em;white-space:pre-line}}
.wide{{overflow-x:auto}}
article{{border:1px solid {LINE};border-left:6px solid;padding:12px 20px 14px;margin:16px 0}}
article>*{{color:{INK}}}
article>h3{{margin:0 0 .4em;color:inherit}}
article .ids{{font-weight:400;font-size:14px;margin-left:.6em;color:{SOFT}}}
.kind{{font-size:13px;font-weight:600;border:1px solid currentColor;padding:0 7px;margin-left:.6em;white-space:nowrap}}
.where{{font-size:14px;color:{SOFT};overflow-wrap:anywhere}}
details{{margin:8px 0}}
summary{{cursor:pointer;color:#174a7c;padding:2px 0}}
ul.proof,ul.proof ul{{list-style:none;padding-left:1.3em;margin:.15em 0;border-left:1px solid {LINE}}}
ul.proof{{font-size:14px;line-height:1.6}}
del{{color:{SOFT};text-decoration:line-through}}
code{{font-family:ui-monospace,Consolas,'Noto Sans Mono CJK SC',monospace;font-size:.92em;background:#f1f3f5;padding:0 4px;
overflow-wrap:anywhere}}
figure{{margin:14px 0;overflow-x:auto}}
figure svg{{display:block;max-width:100%;height:auto}}
figcaption{{font-size:14px;padding-top:6px}}
.legend{{display:flex;flex-wrap:wrap;gap:2px 20px;list-style:none;padding:0;font-size:14px;color:{SOFT}}}
:target{{background:#fff6d6}}
footer{{margin-top:44px;padding-top:14px;border-top:2px solid {INK};font-size:14px;color:{SOFT}}}
@media screen and (max-width:760px){{.sheet{{padding:18px 16px 40px}}dl.meta{{grid-template-columns:max-content 1fr}}nav.toc ol{{columns:1}}.cards{{grid-template-columns:repeat(2,1fr)}}
dl.say{{grid-template-columns:1fr}}figure svg{{max-width:none}}}}
@media (prefers-reduced-motion:reduce){{html{{scroll-behavior:auto}}}}
"""

_PRINT = f"""
@page{{size:A4;margin:20mm 16mm 18mm;@top-left{{content:RUNNING;font:9pt {SANS};color:{SOFT}}}
@bottom-center{{content:"第 " counter(page) " 页，共 " counter(pages) " 页";font:9pt {SANS};color:{SOFT}}}}}
@page:first{{@top-left{{content:none}}}}
@media print{{
html{{scroll-behavior:auto}}
body{{background:none;font-size:10.5pt;line-height:1.6}}
.sheet{{max-width:none;border:0;padding:0;margin:0}}
nav.toc,.skip,.screen{{display:none}}
h1{{font-size:19pt}}h2{{font-size:14.5pt;margin-top:1.5em}}h3,h4{{font-size:11.5pt}}
p{{orphans:3;widows:3}}h2+p{{break-inside:avoid}}
h2,h3,h4,caption,summary,h2+p{{break-after:avoid}}
table,.small,figcaption,.where,.legend{{font-size:9pt}}
th,td{{padding:3px 6px}}
thead{{display:table-header-group}}
tbody.group tr:first-child{{break-after:avoid}}
tr,li,figure,.box,.cards li,dl.say>*{{break-inside:avoid}}
dl.say{{gap:2px 10px}}dl.say li{{margin:0}}
article{{break-inside:avoid-page;padding:8px 12px}}article.long{{break-inside:auto}}
details::details-content{{content-visibility:visible;display:block;height:auto}}
details.proof,details.twin{{display:none}}
summary{{list-style:none;color:{SOFT}}}summary::-webkit-details-marker{{display:none}}
a{{color:inherit;text-decoration:none}}
.cards .figure{{font-size:17pt}}
.cards{{grid-template-columns:repeat(4,1fr);gap:6px}}
figure{{overflow:visible}}figure svg{{max-width:100%}}
*{{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
}}
"""
