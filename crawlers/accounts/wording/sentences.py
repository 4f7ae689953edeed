"""Where one sentence ends and the next begins."""

import re

_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“(\[]*[A-Z0-9£$€])|:\s+(?=(?:The|This|These)\s)")
_COMPANY_END = re.compile(r"(?:^|[\s(])(?:Ltd|Co|Inc|Corp|plc|PLC|Bros)\.$")
_SHORT_FORM = re.compile(
    r"(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|Messrs|St|No|Nos|no|nos|s|ss|Sec|sec|para|paras|p|pp|cf|viz"
    r"|approx|vs|v|ref|Ref|Art|Reg|Sch|Ch|i\.e|e\.g|ie|eg|etc|Jan|Feb|Aug|Sept|Oct|Nov|Dec"
    r"|U\.K|U\.S|[A-Z]|(?:[A-Z]\.)+[A-Z])\.$"
)
_LOOK_AHEAD = 20
"""Characters: enough of the next words to know one that opens sentences."""
_NOTE_NUMBER = re.compile(r"^\(?\d{1,2}(?:\.\d{1,2})*[.)]$")
_OPENER = re.compile(
    r"[\"'“(\[]*(?:The|This|These|Those|That|It|Its|In|No|None|There|At|During|On|As|All|Any|Both"
    r"|Each|For|From|However|Copies|If|Included|Interest|Our|Such|They|Their|We|Where|Within|A|An"
    r"|After|Accordingly|Amounts|Details|Under|Subsequent|Since|By)\b"
)


def split(paragraph: str) -> tuple[str, ...]:
    """The sentences of one paragraph, none of them empty.

    A full stop ends none after a short form (`s. 400`, `e.g.`, `U.K.`), an initial, the number of
    a note, or inside a number. After `Ltd.` and its like it does only where a word follows that
    opens sentences: `by Acme Ltd. The` ends one, `Acme Ltd. London` does not.
    """
    parts: list[str] = []
    start = 0
    for found in _END.finditer(paragraph):
        after = paragraph[found.end() : found.end() + _LOOK_AHEAD]
        if _ends(paragraph[start : found.start() + 1], after):
            parts.append(paragraph[start : found.end()].strip())
            start = found.end()
    parts.append(paragraph[start:].strip())
    return tuple(part for part in parts if part)


def _ends(before: str, after: str) -> bool:
    """True where the stop at the end of `before` closes a sentence."""
    tail = before[-14:]
    if _NOTE_NUMBER.match(before.strip()) or _SHORT_FORM.search(tail):
        return False
    return not _COMPANY_END.search(tail) or _OPENER.match(after) is not None
