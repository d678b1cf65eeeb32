"""What a builder of questionnaires needs to know: how each type is configured, what is taken, what can be shown already."""
