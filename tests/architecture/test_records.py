"""What holds of every field of every kind of record."""

from typing import get_args

from db.records import KINDS
from oversight.docs.data_dictionary_page import unit

FIELDS = [(kind, name, kind.model_fields[name]) for kind in KINDS for name in kind.model_fields]


def test_every_field_says_what_it_means_in_a_sentence() -> None:
    silent = [
        f"{kind.__name__}.{name}"
        for kind, name, field in FIELDS
        if not (field.description or "").endswith(".")
    ]

    assert silent == []


def test_every_number_has_a_unit() -> None:
    bare = [
        f"{kind.__name__}.{name}"
        for kind, name, field in FIELDS
        if {int, float} & {field.annotation, *get_args(field.annotation)} and not unit(kind, name)
    ]

    assert bare == []


def test_every_kind_is_named_and_dated_by_fields_of_its_own() -> None:
    astray = [
        kind.__name__
        for kind in KINDS
        if not {*kind.identity, kind.dated_by} <= set(kind.model_fields)
    ]

    assert astray == []
