"""Who handles a case: given and ended with a reason, from when, until when; the history is kept."""
