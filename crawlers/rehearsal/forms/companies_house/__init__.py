"""As Companies House writes what is so: its API, its documents and its bulk products.

Each resource is a pure function of a world, a company and a day; the publishers put them behind
addresses. What the register did not hold by the day is in none of them.
"""
