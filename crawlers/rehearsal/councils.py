"""Twenty-five English council areas and one Welsh, spelled as Ofsted spells them.

Councils, regions and constituencies are real; nothing that a rehearsal says of them is.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Council:
    """One council area: its name, its council's full name, and where it lies."""

    name: str
    title: str
    government_office_region: str
    town: str
    constituencies: tuple[str, ...]

    @property
    def ofsted_region(self) -> str:
        """Ofsted's region: the government office region, but for two that it joins."""
        if self.government_office_region in {"North East", "Yorkshire and The Humber"}:
            return "North East, Yorkshire and the Humber"
        return self.government_office_region


_ENGLISH = """
North East               | Durham | Durham County Council | Durham | City of Durham; Easington
North East               | Sunderland | Sunderland City Council | Sunderland | Sunderland Central
Yorkshire and The Humber | Bradford | City of Bradford Metropolitan District Council | Bradford \
    | Bradford South; Bradford West; Shipley
Yorkshire and The Humber | Kingston upon Hull | Hull City Council | Hull | Kingston upon Hull East
Yorkshire and The Humber | Leeds | Leeds City Council | Leeds \
    | Leeds South; Leeds West and Pudsey
North West               | Lancashire | Lancashire County Council | Preston \
    | Fylde; Preston; Burnley
North West               | Liverpool | Liverpool City Council | Liverpool \
    | Liverpool Walton; Liverpool Wavertree
North West               | Manchester | Manchester City Council | Manchester \
    | Gorton and Denton; Manchester Central
East Midlands            | Derbyshire | Derbyshire County Council | Matlock | High Peak; Erewash
East Midlands            | Leicestershire | Leicestershire County Council | Leicester \
    | Loughborough; Melton and Syston
East Midlands            | West Northamptonshire | West Northamptonshire Council | Northampton \
    | Northampton North; Northampton South
West Midlands            | Birmingham | Birmingham City Council | Birmingham \
    | Birmingham Erdington; Birmingham Yardley; Sutton Coldfield
West Midlands            | Shropshire | Shropshire Council | Shrewsbury \
    | Shrewsbury; North Shropshire
West Midlands            | Staffordshire | Staffordshire County Council | Stafford \
    | Cannock Chase; Stafford; Burton and Uttoxeter
East of England          | Essex | Essex County Council | Chelmsford | Harlow; Clacton; Colchester
East of England          | Norfolk | Norfolk County Council | Norwich | Mid Norfolk; Norwich North
East of England          | Southend on Sea | Southend-on-Sea City Council | Southend-on-Sea \
    | Southend East and Rochford
London                   | Croydon | Croydon Council | Croydon | Croydon West; Croydon South
London                   | Enfield | Enfield Council | Enfield | Enfield North
London                   | Redbridge | Redbridge Council | Ilford | Ilford North; Ilford South
South East               | Hampshire | Hampshire County Council | Winchester \
    | Havant; New Forest East
South East               | Kent | Kent County Council | Maidstone | Ashford; Dover and Deal
South West               | Bournemouth, Christchurch & Poole \
    | Bournemouth, Christchurch and Poole Council | Poole | Bournemouth East; Poole
South West               | Devon | Devon County Council | Exeter | Exeter; Newton Abbot
South West               | Somerset | Somerset Council | Taunton \
    | Bridgwater; Taunton and Wellington
"""


def _read(line: str) -> Council:
    region, name, title, town, constituencies = (part.strip() for part in line.split("|"))
    return Council(
        name=name,
        title=title,
        government_office_region=region,
        town=town,
        constituencies=tuple(part.strip() for part in constituencies.split(";")),
    )


ENGLISH = tuple(_read(line) for line in _ENGLISH.strip().splitlines())
"""The council areas of the rehearsal, region by region."""

WREXHAM = Council(
    name="Wrexham",
    title="Wrexham County Borough Council",
    government_office_region="Wales",
    town="Wrexham",
    constituencies=("Wrexham",),
)
"""Where one provider has its office, across the border from the children it looks after."""

NAMED = {council.name: council for council in (*ENGLISH, WREXHAM)}
"""Each council area, by Ofsted's name for it."""
