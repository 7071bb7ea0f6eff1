"""From a file to its pages: what each page says, or why it could not be read."""
