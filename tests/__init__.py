"""The tests of this project: a package, since libcovebods installs another of that name."""
