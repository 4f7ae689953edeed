"""Printed statements: whose they are, of when, and what their named lines say."""
