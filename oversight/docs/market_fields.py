"""What each field of the JSON of `oversight markets` means."""

from oversight.docs.field import Field, Fields

MARKETS: Fields = {
    "subject": Field("text", "The market's lasting name: `market:` service, area and basis."),
    "service": Field("text", "What is supplied."),
    "level": Field("text", "How wide the area is: `council`, `region` or `england`."),
    "area": Field("text", "ONS code; the publisher's text where no council of that name is known."),
    "area_name": Field("text", "The area's name."),
    "basis": Field("text", "Whose supply counts: `independent` (councils left out) or `all`."),
    "suppliers": Field(
        "whole number or null",
        "Owners, each setting of no named owner for itself. Null, as all else that is told of the"
        " market, where it is not published where its settings stand.",
    ),
    "suppliers_why": Field("text", "Why it is not known. Present when `suppliers` is null."),
    "settings": Field("whole number or null", "Settings; of supported accommodation, premises."),
    "settings_why": Field("text", "Why it is not known. Present when `settings` is null."),
    "settings_of_no_named_owner": Field(
        "whole number or null", "Those whose owner is not published."
    ),
    "settings_of_no_named_owner_why": Field("text", "Why it is not known. Present when null."),
    "places": Field("whole number or null", "Registered places, not children placed."),
    "places_why": Field("text", "Why there are none. Present when `places` is null."),
    "share_of": Field("text", "What shares are of: `places`, or `settings` of agencies."),
    "hhi": Field("number or null", "Herfindahl-Hirschman index of the shares, 0 to 10,000."),
    "hhi_why": Field("text", "Why there is none. Present when `hhi` is null."),
    "top_owner": Field("text or null", "The largest supplier, as findings name their subject."),
    "top_owner_why": Field("text", "Why it has no name. Present when `top_owner` is null."),
    "top_name": Field("text or null", "The largest supplier's name."),
    "top_name_why": Field("text", "Why it is not known. Present when `top_name` is null."),
    "top_share": Field("number or null", "Its share, 0 to 1."),
    "top_share_why": Field("text", "Why there is none. Present when `top_share` is null."),
    "council_owned": Field(
        "list", "Council provision left out of it that Ofsted's sector alone would have counted."
    ),
    "council_owned[].name": Field("text", "Whose it is, as the publisher most often writes it."),
    "council_owned[].settings": Field("whole number", "Its settings, or premises, in the area."),
    "council_owned[].places": Field("whole number or null", "Registered places in those."),
    "council_owned[].places_why": Field("text", "Why there are none. Present when they are null."),
    "council_owned[].cite": Field("text or null", "The row that says which councils own it."),
    "council_owned[].cite_why": Field("text", "Why there is none. Present when it is null."),
    "supplied_by": Field("list", "With `--suppliers`: everybody's part of the market."),
    "supplied_by[].owner": Field("text or null", "The supplier, as findings name their subject."),
    "supplied_by[].owner_why": Field("text", "Why it has no name. Present when it is null."),
    "supplied_by[].name": Field("text", "The supplier, as the publisher most often writes it."),
    "supplied_by[].settings": Field("whole number", "Its settings, or premises, in the market."),
    "supplied_by[].places": Field("whole number or null", "Registered places in those."),
    "supplied_by[].places_why": Field("text", "Why there are none. Present when they are null."),
    "supplied_by[].share": Field("number or null", "Its share of `share_of`, 0 to 1."),
    "supplied_by[].share_why": Field("text", "Why there is none. Present when it is null."),
    "supplied_by[].cites": Field("list of texts", "The row of each setting or premises counted."),
}
BESIDE_MARKETS: Fields = {
    "left_out": Field("list", "What is registered and supplies no market, by kind and reason."),
    "left_out[].provision_type": Field("text", "What it is registered as."),
    "left_out[].counted": Field("text", "What `count` counts: `settings` or `premises`."),
    "left_out[].count": Field("whole number", "How many."),
    "left_out[].places": Field("whole number", "Registered places that are published of them."),
    "left_out[].reason": Field("text", "Why they supply no market."),
    "left_out[].cites": Field("list of texts", "The row of each."),
}
