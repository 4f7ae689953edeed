"""How findings say what they found: headlines, units and evidence, one file per subject."""
