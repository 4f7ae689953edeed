"""The text of a document, looked into only where a word of interest stands."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from crawlers.accounts.fact import Tagged
from crawlers.accounts.line import Cell, Line
from crawlers.accounts.wording.headings import heading_above, is_heading
from crawlers.accounts.wording.sections import Section, section_of, sections
from crawlers.accounts.wording.sentences import split

LONGEST_PARAGRAPH = 60
"""Lines: text that never ends a sentence is no paragraph; it is cut here."""
LONGEST_SENTENCE = 4000
"""Characters: what is longer is no sentence, and would cost patterns more than it says."""
SHORTEST_TAGGED = 25
"""Characters: a tagged text below this is a name, a date or a word, and no sentence."""
WIDE = 60
"""Characters: a line as long as this without a stop runs on into the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence, and where it begins."""

    text: str
    folded: str
    """In small letters, with straight quotes: what patterns are tried on."""
    fragment: str
    at: int
    """The index of the line on which it begins."""
    within: "Text" = field(repr=False, compare=False)

    @property
    def section(self) -> Section:
        """Which part of the document it stands in."""
        return self.within.section(self.at)

    @property
    def heading(self) -> str:
        """The nearest heading above, folded and without its number; empty where there is none."""
        return self.within.heading(self.at)


class Text:
    """The lines of a document, folded once; paragraphs and sections are made when asked for.

    Only lines that hold a word of interest are ever looked at closely, so that a document which
    says nothing costs one search per word over its whole text.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        """Fold the lines; nothing more is done until somebody asks."""
        self.lines = lines
        self.texts = [line.text.replace("\n", " ").strip() for line in lines]
        self._joined = fold("\n".join(self.texts))
        self.folded = self._joined.split("\n")
        self._starts: list[int] = []
        self._sections: tuple[tuple[int, Section], ...] | None = None
        self._often: Mapping[str, int] = {}
        self._headings: dict[int, str] = {}
        self._paragraphs: dict[int, tuple[Sentence, ...]] = {}

    @classmethod
    def of(cls, lines: "Sequence[Line] | Text", tagged: Tagged | None = None) -> "Text":
        """The text of lines; of the tagged texts where nothing is visible (plain XBRL has no page).

        A Text is given back as it is, so that several readers share one.
        """
        if isinstance(lines, Text):
            return lines
        return cls(lines or tuple(_from_tags(tagged)))

    def holding(self, *words: str) -> tuple[int, ...]:
        """The indexes of the lines that hold one of the folded words, in order."""
        found: set[int] = set()
        for word in words:
            at = self._joined.find(word)
            while at >= 0:
                index = self._line_at(at)
                found.add(index)
                at = self._joined.find(word, self._end(index))
        return tuple(sorted(found))

    def starting(self, *words: str) -> tuple[int, ...]:
        """The indexes of the lines that begin with one of the folded words, in order."""
        return tuple(index for index, text in enumerate(self.folded) if text.startswith(words))

    def says(self, word: str) -> bool:
        """True where the folded word stands anywhere."""
        return word in self._joined

    def sentences(self, *words: str) -> Iterator[Sentence]:
        """The sentences that hold one of the folded words, in order, each once."""
        seen: set[int] = set()
        for index in self.holding(*words):
            for sentence in self.paragraph(index):
                is_new = id(sentence) not in seen
                if is_new and any(word.strip() in sentence.folded for word in words):
                    seen.add(id(sentence))
                    yield sentence

    def paragraph(self, index: int) -> tuple[Sentence, ...]:
        """The sentences of the paragraph that the line belongs to."""
        start = index
        while start and index - start < LONGEST_PARAGRAPH and self._runs_on(start - 1):
            start -= 1
        if start not in self._paragraphs:
            self._paragraphs[start] = tuple(self._sentences_from(start))
        return self._paragraphs[start]

    def section(self, index: int) -> Section:
        """Which part of the document the line stands in."""
        if self._sections is None:
            self._sections = sections(self.texts, self.folded)
        return section_of(self._sections, index)

    def heading(self, index: int) -> str:
        """The nearest heading above the line, folded and without its number."""
        if index not in self._headings:
            self._often = self._often or Counter(self.texts)
            above = heading_above(self.texts, index, often=self._often)
            self._headings[index] = fold(above)
        return self._headings[index]

    def _line_at(self, offset: int) -> int:
        if not self._starts:
            at = 0
            for text in self.folded:
                self._starts.append(at)
                at += len(text) + 1
        return bisect_right(self._starts, offset) - 1

    def _end(self, index: int) -> int:
        """Where the line ends in the joined text."""
        return self._starts[index] + len(self.folded[index])

    def _runs_on(self, index: int) -> bool:
        """True where the line is continued on the next one."""
        if index + 1 >= len(self.texts):
            return False
        text, after = self.texts[index], self.texts[index + 1]
        if not text or not after or text[-1] in ".:;!?" or _begins_anew(after):
            return False
        if after[0].islower():
            return len(text) >= WIDE // 2 or not is_heading(text)
        return len(text) >= WIDE and not is_heading(after) and not is_heading(text)

    def _sentences_from(self, start: int) -> Iterator[Sentence]:
        end = start
        while end - start < LONGEST_PARAGRAPH and self._runs_on(end):
            end += 1
        offsets = [0]
        for text in self.texts[start:end]:
            offsets.append(offsets[-1] + len(text) + 1)
        paragraph = " ".join(self.texts[start : end + 1])
        at = 0
        for text in split(paragraph):
            at = paragraph.index(text, at)
            index = start + bisect_right(offsets, at) - 1
            yield Sentence(
                text=text[:LONGEST_SENTENCE],
                folded=fold(text[:LONGEST_SENTENCE]),
                fragment=self.lines[index].fragment,
                at=index,
                within=self,
            )


def fold(text: str) -> str:
    """Small letters, straight quotes and plain spaces: what one writer prints as another does."""
    folded = text.lower()
    if folded.isascii():
        return folded
    for written, plain in _PLAIN:
        folded = folded.replace(written, plain)
    return folded


_PLAIN = (("\u2019", "'"), ("\u2018", "'"), ("\u201c", '"'), ("\u201d", '"'), ("\xa0", " "))


def _begins_anew(text: str) -> bool:
    """True for an item of a list: it is no continuation, whatever stands above."""
    return text[0] in "-•∙·–▪*" or (text[0] == "(" and ")" in text[1:5])


def _from_tags(tagged: Tagged | None) -> Iterable[Line]:
    """Each tagged text that is long enough for a sentence, as a line at its tag."""
    if tagged is None:
        return
    for fact in tagged.facts:
        if isinstance(fact.value, str) and len(fact.value) >= SHORTEST_TAGGED:
            yield Line(cells=(Cell(text=fact.value),), fragment=fact.fragment)
