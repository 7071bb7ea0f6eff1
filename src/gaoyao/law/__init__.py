"""Law: instruments, articles and dates, citations, rules and charges."""
