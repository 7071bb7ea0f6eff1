"""From documents and forms to a draft case: proposed assertions, every one with basis READ and its address."""
