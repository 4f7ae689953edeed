"""An intake in a process of its own that says which process takes in, and then waits for ever."""

import asyncio
import os
import sys
import time
from pathlib import Path

from crawlers.intake import Intake, Opening
from db.tables import World


async def pid(intake: Intake) -> int:
    """The process that takes in."""
    return await asyncio.get_running_loop().run_in_executor(intake.executor, os.getpid)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    opening = Opening(
        database=f"sqlite:///{folder / 'oversight.sqlite'}",
        archive=folder / "archive",
        runs={},
        world=World.REHEARSAL,
    )
    sys.stdout.write(f"{asyncio.run(pid(Intake.beginning(opening)))}\n")
    sys.stdout.flush()
    time.sleep(600)
