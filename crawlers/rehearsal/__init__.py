"""A synthetic market, written down as the publishers write theirs.

Everything here is invented, the same for the same seed, and says so on its face. It lets every
part of the monitor run end to end without a network and without a real provider's name.
"""
