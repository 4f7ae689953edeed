"""What each field means of the rows that describe the house: policies, rules, sources."""

from oversight.docs.field import Field, Fields

POLICY: Fields = {
    "policy": Field("text", "The policy's name."),
    "threshold": Field("text", "The threshold's name."),
    "value": Field("whole number, number or text", "What is in force, in `unit`."),
    "unit": Field("text", "What it counts, or the words it may be."),
    "authority": Field("text", "Who says so."),
    "address": Field("text", "Where."),
    "dated": Field("text", "Since when, as a day."),
    "status": Field("text", "`statute`, `precedent`, `published practice` or `our judgement`."),
    "reason": Field("text", "Why this value."),
}
RULES: Fields = {
    "rule": Field("text", "The rule's code."),
    "title": Field("text", "What it watches for."),
    "citation": Field("text", "Its authority."),
    "address": Field("text", "Where the authority can be read."),
    "speaks_of": Field("text", "Whom its findings are about."),
    "thresholds": Field("list of texts", "What it asks of the policy, by name."),
    "description": Field("text", "What it flags, why, its measure, sources and limits."),
}
SOURCES: Fields = {
    "source": Field("text", "The source's key."),
    "title": Field("text", "The publication."),
    "publisher": Field("text", "Who publishes it."),
    "licence": Field("text", "Under which terms."),
    "licence_address": Field("text", "Where those can be read."),
    "page": Field("text", "The publisher's landing page."),
    "cadence": Field("text", "How often a new issue appears."),
    "crawled": Field("text", "When a crawl comes to it: `always`, `only when named` or `never`."),
    "reader_version": Field(
        "whole number", "Version of our reader of it; 0 for what is kept and not read yet."
    ),
    "held": Field("list", "What is held of it, one entry a subject."),
    "held[].subject": Field("text", "What one document is about, such as a register's day."),
    "held[].fetched_at": Field("text", "When its newest document was fetched; ISO 8601, UTC."),
    "held[].sha256": Field("text", "The document's hash, as in citations."),
    "oddities": Field(
        "list", "With `--oddities`: entries that contradict themselves or each other, or are new."
    ),
    "oddities[].company": Field("text", "The company's number."),
    "oddities[].register": Field("text", "In which register of the company the entry stands."),
    "oddities[].read_on": Field("text", "The day on which that was read."),
    "oddities[].problem": Field("text", "What is wrong, and what to do."),
    "oddities[].text": Field("text or null", "The publisher's word that it is about, verbatim."),
    "oddities[].text_why": Field("text", "Why there is none. Present when `text` is null."),
    "oddities[].cite": Field("text", "The entry; `oversight show` prints it."),
}
