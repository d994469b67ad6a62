"""The nouns of a practice: frozen records and their arithmetic. No files, no YAML, no HTML."""
