"""过问登记: what was asked or pressed, entered by whoever handles the case, read by named people only."""
