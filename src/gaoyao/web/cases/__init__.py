"""Cases, who is assigned to them, what each may read and do; the list, the overview, the review."""
