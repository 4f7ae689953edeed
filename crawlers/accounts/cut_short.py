"""A tagged document that was cut short, without what the cut went through.

Mended as it stands, half a number would be a number: `12` of `1200`.
"""

import re

_TAG = re.compile(
    rb"<(?P<close>/?)(?P<name>[\w.:-]+)(?P<more>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+)>", re.DOTALL
)
_OF_A_FACT = re.compile(rb"\bcontextRef\s*=", re.IGNORECASE)
_OF_A_NUMBER = re.compile(rb"\bunitRef\s*=", re.IGNORECASE)


def whole_part(body: bytes) -> bytes:
    """A document in one byte a letter up to the first number whose end is missing.

    Without one, up to a text that was cut itself; a text that goes on round whole facts (a page
    that is tagged all over) stays.
    """
    body = body[: body.rfind(b">") + 1]
    open_facts: list[re.Match[bytes]] = []
    last = 0
    for tag in _TAG.finditer(body):
        if tag["close"]:
            _shut(open_facts, tag["name"])
        elif _OF_A_FACT.search(tag["more"]):
            last = tag.start()
            if not tag["more"].endswith(b"/"):
                open_facts.append(tag)
    for tag in open_facts:
        if _OF_A_NUMBER.search(tag["more"]) or tag.start() == last:
            return body[: tag.start()]
    return body


def _shut(open_facts: list[re.Match[bytes]], name: bytes) -> None:
    """Take out the innermost open fact of a name; an end of anything else is no matter."""
    for index in range(len(open_facts) - 1, -1, -1):
        if open_facts[index]["name"] == name:
            del open_facts[index:]
            return
