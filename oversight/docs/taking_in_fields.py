"""What each field of the JSON means that commands print which take something in."""

from oversight.docs.field import DATA, Field, Fields

TAKEN_IN: Fields = {
    "source": Field("text", "The source's key."),
    "subject": Field("text", "What the document is about, such as a register's day."),
    "records": Field("whole number", "Records that it holds."),
    "new": Field("yes or no", "False when these bytes had been read before: nothing is added."),
    "inspected_only": Field(
        "yes or no", "True for a list of inspected settings only: nothing is counted from it alone."
    ),
    "published": Field(
        "yes or no", "False when a refused file beside it keeps it out of sight until the next run."
    ),
    "corrected_to": Field(
        "text or null", "The day of publication, where `--published-on` states another than before."
    ),
    "corrected_to_why": Field("text", "Why there is none. Present when `corrected_to` is null."),
}
BESIDE_TAKEN_IN: Fields = {
    "data": DATA,
    "rows": Field("list", "One entry a document that was taken in."),
    "refused": Field("list", "One line a file that was refused: what, where, what to do."),
    "stopped": Field(
        "text or null", "Of a crawl that sent as many requests as allowed: how many, what to do."
    ),
    "drift": Field("list", "How each kind and field came out, beside the issue before."),
    "drift[].subject": Field("text", "What the document is about."),
    "drift[].kind": Field("text", "The kind of record."),
    "drift[].field": Field("text or null", "The field; null for the count of rows."),
    "drift[].rows_now": Field("whole number", "Rows of the kind."),
    "drift[].filled_now": Field("whole number", "Rows that fill the field."),
    "drift[].rows_before": Field("whole number or null", "Rows in the issue before, if any."),
    "drift[].filled_before": Field("whole number or null", "Rows that filled the field then."),
    "drift[].compared_with": Field("text or null", "The subject compared with."),
    "drift[].unknown": Field("map", "Words that the vocabulary lacks, each with its rows."),
}
BESIDE_CRAWLED: Fields = {
    **BESIDE_TAKEN_IN,
    "requests": Field("map", "How many requests the crawl sent, and what it had expected."),
    "requests.sent": Field("whole number", "Requests sent, those for each host's rules included."),
    "requests.expected": Field("whole number", "Requests expected by what was held before."),
    "requests.not_known": Field("list", "Sources of which nothing could be expected: never held."),
    "requests.seconds": Field("number", "How long the crawl took."),
}
