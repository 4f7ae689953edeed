"""What is measured: each module is one process, which prints its figures as JSON."""
