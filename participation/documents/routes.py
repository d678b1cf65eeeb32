"""Documents of privacy for a project: read and printed here, or taken along as Word files."""

from __future__ import annotations

import flask

from participation import languages
from participation.accounts.access import requires
from participation.accounts.permissions import Permission
from participation.documents.content import Document
from participation.documents.registry import DOCUMENTS
from participation.documents.word import word
from participation.projects.access import project_at
from participation.projects.models import Project

blueprint = flask.Blueprint("documents", __name__, url_prefix="/projects/<slug>/documents")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@blueprint.get("", endpoint="index")
@requires(Permission.PROJECT_EDIT)
def index(slug: str) -> str:
    """Which there are."""
    project = project_at(slug)
    made = {name: make(project) for name, make in DOCUMENTS.items()}
    return flask.render_template("documents/index.html", project=project, documents=made)


@blueprint.get("/<document>")
@requires(Permission.PROJECT_EDIT)
def show(slug: str, document: str) -> str:
    """One, to read and print."""
    project = project_at(slug)
    return flask.render_template(
        "documents/show.html", project=project, name=document, document=made_or_404(project, document)
    )


@blueprint.get("/<document>.docx")
@requires(Permission.PROJECT_EDIT)
def download(slug: str, document: str) -> flask.Response:
    """One as a Word file."""
    project = project_at(slug)
    answer = flask.Response(word(made_or_404(project, document), languages.current()), mimetype=WORD)
    answer.headers.set("Content-Disposition", "attachment", filename=f"{project.slug}-{document}.docx")
    return answer


def made_or_404(project: Project, name: str) -> Document:
    if name not in DOCUMENTS:
        flask.abort(404)
    return DOCUMENTS[name](project)
