"""Invented names: of organisations, people, lenders and streets.

An organisation's name joins a bird or plant of the open country to a landscape word, so that it
reads as a name and is nobody's; a test holds them against every owner that the real files name.
Forenames are in use, surnames are not: each is made of two syllables that no English name joins.
"""

from collections.abc import Iterator
from itertools import product

from crawlers.rehearsal.making.streams import stream


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FIRST = _words(
    """
    Avocet Bittern Bogbean Brambling Butterwort Capercaillie Chiffchaff Cloudberry Corncrake
    Cotoneaster Cowberry Crossbill Curlew Dotterel Dowitcher Dunlin Dunnock Eider Fieldfare
    Firecrest Fritillary Gadwall Gannet Garganey Godwit Goldcrest Goosander Guillemot
    Hellebore Hoopoe Kittiwake Knapweed Lapwing Linnet Marjoram Meadowsweet Melilot
    Merganser Mistletoe Moorhen Nuthatch Ouzel Phalarope Pimpernel Pintail Pipit Pochard
    Ptarmigan Quillwort Razorbill Redshank Redstart Sanderling Saxifrage Scabious Serin
    Shoveler Siskin Smew Sneezewort Spikenard Spoonbill Stonechat Sundew Tansy Teasel
    Tormentil Treecreeper Turnstone Twayblade Twite Valerian Vetch Waxwing Wheatear Whimbrel
    Whinchat Whitethroat Woodruff Wryneck Yaffle Yarrow
    """
)
LAST = _words(
    """
    beck bourne brigg carr cleugh combe croft dene fell garth gill hanger hirst holt howe
    keld knowe law mere moss nab pike rigg scar shaw slack slade stead syke thwaite wath
    wick
    """
)
FORENAMES = _words(
    """
    Ada Agnes Alan Amina Anil Arthur Beatrice Bilal Bronwen Caleb Carys Clive Dara Deepa
    Edith Elias Esther Farah Fergus Freya Gareth Gita Hamish Hana Hugh Imran Iris Ivor Joan
    Kamal Kezia Leila Lewis Mabel Malik Meera Nadia Neville Nia Olive Omar Padma Percy Priya
    Ralph Rhoda Rohan Ruth Samir Selma Silas Stella Tariq Thea Una Vera Walter Winifred
    Yasmin Zara
    """
)
_SURNAME_FIRST = _words(
    """
    Ald Bex Cran Dul Eld Frim Glab Hask Ind Jorl Kez Lorn Mund Nux Orp Prin Quel Rusk Scov
    Tarn Ulv Vask Wex Yorl Zand
    """
)
_SURNAME_LAST = _words(
    """
    abeth acott ambry andle arrick edge ellick ember erby eskin iddle inskip obury olcott
    omber orrick ovell ubbard uckle umley
    """
)
STREETS = _words(
    """
    Abberquoit Brimskelp Corvenwhin Drumsneck Ettlequern Frithspoke Glimmerthrup Hesperskein
    Jarrowspell Kelterwhisk Lommerthrow Murklespar
    """
)
"""Words that no gazetteer has: a street of a plain name stands somewhere."""
WAYS = _words("Walk Yard Wharf Row Parade Court")
LENDERS = (
    "Quernstone Bank plc",
    "Saltmarsh Commercial Bank plc",
    "Ridgeway & Vane Bank Limited",
    "Harrowgill Security Trustee Limited",
    "Ploughshare Credit Partners III S.à r.l.",
    "Longshore Direct Lending Fund II LP",
    "Tidewrack Asset Finance Limited",
    "Cairnfold Building Society",
    "Ferrybridge & Sons Bank plc",
    "Windrush Private Debt (Lux) SCSp",
)
"""Invented banks and credit funds: lenders to many at once are what a monitor looks for."""
FIRMS = ("Ashwell Grange Advisory", "Brock & Tunnard", "Pellworth Restructuring", "Mere Lacey LLP")
"""Invented insolvency practitioners' firms."""
AUDITORS = ("Cotterstock Audit LLP", "Denholm Wray", "Farthing & Fosse LLP", "Tansor Hale Limited")


def brands(seed: int) -> Iterator[str]:
    """Yield each invented brand once, in the seed's own order."""
    joined = [first + last for first, last in product(FIRST, LAST)]
    stream(seed, "brands").shuffle(joined)
    yield from joined
    for first, last in product(FIRST, LAST):
        yield f"{first} {last.title()}"


def surnames(seed: int) -> list[str]:
    """Every invented surname, in the seed's own order."""
    joined = [first + last for first, last in product(_SURNAME_FIRST, _SURNAME_LAST)]
    stream(seed, "surnames").shuffle(joined)
    return joined
