"""What the commands do, without click's ceremony where possible."""
