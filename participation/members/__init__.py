"""Those who take part in a project: invited by link, given a role, removed."""
