"""How each vendor's software, or a scanner, writes laid-out accounts down."""
