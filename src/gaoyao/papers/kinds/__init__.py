"""One module per paper: its title, who may write it, and its layout."""
