"""From official forms to proposed values, each with its place; what the form does not say is 卷内无记载."""
