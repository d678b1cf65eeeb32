"""The tables of one request, read in one transaction."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from exports.table import FeatureTable
from exports.workbook import Sheet, Workbook
from participation.activities.services import is_for_classes
from participation.clock import now
from participation.downloads import about_table, mark_queries, queries
from participation.downloads.about_published import about_published
from participation.downloads.background import background
from participation.downloads.codebook import Codebook
from participation.downloads.codebook_for_others import codebook_for_others
from participation.downloads.codebook_table import codebook_table
from participation.downloads.context import Facts
from participation.downloads.counting import Counting
from participation.downloads.fitting import has_long_texts
from participation.downloads.heard import Read, by_lots, one_by_one, unheard
from participation.downloads.mark_table import MarkTable
from participation.downloads.parts_to_publish import parts_to_publish
from participation.downloads.published import published_table
from participation.downloads.request import RESPONSES, Request
from participation.downloads.response_table import FIXED as OF_RESPONSES
from participation.downloads.response_table import ResponseTable
from participation.downloads.selection import DRAFT, TEST
from participation.downloads.summary import summary_table
from participation.downloads.summary_charts import SummaryCharts
from participation.downloads.translated import Translations
from participation.downloads.whereabouts import Surveyor
from participation.drop_off.queries import DropOff, drop_off
from participation.moderation.kinds import ANSWER, MARK
from participation.moderation.translating import of_activity
from participation.projects.queries import zones

# The names that scripts know; the same in every language.
ABOUT, ANSWERS, PLACES, CODEBOOK, SUMMARY = "Om", "Svar", "Steder", "Kodebok", "Sammendrag"
WIDE = {"fact": 40, "value": 90, "comment": 60}
SHARES = {"share": "0.0 %"}


class Tables:
    """What `request` asks for, in its language. Use inside a reading transaction and with the locale forced.

    `read` hears of each lot of rows that has been read.
    """

    def __init__(self, session: Session, request: Request, read: Read = unheard) -> None:
        self.session = session
        self.request = request
        self.read = read
        self.activity = request.activity
        self.language = request.language
        self.selection = request.rows
        self.codebook = self._codebook()
        self.facts = Facts(self.activity.id, self.activity.title, background(session, self.activity.id))

    def _codebook(self) -> Codebook:
        if self.request.published:
            return codebook_for_others(self.session, self.activity.id, self.activity.project.fewest_in_public)
        return queries.codebook(self.session, self.activity.id, TEST in self.selection.also)

    def table(self) -> FeatureTable:
        """The one table of a format that holds one."""
        if self.request.table == RESPONSES:
            return self.responses()
        return replace(self.places(), about=self.about())

    def workbook(self) -> Workbook:
        """Every sheet; of published data only those without single answers."""
        facts = self.about() | about_table.long_texts(self.request, has_long_texts(self.session, self.request))
        about = about_table.about_table(ABOUT, facts, self.language)
        # What is published has no column of what those invited are like, and says nothing of who answered.
        invited = None if self.request.published else self.facts.background
        codes = codebook_table(CODEBOOK, self.codebook, self.language, invited, OF_RESPONSES)
        if self.request.published:
            return _book({ABOUT: about, PLACES: self.places(), CODEBOOK: codes})
        counting = Counting(self.codebook)
        answers, places = self.responses(counting), self.places(counting)
        book = _book({ABOUT: about, ANSWERS: answers, PLACES: places, CODEBOOK: codes})
        charts = SummaryCharts(self.codebook, counting)
        summary = Sheet(
            SUMMARY,
            self.summary(counting),
            widths=WIDE,
            number_formats=SHARES,
            one_page_wide=True,
            bar_of=charts.bar,
            most_charts=charts.most,
        )
        return Workbook([*book.sheets, summary])

    def places(self, counting: Counting | None = None) -> FeatureTable:
        """`counting` is told of the marks as they go by; so it is of the answers below."""
        if self.request.published:
            parts = parts_to_publish(self.session, self.request, self.read)
            fewest = self.activity.project.fewest_in_public
            return published_table(PLACES, self.codebook, self.language, self.request.epsg, parts, fewest)
        found = mark_queries.marks_by_respondent(self.session, self.selection)
        marks = by_lots(found, self.read, lambda lot: len(lot[1]))
        return self.mark_table(counting).table(PLACES, marks, self.selection)

    def mark_table(self, counting: Counting | None = None) -> MarkTable:
        """What makes a table of any of the activity's marks."""
        project = self.activity.project
        surveyor = Surveyor(zones(self.session, project), project.crs, self.request.crs)
        return MarkTable(self.codebook, surveyor, self.facts, self.language, self._translations(MARK), counting)

    def responses(self, counting: Counting | None = None) -> FeatureTable:
        found = one_by_one(queries.responses(self.session, self.selection), self.read)
        translated = self._translations(ANSWER)
        made = ResponseTable(self.codebook, self.facts, self.language, translated, counting)
        return made.table(ANSWERS, found)

    def _translations(self, kind: str) -> Translations:
        return Translations(of_activity(self.session, kind, self.activity.id))

    def summary(self, counting: Counting) -> FeatureTable:
        """To be read behind the answers and the places that `counting` has been told of."""
        whole = not self.selection.narrowed and DRAFT not in self.selection.also
        stopped = self._stopped() if whole else None
        return summary_table(SUMMARY, self.codebook, self.language, counting, stopped)

    def _stopped(self) -> DropOff | None:
        """Where those stopped who have not sent; in a class, what is not sent is collected when the class ends."""
        versions = self.codebook.newest_first
        if is_for_classes(self.activity) or not versions:
            return None
        return drop_off(self.session, self.activity, versions[0])

    def about(self) -> dict[str, str]:
        by_channel = queries.count_by_channel(self.session, self.selection)
        if self.request.published:
            return about_published(self.request, by_channel, now())
        people = queries.count_people(self.session, self.selection)
        counts = (sum(by_channel.values()), people, queries.count_marks(self.session, self.selection))
        left_out = queries.left_out(self.session, self.activity.id)
        withdrawn = queries.withdrawn(self.session, self.activity.id)
        return about_table.about(self.request, self.codebook, counts, by_channel, left_out, withdrawn, now())


def _book(tables: dict[str, FeatureTable]) -> Workbook:
    return Workbook(
        [
            Sheet(title, table, title != ABOUT, WIDE, one_page_wide=title in (ABOUT, CODEBOOK))
            for title, table in tables.items()
        ]
    )
