"""Everything that is logged, each with its words."""

from __future__ import annotations

from enum import Enum

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l


class Act(Enum):
    """What somebody did. The value stands in the log, so it is never changed or used again."""

    words: LazyString

    def __new__(cls, code: str, words: LazyString) -> Act:
        made = object.__new__(cls)
        made._value_ = code
        made.words = words
        return made

    # To add an act: one line here, and `@records(...)`, `@reads(...)` or `record(...)` where it is done.
    MARKS_READ = "marks:read", _l("Read marks with their texts")
    CLASS_MARKS_READ = "marks:read in class", _l("Read a class's marks by nickname")
    VERSIONS_READ = "versions:read", _l("Read unused versions of answers")
    PHOTOS_READ = "photos:read", _l("Looked at photos")
    EXPORTED = "answers:export", _l("Downloaded answers")
    PHOTOS_EXPORTED = "photos:export", _l("Downloaded photos")
    API_READ = "api:read", _l("Read by a program, with a token")
    TOKENS_CHANGED = "tokens:change", _l("Made or revoked a token")
    LOG_EXPORTED = "log:export", _l("Downloaded the log")
    MARKS_HIDDEN = "marks:hide", _l("Hid marks")
    MARKS_RESTORED = "marks:restore", _l("Showed marks again")
    MARKS_REVIEWED = "marks:review", _l("Looked at what was pointed out")
    MARKS_UNREVIEWED = "marks:unreview", _l("Let marks wait for a look again")
    MARKS_DELETED = "marks:delete", _l("Deleted marks")
    PHOTO_HIDDEN = "photo:hide", _l("Hid a photo")
    PHOTO_RESTORED = "photo:restore", _l("Showed a photo again")
    QUEUE_READ = "queue:read", _l("Read what waits for moderation, or searched in texts")
    ITEMS_APPROVED = "items:approve", _l("Approved texts and photos")
    ITEMS_UNAPPROVED = "items:unapprove", _l("Let texts and photos wait for a look again")
    ITEMS_HIDDEN = "items:hide", _l("Hid marks, answers and photos")
    ITEMS_RESTORED = "items:restore", _l("Showed marks, answers and photos again")
    TEXTS_BLURRED = "texts:blur", _l("Blurred words")
    TEXTS_UNBLURRED = "texts:unblur", _l("Put blurred words back")
    TRANSLATED = "texts:translate", _l("Wrote or removed a translation")
    VERSION_USED = "version:use", _l("Let another version of an answer count")
    VERSION_DISCARDED = "version:discard", _l("Deleted an unused version")
    MARKS_IMPORTED = "marks:import", _l("Took in registrations from a file")
    PAPER_ENTERED = "answers:enter", _l("Entered an answer from paper")
    PROJECT_MADE = "project:make", _l("Made a project")
    PROJECT_CHANGED = "project:change", _l("Changed a project's settings")
    PROJECT_PAGE_CHANGED = "project page:change", _l("Changed what everyone is told of a project")
    PROJECT_ARCHIVED = "project:archive", _l("Archived a project, or took it out again")
    PROJECT_COPIED = "project:copy", _l("Made a project like another")
    AREA_CHANGED = "area:change", _l("Changed a project's area")
    ZONES_CHANGED = "zones:change", _l("Took in or removed zones")
    LAYERS_CHANGED = "layers:change", _l("Changed the layers of a map")
    SCHOOLS_CHANGED = "schools:change", _l("Took in or removed schools")
    ACTIVITY_MADE = "activity:make", _l("Made an activity")
    ACTIVITY_CHANGED = "activity:change", _l("Changed an activity")
    ACTIVITY_OPENED = "activity:open", _l("Opened an activity")
    ACTIVITY_PAUSED = "activity:pause", _l("Paused an activity")
    ACTIVITY_CLOSED = "activity:close", _l("Closed an activity")
    QUESTIONNAIRE_DRAFTED = "questionnaire:draft", _l("Changed the draft of a questionnaire")
    QUESTIONNAIRE_PUBLISHED = "questionnaire:publish", _l("Published a questionnaire")
    PRODUCT_CHANGED = "product:change", _l("Changed what categories are in the national product")
    TESTS_DELETED = "tests:delete", _l("Deleted test answers")
    CLASSES_MADE = "classes:make", _l("Made classes")
    CLASS_CHANGED = "class:change", _l("Opened, paused or ended a class")
    CLASS_DELETED = "class:delete", _l("Deleted a class")
    LINK_RENEWED = "link:renew", _l("Renewed a teacher's link")
    PUPIL_CHANGED = "pupil:change", _l("Paused a nickname, or let it go on")
    TABLET_CHANGED = "tablet:change", _l("Made, renewed or ended a tablet's link")
    RESIDENTS_INVITED = "residents:invite", _l("Made personal codes for those invited")
    RESIDENTS_REMINDED = "residents:remind", _l("Made new codes for those who have not answered")
    ANSWERED_BACK = "heard:tell", _l("Told those who answered what was heard")
    MEMBERS_CHANGED = "members:change", _l("Invited people, changed roles or removed people")
    PERSON_ADDED = "person:add", _l("Added a person")
    PERSON_CHANGED = "person:change", _l("Changed what a person may do")
    PASSWORD_CHANGED = "password:change", _l("Changed a password")
    SIGNED_OUT = "sign-ins:end", _l("Ended sign-ins")
    SIGN_IN_CONNECTED = "sign-in:connect", _l("Connected the municipality's own sign-in")
    BACKED_UP = "store:backup", _l("Made a backup")
    RESTORED = "store:restore", _l("Put a backup back")
    RETENTION_DONE = "retention:purge", _l("Deleted what had been kept for its time")
    LOG_SEALED = "log:seal", _l("Sealed old entries of the log, and deleted them")


def words_of(code: str) -> str:
    """What an act in the log is called; its code where this program knows it no longer."""
    return str(KNOWN[code].words) if code in KNOWN else code


KNOWN: dict[str, Act] = {act.value: act for act in Act}
