"""The form of the national product "Barnetråkk – aggregert" (2023-09-01), as far as it is known."""
