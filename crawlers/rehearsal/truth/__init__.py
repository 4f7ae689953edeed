"""The truth of a rehearsal as files: what a monitor is measured against, and never reads.

Nothing imports this but the command that serves a rehearsal, which writes it to a folder when asked
to, and tests: neither publishers nor what reads them know it. Every file is plain CSV or JSON
lines, and every row names bodies by their keys and settings by their URNs.
"""
