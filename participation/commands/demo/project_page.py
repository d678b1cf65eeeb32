"""What the demo's project tells of itself: likely phases around today, and invented people to talk to."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy.orm import Session

from participation.project_page.models import ContactPerson, Phase
from participation.project_page.services import show_to_everyone
from participation.projects.models import Project

# Name, first and last day from today, what happens.
PHASES = (
    ("Bli kjent", -150, -60, "Vi går turer, leser tidligere planer og snakker med skoler, lag og foreninger."),
    ("Lytte", -59, 45, "Barn, unge og voksne forteller hvor de ferdes, hva de liker og hva som bør bli bedre."),
    ("Forslag", 46, 200, "Vi foreslår tiltak og sier hva hvert av dem bygger på."),
    ("Vedtak", 201, 230, "Bystyret behandler områdeplanen."),
)
CONTACTS = (
    (
        "Kari Demo",
        "områdekoordinator",
        "55 00 00 01",
        "kari@demo.example",
        "Biblioteket på Vestkanten, tirsdager 12–15.",
    ),
    ("Amir Demo", "planlegger, barn og unge", "55 00 00 02", "amir@demo.example", "Ring eller skriv, hverdager 9–15."),
)


def tell(session: Session, project: Project, today: date) -> None:
    """Phases and contact persons, and the page shown to everyone."""
    project.plan_reference = "Områdeplan for Loddefjord og Olsvik (oppdiktet sak 2026/0000)"
    for name, first, last, what in PHASES:
        days = {"starts_on": today + timedelta(first), "ends_on": today + timedelta(last)}
        session.add(Phase(project_id=project.id, name=name, description=what, **days))
    for person, role, phone, email, hours in CONTACTS:
        session.add(ContactPerson(project_id=project.id, name=person, role=role, phone=phone, email=email, hours=hours))
    show_to_everyone(project)
