"""What each field of the JSON of `oversight match` means."""

from oversight.docs.field import Field, Fields


def _why(of: str) -> Field:
    return Field("text", f"Why there is none. Present when `{of}` is null.")


MATCH: Fields = {
    "owner_text": Field(
        "text",
        "The owner, as the publisher most often writes it; `parent of` and a body, where it is"
        " asked who stands above that.",
    ),
    "urns": Field("list of texts", "The settings about which alone is asked; empty for all."),
    "settings": Field(
        "whole number", "Its settings on the register in use; of a parent, the body's group's."
    ),
    "places": Field("whole number or null", "Registered places of all these settings."),
    "places_why": _why("places"),
    "candidate": Field(
        "text or null",
        "Whom it may be: `company:` and a number, `charity:`, `undertaking:NAME/COUNTRY`, …",
    ),
    "candidate_why": _why("candidate"),
    "candidate_name": Field(
        "text or null", "The candidate's name, in the register of companies or by who names it."
    ),
    "candidate_name_why": _why("candidate_name"),
    "method": Field("text or null", "Why no rule decides."),
    "method_why": _why("method"),
    "score": Field("number or null", "How alike the names are, 0 to 1."),
    "score_why": _why("score"),
    "weighed": Field("text or null", "What speaks for the candidate or against it."),
    "weighed_why": _why("weighed"),
    "verdict": Field("text or null", "The answer that a person gave and that leaves it open."),
    "verdict_why": _why("verdict"),
    "evidence": Field("list", "What it rests on; empty where nothing is registered."),
    "evidence[].claim": Field("text", "One published fact, or one decision of a person."),
    "evidence[].cite": Field("text", "Where it is published, or what the person cited."),
}
BESIDE_MATCH: Fields = {
    "methods": Field("list", "How owners are matched, most owners first."),
    "methods[].method": Field("text", "How, or why not."),
    "methods[].owners": Field("whole number", "Owners to which it applies."),
    "methods[].places": Field("whole number", "Registered places of their settings."),
    "decisions": Field("list", "Every decision of a person that no later one has replaced."),
    "decisions[].owner_text": Field("text", "The owner, as whoever decided wrote it."),
    "decisions[].urns": Field("list of texts", "The settings for which alone; empty for all."),
    "decisions[].candidate": Field("text", "Whom it was decided to be, or not to be."),
    "decisions[].verdict": Field("text", "`Same`, `Not the same` or `Undecided`."),
    "decisions[].valid_from": Field("text or null", "The first day on which it holds."),
    "decisions[].valid_from_why": _why("valid_from"),
    "decisions[].valid_to": Field("text or null", "The first day on which it no longer holds."),
    "decisions[].valid_to_why": _why("valid_to"),
    "decisions[].reason": Field("text", "Why, in a sentence."),
    "decisions[].cite": Field("text or null", "A citation, or an address, that bears it out."),
    "decisions[].cite_why": _why("cite"),
    "decisions[].decided_by": Field("text", "Who decided."),
    "decisions[].decided_at": Field("text", "When; ISO 8601, with its zone."),
    "decisions[].reopened": Field("yes or no", "True where others contradict it: not applied."),
    "contradictions": Field("list", "Decisions that cannot all be true. None is applied."),
    "contradictions[].why": Field("text", "What they say, in a sentence."),
    "contradictions[].decisions": Field("list", "The decisions."),
    "contradictions[].decisions[].owner_text": Field("text", "The owner."),
    "contradictions[].decisions[].candidate": Field("text", "Whom it was decided about."),
    "contradictions[].decisions[].verdict": Field("text", "The answer."),
    "contradictions[].decisions[].decided_by": Field("text", "Who decided."),
    "contradictions[].decisions[].decided_at": Field("text", "When."),
}
