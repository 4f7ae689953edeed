"""As each publisher writes what is so."""
