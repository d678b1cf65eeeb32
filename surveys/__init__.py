"""The questionnaire engine: documents, question types, answers, readability. Knows nothing of web or database."""
