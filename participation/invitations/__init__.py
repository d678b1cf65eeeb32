"""Personal one-time codes for a survey: who is invited, the files for letters, and the code's way to an answer that nobody can trace back."""
