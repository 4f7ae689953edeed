"""What Open Ownership's own checks find wrong with statements."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from libcovebods.additionalfields import AdditionalFields
from libcovebods.config import LibCoveBODSConfig
from libcovebods.data_reader import DataReader
from libcovebods.jsonschemavalidate import JSONSchemaValidator
from libcovebods.run_tasks import TASK_CLASSES, process_additional_checks
from libcovebods.schema import SchemaBODS

REGISTERS = ["GB-COH"]
"""The only register of org-id.guide's list that we name; the list itself would be downloaded."""
PATCHED = ("legacy_checks", "record_based_checks")


def problems(path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every error of the schema, every failed check, and every field that is none of its own."""
    for module in PATCHED:
        name = f"libcovebods.tasks.checks.{module}.get_orgids_prefixes"
        monkeypatch.setattr(name, lambda: REGISTERS)
    reader, config = DataReader(str(path)), LibCoveBODSConfig()
    schema = SchemaBODS(reader, config)
    checked = process_additional_checks(reader, config, schema, TASK_CLASSES)
    assert schema.schema_version == "0.4"
    return [
        *(error.json() for error in JSONSchemaValidator(schema).validate(reader)),
        *checked["additional_checks"],
        *AdditionalFields(schema).process(reader),
    ]


def written(folder: Path, statements: Iterable[object]) -> Path:
    """A file of these statements."""
    path = folder / "statements.json"
    path.write_text(json.dumps(list(statements)), encoding="utf-8")
    return path
