"""Debian's tesseract, asked about pictures of pages: one process a page, on every core."""

import csv
import os
import shutil
import subprocess
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from crawlers.accounts.scans.recogniser import POINTS_AN_INCH, Picture, Recognised, Word

PAGE_LIMIT_S = 90.0
"""A page of accounts takes one to four seconds; a photograph of leaves may take for ever."""
_WORD_LEVEL = "5"
_ONE_BLOCK = "6"
"""tesseract's page segmentation: rows of a table stay rows, whatever stands between the columns."""


@dataclass(frozen=True, kw_only=True)
class Tesseract:
    """A recogniser: see `crawlers.accounts.scans.recogniser.Recogniser`."""

    program: str
    at_once: int
    """How many pages are read side by side."""
    limit_s: float = PAGE_LIMIT_S

    def __call__(self, pictures: Iterable[Picture], /) -> Iterator[Recognised]:
        """One answer a picture, in their order; no more pictures in memory than are worked on."""
        waiting: deque[Future[Recognised]] = deque()
        with ThreadPoolExecutor(self.at_once) as threads:
            try:
                for picture in pictures:
                    waiting.append(threads.submit(self._read, picture))
                    if len(waiting) > self.at_once:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                for future in waiting:
                    future.cancel()

    @property
    def version(self) -> str:
        """`tesseract 5.3.0`."""
        asked = subprocess.run(  # noqa: S603 - the program that was found
            [self.program, "--version"], capture_output=True, text=True, check=True
        )
        return asked.stdout.splitlines()[0]

    def _read(self, picture: Picture) -> Recognised:
        command = [self.program, "-", "-", "--dpi", str(picture.dpi), "--psm", _ONE_BLOCK, "tsv"]
        started = time.perf_counter()
        # One thread each: tesseract's own wait for each other when every core has a page already.
        alone = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        try:
            done = subprocess.run(  # noqa: S603 - the program that was found
                command,
                input=picture.grey,
                capture_output=True,
                check=False,
                timeout=self.limit_s,
                env=alone,
            )
        except subprocess.TimeoutExpired:
            problem = f"page {picture.page}: no answer in {self.limit_s:g} s"
            return Recognised(page=picture.page, seconds=self.limit_s, problem=problem)
        seconds = time.perf_counter() - started
        if done.returncode:
            said = done.stderr.decode(errors="replace").strip().splitlines()
            problem = f"page {picture.page}: tesseract failed: {said[-1] if said else 'no reason'}"
            return Recognised(page=picture.page, seconds=seconds, problem=problem)
        words = tuple(words_of(done.stdout.decode(), picture.dpi))
        return Recognised(page=picture.page, words=words, seconds=seconds)


def tesseract(*, at_once: int | None = None) -> Tesseract | None:
    """The recogniser of this machine; None where none is installed.

    `at_once` pages are read side by side: as many as there are cores where it is not told.
    """
    program = shutil.which("tesseract")
    if program is None:
        return None
    return Tesseract(program=program, at_once=at_once or len(os.sched_getaffinity(0)))


def words_of(table: str, dpi: int) -> Iterator[Word]:
    """The words of tesseract's tab-separated answer, in points."""
    rows: dict[tuple[str, str, str], int] = {}
    scale = POINTS_AN_INCH / dpi
    for entry in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = entry["text"] or ""
        if entry["level"] != _WORD_LEVEL or not text.strip():
            continue
        line = (entry["block_num"], entry["par_num"], entry["line_num"])
        left, top = int(entry["left"]) * scale, int(entry["top"]) * scale
        yield Word(
            text=text.strip(),
            left=left,
            top=top,
            right=left + int(entry["width"]) * scale,
            bottom=top + int(entry["height"]) * scale,
            row=rows.setdefault(line, len(rows)),
            sure=max(float(entry["conf"]), 0.0) / 100,
        )
