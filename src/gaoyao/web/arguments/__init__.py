"""Defence arguments: each is owed an answer with reasons."""
