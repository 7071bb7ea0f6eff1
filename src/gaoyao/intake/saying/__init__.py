"""What people say in records of questioning: turns, and details on typed slots, each with its place and nothing guessed."""
