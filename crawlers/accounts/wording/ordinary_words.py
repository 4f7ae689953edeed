"""Words that accounts begin with a capital, and that are no part of anybody's name."""

_OPENERS = """
the in on at by of and for with as is a an its to from our their directors director company
companies group parent undertaking ultimate immediate controlling party entity following during
year end both copies accounts details shareholder
"""
OPENERS = frozenset(_OPENERS.split())
"""Words before a name that are no part of it, in small letters."""

_NO_NAMES = """
The This These Those That In On At As It Its No We Our There During For From By To Of After Under
Since With Company Companies Act Acts Group Directors Director Board Financial Reporting Standard
Standards Statement Statements Report Reports Balance Sheet Profit Loss Account Accounts Income
Comprehensive Cash Flow Flows Notes Note Section Part Chapter United Kingdom States Republic
Ireland Northern England Wales Scotland Great Britain London European Union Isle Man New York
South North East West Street Road House Lane Square Way January February March April May June July
August September October November December Government Bank Council Scheme Covid Coronavirus Job
Retention Brexit World Health Related Party Parties Transactions Disclosures Management Fee Fees
Charges Interest Rent Loan Loans Ordinary Preference Share Shares Capital Revenue Customs
Registrar Small Medium Limited Liability Partnership Partnerships Regulations Regulation Auditor
Auditors Opinion Qualified Adverse Disclaimer Basis Material Uncertainty Going Concern Emphasis
Matter Generally Accepted Accounting Practice International Consolidated Parent Ultimate Immediate
Controlling Undertaking Undertakings Holding Holdings Subsidiary Subsidiaries Strategic Annual
Return Charities Charity Commission Trustees Trust Recommended Statutory Senior Members Member
Term Facility Agreement Credit Letter Standby Amendment Revolving Amounts Included Other Trade
Post Year Events Prior Period Adjustment Adjustments Fund Funds Private Equity Foundation
Authority Local Guernsey Jersey Luxembourg Cayman Islands British Virgin Guidance Risk Liquidity
Response Support Key Personnel Tangible Assets Fixed Current Net Property Plant Equipment
Investment Properties Deferred Tax Corporation Value Added Business Interruption Bounce Back
Lender Court Ofsted Care Quality Children Homes Services Entities Entity Small-sized Large
Schedule Retained Earnings Abridged Filleted Unaudited Audited Abbreviated
"""
NO_NAMES = frozenset(_NO_NAMES.split())
"""One of these in a run of capitalised words: it is no private person."""
