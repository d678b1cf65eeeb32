"""What a new version of a questionnaire changes, and whether answers to earlier ones keep their meaning."""
