"""What the truth says was published of charges, insolvency cases and notices."""

from collections.abc import Iterator
from datetime import date

from db.records import NoticeKind, NoticeProcedure
from tests.end_to_end.beside import Asked, Row
from tests.end_to_end.published_companies import cases_of, open_cases_of

CODED_FROM = date(2013, 4, 6)
"""Charges created since bear a code."""
OPEN_CASES = {"in-administration": "in-administration"}
"""What the register calls a company's state while a case is open that is no liquidation."""
NOTICES = {
    2410: (NoticeKind.ADMINISTRATORS, NoticeProcedure.ADMINISTRATION),
    2431: (NoticeKind.RESOLUTION, NoticeProcedure.MEMBERS_VOLUNTARY),
    2432: (NoticeKind.LIQUIDATORS, NoticeProcedure.MEMBERS_VOLUNTARY),
    2433: (NoticeKind.TO_CREDITORS, NoticeProcedure.MEMBERS_VOLUNTARY),
    2441: (NoticeKind.RESOLUTION, NoticeProcedure.CREDITORS_VOLUNTARY),
    2443: (NoticeKind.LIQUIDATORS, NoticeProcedure.CREDITORS_VOLUNTARY),
    2450: (NoticeKind.PETITION, NoticeProcedure.BY_THE_COURT),
    2452: (NoticeKind.WINDING_UP_ORDER, NoticeProcedure.BY_THE_COURT),
    2606: (NoticeKind.STRIKE_OFF, None),
}
"""What each code that a rehearsal gives out tells."""


def charges(asked: Asked) -> Iterator[Row]:
    """Yield each charge that was delivered over a watched company's property."""
    for body in asked.bodies:
        for one in asked.world.charges_of.get(body.key, ()):
            if one.delivered_on <= asked.today:
                filed_on = one.satisfaction_filed_on
                is_over = filed_on is not None and filed_on <= asked.today
                satisfied_on = one.satisfied_on if is_over else None
                is_coded = one.created_on >= CODED_FROM
                yield {
                    "public_on": one.delivered_on,
                    "valid_from": one.created_on,
                    "valid_to": satisfied_on,
                    "company_number": body.key,
                    "charge_code": f"{body.key}{one.number:04}" if is_coded else None,
                    "charge_number": one.number,
                    "status": "fully-satisfied" if is_over else "outstanding",
                    "charge_type": one.description.partition("\n")[0],
                    "delivered_on": one.delivered_on,
                    "satisfied_on": satisfied_on,
                    "persons_entitled": one.lender,
                }


def cases(asked: Asked) -> Iterator[Row]:
    """Yield each insolvency case that a watched company's register shows."""
    for body in asked.bodies:
        kinds = [one.kind for one in open_cases_of(asked.world, body, asked.today)]
        words = dict.fromkeys(OPEN_CASES.get(kind, "liquidation") for kind in kinds)
        for one in cases_of(asked.world, body, asked.today):
            days = [step.on for step in one.dated if step.on <= asked.today]
            yield {
                "public_on": asked.today,
                "company_number": body.key,
                "case_number": str(one.number),
                "case_type": one.kind,
                "company_insolvency_status": " ".join(words) or None,
                "first_dated_on": min(days, default=None),
            }


def steps(asked: Asked) -> Iterator[Row]:
    """Yield each dated step of each of these cases."""
    for body in asked.bodies:
        for one in cases_of(asked.world, body, asked.today):
            for step in one.dated:
                if step.on <= asked.today:
                    yield {
                        "public_on": asked.today,
                        "company_number": body.key,
                        "case_number": str(one.number),
                        "case_type": one.kind,
                        "date_type": step.kind,
                        "dated_on": step.on,
                    }


def notices(asked: Asked) -> Iterator[Row]:
    """Yield each notice about a watched company."""
    for one in asked.world.notices:
        if one.company in asked.watched and one.published_on <= asked.today:
            kind, procedure = NOTICES[one.code]
            yield {
                "public_on": one.published_on,
                "company_number": one.company,
                "notice_id": one.key,
                "code": one.code,
                "kind": kind,
                "procedure": procedure,
                "published_on": one.published_on,
                "states_number": True,
            }
