"""`lokalkjent demo`: two projects with invented answers to try everything on."""

from __future__ import annotations

import click
from flask_babel import gettext as _

from participation import config
from participation.commands.application import application
from participation.commands.demo import fill, reading, told
from participation.commands.output import give, say
from participation.extensions import db


@click.command("demo")
@click.option("--json", "as_json", is_flag=True)
@click.option("--port", default=8000, help="the port the addresses should say")
def command(as_json: bool, port: int) -> None:
    """Fill the demo; run again it gives the same. Refused where there are real projects."""
    base = config.read("BASE_URL").rstrip("/") or f"http://127.0.0.1:{port}"
    with application():
        fill.fill()
        reading.fill()
        content = told.told(db.session(), base)
    if as_json:
        give(content, as_json)
        return
    planner, older, drawing = content["planner"], content["older"], content["drawing"]
    say(_("The demo is ready. Its answers are invented."))
    sign_in, survey = _("Planner"), _("Survey")
    say(f"  {sign_in}: {base}/login   {planner['email']}   {planner['password']}")
    say_class(_("Class code"), content["project"], content, base)
    say_class(_("Years 8–10"), older["project"], older, base)
    for identity in filter(None, [content["activities"].get("resident_survey")]):
        say(f"  {survey}: {base}/a/{identity}")
    token = _("Token for QGIS and other programs")
    say(f"  {token}: {content['api_token']}   {base}/ogc/")
    say_class(_("Draw on streets"), drawing["project"], drawing, base)


def say_class(heading: str, project: str, codes: dict[str, str], base: str) -> None:
    """A class's code, its address and its teacher's link."""
    say(f"  {heading}: {codes['class_code']}   {base}/c/{codes['class_code']}   ({project})")
    teacher = _("Teacher")
    say(f"    {teacher}: {codes['teacher_url']}")
