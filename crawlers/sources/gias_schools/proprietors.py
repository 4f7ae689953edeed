"""Whether the name of a school's proprietor is an organisation's or a person's.

An independent school may belong to a person, and a person's name is not kept. The register does not
tell the two apart, so that the words of the name must: in doubt it is a person's.
"""

import re

_TITLE = re.compile(
    r"^(?:mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|rev(?:d|erend)?|rabbi|imam|fr|prof(?:essor)?)\b\.?",
    re.IGNORECASE,
)
_OF_AN_ORGANISATION = re.compile(
    r"\b(?:academ(?:y|ies)|anglia|association|autis(?:m|tic)|board|brothers|care|cares|cent(?:re|er)"
    r"|charit(?:y|able)|church|cic|cio|college|colleges|communit(?:y|ies)|company|congregation"
    r"|convent|corporation|council|diocese|education(?:al)?|enterprises?|fellowship|foundation"
    r"|fostering|governors|group|guild|holdings?|homes?|hospital|house|inc|institut(?:e|ion)"
    r"|international|jamia|learning|limited|llp|ltd|madras+ah|management|masjid|ministries|mosque"
    r"|network|nhs|nursery|options|order|organi[sz]ation|partnership|plc|project|properties"
    r"|proprietors?|schools?|services?|sisters|societ(?:y|ies)|solutions|support|synagogue"
    r"|therapeutic|training|trust|trustees?|uk|union|university|ventures|yeshivah?|young|youth)\b",
    re.IGNORECASE,
)
_A_NAME = re.compile(
    r"(?:[A-Z][\w'\u2019-]*\.?,?\s+){1,4}[A-Z][\w'\u2019-]*"
    r"(?:\s+(?:and|&)\s+(?:[A-Z][\w'\u2019-]*\.?\s*){1,5})?"
)


def reads_as_a_person(name: str) -> bool:
    """True when a proprietor's name begins with a title, or is a few names and nothing else.

    >>> reads_as_a_person("Mrs A Example"), reads_as_a_person("Larkmoor Care Ltd")
    (True, False)
    """
    if _TITLE.match(name):
        return True
    return _OF_AN_ORGANISATION.search(name) is None and _A_NAME.fullmatch(name.strip()) is not None
