"""Legal figures as dated TOML files: the Code du travail and the collective agreements."""
