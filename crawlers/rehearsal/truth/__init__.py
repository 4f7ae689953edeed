"""The truth of a rehearsal as files: what a monitor is measured against, and never reads.

Product code imports none of this; tests and evaluations do. Every file is plain CSV or JSON lines,
and every row names bodies by their keys and settings by their URNs.
"""
