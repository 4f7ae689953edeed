"""The national rehearsal, end to end, with its gates: `make national`."""
