"""Photos that respondents give: taken in before the answer that names them, seen by them and by planners, erased with it."""
