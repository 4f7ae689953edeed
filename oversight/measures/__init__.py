"""Quantities, each with one definition, one unit, and one place to look it up."""
