"""From a folder to its files: every one listed, named by content, kept by sha256, nothing lost."""
