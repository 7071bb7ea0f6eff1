"""Evidence by group and one item at a time; values and who confirmed them."""
