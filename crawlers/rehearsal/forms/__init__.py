"""As each publisher writes what is so: its own tables, pages and words, its own lag and slips."""
