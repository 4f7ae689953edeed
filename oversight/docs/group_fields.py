"""What each field of the rows of groups and of their members means."""

from oversight.docs.field import Field, Fields

GROUPS: Fields = {
    "id": Field(
        "text",
        "The group's name: `group:` or `operating:` and its head, or as findings name an owner.",
    ),
    "kind": Field(
        "text",
        "`statutory`: all that one head certainly controls; `operating`: a part of one that stands"
        " together below a fund vehicle, given only where it is not the whole; `registered"
        " organisation`: settings under one owner's text. Settings of an operating group are those"
        " of its statutory one again.",
    ),
    "head": Field("text or null", "Company number of its head."),
    "head_why": Field("text", "Why there is none. Present when `head` is null."),
    "head_name": Field("text", "The head by its profile or by who names it, or the owner."),
    "class": Field(
        "text",
        "What kind of owner: `council`, `council-owned`, `other public body`, `charity`, `listed`,"
        " `investment`, `overseas`, `family holding`, `individual`, `corporate` or `unknown`.",
    ),
    "class_rule": Field("text", "The rule by which it is: of those that fit the most specific."),
    "class_evidence": Field("list", "What it rests on; empty where names or absence decide."),
    "class_evidence[].claim": Field("text", "One published fact."),
    "class_evidence[].cite": Field("text", "Where it is published."),
    "class_of_goodair": Field("text", "The nearest of the seven classes of Goodair and others."),
    "sectors": Field("list of texts", "Ofsted's sectors of its settings."),
    "head_place": Field("text or null", "Where its head is registered."),
    "head_place_why": Field("text", "Why that is not known. Present when `head_place` is null."),
    "offshore": Field("list of texts", "Offshore places in which one of its chain is registered."),
    "sponsors": Field("list", "Investment houses or funds behind it, nearest first."),
    "sponsors[].name": Field("text", "As the reviewed list has it, else the fund's own name."),
    "sponsors[].certain": Field("yes or no", "False where the fund's control is only possible."),
    "sponsors[].evidence": Field("list", "By what sign."),
    "sponsors[].evidence[].claim": Field("text", "One published fact."),
    "sponsors[].evidence[].cite": Field("text", "Where it is published: an address or an entry."),
    "operating": Field(
        "list of texts", "Operating groups into which it falls; empty where it is one itself."
    ),
    "possible_members": Field("list of texts", "Owners that may be its own and surely are not."),
    "conflicts": Field(
        "list", "Where another definition of a parent names another than control does."
    ),
    "conflicts[].conflict": Field("text", "Both parents, and by which definition each is one."),
    "conflicts[].evidence": Field("list", "The sentence, where accounts name another parent."),
    "conflicts[].evidence[].claim": Field("text", "The sentence."),
    "conflicts[].evidence[].cite": Field("text", "Where it is published."),
    "same_person": Field(
        "list", "Other groups whose head a person of the same full name controls: one in no law."
    ),
    "same_person[].head": Field("text", "The head of the other group."),
    "same_person[].claim": Field("text", "What is said of the person, who is never named."),
    "same_person[].cite": Field("text", "The entry."),
    "notes": Field("list", "What is odd in the control registers of its companies, by kind."),
    "notes[].note": Field("text", "What is odd, and where."),
    "notes[].count": Field("whole number", "In how many companies, or how many entries."),
    "members": Field("list of texts", "Its companies and owners; of an owner alone, its texts."),
    "settings_certain": Field("whole number", "Settings that are surely its own."),
    "settings_possible": Field("whole number or null", "Settings that may be its own besides."),
    "settings_possible_why": Field(
        "text", "Why they are not known. Present when `settings_possible` is null."
    ),
    "homes": Field("whole number", "Its children's homes, secure ones and schools left out."),
    "places": Field("whole number", "Registered places in those homes."),
    "councils": Field("whole number", "Council areas in which its settings are registered."),
}
GROUP: Fields = {
    "group": Field("text", "The group's name, as `groups` has it."),
    "kind": GROUPS["kind"],
    "head": GROUPS["head"],
    "head_why": GROUPS["head_why"],
    "head_name": GROUPS["head_name"],
    "above": Field("text", "Why nothing certain is known above the head."),
    "above_evidence": Field("list", "What says so; empty where nothing is held."),
    "above_evidence[].claim": Field("text", "One published fact."),
    "above_evidence[].cite": Field("text", "Where it is published."),
    "member": Field("text", "Whom the row is about: `company:`, `undertaking:` or `owner:`."),
    "member_name": Field("text", "Its name."),
    "company": Field("text or null", "Its company number."),
    "company_why": Field("text", "Why there is none. Present when `company` is null."),
    "certain": Field("yes or no", "False when it may be the group's and surely is in another."),
    "chain": Field("text", "Who controls it from the head down, in one sentence."),
    "evidence": Field("list", "The entries of control registers, then how the owner was matched."),
    "evidence[].claim": Field("text", "One published fact."),
    "evidence[].cite": Field("text", "Where it is published."),
    "place": Field("text or null", "Where it is registered."),
    "place_why": Field("text", "Why that is not known. Present when `place` is null."),
    "effective": Field(
        "list of texts or null",
        "What part of it belongs in the end to the head, by published shares; of the head, to each"
        " owner of whom no owner is published.",
    ),
    "effective_why": Field("text", "Why that is not known. Present when `effective` is null."),
    "conflicts": GROUPS["conflicts"],
    "conflicts[].conflict": GROUPS["conflicts[].conflict"],
    "conflicts[].evidence": GROUPS["conflicts[].evidence"],
    "conflicts[].evidence[].claim": GROUPS["conflicts[].evidence[].claim"],
    "conflicts[].evidence[].cite": GROUPS["conflicts[].evidence[].cite"],
    "notes": Field("list", "What is odd in its control register, by kind."),
    "notes[].note": GROUPS["notes[].note"],
    "notes[].count": GROUPS["notes[].count"],
    "notes[].evidence": Field("list", "The entries concerned."),
    "notes[].evidence[].claim": Field("text", "What is odd about one."),
    "notes[].evidence[].cite": Field("text", "Where it is published."),
    "events": Field("list", "What happened to it, and what it took over, up to the day asked."),
    "events[].id": Field("text", "The event's name: `event:`, its kind, what it is of, its day."),
    "events[].kind": Field(
        "text",
        "`acquisition`, `control changed`, `internal restructure`, `joint venture`,"
        " `re-registration` or `asset transfer`.",
    ),
    "events[].on": Field("text", "The day on which it happened."),
    "events[].known_on": Field("text", "The first day on which what it rests on was public."),
    "events[].sentence": Field("text", "What happened, in one sentence."),
    "events[].certain": Field("yes or no", "False where the signs may mean something else."),
    "events[].doubt": Field("text", "Why it is not certain; empty where it is."),
    "events[].score": Field(
        "whole number", "Three for each kind of strong sign, two for a medium, one for a weak one."
    ),
    "events[].evidence": Field("list", "Every sign of it."),
    "events[].evidence[].claim": Field("text", "One published fact."),
    "events[].evidence[].cite": Field("text", "Where it is published."),
    "settings": Field("list", "Its settings; empty for a company that runs none."),
    "settings[].urn": Field("text", "Ofsted's number of the registration."),
    "settings[].provision_type": Field("text", "What is registered."),
    "settings[].counts": Field("yes or no", "True when it counts as failing under the policy."),
    "settings[].claim": Field("text", "Why it counts."),
    "settings[].cite": Field("text", "Where that is published, else the setting's own row."),
}
