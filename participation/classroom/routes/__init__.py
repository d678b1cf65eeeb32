"""The teacher's room, its preparation, and the projector."""

from participation.classroom.routes import actions, entering, marks, preparation, projector, room
from participation.classroom.routes.feature import blueprint

__all__ = ["actions", "blueprint", "entering", "marks", "preparation", "projector", "room"]
