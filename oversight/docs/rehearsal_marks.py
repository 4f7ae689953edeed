"""Where each kind of answer of a rehearsal says that it is one."""

from collections.abc import Iterator

from oversight.docs.markdown import code, heading, table

_MARKS = (
    ("Web pages, of publishers and of errors", "a line above the page, and its title"),
    ("Ofsted's workbooks", "the cover"),
    ("Ofsted's CSVs", "the line above the headings, where Ofsted's own files have prose"),
    ("Ofsted's reports", "the first page"),
    ("Filed accounts, tagged or scanned, and other documents", "the first page"),
    (
        "Companies House bulk products",
        "the comment of each zip; their rows are the register's and have no place for it",
    ),
    (
        "Charity register",
        "what each charity says that it does; the names of the zip and its member",
    ),
    ("Charity register, yearly returns", "the names of the zip and its member, and its comment"),
    ("Locations of the Care Quality Commission", "the first line, or the first sheet"),
    ("Register of schools", "the website of every school"),
    (
        "DfE's data sets",
        "the file's name and address alone: it has no column of free text",
    ),
    ("MHCLG's workbook", "the cover, and the file's name"),
    ("A council's payments", "the narrative of every payment, and the file's name"),
    ("The Gazette's feed", "its title"),
    (
        "Companies House API",
        "the header alone: no body has a member that the specification does not list",
    ),
    ("The control page", f"the member {code('rehearsal')} of every body"),
    ("The truth", f"the column {code('rehearsal')} of every row, and the guide beside the files"),
)


def marks() -> Iterator[str]:
    """Yield the section of the page that lists them."""
    yield heading("Where it says that it is one")
    yield (
        f"Every answer of every host has the header {code('X-Rehearsal')}. Files of text are saved"
        f" under a name that begins with {code('rehearsal')}. Beside that:"
    )
    yield table(("What", "Where it says so"), _MARKS)
