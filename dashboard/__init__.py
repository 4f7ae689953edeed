"""What people see. Shows and records decisions; computes nothing."""
