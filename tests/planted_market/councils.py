"""The council areas of the planted market: twenty-five English ones, and one in Wales."""

from crawlers.rehearsal.making.areas import areas

NAMED = {one.ofsted_name: one for one in (*areas().english, *areas().welsh)}
"""Each council area of today by Ofsted's name for it."""
COUNCILS = tuple(
    NAMED[name]
    for name in (
        *("Durham", "Sunderland"),
        *("Bradford", "Kingston upon Hull", "Leeds"),
        *("Lancashire", "Liverpool", "Manchester"),
        *("Derbyshire", "Leicestershire", "West Northamptonshire"),
        *("Birmingham", "Shropshire", "Staffordshire"),
        *("Essex", "Norfolk", "Southend on Sea"),
        *("Croydon", "Enfield", "Redbridge"),
        *("Hampshire", "Kent"),
        *("Bournemouth, Christchurch & Poole", "Devon", "Somerset"),
    )
)
"""The English ones in which something stands, region by region."""
WREXHAM = NAMED["Wrexham"]
"""Where one provider has its office, across the border from the children it looks after."""
