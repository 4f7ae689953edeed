"""From a seed to a world: each module makes one part of what is so, in the order of `market.py`.

Every part draws from streams of its own, named for what they are drawn for, so that a part that
draws more leaves the others as they were. No module reads a clock or a file of the machine's.
"""
