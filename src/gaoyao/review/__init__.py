"""Running everything for a reader, on dates, at a stage → Review; and showing it."""
