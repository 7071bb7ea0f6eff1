"""What must be found out next, in order of what it decides."""
