"""Accounts filed as pictures of their pages: drawn, recognised, and read twice where it counts."""
