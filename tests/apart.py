"""How a process is started whose memory is measured: a kernel counts its parent's as its own.

The most that a process took includes what its parent held when it was started. Behind a shell,
which holds next to nothing, what is measured is the process alone.
"""

APART = ("sh", "-c", '"$@"; exit $?', "sh")
"""Goes before the command."""
