"""The national rehearsal, end to end, with its gates: `python -m tests.national`."""
