"""The site that serves a rehearsal: every publisher over HTTP on loopback, one port each.

Publishers answer for a world and a day and know no sockets. Here is what surrounds them in life:
keys, budgets, ranges, robots.txt, a clock; and what goes wrong in life, on demand and the same
every time. Nothing here reads or makes a record.
"""
