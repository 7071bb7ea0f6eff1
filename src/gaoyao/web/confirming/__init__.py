"""The confirmation queue: what the machine read, in the order of what each answer decides."""
