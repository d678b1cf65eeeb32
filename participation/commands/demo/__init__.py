"""`lokalkjent demo`: two projects with invented answers to try everything on."""

from __future__ import annotations

import click

from participation import config
from participation.commands.application import application
from participation.commands.demo import fill, told
from participation.commands.output import say
from participation.extensions import db


@click.command("demo")
@click.option("--json", "as_json", is_flag=True)
@click.option("--port", default=8000, help="the port the addresses should say")
def command(as_json: bool, port: int) -> None:
    """Fill the demo; run again it gives the same. Refused where there are real projects."""
    base = config.read("BASE_URL").rstrip("/") or f"http://127.0.0.1:{port}"
    with application():
        fill.fill()
        content = told.told(db.session(), base)
    if as_json:
        told.as_json(content)
        return
    say("The demo is ready. Its answers are invented.")
    say(f"  Planner:      {base}/login   {content['planner']['email']}   {content['planner']['password']}")
    say(f"  Class code:   {content['class_code']}   {base}/c/{content['class_code']}   ({content['project']})")
    say(f"  Teacher:      {content['teacher_url']}")
    drawing = content["drawing"]
    say(f"  Draw on streets: {drawing['class_code']}   {base}/c/{drawing['class_code']}   ({drawing['project']})")
    say(f"  Its teacher:  {drawing['teacher_url']}")
