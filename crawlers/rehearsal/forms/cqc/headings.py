"""The columns of both files, as the publisher heads them in 2026."""

DIRECTORY = (
    "Name",
    "Also known as",
    "Address",
    "Postcode",
    "Phone number",
    "Service's website (if available)",
    "Service types",
    "Date of latest check",
    "Specialisms/services",
    "Provider name",
    "Local authority",
    "Region",
    "Location URL",
    "CQC Location ID (for office use only)",
    "CQC Provider ID (for office use only)",
)

_LOCATION = """
Location ID; Location HSCA start date; Dormant (Y/N); Care home?; Location Name;
Location ODS Code; Location Telephone Number; Registered manager; Location Web Address;
Care homes beds; Location Type/Sector; Location Inspection Directorate;
Location Primary Inspection Category; Location Latest Overall Rating; Publication Date;
Inherited Rating (Y/N); Location Region; Location NHS Region; Location Local Authority;
Location ONSPD CCG Code; Location ONSPD CCG; Location Commissioning CCG Code;
Location Commissioning CCG; Location Street Address; Location Address Line 2; Location City;
Location County; Location Postal Code; Location PAF ID; Location UPRN ID; Location Latitude;
Location Longitude; Location Parliamentary Constituency; Brand ID; Brand Name
"""

_PROVIDER = """
Companies House Number; Charity Number; ID; Name; HSCA start date; Type/Sector;
Inspection Directorate; Primary Inspection Category; Ownership Type; Telephone Number;
Web Address; Street Address; Address Line 2; City; County; Postal Code; PAF ID; UPRN ID;
Local Authority; Region; NHS Region; Latitude; Longitude; Parliamentary Constituency;
Nominated Individual Name; Main Partner Name
"""

_ACTIVITY = """
Accommodation for persons who require nursing or personal care;
Accommodation for persons who require treatment for substance misuse;
Assessment or medical treatment for persons detained under the Mental Health Act 1983;
Diagnostic and screening procedures; Family planning;
Management of supply of blood and blood derived products; Maternity and midwifery services;
Nursing care; Personal care; Services in slimming clinics; Surgical procedures;
Termination of pregnancies;
Transport services, triage and medical advice provided remotely;
Treatment of disease, disorder or injury
"""

_SERVICE = """
Acute services with overnight beds;
Acute services without overnight beds / listed acute services with or without overnight beds;
Ambulance service; Blood and Transplant service; Care home service with nursing;
Care home service without nursing;
Community based services for people who misuse substances;
Community based services for people with a learning disability;
Community based services for people with mental health needs;
Community health care services - Independent Midwives;
Community health care services - Nurses Agency only; Community healthcare service;
Dental service; Diagnostic and/or screening service;
Diagnostic and/or screening service - single handed sessional providers;
Doctors consultation service; Doctors treatment service; Domiciliary care service;
Extra Care housing services; Hospice services; Hospice services at home;
Hospital services for people with mental health needs, learning disabilities and problems with
substance misuse; Hyperbaric Chamber; Long term conditions services; Mobile doctors service;
Prison Healthcare Services; Rehabilitation services; Remote clinical advice service;
Residential substance misuse treatment and/or rehabilitation service; Shared Lives;
Specialist college service; Supported living service; Urgent care services
"""

_USERS = """
Children 0-18 years; Dementia; Learning disabilities or autistic spectrum disorder;
Mental Health; Older People; People detained under the Mental Health Act;
People who misuse drugs and alcohol; People with an eating disorder; Physical Disability;
Sensory Impairment; Whole Population; Younger Adults
"""


def _listed(text: str, before: str = "") -> tuple[str, ...]:
    return tuple(f"{before}{' '.join(part.split())}" for part in text.split(";"))


ACTIVE_LOCATIONS = (
    *_listed(_LOCATION),
    *_listed(_PROVIDER, "Provider "),
    *_listed(_ACTIVITY, "Regulated activity - "),
    *_listed(_SERVICE, "Service type - "),
    *_listed(_USERS, "Service user band - "),
    "Location Dual Registered",
    "Primary ID (Dual registration locations)",
)
"""One heading a column; of the last four families each cell is Y or empty."""
