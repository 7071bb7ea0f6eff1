"""What a named body decided about an item, with its reason."""
